namespace Outreach.Tui.Runtime;

/// <summary>
/// Keeps a slow link from filling up: each frame ends with a question, and while the answer is out nothing new is sent,
/// except the echo of a key. An answer that never comes is given up after two seconds.
/// </summary>
public sealed class FlowControl(TimeProvider clock)
{
    /// <summary>How long to believe that an answer is on its way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MostInFlight = 2;
    private readonly long[] _sent = new long[MostInFlight];
    private int _inFlight;

    /// <summary>The question: a device status report.</summary>
    public static ReadOnlySpan<byte> Question => "\x1b[5n"u8;

    /// <summary>The answer, as an <see cref="InputEvent.Reply"/> has it.</summary>
    public const string Answer = "0n";

    /// <summary>How long the last answer took; null before the first.</summary>
    public TimeSpan? RoundTrip { get; private set; }

    /// <summary>When waiting makes no more sense; null when nothing is out.</summary>
    public TimeSpan? Remaining => _inFlight > 0 ? Patience - clock.GetElapsedTime(_sent[0]) : null;

    /// <summary>Whether a frame may go out now.</summary>
    /// <param name="echo">Whether it answers a key.</param>
    public bool MaySend(bool echo)
    {
        if (Remaining <= TimeSpan.Zero) _inFlight = 0;
        return _inFlight < (echo ? MostInFlight : 1);
    }

    /// <summary>A question went out.</summary>
    public void Sent()
    {
        if (_inFlight < MostInFlight) _sent[_inFlight++] = clock.GetTimestamp();
    }

    /// <summary>An answer came in.</summary>
    public void Answered()
    {
        if (_inFlight == 0) return;
        RoundTrip = clock.GetElapsedTime(_sent[0]);
        _sent[0] = _sent[1];
        _inFlight--;
    }
}
