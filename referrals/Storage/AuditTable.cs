using Microsoft.Data.Sqlite;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;

namespace Outreach.Referrals.Storage;

/// <summary>The audit chain as a table. An entry is written in the transaction of what it tells of.</summary>
public sealed class AuditTable(AuditChain chain, string node = "main", long epoch = 1)
{
    /// <summary>Writes the next entry.</summary>
    /// <param name="connection">The writer.</param>
    /// <param name="note">Ids and words from fixed lists only.</param>
    /// <param name="sealedDetail">The sealed detail, whose hash alone is kept here.</param>
    public void Append(SqliteConnection connection, AuditNote note, ReadOnlySpan<byte> sealedDetail)
    {
        var (entry, _) = chain.Append(Head(connection), note, sealedDetail);
        connection.Prepare("INSERT INTO audit(seq, at, actor, action, subject, detail, mac) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .Bind(1, entry.Seq).Bind(2, note.At.ToUnixTimeMilliseconds()).Bind(3, note.Actor).Bind(4, note.Action).Bind(5, note.Subject)
            .Bind(6, entry.DetailHash).Bind(7, entry.Mac).Run();
    }

    /// <summary>Where the chain ends.</summary>
    public AuditHead Head(SqliteConnection connection)
    {
        using var last = connection.Prepare("SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1");
        return last.Next() ? new AuditHead(node, epoch, last.Long(0), last.Blob(1).ToArray()) : chain.Begin(node, epoch);
    }

    /// <summary>Walks the whole chain.</summary>
    public Result<AuditHead> Verify(SqliteConnection connection, params IReadOnlyList<AuditHead> published) =>
        chain.Verify(node, epoch, Entries(connection), published);

    /// <summary>Who did something, as it stands in the chain.</summary>
    public static string Name(Actor by) => by switch
    {
        Actor.Staff(var id, var role) => $"staff/{id.Value}/{role}",
        Actor.Person => "person",
        _ => "machine",
    };

    private static IEnumerable<AuditEntry> Entries(SqliteConnection connection)
    {
        using var rows = connection.Prepare("SELECT seq, at, actor, action, subject, detail, mac FROM audit ORDER BY seq");
        while (rows.Next())
            yield return new AuditEntry(rows.Long(0), new AuditNote(DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(1)), rows.Text(2), rows.Text(3), rows.Text(4)), rows.Blob(5).ToArray(), rows.Blob(6).ToArray());
    }
}
