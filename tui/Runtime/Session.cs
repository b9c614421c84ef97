using System.Runtime.InteropServices;

namespace Outreach.Tui.Runtime;

/// <summary>
/// Our stay in a terminal: the alternate screen on entering, everything as it was on leaving, however we leave.
/// A <c>finally</c> alone is not enough: an unhandled exception prints over the screen first, and a natively
/// compiled program never runs it.
/// </summary>
public sealed class Session : ITerminal, IDisposable
{
    private static ReadOnlySpan<byte> EnterBytes => "\x1b[?1049h\x1b[?7l\x1b[8l\x1b[?2004h"u8;

    private static ReadOnlySpan<byte> LeaveBytes => "\x1b[8h\x1b[?2004l\x1b[?7h\x1b[m\x1b[?25h\x1b[?1049l"u8;

    private static ReadOnlySpan<byte> MouseOn => "\x1b[?1000;1006h"u8;

    private static ReadOnlySpan<byte> MouseOff => "\x1b[?1000;1006l"u8;

    private const int MostReplies = 10;

    private readonly Tty _tty = new();
    private readonly bool _touch;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _signals;
    private int _inside;

    private Session(bool touch) => _touch = touch;

    /// <inheritdoc/>
    public Size Size => Tty.Size;

    /// <summary>Takes the terminal.</summary>
    /// <param name="touch">Whether clicks and touches are wanted; off where people copy text with the mouse.</param>
    public static Session Open(bool touch = false)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("the terminal runtime is for Linux");
        if (!Tty.IsTerminal) throw new InvalidOperationException("standard input and output are not a terminal; use PlainTerminal");
        var session = new Session(touch);
        AppDomain.CurrentDomain.UnhandledException += session.OnCrash;
        session.Register(PosixSignal.SIGWINCH, TerminalSignals.Resized);
        session.Register(PosixSignal.SIGCONT, TerminalSignals.Continued);
        session.Register(PosixSignal.SIGTSTP, TerminalSignals.StopWanted);
        session.Register(PosixSignal.SIGTERM, TerminalSignals.Terminated);
        session.Register(PosixSignal.SIGHUP, TerminalSignals.Terminated);
        session.Register(PosixSignal.SIGINT, TerminalSignals.Terminated);
        session.Register(PosixSignal.SIGQUIT, TerminalSignals.Terminated);
        session.Resume();
        return session;
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan? timeout) => _tty.Read(buffer, timeout);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes) => Tty.Write(bytes);

    /// <inheritdoc/>
    public void Wake() => _tty.Wake();

    /// <inheritdoc/>
    public TerminalSignals TakeSignals() => (TerminalSignals)Interlocked.Exchange(ref _signals, 0);

    /// <inheritdoc/>
    public void Suspend()
    {
        Leave();
        Tty.StopProcess();
    }

    /// <inheritdoc/>
    public void Resume()
    {
        Volatile.Write(ref _inside, 1);
        _tty.EnterRaw();
        Write(_touch ? [.. EnterBytes, .. MouseOn] : EnterBytes);
    }

    /// <summary>Gives the terminal back.</summary>
    public void Dispose()
    {
        Leave();
        foreach (var registration in _registrations) registration.Dispose();
        AppDomain.CurrentDomain.UnhandledException -= OnCrash;
        _tty.Dispose();
    }

    private void Register(PosixSignal signal, TerminalSignals flag) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = flag is TerminalSignals.Terminated or TerminalSignals.StopWanted;
            Interlocked.Or(ref _signals, (int)flag);
            _tty.Wake();
        }));

    private void OnCrash(object sender, UnhandledExceptionEventArgs crash) => Leave();

    private void Leave()
    {
        if (Interlocked.Exchange(ref _inside, 0) == 0) return;
        Write(_touch ? [.. MouseOff, .. LeaveBytes] : LeaveBytes);
        DrainReplies();
        _tty.LeaveRaw();
    }

    /// <summary>Late answers of the terminal must not land in the shell.</summary>
    private void DrainReplies()
    {
        Span<byte> dropped = stackalloc byte[256];
        for (var i = 0; i < MostReplies && _tty.Read(dropped, TimeSpan.FromMilliseconds(50)) > 0; i++)
        {
        }
    }
}
