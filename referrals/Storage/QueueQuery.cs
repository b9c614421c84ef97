using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;

namespace Outreach.Referrals.Storage;

/// <summary>
/// The queue as SQL. The text follows from the shape of the view, so few statements are prepared; values are parameters.
/// Order: priority, then what is due first (closed ones: the newest first); a page begins behind the last row of the one before.
/// </summary>
internal static class QueueQuery
{
    /// <summary>How SQLite reads a view; tests look whether an index gives the order.</summary>
    public static string Plan(SqliteConnection c, QueueView view)
    {
        var values = new List<(string? Text, long Number)>();
        using var rows = c.Prepare("EXPLAIN QUERY PLAN " + Sql(view, null, 50, values));
        var plan = new StringBuilder();
        while (rows.Next())
            plan.Append(rows.Text(3)).Append('\n');
        return plan.ToString();
    }

    public static QueuePage Page(SqliteConnection c, Sealer sealer, QueueView view, QueueCursor? after, int atMost)
    {
        var values = new List<(string? Text, long Number)>();
        using var rows = c.Prepare(Sql(view, after, atMost, values));
        for (var i = 0; i < values.Count; i++)
            _ = values[i].Text is { } text ? rows.Bind(i + 1, text) : rows.Bind(i + 1, values[i].Number);
        var page = ImmutableArray.CreateBuilder<QueueRow>(atMost);
        var more = false;
        while (rows.Next() && !(more = page.Count == atMost))
            page.Add(Row(rows, sealer));
        return new QueuePage(page.ToImmutable(), more ? QueueRows.CursorOf(page[^1]) : null);
    }

    private static string Sql(QueueView view, QueueCursor? after, int atMost, List<(string?, long)> values)
    {
        string Text(string value) => Add((value, 0));
        string Number(long value) => Add((null, value));
        string Add((string?, long) value)
        {
            values.Add(value);
            return $"?{values.Count}";
        }

        var sql = new StringBuilder("""
            SELECT r.ref, r.priority, r.due_at, r.received_at, r.programme, r.region, r.status, r.assignee, r.lang, r.channel, r.version, r.summary, k.wrapped, r.closed_at
            FROM referral r JOIN referral_key k ON k.id = r.id WHERE
            """);
        sql.Append(view.ClosedSince is { } since ? $" r.closed_at >= {Number(since.ToUnixTimeMilliseconds())}" : " r.closed_at IS NULL");
        sql.Append(" AND r.queue = ").Append(Number((long)view.Queue));
        if (view.Assignee is { } mine)
            sql.Append(" AND r.assignee IS NOT NULL AND r.assignee = ").Append(Number(mine.Value));
        if (view.Unassigned)
            sql.Append(" AND r.assignee IS NULL");
        if (view.Regions is [var region])
            sql.Append(" AND r.region = ").Append(Text(region));
        else if (!view.Regions.IsEmpty)
            sql.Append(" AND r.region IN (").AppendJoin(", ", view.Regions.Select(Text)).Append(')');
        if (!view.NotRegions.IsEmpty)
            sql.Append(" AND r.region NOT IN (").AppendJoin(", ", view.NotRegions.Select(Text)).Append(')');
        if (view.Programme is { } programme)
            sql.Append(" AND r.programme = ").Append(Text(programme));
        if (view.Status is { } status)
            sql.Append(" AND r.status = ").Append(Number((long)status));
        if (view.DueBefore is { } due)
            sql.Append(" AND r.due_at < ").Append(Number(due.ToUnixTimeMilliseconds()));
        if (after is { } end && view.ClosedSince is not null)
        {
            var at = Number(end.At.ToUnixTimeMilliseconds());
            sql.Append($" AND (r.closed_at < {at} OR (r.closed_at = {at} AND r.ref > {Text(end.Id.Value)}))");
        }
        else if (after is { } last)
        {
            var priority = Number((long)last.Priority);
            sql.Append($" AND (r.priority < {priority} OR (r.priority = {priority} AND (r.due_at, r.ref) > ({Number(last.At.ToUnixTimeMilliseconds())}, {Text(last.Id.Value)})))");
        }
        sql.Append(view.ClosedSince is null ? " ORDER BY r.priority DESC, r.due_at, r.ref LIMIT " : " ORDER BY r.closed_at DESC, r.ref LIMIT ").Append(Number(atMost + 1));
        return sql.ToString();
    }

    private static QueueRow Row(Statement row, Sealer sealer)
    {
        var id = SqliteReferralStore.IdOf(row.Text(0));
        using var seal = ReferralSeal.Of(sealer, id, row.Blob(12));
        return new QueueRow
        {
            Id = id,
            Priority = (Priority)row.Long(1),
            Due = DateTimeOffset.FromUnixTimeMilliseconds(row.Long(2)),
            Received = DateTimeOffset.FromUnixTimeMilliseconds(row.Long(3)),
            Programme = row.Text(4),
            Region = row.Text(5),
            Status = (ReferralStatus)row.Long(6),
            Assignee = row.LongOrNull(7) is { } staff ? new StaffId((int)staff) : null,
            Language = Locale.TryParse(row.Text(8), out var language) ? language : Locale.English,
            Channel = row.Text(9),
            Closed = row.LongOrNull(13) is { } closed ? DateTimeOffset.FromUnixTimeMilliseconds(closed) : null,
            Summary = seal.Summary(row.Blob(11), (int)row.Long(10)),
        };
    }
}
