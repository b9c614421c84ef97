using System.Collections.Immutable;
using Outreach.Content.Editing;
using Outreach.Referrals.Editing;

namespace Outreach.Referrals.Storage;

/// <summary>Changes of content in memory, for tests and for trying out.</summary>
public sealed class InMemoryChangeStore : IChangeStore
{
    private readonly Lock _gate = new();
    private readonly List<ContentChange> _all = [];
    private readonly List<long> _published = [];
    private readonly Dictionary<(StaffId, string), long> _once = [];

    /// <inheritdoc/>
    public ValueTask<ContentChange> Propose(Proposal proposal, StaffId author, string once, DateTimeOffset at, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_once.TryAdd((author, once), _all.Count + 1))
                _all.Add(new ContentChange(_all.Count + 1, proposal, author, at, ChangeState.Proposed));
            return ValueTask.FromResult(_all[(int)_once[(author, once)] - 1]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ContentChange?> Find(long number, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult(_all.Find(c => c.Number == number));
    }

    /// <inheritdoc/>
    public ValueTask<bool> Decide(long number, ChangeState decision, StaffId by, DateTimeOffset at, CancellationToken cancel)
    {
        lock (_gate)
        {
            var index = _all.FindIndex(c => c.Number == number && c.State == ChangeState.Proposed);
            if (index < 0)
                return ValueTask.FromResult(false);
            _all[index] = _all[index] with { State = decision, DecidedBy = by, DecidedAt = at };
            if (decision == ChangeState.Published)
                _published.Add(number);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ContentChange>> Published(CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult<ImmutableArray<ContentChange>>([.. _published.Select(n => _all[(int)n - 1])]);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ContentChange>> Newest(TextPart? part, int most, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult<ImmutableArray<ContentChange>>(
                [.. _all.Where(c => part is null || c.What.Part == part).OrderByDescending(c => c.State == ChangeState.Proposed).ThenByDescending(c => c.DecidedAt).ThenByDescending(c => c.Number).Take(most)]);
    }
}
