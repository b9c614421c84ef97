using System.Collections.Immutable;

namespace Outreach.Tui.Runtime;

/// <summary>Keeps the alarms an app lists: which are running, when they ring.</summary>
internal sealed class AlarmClock<TMsg>(TimeProvider clock)
    where TMsg : class
{
    private readonly record struct Running(long Since, bool Rung);

    private Dictionary<Alarm<TMsg>, Running> _running = [];
    private long _touched = clock.GetTimestamp();

    /// <summary>Someone touched a key.</summary>
    public void Touch()
    {
        _touched = clock.GetTimestamp();
        foreach (var (alarm, _) in _running.Where(entry => entry.Key is Alarm<TMsg>.Idle).ToArray()) _running[alarm] = new Running(_touched, Rung: false);
    }

    /// <summary>Sets and stops alarms so that the listed ones run.</summary>
    public void Follow(ImmutableArray<Alarm<TMsg>> listed)
    {
        var next = new Dictionary<Alarm<TMsg>, Running>(listed.Length);
        foreach (var alarm in listed)
        {
            var since = alarm is Alarm<TMsg>.Idle ? _touched : clock.GetTimestamp();
            next[alarm] = _running.GetValueOrDefault(alarm, new Running(since, Rung: false));
        }

        _running = next;
    }

    /// <summary>Time until the next alarm; null when none is running.</summary>
    public TimeSpan? Next()
    {
        TimeSpan? next = null;
        foreach (var (alarm, running) in _running)
        {
            if (running.Rung) continue;
            var left = DelayOf(alarm) - clock.GetElapsedTime(running.Since);
            if (next is null || left < next) next = left;
        }

        return next < TimeSpan.Zero ? TimeSpan.Zero : next;
    }

    /// <summary>The messages of the alarms that ring now; each rings once.</summary>
    public ImmutableArray<TMsg> Ring()
    {
        var ringing = _running
            .Where(entry => !entry.Value.Rung && clock.GetElapsedTime(entry.Value.Since) >= DelayOf(entry.Key))
            .Select(entry => entry.Key)
            .ToImmutableArray();
        foreach (var alarm in ringing) _running[alarm] = _running[alarm] with { Rung = true };
        return [.. ringing.Select(alarm => alarm.Message)];
    }

    private static TimeSpan DelayOf(Alarm<TMsg> alarm) => alarm switch
    {
        Alarm<TMsg>.After after => after.Delay,
        Alarm<TMsg>.Idle idle => idle.Delay,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
