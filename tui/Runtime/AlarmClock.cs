using System.Collections.Immutable;

namespace Outreach.Tui.Runtime;

/// <summary>Keeps the alarms an app lists: which are running, when they ring.</summary>
internal sealed class AlarmClock<TMsg>(TimeProvider clock)
    where TMsg : class
{
    private sealed class Running(Alarm<TMsg> alarm, long since)
    {
        public Alarm<TMsg> Alarm { get; } = alarm;

        public long Since { get; set; } = since;

        public bool Rung { get; set; }

        public TimeSpan Delay { get; } = alarm switch
        {
            Alarm<TMsg>.After after => after.Delay,
            Alarm<TMsg>.Idle idle => idle.Delay,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private List<Running> _running = [];
    private long _touched = clock.GetTimestamp();

    /// <summary>Someone touched a key.</summary>
    public void Touch()
    {
        _touched = clock.GetTimestamp();
        foreach (var running in _running)
        {
            if (running.Alarm is Alarm<TMsg>.Idle) (running.Since, running.Rung) = (_touched, false);
        }
    }

    /// <summary>Sets and stops alarms so that the listed ones run.</summary>
    public void Follow(ImmutableArray<Alarm<TMsg>> listed)
    {
        var next = new List<Running>(listed.Length);
        foreach (var alarm in listed)
            next.Add(_running.Find(running => running.Alarm == alarm) ?? new Running(alarm, alarm is Alarm<TMsg>.Idle ? _touched : clock.GetTimestamp()));
        _running = next;
    }

    /// <summary>Time until the next alarm; null when none is running.</summary>
    public TimeSpan? Next()
    {
        TimeSpan? next = null;
        foreach (var running in _running)
        {
            if (!running.Rung && (next is null || Left(running) < next)) next = Left(running);
        }

        return next < TimeSpan.Zero ? TimeSpan.Zero : next;
    }

    /// <summary>The messages of the alarms that ring now; each rings once.</summary>
    public ImmutableArray<TMsg> Ring()
    {
        var messages = ImmutableArray<TMsg>.Empty;
        foreach (var running in _running)
        {
            if (running.Rung || Left(running) > TimeSpan.Zero) continue;
            running.Rung = true;
            messages = messages.Add(running.Alarm.Message);
        }

        return messages;
    }

    private TimeSpan Left(Running running) => running.Delay - clock.GetElapsedTime(running.Since);
}
