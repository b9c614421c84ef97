using System.Globalization;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Widgets;

/// <summary>Whether keys go to a widget; where they do, it shows the caret.</summary>
public enum Focus
{
    Here,
    Elsewhere,
}

/// <summary>
/// One line to write in. The text is kept as it is written; on the screen it keeps to the edge at which it begins.
/// Left and right move on the screen, Home and End and Backspace in the text.
/// </summary>
public sealed record TextField
{
    /// <summary>What was written.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the next letter goes; always between two graphemes.</summary>
    public int Caret { get; init; }

    /// <summary>Most UTF-16 units it takes.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>What stands for each letter of a secret; null shows the text.</summary>
    public char? Mask { get; init; }

    /// <summary>Base direction; for telephone numbers and codes left to right.</summary>
    public Flow Flow { get; init; }

    /// <summary>A field with a text, the caret behind it.</summary>
    public static TextField Of(string text) => new() { Text = text, Caret = text.Length };

    /// <summary>The field after an event. Enter, Tab and keys with Ctrl or Alt are left to the screen.</summary>
    public TextField Update(InputEvent input) => input switch
    {
        InputEvent.Typed typed => Insert(typed.Rune.ToString()),
        InputEvent.Pasted pasted => Insert(pasted.Text),
        InputEvent.Pressed { Which: { Modifiers: Modifiers.None } key } => Edit(key.Name),
        _ => this,
    };

    /// <summary>Draws it in the first row of a place.</summary>
    public void Draw(Painter painter, Rect place, Focus focus = Focus.Here)
    {
        if (place.Width < 2 || place.Height < 1) return;
        painter.Fill(place.Row(0), painter.Theme.Field);
        var line = TextLayout.Line(Shown(Text), Flow, painter.Typesetting);
        var caret = new CaretMap(line).ColumnOf(ShownIndex(Caret));
        var left = FieldView.Left(line, caret, place.Width, painter.RightToLeft);
        var inside = painter.Within(place.Row(0)).Mirrored(rightToLeft: false);
        inside.Line(new Rect(left, 0, line.Width, 1), line, painter.Theme.Field);
        if (focus == Focus.Here) inside.Caret(Math.Clamp(left + caret, 0, place.Width - 1), 0);
    }

    private TextField Edit(KeyName key) => key switch
    {
        KeyName.Left => Step(-1),
        KeyName.Right => Step(+1),
        KeyName.Home => this with { Caret = 0 },
        KeyName.End => this with { Caret = Text.Length },
        KeyName.Backspace => Remove(Graphemes.Before(Text, Caret), Caret),
        KeyName.Delete => Remove(Caret, Graphemes.After(Text, Caret)),
        _ => this,
    };

    private TextField Insert(string text)
    {
        var clean = Sanitizer.Line(text);
        clean = clean[..Graphemes.Fit(clean, MaxLength - Text.Length)];
        var joined = Text.Insert(Caret, clean);
        return this with { Text = joined, Caret = Graphemes.AtOrAfter(joined, Caret + clean.Length) };
    }

    private TextField Remove(int start, int end) =>
        this with { Text = Text.Remove(start, end - start), Caret = Graphemes.AtOrAfter(Text.Remove(start, end - start), start) };

    private TextField Step(int direction)
    {
        if (Mask is not null) return this with { Caret = direction < 0 ? Graphemes.Before(Text, Caret) : Graphemes.After(Text, Caret) };
        return this with { Caret = new CaretMap(TextLayout.Line(Text, Flow)).Step(Caret, direction) };
    }

    private string Shown(string text) => Mask is { } mask ? new string(mask, new StringInfo(text).LengthInTextElements) : text;

    private int ShownIndex(int index) => Mask is null ? index : new StringInfo(Text[..index]).LengthInTextElements;
}

/// <summary>Which part of a long text a field shows: follows from the caret alone, in steps of half the field.</summary>
internal static class FieldView
{
    /// <summary>Column of the field at which the text's left edge lies; negative when its beginning is out of sight.</summary>
    public static int Left(VisualLine line, int caret, int width, bool fromRight)
    {
        if (line.RightToLeft) return width - line.Width + Hidden(line.Width - 1 - caret, width);
        if (fromRight && line.Width < width) return width - 1 - line.Width;
        return -Hidden(caret, width);
    }

    private static int Hidden(int distance, int width)
    {
        var step = Math.Max(1, width / 2);
        return distance < width ? 0 : ((distance - width) / step + 1) * step;
    }
}
