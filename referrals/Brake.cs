using System.Collections.Concurrent;

namespace Outreach.Referrals;

/// <summary>So many tries within a time, by key. Keys whose time is over are let go.</summary>
/// <param name="most">How many.</param>
/// <param name="window">Within which time.</param>
public sealed class Brake<TKey>(int most, TimeSpan window) where TKey : notnull
{
    private const int MostKeys = 100_000;
    private readonly ConcurrentDictionary<TKey, (DateTimeOffset Since, int Count)> _tries = new();

    /// <summary>Counts a try; false when there were too many.</summary>
    public bool MayTry(TKey key, DateTimeOffset now)
    {
        if (_tries.Count > MostKeys)
            foreach (var (old, tries) in _tries)
                if (now - tries.Since > window)
                    _tries.TryRemove(old, out _);
        var (_, count) = _tries.AddOrUpdate(key, _ => (now, 1), (_, t) => now - t.Since > window ? (now, 1) : (t.Since, t.Count + 1));
        return count <= most;
    }
}
