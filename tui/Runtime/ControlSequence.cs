using System.Globalization;
using System.Text;

namespace Outreach.Tui.Runtime;

/// <summary>What a complete CSI or SS3 sequence means.</summary>
internal static class ControlSequence
{
    private const int WheelBit = 64;

    /// <summary>The event of <c>CSI body final</c>, or null for sequences that say nothing to us.</summary>
    public static InputEvent? Decode(string body, char final) => (body, final) switch
    {
        (['[', ..], >= 'A' and <= 'E') => new InputEvent.Pressed(Key.Function(final - 'A' + 1)),
        (['<', ..], 'M' or 'm') => Mouse(body, final),
        ("", 'I') => new InputEvent.Focused(Has: true),
        ("", 'O') => new InputEvent.Focused(Has: false),
        (['?' or '>', ..], _) => new InputEvent.Reply(body + final),
        (_, 'c' or 'n' or 't' or 'y') => new InputEvent.Reply(body + final),
        ([_, ..], 'R') when !body.StartsWith("1;", StringComparison.Ordinal) => new InputEvent.Reply(body + final),
        _ => Named(body, final),
    };

    /// <summary>The event of <c>SS3 final</c>: cursor, function and keypad keys in application mode.</summary>
    public static InputEvent? Application(char final) => final switch
    {
        >= 'p' and <= 'y' => new InputEvent.Typed(new Rune(final - 'p' + '0')),
        'M' => new InputEvent.Pressed(Key.Enter),
        _ => Final(final) is { } name ? new InputEvent.Pressed(new Key(name)) : null,
    };

    private static InputEvent? Named(string body, char final)
    {
        var numbers = body.Split(';', ':');
        var first = Number(numbers, 0);
        var modifiers = ModifiersOf(Number(numbers, 1));
        if (final == 'u') return Unicode(first, modifiers);
        if (final == '~' && first == 27) return Unicode(Number(numbers, 2), modifiers);
        if (final == 'Z') return new InputEvent.Pressed(Key.BackTab);
        var name = final == '~' ? Tilde(first) : Final(final);
        return name is { } known ? new InputEvent.Pressed(new Key(known, modifiers)) : null;
    }

    private static InputEvent? Unicode(int code, Modifiers modifiers)
    {
        Key? named = code switch { 27 => Key.Escape, 13 => Key.Enter, 9 => Key.Tab, 127 => Key.Backspace, _ => null };
        if (named is { } key) return new InputEvent.Pressed(key with { Modifiers = modifiers });
        if (!Rune.TryCreate(code, out var rune) || Rune.IsControl(rune)) return null;
        return (modifiers & ~Modifiers.Shift) == Modifiers.None
            ? new InputEvent.Typed(rune)
            : new InputEvent.Pressed(new Key(KeyName.Character, modifiers, rune));
    }

    private static InputEvent.Mouse? Mouse(string body, char final)
    {
        var numbers = body[1..].Split(';');
        if (numbers.Length != 3) return null;
        var (button, x, y) = (Number(numbers, 0), Number(numbers, 1), Number(numbers, 2));
        var action = (button & WheelBit) != 0
            ? (button & 1) == 0 ? MouseAction.WheelUp : MouseAction.WheelDown
            : final == 'M' ? MouseAction.Press : MouseAction.Release;
        return new InputEvent.Mouse(action, x - 1, y - 1, (Modifiers)((button >> 2) & 7));
    }

    private static int Number(string[] numbers, int index) =>
        index < numbers.Length && int.TryParse(numbers[index], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 1;

    private static Modifiers ModifiersOf(int code) => code > 1 ? (Modifiers)((code - 1) & 7) : Modifiers.None;

    private static KeyName? Tilde(int code) => code switch
    {
        1 or 7 => KeyName.Home,
        2 => KeyName.Insert,
        3 => KeyName.Delete,
        4 or 8 => KeyName.End,
        5 => KeyName.PageUp,
        6 => KeyName.PageDown,
        >= 11 and <= 15 => KeyName.F1 + (byte)(code - 11),
        >= 17 and <= 21 => KeyName.F6 + (byte)(code - 17),
        23 or 24 => KeyName.F11 + (byte)(code - 23),
        _ => null,
    };

    private static KeyName? Final(char final) => final switch
    {
        'A' => KeyName.Up,
        'B' => KeyName.Down,
        'C' => KeyName.Right,
        'D' => KeyName.Left,
        'H' => KeyName.Home,
        'F' => KeyName.End,
        'P' => KeyName.F1,
        'Q' => KeyName.F2,
        'R' => KeyName.F3,
        'S' => KeyName.F4,
        _ => null,
    };
}
