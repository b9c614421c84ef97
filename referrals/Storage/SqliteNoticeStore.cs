using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;

namespace Outreach.Referrals.Storage;

/// <summary>Alerts, unanswered questions and what helped, in SQLite. The detail of an alert is sealed under a key of its own that dies after 24 hours.</summary>
public sealed class SqliteNoticeStore(SqliteDatabase database, KeyRing keys, AuditTable audit) : INoticeStore
{
    internal static readonly TimeSpan DetailKept = TimeSpan.FromHours(24);

    /// <summary>As long as a repeat of an answer is told from a new one; then nothing but the counts is left.</summary>
    internal static readonly TimeSpan RepeatsKnown = TimeSpan.FromDays(2);

    private readonly Sealer _sealer = new(keys);
    private readonly OnceHash _once = new(keys);

    /// <inheritdoc/>
    public async ValueTask Raise(EffectId effect, Effect.Alert alert, Origin origin, DateTimeOffset at, CancellationToken cancel) => await database.Write(c =>
    {
        var once = _once.Of(effect);
        var (key, wrapped) = _sealer.NewKey(Place(once, "wrapped"));
        using var used = key;
        var detail = Sealer.Seal(key, Place(once, "detail"), JsonSerializer.SerializeToUtf8Bytes(new AlertDetail(origin, alert.Whereabouts), ReferralJson.Plain.AlertDetail));
        var added = c.Prepare("INSERT INTO alert(once, kind, place, lang, at, wrapped, detail) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING")
            .Bind(1, once).Bind(2, alert.Kind.ToString()).Bind(3, alert.Place).Bind(4, alert.Language.Tag).Bind(5, at.ToUnixTimeMilliseconds())
            .Bind(6, wrapped).Bind(7, detail).Run();
        if (added > 0)
            audit.Append(c, new AuditNote(at, "machine", "alerted", alert.Kind.ToString()), detail);
        return added;
    }, cancel);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Alert>> Alerts(DateTimeOffset since, CancellationToken cancel) => ValueTask.FromResult(database.Read(c =>
    {
        using var rows = c.Prepare("SELECT number, kind, place, lang, at, acknowledged_by, once, wrapped, detail FROM alert WHERE acknowledged_by IS NULL OR at >= ?1 ORDER BY number DESC LIMIT 200")
            .Bind(1, since.ToUnixTimeMilliseconds());
        var alerts = ImmutableArray.CreateBuilder<Alert>();
        while (rows.Next())
            alerts.Add(new Alert(rows.Long(0), Enum.Parse<UrgentKind>(rows.Text(1)), rows.TextOrNull(2), Locale.TryParse(rows.Text(3), out var l) ? l : Locale.English,
                DateTimeOffset.FromUnixTimeMilliseconds(rows.Long(4)), rows.LongOrNull(5) is { } by ? new StaffId((int)by) : null, Detail(rows)));
        return alerts.ToImmutable();
    }));

    /// <inheritdoc/>
    public async ValueTask<bool> Acknowledge(long number, StaffId by, DateTimeOffset at, CancellationToken cancel) => await database.Write(c =>
    {
        var first = c.Prepare("UPDATE alert SET acknowledged_by = ?2, acknowledged_at = ?3 WHERE number = ?1 AND acknowledged_by IS NULL")
            .Bind(1, number).Bind(2, by.Value).Bind(3, at.ToUnixTimeMilliseconds()).Run();
        if (first > 0)
            audit.Append(c, new AuditNote(at, $"staff/{by.Value}", "acknowledged", $"alert/{number}"), []);
        using var known = c.Prepare("SELECT 1 FROM alert WHERE number = ?1").Bind(1, number);
        return known.Next();
    }, cancel);

    /// <inheritdoc/>
    public async ValueTask NoteUnanswered(EffectId effect, Effect.NoteUnanswered note, DateTimeOffset at, CancellationToken cancel) => await database.Write(c =>
        c.Prepare("INSERT INTO unanswered(lang, words, asker, at, place) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
            .Bind(1, note.Language.Tag).Bind(2, note.Words).Bind(3, _once.Of(effect.Conversation)).Bind(4, at.ToUnixTimeMilliseconds()).Bind(5, note.Place).Run(), cancel);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Unanswered>> Unanswered(int askers, CancellationToken cancel) => ValueTask.FromResult(database.Read(c =>
    {
        using var rows = c.Prepare("SELECT lang, words, count(*), place FROM unanswered WHERE (lang, words) IN (SELECT lang, words FROM unanswered GROUP BY lang, words HAVING count(*) >= ?1 ORDER BY count(*) DESC, words LIMIT 200) GROUP BY lang, words, place").Bind(1, askers);
        var found = ImmutableArray.CreateBuilder<Unanswered>();
        while (rows.Next())
            if (Locale.TryParse(rows.Text(0), out var language))
                found.Add(new Unanswered(language, rows.Text(1), (int)rows.Long(2), rows.TextOrNull(3)));
        return Referrals.Unanswered.Of(found, askers);
    }));

    /// <inheritdoc/>
    public async ValueTask NoteHelped(EffectId effect, Effect.NoteHelped note, DateTimeOffset at, CancellationToken cancel) => await database.Write(c =>
        c.Prepare("INSERT INTO counted(once, day) VALUES(?1, ?2) ON CONFLICT DO NOTHING").Bind(1, _once.Of(effect)).Bind(2, Day(at)).Run() == 0
            ? 0
            : c.Prepare("INSERT INTO helped(page, lang, place, yes, no) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET yes = yes + excluded.yes, no = no + excluded.no")
                .Bind(1, note.Page).Bind(2, note.Language.Tag).Bind(3, note.Place ?? "").Bind(4, note.Helped ? 1 : 0).Bind(5, note.Helped ? 0 : 1).Run(), cancel);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<PageHelp>> Helped(int answers, CancellationToken cancel) => ValueTask.FromResult(database.Read(c =>
    {
        using var rows = c.Prepare("SELECT page, lang, place, yes, no FROM helped");
        var found = new List<PageHelp>();
        while (rows.Next())
            if (Locale.TryParse(rows.Text(1), out var language))
                found.Add(new PageHelp(rows.Text(0), language, (int)rows.Long(3), (int)rows.Long(4), rows.Text(2) is { Length: > 0 } place ? place : null));
        return PageHelp.Of(found, answers);
    }));

    /// <inheritdoc/>
    public async ValueTask<int> ForgetDue(DateTimeOffset now, CancellationToken cancel) => await database.Write(
        c =>
        {
            c.Prepare("DELETE FROM counted WHERE day <= ?1").Bind(1, Day(now - RepeatsKnown)).Run();
            return c.Prepare("UPDATE alert SET wrapped = NULL, detail = NULL WHERE detail IS NOT NULL AND at <= ?1").Bind(1, (now - DetailKept).ToUnixTimeMilliseconds()).Run();
        },
        forgotten => forgotten > 0, cancel);

    /// <summary>Nothing finer: two answers of one afternoon are not told apart.</summary>
    private static long Day(DateTimeOffset at) => at.ToUnixTimeSeconds() / 86_400;

    private static SealedPlace Place(ReadOnlySpan<byte> once, string column) => new("alert", once, column, 0);

    private AlertDetail? Detail(Statement row)
    {
        if (row.IsNull(8))
            return null;
        var once = row.Blob(6).ToArray();
        var key = _sealer.Unwrap(Place(once, "wrapped"), row.Blob(7));
        if (!key.Ok)
            throw new StorageException(key.Problems[0]);
        using var used = key.Value;
        var detail = Sealer.Open(used, Place(once, "detail"), row.Blob(8));
        return detail.Ok ? JsonSerializer.Deserialize(detail.Value, ReferralJson.Plain.AlertDetail) : throw new StorageException(detail.Problems[0]);
    }
}
