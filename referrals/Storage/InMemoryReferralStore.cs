using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Localization;

namespace Outreach.Referrals.Storage;

/// <summary>Referrals in memory, for tests and for trying out.</summary>
public sealed class InMemoryReferralStore : IReferralStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ReferralId, Referral> _referrals = [];
    private readonly Dictionary<string, ReferralId> _once = new(StringComparer.Ordinal);
    private readonly HashSet<ReferralId> _receipts = [];
    private readonly List<Delivery> _outbox = [];
    private readonly QueueTally _tally = new();
    private long _delivery;

    /// <inheritdoc/>
    public ValueTask<ReferralId> Receive(NewReferral referral, CancellationToken cancel)
    {
        lock (_gate)
        {
            var once = referral.Effect.ToString();
            if (_once.TryGetValue(once, out var known))
                return ValueTask.FromResult(known);
            var begun = ReferralLedger.Begin(referral.Slip is { } slip && IsUnused(slip) ? slip : ReferralId.Random(), referral);
            _once[once] = begun.Id;
            Put(null, begun);
            return ValueTask.FromResult(begun.Id);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ReferralId?> Find(EffectId effect, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult<ReferralId?>(_once.TryGetValue(effect.ToString(), out var known) ? known : null);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TakeBack(EffectId effect, ReferralAct act, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_once.TryGetValue(effect.ToString(), out var known))
            {
                var before = _referrals.GetValueOrDefault(known)?.Version;
                var acted = Act(known, act);
                return ValueTask.FromResult(acted.Ok && acted.Value.Version > before);
            }
            var never = ReferralId.Random();
            _once[effect.ToString()] = never;
            _receipts.Add(never);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Referral?> Load(ReferralId id, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult(_referrals.GetValueOrDefault(id));
    }

    /// <inheritdoc/>
    public ValueTask<Result<Referral>> Act(ReferralId id, ReferralAct act, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult(Act(id, act));
    }

    /// <inheritdoc/>
    public ValueTask<QueuePage> Queue(QueueView view, QueueCursor? after, int atMost, CancellationToken cancel)
    {
        lock (_gate)
        {
            var shown = _referrals.Values.Where(r => QueueRows.Shows(view, r));
            var ordered = view.ClosedSince is null ? NeediestFirst(shown, after) : NewestFirst(shown, after);
            var rows = ordered.Take(atMost + 1).Select(QueueRows.Of).ToImmutableArray();
            return ValueTask.FromResult(rows.Length > atMost ? new QueuePage(rows[..atMost], QueueRows.CursorOf(rows[atMost - 1])) : new QueuePage(rows, null));
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<QueueCount> Counts() => _tally.All;

    /// <inheritdoc/>
    public ValueTask Saw(ReferralId id, StaffId by, DateTimeOffset at, CancellationToken cancel) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask SawAnswer(ReferralId id, string path, StaffId by, DateTimeOffset at, CancellationToken cancel) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<bool> Erase(ReferralId id, Actor by, DateTimeOffset at, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult(Remove(id));
    }

    /// <inheritdoc/>
    public ValueTask<int> EraseDue(DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult(_referrals.Values.Where(r => r.EraseAfter <= now).Select(r => r.Id).ToList().Count(Remove));
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Delivery>> Deliveries(int atMost, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult<ImmutableArray<Delivery>>([.. _outbox.Take(atMost)]);
    }

    /// <inheritdoc/>
    public ValueTask Delivered(Delivery delivery, CancellationToken cancel)
    {
        lock (_gate)
            _outbox.Remove(delivery);
        return ValueTask.CompletedTask;
    }

    private Result<Referral> Act(ReferralId id, ReferralAct act)
    {
        if (!_referrals.TryGetValue(id, out var before))
            return ReferralProblems.UnknownReference();
        var once = $"{id} {act.Once}";
        if (act.Once is not null && _once.ContainsKey(once))
            return before;
        var decided = ReferralLedger.Decide(before, act);
        if (!decided.Ok)
            return decided.Problems;
        var after = ReferralLedger.Apply(before, act, decided.Value);
        Put(before, after);
        if (act.Once is not null)
            _once[once] = id;
        return after;
    }

    private void Put(Referral? before, Referral after)
    {
        _referrals[after.Id] = after;
        _tally.Move(before, after);
        foreach (var entry in after.Entries.Skip(before?.Version ?? 0).Where(e => QueueRows.IsDelivered(e.Event)))
            _outbox.Add(new Delivery(++_delivery, after.Id, entry.Number));
    }

    private bool Remove(ReferralId id)
    {
        if (!_referrals.Remove(id, out var gone))
            return false;
        _tally.Move(gone, null);
        _receipts.Add(id);
        _outbox.RemoveAll(d => d.Id == id);
        return true;
    }

    private static IEnumerable<Referral> NeediestFirst(IEnumerable<Referral> shown, QueueCursor? after) => shown
        .OrderByDescending(r => r.Priority).ThenBy(r => r.Due).ThenBy(r => r.Id.Value, StringComparer.Ordinal)
        .Where(r => after is null || r.Priority < after.Priority
            || (r.Priority == after.Priority && (r.Due > after.At || (r.Due == after.At && IsBehind(r, after)))));

    private static IEnumerable<Referral> NewestFirst(IEnumerable<Referral> shown, QueueCursor? after) => shown
        .OrderByDescending(r => r.Closed).ThenBy(r => r.Id.Value, StringComparer.Ordinal)
        .Where(r => after is null || r.Closed < after.At || (r.Closed == after.At && IsBehind(r, after)));

    private static bool IsBehind(Referral r, QueueCursor after) => string.CompareOrdinal(r.Id.Value, after.Id.Value) > 0;

    private bool IsUnused(ReferralId id) => !_referrals.ContainsKey(id) && !_receipts.Contains(id);
}
