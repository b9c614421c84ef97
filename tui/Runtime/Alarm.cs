namespace Outreach.Tui.Runtime;

/// <summary>
/// A message for later. An app lists the alarms it wants now; one that appears is set, one that disappears is stopped,
/// one that stays keeps running and rings once.
/// </summary>
public abstract record Alarm<TMsg>
    where TMsg : class
{
    private Alarm()
    {
    }

    /// <summary>What it says when it rings.</summary>
    public abstract TMsg Message { get; init; }

    /// <summary>Rings when it has been listed for a time. The name tells apart alarms that are otherwise equal.</summary>
    public sealed record After(string Name, TimeSpan Delay, TMsg Message) : Alarm<TMsg>;

    /// <summary>Rings when nobody has touched a key for a time; any key winds it up again.</summary>
    public sealed record Idle(TimeSpan Delay, TMsg Message) : Alarm<TMsg>;
}
