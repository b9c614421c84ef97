namespace Outreach.Tui.Runtime;

/// <summary>What happened to the terminal besides input.</summary>
[Flags]
public enum TerminalSignals
{
    None = 0,
    Resized = 1,
    Continued = 2,
    Terminated = 4,
    StopWanted = 8,
}

/// <summary>What the loop needs of a terminal; tests put one of their own here.</summary>
public interface ITerminal
{
    /// <summary>Columns and rows now.</summary>
    Size Size { get; }

    /// <summary>Waits for input: its length, 0 after the time or a <see cref="Wake"/>, -1 when the terminal is gone.</summary>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="timeout">How long to wait; null for as long as it takes.</param>
    int Read(Span<byte> buffer, TimeSpan? timeout);

    /// <summary>Sends bytes, all of them.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Ends a waiting <see cref="Read"/>; from any thread.</summary>
    void Wake();

    /// <summary>The signals since the last call.</summary>
    TerminalSignals TakeSignals();

    /// <summary>Gives the terminal back and stops the process until it is continued.</summary>
    void Suspend();

    /// <summary>Takes the terminal again after the process was stopped.</summary>
    void Resume();
}
