using Microsoft.Data.Sqlite;
using Outreach.Content.Conversations;

namespace Outreach.Content.Storage;

/// <summary>A conversation as stored, still sealed.</summary>
internal sealed record ConversationRow(byte[] Id, string Channel, long Version, long KeySince, long ExpiresAt, byte[] State)
{
    /// <summary>Its key, when it was in use already.</summary>
    public ConversationDataKey? Key { get; init; }

    /// <summary>Its key as stored, otherwise.</summary>
    public byte[] Wrapped { get; init; } = [];

    /// <summary>Replies to the input that was asked for.</summary>
    public SaidRow? Said { get; init; }

    /// <summary>Effects not done.</summary>
    public List<EffectRow>? Pending { get; init; }
}

/// <summary>Replies to one input as stored; empty when they were forgotten and only the input stays known.</summary>
internal sealed record SaidRow(byte[] Input, long Version, byte[] Replies);

/// <summary>How conversations are read. Only copies leave; opening is done after the connection is given back.</summary>
internal static class ConversationReads
{
    /// <summary>Numbers looked at in one read: a long one stops checkpoints.</summary>
    public const int Range = 10_000;

    private const string Row = """
        SELECT c.no, c.id, c.channel, c.version, c.key_since, c.expires_at, c.pending, c.state, s.version, s.replies
        """;

    private const string ByAddress = Row + """
         FROM address a JOIN conversation c ON c.no = a.conversation LEFT JOIN said s ON s.conversation = c.no AND s.input = ?1
        WHERE a.channel = ?2 AND a.hash = ?3
        """;

    private const string ById = Row + """
         FROM conversation c LEFT JOIN said s ON s.conversation = c.no AND s.input = ?1 WHERE c.id = ?2
        """;

    public static ConversationRow? Find(SqliteConnection connection, ConversationKey key, byte[] input, KeyCache cache)
    {
        using var row = connection.Prepare(ByAddress);
        return Take(connection, row.Bind(1, input).Bind(2, key.Channel).Bind(3, key.Hash), input, cache);
    }

    public static ConversationRow? Find(SqliteConnection connection, byte[] id, byte[] input, KeyCache cache)
    {
        using var row = connection.Prepare(ById);
        return Take(connection, row.Bind(1, input).Bind(2, id), input, cache);
    }

    public static (long Since, byte[] Wrapped)? Key(SqliteConnection connection, byte[] id)
    {
        using var row = connection.Prepare("SELECT c.key_since, k.wrapped FROM conversation c JOIN conversation_key k ON k.conversation = c.no WHERE c.id = ?1");
        return row.Bind(1, id).Next() ? (row.Long(0), row.Blob(1).ToArray()) : null;
    }

    /// <summary>The last replies, newest first.</summary>
    public static List<SaidRow> Recent(SqliteConnection connection, byte[] id, int count)
    {
        var said = new List<SaidRow>();
        using var rows = connection.Prepare("""
            SELECT input, version, replies FROM said WHERE no IN (
                SELECT s.no FROM said s JOIN conversation c ON c.no = s.conversation WHERE c.id = ?1 AND s.replies <> x'' ORDER BY s.no DESC LIMIT ?2) ORDER BY no DESC
            """);
        rows.Bind(1, id).Bind(2, count);
        while (rows.Next())
            said.Add(new SaidRow(rows.Blob(0).ToArray(), rows.Long(1), rows.Blob(2).ToArray()));
        return said;
    }

    public static List<ConversationId> WithPending(SqliteConnection connection, int atMost, long before)
    {
        var found = new List<ConversationId>();
        using var rows = connection.Prepare("""
            SELECT c.id FROM (SELECT conversation, MIN(at) AS since FROM effect GROUP BY conversation) e JOIN conversation c ON c.no = e.conversation
            WHERE e.since < ?1 ORDER BY e.since, c.no LIMIT ?2
            """);
        rows.Bind(1, before).Bind(2, atMost);
        while (rows.Next())
            found.Add(ConversationCodec.Id(rows.Blob(0)));
        return found;
    }

    public static ConversationId? Code(SqliteConnection connection, string hash, long now)
    {
        using var row = connection.Prepare("SELECT c.id FROM continue_code k JOIN conversation c ON c.no = k.conversation WHERE k.hash = ?1 AND k.expires_at > ?2");
        return row.Bind(1, hash).Bind(2, now).Next() ? ConversationCodec.Id(row.Blob(0)) : null;
    }

    /// <summary>Expired conversations among the numbers after <paramref name="from"/>; false when there are no numbers left.</summary>
    public static bool Expired(SqliteConnection connection, long from, long now, List<ConversationId> found)
    {

        using (var rows = connection.Prepare("SELECT id FROM conversation WHERE no > ?1 AND no <= ?1 + ?2 AND expires_at <= ?3"))
        {
            rows.Bind(1, from).Bind(2, Range).Bind(3, now);
            while (rows.Next())
                found.Add(ConversationCodec.Id(rows.Blob(0)));
        }
        using var last = connection.Prepare("SELECT MAX(no) FROM conversation");
        return last.Next() && last.Long(0) > from + Range;
    }

    private static ConversationRow? Take(SqliteConnection connection, Statement row, byte[] input, KeyCache cache)
    {
        if (!row.Next())
            return null;
        var no = row.Long(0);
        var found = new ConversationRow(row.Blob(1).ToArray(), row.Text(2), row.Long(3), row.Long(4), row.Long(5), row.Blob(7).ToArray());
        var key = cache.Find(ConversationCodec.Id(found.Id)) is { } cached && cached.Since == found.KeySince ? cached : null;
        return found with
        {
            Key = key,
            Wrapped = key is null ? Wrapped(connection, no) : [],
            Said = row.IsNull(8) ? null : new SaidRow(input, row.Long(8), row.Blob(9).ToArray()),
            Pending = row.Long(6) == 0 ? null : Effects(connection, no),
        };
    }

    private static byte[] Wrapped(SqliteConnection connection, long no)
    {
        using var row = connection.Prepare("SELECT wrapped FROM conversation_key WHERE conversation = ?1");
        return row.Bind(1, no).Next() ? row.Blob(0).ToArray() : [];
    }

    private static List<EffectRow> Effects(SqliteConnection connection, long no)
    {
        var effects = new List<EffectRow>();
        using var rows = connection.Prepare("SELECT version, place, body FROM effect WHERE conversation = ?1 ORDER BY version, place");
        rows.Bind(1, no);
        while (rows.Next())
            effects.Add(new EffectRow(rows.Long(0), (int)rows.Long(1), rows.Blob(2).ToArray()));
        return effects;
    }
}
