using System.Collections.Concurrent;

namespace Outreach.Content.Conversations;

/// <summary>One lane a conversation: turns of the same address wait for each other; and a brake on guessing codes.</summary>
internal sealed class Lanes
{
    private const int TriesPerHour = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> _tries = new(StringComparer.Ordinal);

    /// <summary>Waits for the lane; dispose to leave it.</summary>
    public async Task<IDisposable> Enter(string key, CancellationToken cancel)
    {
        Lane lane;
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(key, out lane!))
                _lanes[key] = lane = new Lane(this, key);
            lane.Waiting++;
        }
        try
        {
            await lane.Gate.WaitAsync(cancel);
        }
        catch
        {
            Forget(lane);
            throw;
        }
        return lane;
    }

    /// <summary>Counts a try of a code; false when an address has tried too often within an hour.</summary>
    public bool MayTry(ConversationKey key, DateTimeOffset now)
    {
        var (_, count) = _tries.AddOrUpdate(key.Hash, _ => (now, 1), (_, t) => now - t.Since > Window ? (now, 1) : (t.Since, t.Count + 1));
        if (_tries.Count > 100_000)
            _tries.Clear();
        return count <= TriesPerHour * 2;                  // a try is counted when it is looked up and when it failed
    }

    private void Forget(Lane lane)
    {
        lock (_lanes)
            if (--lane.Waiting == 0)
                _lanes.Remove(lane.Key);
    }

    private sealed class Lane(Lanes owner, string key) : IDisposable
    {
        public string Key { get; } = key;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Waiting { get; set; }

        public void Dispose()
        {
            Gate.Release();
            owner.Forget(this);
        }
    }
}
