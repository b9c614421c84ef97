namespace Outreach.Tui.Tests.Support;

/// <summary>Time that passes when a test says so.</summary>
public sealed class FakeClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _passed.Ticks;

    public override DateTimeOffset GetUtcNow() => Start + _passed;

    public void Advance(TimeSpan time) => _passed += time;
}
