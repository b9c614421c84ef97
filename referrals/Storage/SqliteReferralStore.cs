using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Outreach.Content.Conversations;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;

namespace Outreach.Referrals.Storage;

/// <summary>
/// Referrals in SQLite. Row, sealed body, sealed events, key, audit entry and outbox of one act are one transaction; what a
/// row shows in clear is what sorts the queue, nothing else.
/// </summary>
public sealed class SqliteReferralStore : IReferralStore
{
    private const int MostErasedAtOnce = 200;

    private readonly SqliteDatabase _database;
    private readonly Sealer _sealer;
    private readonly AuditTable _audit;
    private readonly OnceHash _once;
    private readonly QueueTally _tally = new();

    /// <summary>Over an open database with <see cref="ReferralMigrations"/>.</summary>
    public SqliteReferralStore(SqliteDatabase database, KeyRing keys, AuditTable audit)
    {
        (_database, _sealer, _audit, _once) = (database, new Sealer(keys), audit, new OnceHash(keys));
        database.Read(Tally);
    }

    /// <inheritdoc/>
    public async ValueTask<ReferralId> Receive(NewReferral referral, CancellationToken cancel)
    {
        var (id, begun) = await _database.Write(c => Receive(c, referral), cancel);
        _tally.Move(null, begun);
        return id;
    }

    /// <inheritdoc/>
    public ValueTask<ReferralId?> Find(EffectId effect, CancellationToken cancel) => ValueTask.FromResult(_database.Read(c => Once(c, _once.Of(effect))));

    /// <inheritdoc/>
    public async ValueTask<bool> TakeBack(EffectId effect, ReferralAct act, CancellationToken cancel)
    {
        var (first, before, after) = await _database.Write(c => TakeBack(c, effect, act), cancel);
        if (after is not null)
            _tally.Move(before, after);
        return first;
    }

    /// <inheritdoc/>
    public ValueTask<Referral?> Load(ReferralId id, CancellationToken cancel)
    {
        using var stored = _database.Read(c => Load(c, id));
        return ValueTask.FromResult(stored?.Referral);
    }

    /// <inheritdoc/>
    public async ValueTask<Result<Referral>> Act(ReferralId id, ReferralAct act, CancellationToken cancel)
    {
        var (before, result) = await _database.Write(c => Act(c, id, act), cancel);
        if (result.Ok)
            _tally.Move(before, result.Value);
        return result;
    }

    /// <inheritdoc/>
    public ValueTask<QueuePage> Queue(QueueView view, QueueCursor? after, int atMost, CancellationToken cancel) =>
        ValueTask.FromResult(_database.Read(c => QueueQuery.Page(c, _sealer, view, after, atMost)));

    /// <inheritdoc/>
    public ImmutableArray<QueueCount> Counts() => _tally.All;

    /// <inheritdoc/>
    public ValueTask Saw(ReferralId id, StaffId by, DateTimeOffset at, CancellationToken cancel) => Looked(id, "opened", by, at, cancel);

    /// <inheritdoc/>
    public ValueTask SawAnswer(ReferralId id, string path, StaffId by, DateTimeOffset at, CancellationToken cancel) => Looked(id, $"opened-answer {path}", by, at, cancel);

    /// <inheritdoc/>
    public async ValueTask<bool> Erase(ReferralId id, Actor by, DateTimeOffset at, CancellationToken cancel) =>
        await Erase(_ => [id], by, at, cancel) > 0;

    /// <inheritdoc/>
    public async ValueTask<int> EraseDue(DateTimeOffset now, CancellationToken cancel) =>
        await Erase(c => Due(c, now), new Actor.Machine(), now, cancel);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Delivery>> Deliveries(int atMost, CancellationToken cancel) => ValueTask.FromResult(_database.Read(c =>
    {
        using var rows = c.Prepare("SELECT number, ref, entry FROM referral_outbox ORDER BY number LIMIT ?1").Bind(1, atMost);
        var found = ImmutableArray.CreateBuilder<Delivery>();
        while (rows.Next())
            found.Add(new Delivery(rows.Long(0), IdOf(rows.Text(1)), (int)rows.Long(2)));
        return found.ToImmutable();
    }));

    /// <inheritdoc/>
    public async ValueTask Delivered(Delivery delivery, CancellationToken cancel) =>
        await _database.Write(c => c.Prepare("DELETE FROM referral_outbox WHERE number = ?1").Bind(1, delivery.Number).Run(), cancel);

    internal static ReferralId IdOf(string stored) => ReferralId.TryParse(stored, out var id) ? id : throw new StorageException(StorageProblems.Damaged("referral"));

    private async ValueTask Looked(ReferralId id, string action, StaffId by, DateTimeOffset at, CancellationToken cancel) => await _database.Write(c =>
    {
        _audit.Append(c, new AuditNote(at, $"staff/{by.Value}", action, id.ToString()), []);
        return true;
    }, cancel);

    private bool Tally(SqliteConnection c)
    {
        using var rows = c.Prepare("SELECT queue, region, priority, count(*), sum(assignee IS NULL) FROM referral WHERE closed_at IS NULL GROUP BY queue, region, priority");
        while (rows.Next())
            _tally.Add((QueueName)rows.Long(0), rows.Text(1), (Priority)rows.Long(2), (int)rows.Long(3), (int)rows.Long(4));
        return true;
    }

    private (ReferralId Id, Referral? Begun) Receive(SqliteConnection c, NewReferral referral)
    {
        var once = _once.Of(referral.Effect);
        if (Once(c, once) is { } known)
            return (known, null);
        var id = referral.Slip is { } slip && IsUnused(c, slip) ? slip : Unused(c);
        var begun = ReferralLedger.Begin(id, referral);
        var (seal, wrapped) = ReferralSeal.New(_sealer, id);
        using (seal)
        {
            var row = InsertRow(c, begun, seal);
            c.Prepare("INSERT INTO referral_key(id, wrapped) VALUES(?1, ?2)").Bind(1, row).Bind(2, wrapped).Run();
            foreach (var entry in begun.Entries)
                Write(c, row, begun.Id, entry, seal);
            Remember(c, once, id, referral.At);
        }
        return (id, begun);
    }

    private (Referral? Before, Result<Referral> Result) Act(SqliteConnection c, ReferralId id, ReferralAct act)
    {
        using var stored = Load(c, id);
        if (stored is null)
            return (null, ReferralProblems.UnknownReference());
        var before = stored.Referral;
        var once = act.Once is { } name ? _once.Of($"{id} {name}") : null;
        if (once is not null && Once(c, once) is not null)
            return (before, before);
        var decided = ReferralLedger.Decide(before, act);
        if (!decided.Ok)
            return (before, decided.Problems);
        var after = ReferralLedger.Apply(before, act, decided.Value);
        foreach (var entry in after.Entries.Skip(before.Version))
            Write(c, stored.Row, id, entry, stored.Seal);
        if (after.Version > before.Version)
            UpdateRow(c, stored.Row, after, act.At, stored.Seal);
        if (once is not null)
            Remember(c, once, id, act.At);
        return (before, after);
    }

    private (bool First, Referral? Before, Referral? After) TakeBack(SqliteConnection c, EffectId effect, ReferralAct act)
    {
        var once = _once.Of(effect);
        if (Once(c, once) is { } known)
        {
            var (before, result) = Act(c, known, act);
            return result.Ok ? (result.Value.Version > before!.Version, before, result.Value) : (false, null, null);
        }
        var never = Unused(c);                             // stands for what must not come any more, as if it had come and been erased
        Remember(c, once, never, act.At);
        c.Prepare("INSERT INTO referral_receipt(ref, erased_at) VALUES(?1, ?2)").Bind(1, never.Value).Bind(2, act.At.ToUnixTimeMilliseconds()).Run();
        _audit.Append(c, new AuditNote(act.At, AuditTable.Name(act.By), "withdrawn before it came", never.ToString()), []);
        return (true, null, null);
    }

    private async ValueTask<int> Erase(Func<SqliteConnection, ImmutableArray<ReferralId>> which, Actor by, DateTimeOffset at, CancellationToken cancel)
    {
        var gone = await _database.Write(c => which(c).Select(id => Erase(c, id, by, at)).OfType<Referral>().ToImmutableArray(), erased => erased.Length > 0, cancel);
        foreach (var referral in gone)
            _tally.Move(referral, null);
        return gone.Length;
    }

    private Referral? Erase(SqliteConnection c, ReferralId id, Actor by, DateTimeOffset at)
    {
        using var stored = Load(c, id);
        if (stored is null)
            return null;
        foreach (var sql in (ReadOnlySpan<string>)["DELETE FROM referral_key WHERE id = ?1", "DELETE FROM referral_body WHERE id = ?1", "DELETE FROM referral_event WHERE id = ?1", "DELETE FROM referral WHERE id = ?1"])
            c.Prepare(sql).Bind(1, stored.Row).Run();
        c.Prepare("DELETE FROM referral_outbox WHERE ref = ?1").Bind(1, id.Value).Run();
        c.Prepare("INSERT INTO referral_receipt(ref, erased_at) VALUES(?1, ?2) ON CONFLICT DO NOTHING").Bind(1, id.Value).Bind(2, at.ToUnixTimeMilliseconds()).Run();
        _audit.Append(c, new AuditNote(at, AuditTable.Name(by), "erased", id.ToString()), []);
        return stored.Referral;
    }

    private static ImmutableArray<ReferralId> Due(SqliteConnection c, DateTimeOffset now)
    {
        using var rows = c.Prepare("SELECT ref FROM referral WHERE erase_at IS NOT NULL AND erase_at <= ?1 ORDER BY erase_at LIMIT ?2")
            .Bind(1, now.ToUnixTimeMilliseconds()).Bind(2, MostErasedAtOnce);
        var due = ImmutableArray.CreateBuilder<ReferralId>();
        while (rows.Next())
            due.Add(IdOf(rows.Text(0)));
        return due.ToImmutable();
    }

    private void Write(SqliteConnection c, long row, ReferralId id, ReferralEntry entry, ReferralSeal seal)
    {
        var blob = seal.Entry(entry);
        if (entry.Number == 1)
            c.Prepare("INSERT INTO referral_body(id, body) VALUES(?1, ?2)").Bind(1, row).Bind(2, blob).Run();
        else
            c.Prepare("INSERT INTO referral_event(id, number, sealed) VALUES(?1, ?2, ?3)").Bind(1, row).Bind(2, entry.Number).Bind(3, blob).Run();
        _audit.Append(c, new AuditNote(entry.At, AuditTable.Name(entry.By), entry.Event.ToString(), id.ToString()), blob);
        if (QueueRows.IsDelivered(entry.Event))
            c.Prepare("INSERT INTO referral_outbox(ref, entry) VALUES(?1, ?2)").Bind(1, id.Value).Bind(2, entry.Number).Run();
    }

    private static long InsertRow(SqliteConnection c, Referral r, ReferralSeal seal)
    {
        using var insert = c.Prepare("""
            INSERT INTO referral(ref, queue, region, programme, priority, status, assignee, lang, channel, received_at, due_at, updated_at, closed_at, erase_at, version, summary)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) RETURNING id
            """).Bind(1, r.Id.Value).Bind(2, (long)r.Draft.Queue).Bind(3, r.Draft.Region).Bind(4, r.Draft.Programme).Bind(5, (long)r.Priority)
            .Bind(6, (long)r.Status).Bind(7, r.Assignee?.Value).Bind(8, r.Draft.Language.Tag).Bind(9, r.Origin.Channel)
            .Bind(10, r.Received.ToUnixTimeMilliseconds()).Bind(11, r.Due.ToUnixTimeMilliseconds()).Bind(12, r.Received.ToUnixTimeMilliseconds())
            .Bind(13, r.Closed?.ToUnixTimeMilliseconds()).Bind(14, r.EraseAfter?.ToUnixTimeMilliseconds()).Bind(15, r.Version)
            .Bind(16, seal.Summary(QueueRows.SummaryOf(r), r.Version));
        insert.Next();
        var row = insert.Long(0);
        insert.Next();
        return row;
    }

    private static void UpdateRow(SqliteConnection c, long row, Referral r, DateTimeOffset at, ReferralSeal seal) => c.Prepare("""
        UPDATE referral SET priority = ?2, status = ?3, assignee = ?4, due_at = ?5, updated_at = ?6, closed_at = ?7, erase_at = ?8, version = ?9, summary = ?10 WHERE id = ?1
        """).Bind(1, row).Bind(2, (long)r.Priority).Bind(3, (long)r.Status).Bind(4, r.Assignee?.Value).Bind(5, r.Due.ToUnixTimeMilliseconds())
        .Bind(6, at.ToUnixTimeMilliseconds()).Bind(7, r.Closed?.ToUnixTimeMilliseconds()).Bind(8, r.EraseAfter?.ToUnixTimeMilliseconds())
        .Bind(9, r.Version).Bind(10, seal.Summary(QueueRows.SummaryOf(r), r.Version)).Run();

    private Stored? Load(SqliteConnection c, ReferralId id)
    {
        using var row = c.Prepare("SELECT r.id, k.wrapped, b.body FROM referral r JOIN referral_key k ON k.id = r.id JOIN referral_body b ON b.id = r.id WHERE r.ref = ?1").Bind(1, id.Value);
        if (!row.Next())
            return null;
        var seal = ReferralSeal.Of(_sealer, id, row.Blob(1));
        try
        {
            var entries = ImmutableArray.CreateBuilder<ReferralEntry>();
            entries.Add(seal.Entry(1, row.Blob(2)));
            using var events = c.Prepare("SELECT number, sealed FROM referral_event WHERE id = ?1 ORDER BY number").Bind(1, row.Long(0));
            while (events.Next())
                entries.Add(seal.Entry((int)events.Long(0), events.Blob(1)));
            return new Stored(row.Long(0), ReferralLedger.Of(id, entries.ToImmutable()), seal);
        }
        catch
        {
            seal.Dispose();
            throw;
        }
    }

    private static ReferralId? Once(SqliteConnection c, byte[] once)
    {
        using var row = c.Prepare("SELECT ref FROM referral_once WHERE once = ?1").Bind(1, once);
        return row.Next() ? IdOf(row.Text(0)) : null;
    }

    private static void Remember(SqliteConnection c, byte[] once, ReferralId id, DateTimeOffset at) =>
        c.Prepare("INSERT INTO referral_once(once, ref, at) VALUES(?1, ?2, ?3)").Bind(1, once).Bind(2, id.Value).Bind(3, at.ToUnixTimeMilliseconds()).Run();

    /// <summary>A reference that neither a referral nor the receipt of an erased one has.</summary>
    private static ReferralId Unused(SqliteConnection c)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var id = ReferralId.Random();
            if (IsUnused(c, id))
                return id;
        }
        throw new InvalidOperationException("no reference is free");
    }

    private static bool IsUnused(SqliteConnection c, ReferralId id)
    {
        using var known = c.Prepare("SELECT 1 FROM referral WHERE ref = ?1 UNION ALL SELECT 1 FROM referral_receipt WHERE ref = ?1").Bind(1, id.Value);
        return !known.Next();
    }

    private sealed record Stored(long Row, Referral Referral, ReferralSeal Seal) : IDisposable
    {
        public void Dispose() => Seal.Dispose();
    }
}
