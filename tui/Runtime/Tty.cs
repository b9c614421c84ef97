using System.Runtime.InteropServices;

namespace Outreach.Tui.Runtime;

/// <summary>
/// The terminal on file descriptors 0 and 1, raw and without the framework's console, which would send mode bytes of
/// its own and read keys in ways that break on split sequences, pastes and mouse events.
/// </summary>
public sealed unsafe class Tty : IDisposable
{
    private const int Input = 0;
    private const int Output = 1;
    private const int TermiosSize = 64;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int AfterOutput = 1;

    private readonly byte[] _saved = new byte[TermiosSize];
    private readonly int _wake = LibC.EventFd(0, NonBlocking | CloseOnExec);
    private bool _known;
    private int _raw;

    /// <summary>Whether input and output are both a terminal.</summary>
    public static bool IsTerminal => LibC.IsTerminal(Input) == 1 && LibC.IsTerminal(Output) == 1;

    /// <summary>Columns and rows; 80 by 24 when the terminal does not know.</summary>
    public static Size Size
    {
        get
        {
            LibC.WindowSize size;
            var known = LibC.Control(Output, LibC.GetWindowSize, &size) == 0 && size.Columns > 0 && size.Rows > 0;
            return known ? new Size(size.Columns, size.Rows) : new Size(80, 24);
        }
    }

    /// <summary>Takes every byte as it comes: no echo, no lines, no signals, no translation.</summary>
    public void EnterRaw()
    {
        if (!_known) Remember();

        var raw = stackalloc byte[TermiosSize];
        _saved.CopyTo(new Span<byte>(raw, TermiosSize));
        MakeRaw(raw);
        LibC.SetAttributes(Input, AfterOutput, raw);
        Volatile.Write(ref _raw, 1);
    }

    /// <summary>Back to how the terminal was; safe to call twice and from any thread.</summary>
    public void LeaveRaw()
    {
        if (Interlocked.Exchange(ref _raw, 0) == 0) return;
        fixed (byte* saved = _saved) LibC.SetAttributes(Input, AfterOutput, saved);
    }

    /// <summary>Sends bytes, all of them; a terminal that is gone is not an error here, reading tells.</summary>
    public static void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (nint sent = 0; sent < bytes.Length;)
            {
                var count = LibC.Write(Output, start + sent, bytes.Length - sent);
                if (count > 0) sent += count;
                else if (!CanRetry()) return;
            }
        }
    }

    /// <summary>Waits for input: its length, 0 after the time or a wake, -1 when the terminal is gone.</summary>
    public int Read(Span<byte> buffer, TimeSpan? timeout)
    {
        var fds = stackalloc LibC.PollFd[2];
        fds[0] = new LibC.PollFd(Input, LibC.PollIn);
        fds[1] = new LibC.PollFd(_wake, LibC.PollIn);
        if (LibC.Poll(fds, 2, Milliseconds(timeout)) <= 0) return 0;
        if ((fds[1].Returned & LibC.PollIn) != 0)
        {
            long count;
            LibC.Read(_wake, (byte*)&count, sizeof(long));
        }

        if ((fds[0].Returned & LibC.PollIn) == 0) return (fds[0].Returned & LibC.PollErrorOrHangUp) != 0 ? -1 : 0;
        fixed (byte* start = buffer)
        {
            var count = LibC.Read(Input, start, buffer.Length);
            return count > 0 ? (int)count
                : count < 0 && Marshal.GetLastPInvokeError() is LibC.Interrupted or LibC.TryAgain ? 0 : -1;
        }
    }

    /// <summary>Ends a waiting <see cref="Read"/>; from any thread.</summary>
    public void Wake()
    {
        long one = 1;
        LibC.Write(_wake, (byte*)&one, sizeof(long));
    }

    /// <summary>Stops this process until it is continued.</summary>
    public static void StopProcess() => _ = LibC.Kill(LibC.ProcessId(), LibC.Stop);

    /// <inheritdoc/>
    public void Dispose() => LeaveRaw();

    /// <summary>Keeps how the terminal was, once: after a stop and a continue it may still be raw.</summary>
    private void Remember()
    {
        fixed (byte* saved = _saved)
        {
            if (LibC.GetAttributes(Input, saved) != 0) throw new InvalidOperationException("standard input is not a terminal");
        }

        _known = true;
    }

    private static int Milliseconds(TimeSpan? timeout) =>
        timeout is { } time ? (int)Math.Clamp(Math.Ceiling(time.TotalMilliseconds), 0, int.MaxValue) : -1;

    private static bool CanRetry()
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == LibC.Interrupted) return true;
        if (error != LibC.TryAgain) return false;
        var fd = new LibC.PollFd(Output, LibC.PollOut);
        LibC.Poll(&fd, 1, -1);
        return true;
    }

    /// <summary>As cfmakeraw does; the layout of termios is that of Linux on x64 and arm64.</summary>
    private static void MakeRaw(byte* termios)
    {
        const uint breaksAndTranslation = 0x1 | 0x2 | 0x8 | 0x20 | 0x40 | 0x80 | 0x100 | 0x400;
        const uint echoLinesAndSignals = 0x1 | 0x2 | 0x8 | 0x40 | 0x8000;
        const uint eightBits = 0x30;
        const int controlCharacters = 17;
        var flags = (uint*)termios;
        flags[0] &= ~breaksAndTranslation;
        flags[1] &= ~1u;
        flags[2] |= eightBits;
        flags[3] &= ~echoLinesAndSignals;
        termios[controlCharacters + 5] = 0;
        termios[controlCharacters + 6] = 1;
    }
}
