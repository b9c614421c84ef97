using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Outreach.Content.Editing;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals.Editing;

namespace Outreach.Referrals.Storage;

/// <summary>Changes of content in SQLite. What is public is not sealed; each step stands in the audit chain.</summary>
public sealed class SqliteChangeStore(SqliteDatabase database, AuditTable audit) : IChangeStore
{
    private const string Columns = "number, file, contact, before, after, reason, puts_back, author, at, state, decided_by, decided_at";

    /// <inheritdoc/>
    public async ValueTask<ContentChange> Propose(Proposal proposal, StaffId author, string once, DateTimeOffset at, CancellationToken cancel) => await database.Write(c =>
    {
        using (var had = c.Prepare($"SELECT {Columns} FROM content_change WHERE author = ?1 AND once = ?2").Bind(1, author.Value).Bind(2, once))
            if (had.Next())
                return Row(had);
        using var added = c.Prepare($"INSERT INTO content_change(file, contact, before, after, reason, puts_back, author, at, state, once) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING {Columns}")
            .Bind(1, proposal.Part.File).Bind(2, proposal.Part.Contact).Bind(3, proposal.Before).Bind(4, proposal.After).Bind(5, proposal.Reason)
            .Bind(6, proposal.PutsBack).Bind(7, author.Value).Bind(8, at.ToUnixTimeMilliseconds()).Bind(9, (long)ChangeState.Proposed).Bind(10, once);
        added.Next();
        var change = Row(added);
        added.Next();
        Note(c, "proposed", change, author, at);
        return change;
    }, cancel);

    /// <inheritdoc/>
    public ValueTask<ContentChange?> Find(long number, CancellationToken cancel) => ValueTask.FromResult(database.Read(c => One(c, number)));

    /// <inheritdoc/>
    public async ValueTask<bool> Decide(long number, ChangeState decision, StaffId by, DateTimeOffset at, CancellationToken cancel) => await database.Write(c =>
    {
        var decided = c.Prepare("UPDATE content_change SET state = ?2, decided_by = ?3, decided_at = ?4, place = (SELECT coalesce(max(place), 0) + 1 FROM content_change) WHERE number = ?1 AND state = ?5")
            .Bind(1, number).Bind(2, (long)decision).Bind(3, by.Value).Bind(4, at.ToUnixTimeMilliseconds()).Bind(5, (long)ChangeState.Proposed).Run() > 0;
        if (decided && One(c, number) is { } change)
            Note(c, decision == ChangeState.Published ? "published" : "withdrawn", change, by, at);
        return decided;
    }, cancel);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ContentChange>> Published(CancellationToken cancel) => ValueTask.FromResult(database.Read(c =>
    {
        using var rows = c.Prepare($"SELECT {Columns} FROM content_change WHERE state = ?1 ORDER BY place").Bind(1, (long)ChangeState.Published);
        return All(rows);
    }));

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ContentChange>> Newest(TextPart? part, int most, CancellationToken cancel) => ValueTask.FromResult(database.Read(c =>
    {
        using var rows = c.Prepare($"SELECT {Columns} FROM content_change WHERE ?1 IS NULL OR (file = ?1 AND contact IS ?2) ORDER BY state = ?3 DESC, decided_at DESC, number DESC LIMIT ?4")
            .Bind(1, part?.File).Bind(2, part?.Contact).Bind(3, (long)ChangeState.Proposed).Bind(4, most);
        return All(rows);
    }));

    private static ContentChange? One(SqliteConnection connection, long number)
    {
        using var row = connection.Prepare($"SELECT {Columns} FROM content_change WHERE number = ?1").Bind(1, number);
        return row.Next() ? Row(row) : null;
    }

    private static ImmutableArray<ContentChange> All(Statement rows)
    {
        var all = ImmutableArray.CreateBuilder<ContentChange>();
        while (rows.Next())
            all.Add(Row(rows));
        return all.ToImmutable();
    }

    private static ContentChange Row(Statement row) => new(
        row.Long(0), new Proposal(new TextPart(row.Text(1), row.TextOrNull(2)), row.Text(3), row.Text(4), row.Text(5), row.LongOrNull(6)),
        new StaffId((int)row.Long(7)), Time(row.Long(8)), (ChangeState)row.Long(9), row.LongOrNull(10) is { } by ? new StaffId((int)by) : null, row.LongOrNull(11) is { } at ? Time(at) : null);

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private void Note(SqliteConnection connection, string action, ContentChange change, StaffId by, DateTimeOffset at) =>
        audit.Append(connection, new AuditNote(at, $"staff/{by.Value}", $"change-{action}", $"change/{change.Number.ToString(CultureInfo.InvariantCulture)}"),
            Encoding.UTF8.GetBytes($"{change.What.Part}\0{change.What.Before}\0{change.What.After}\0{change.What.Reason}"));
}
