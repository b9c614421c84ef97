namespace Outreach.Tui.Runtime;

/// <summary>When frames carry a question the terminal must answer before the next is sent.</summary>
public enum Acknowledgement
{
    /// <summary>Over SSH.</summary>
    Auto,

    /// <summary>Each frame.</summary>
    Always,

    /// <summary>No frame.</summary>
    Never,
}

/// <summary>How a program runs, as opposed to what it does.</summary>
public sealed record LoopOptions
{
    /// <summary>For alarms and timeouts.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The styles views get.</summary>
    public Theme Theme { get; init; } = Theme.Plain;

    /// <summary>Flow control on slow links.</summary>
    public Acknowledgement Acknowledge { get; init; } = Acknowledgement.Auto;

    /// <summary>How long a lone ESC waits to become a key; four times as long on slow links.</summary>
    public TimeSpan EscapeDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether Ctrl-Z hands the terminal back to the shell; false at the kiosk.</summary>
    public bool CanSuspend { get; init; } = true;

    /// <summary>Cells of each Ethiopic syllable: two where the font needs them.</summary>
    public bool SpacesEthiopic { get; init; }

    /// <summary>Environment variables; <c>OUTREACH__BIDI</c> (visual, logical, kitty) overrides what the terminal says.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
