using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Outreach.Content.Protection;

namespace Outreach.Bot.Tests.Traces;

/// <summary>
/// Everything a thief with database and master key can read of conversations: states, replies, effects that wait. Reads the
/// file by itself and unseals with the real keys, so that a fault of the store cannot hide anything.
/// </summary>
internal sealed record Unsealed(IReadOnlyList<byte[]> Bodies, IReadOnlyList<byte[]> WrappedKeys, long Referrals)
{
    private const string Rows = """
        SELECT c.id, c.key_since, k.wrapped, 'conversation', 'state', X'', c.version, c.state FROM conversation c JOIN conversation_key k ON k.conversation = c.no
        UNION ALL
        SELECT c.id, c.key_since, k.wrapped, 'said', 'replies', s.input, s.version, s.replies FROM said s JOIN conversation c ON c.no = s.conversation JOIN conversation_key k ON k.conversation = c.no WHERE s.replies <> x''
        UNION ALL
        SELECT c.id, c.key_since, k.wrapped, 'effect', 'body', e.place, e.version, e.body FROM effect e JOIN conversation c ON c.no = e.conversation JOIN conversation_key k ON k.conversation = c.no
        """;

    /// <summary>What lies in the database of a host now.</summary>
    public static Unsealed Of(BotApp app)
    {
        using var keys = KeyRing.Open(app.KeyFile, app.DataDir).Value!;
        var sealer = new Sealer(keys);
        using var database = new SqliteConnection($"Data Source={Path.Combine(app.DataDir, "outreach.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        var bodies = new List<byte[]>();
        using (var rows = Command(database, Rows).ExecuteReader())
            while (rows.Read())
                bodies.Add(Open(sealer, rows));
        var wrapped = new List<byte[]>();
        using (var rows = Command(database, "SELECT wrapped FROM conversation_key").ExecuteReader())
            while (rows.Read())
                wrapped.Add((byte[])rows[0]);
        return new Unsealed(bodies, wrapped, (long)Command(database, "SELECT (SELECT COUNT(*) FROM referral) + (SELECT COUNT(*) FROM referral_body) + (SELECT COUNT(*) FROM referral_event)").ExecuteScalar()!);
    }

    private static byte[] Open(Sealer sealer, SqliteDataReader row)
    {
        var id = (byte[])row[0];
        using var key = sealer.Unwrap(new SealedPlace("conversation_key", id, "wrapped", row.GetInt64(1)), (byte[])row[2]).Value!;
        var opened = Sealer.Open(key, new SealedPlace(row.GetString(3), [.. id, .. Rest(row)], row.GetString(4), row.GetInt64(6)), (byte[])row[7]);
        return opened.Ok ? opened.Value : throw new InvalidOperationException($"{row.GetString(3)}: {opened.Problems[0].Message}");
    }

    /// <summary>What follows the conversation's id in the place of a row: nothing, the input, or the number of the effect.</summary>
    private static byte[] Rest(SqliteDataReader row)
    {
        if (row[5] is byte[] input)
            return input;
        var place = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(place, row.GetInt32(5));
        return place;
    }

#pragma warning disable CA2100 // constants of this file
    private static SqliteCommand Command(SqliteConnection database, string sql) => new(sql, database);
#pragma warning restore CA2100
}
