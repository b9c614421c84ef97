using System.Collections.Immutable;

namespace Outreach.Referrals.Storage;

/// <summary>How many referrals are open, kept in memory: counting a million rows for a badge is too slow.</summary>
internal sealed class QueueTally
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(QueueName, string, Priority), (int Open, int Unassigned)> _counts = [];

    public ImmutableArray<QueueCount> All
    {
        get
        {
            lock (_gate)
                return [.. _counts.Where(c => c.Value.Open > 0).Select(c => new QueueCount(c.Key.Item1, c.Key.Item2, c.Key.Item3, c.Value.Open, c.Value.Unassigned))];
        }
    }

    public void Add(QueueName queue, string region, Priority priority, int open, int unassigned)
    {
        lock (_gate)
        {
            var (o, u) = _counts.GetValueOrDefault((queue, region, priority));
            _counts[(queue, region, priority)] = (o + open, u + unassigned);
        }
    }

    public void Move(Referral? before, Referral? after)
    {
        Count(before, -1);
        Count(after, +1);
    }

    private void Count(Referral? referral, int by)
    {
        if (referral is not null && Lifecycle.IsOpen(referral.Status))
            Add(referral.Draft.Queue, referral.Draft.Region, referral.Priority, by, referral.Assignee is null ? by : 0);
    }
}
