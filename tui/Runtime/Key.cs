using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Outreach.Tui.Runtime;

/// <summary>Keys that have a name; <see cref="Character"/> is all the others.</summary>
public enum KeyName : byte
{
    Character,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Insert,
    Delete,
    Enter,
    Tab,
    BackTab,
    Escape,
    Backspace,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12,
}

/// <summary>Keys held down with another.</summary>
[Flags]
public enum Modifiers : byte
{
    None = 0,
    Shift = 1,
    Alt = 2,
    Ctrl = 4,
}

/// <summary>One key as a value; compares by what was pressed.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Key(KeyName Name, Modifiers Modifiers = Modifiers.None, Rune Rune = default)
{
    public static readonly Key Up = new(KeyName.Up);
    public static readonly Key Down = new(KeyName.Down);
    public static readonly Key Left = new(KeyName.Left);
    public static readonly Key Right = new(KeyName.Right);
    public static readonly Key Home = new(KeyName.Home);
    public static readonly Key End = new(KeyName.End);
    public static readonly Key PageUp = new(KeyName.PageUp);
    public static readonly Key PageDown = new(KeyName.PageDown);
    public static readonly Key Delete = new(KeyName.Delete);
    public static readonly Key Enter = new(KeyName.Enter);
    public static readonly Key Tab = new(KeyName.Tab);
    public static readonly Key BackTab = new(KeyName.BackTab);
    public static readonly Key Escape = new(KeyName.Escape);
    public static readonly Key Backspace = new(KeyName.Backspace);

    /// <summary>A letter, digit or sign.</summary>
    public static Key Of(char letter) => new(KeyName.Character, Modifiers.None, new Rune(letter));

    /// <summary>A letter with Ctrl.</summary>
    public static Key Ctrl(char letter) => new(KeyName.Character, Modifiers.Ctrl, new Rune(letter));

    /// <summary>A letter with Alt.</summary>
    public static Key Alt(char letter) => new(KeyName.Character, Modifiers.Alt, new Rune(letter));

    /// <summary>A function key, 1 to 12.</summary>
    public static Key Function(int number) => new(KeyName.F1 + (byte)(number - 1));

    /// <summary>The decimal digit of a plain digit key in any script, or null.</summary>
    public int? Digit => Name == KeyName.Character && Modifiers == Modifiers.None
        && CharUnicodeInfo.GetDecimalDigitValue(Rune.ToString(), 0) is var digit and >= 0 ? digit : null;

    /// <summary>What to call it on the screen: <c>Enter</c>, <c>c</c>, <c>Ctrl-C</c>.</summary>
    public string Label
    {
        get
        {
            var ctrl = Modifiers.HasFlag(Modifiers.Ctrl);
            var name = Name switch
            {
                KeyName.Character when Rune.Value == ' ' => "Space",
                KeyName.Character when ctrl => Rune.ToUpperInvariant(Rune).ToString(),
                KeyName.Character => Rune.ToString(),
                KeyName.PageUp => "PgUp",
                KeyName.PageDown => "PgDn",
                KeyName.Escape => "Esc",
                KeyName.BackTab => "Shift-Tab",
                _ => Name.ToString(),
            };
            var alt = Modifiers.HasFlag(Modifiers.Alt) ? "Alt-" : "";
            var shift = Modifiers.HasFlag(Modifiers.Shift) ? "Shift-" : "";
            return (ctrl ? "Ctrl-" : "") + alt + shift + name;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Key other) => Name == other.Name && Modifiers == other.Modifiers && Rune.Value == other.Rune.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Name | (int)Modifiers << 8 | Rune.Value << 11;

    /// <inheritdoc/>
    public override string ToString() => Label;
}
