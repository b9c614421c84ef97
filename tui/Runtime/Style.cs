using System.Runtime.InteropServices;

namespace Outreach.Tui.Runtime;

/// <summary>The sixteen colours every terminal has, and its own default. Five bytes on the wire where a true colour takes nineteen.</summary>
public enum Ink : byte
{
    Default,
    Black,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    White,
    BrightBlack,
    BrightRed,
    BrightGreen,
    BrightYellow,
    BrightBlue,
    BrightMagenta,
    BrightCyan,
    BrightWhite,
}

/// <summary>What a terminal can do to letters besides colour.</summary>
[Flags]
public enum Emphasis : byte
{
    None = 0,
    Bold = 1,
    Dim = 2,
    Underline = 4,
    Reverse = 8,
}

/// <summary>How a cell looks; <c>default</c> is plain text.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Style(Ink Fore, Ink Back = Ink.Default, Emphasis Emphasis = Emphasis.None)
{
    /// <summary>Plain text.</summary>
    public static readonly Style Plain;

    /// <summary>Bold text in the terminal's colours.</summary>
    public static readonly Style Bold = new(Ink.Default, Ink.Default, Emphasis.Bold);

    /// <summary>Dim text in the terminal's colours.</summary>
    public static readonly Style Dim = new(Ink.Default, Ink.Default, Emphasis.Dim);

    /// <summary>Text in a colour.</summary>
    public static Style Of(Ink fore, Ink back = Ink.Default) => new(fore, back);

    /// <summary>Compared by hand, like cells and keys: the comparers of the framework would have to be compiled while the first screen waits.</summary>
    public bool Equals(Style other) => Fore == other.Fore && Back == other.Back && Emphasis == other.Emphasis;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Fore | (int)Back << 8 | (int)Emphasis << 16;

    /// <summary>The same with more emphasis.</summary>
    public Style With(Emphasis emphasis) => this with { Emphasis = Emphasis | emphasis };
}
