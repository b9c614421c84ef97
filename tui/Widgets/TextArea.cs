using System.Collections.Immutable;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Widgets;

/// <summary>Several lines to write in. Each line keeps to the edge at which it begins.</summary>
public sealed record TextArea
{
    /// <summary>What was written; lines end with <c>\n</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where the next letter goes; always between two graphemes.</summary>
    public int Caret { get; init; }

    /// <summary>Most UTF-16 units it takes.</summary>
    public int MaxLength { get; init; } = 2_000;

    /// <summary>The area after an event. Tab and keys with Ctrl or Alt are left to the screen.</summary>
    public TextArea Update(InputEvent input, Rect area) => input switch
    {
        InputEvent.Typed typed => Insert(typed.Rune.ToString()),
        InputEvent.Pasted pasted => Insert(pasted.Text),
        InputEvent.Pressed { Which: { Modifiers: Modifiers.None } key } => Edit(key.Name, area),
        _ => this,
    };

    /// <summary>Draws the lines around the caret.</summary>
    public void Draw(Painter painter, Rect place, Focus focus = Focus.Here)
    {
        if (place.Width < 2 || place.Height < 1) return;
        painter.Fill(place, painter.Theme.Field);
        var lines = TextLayout.Wrap(Text, place.Width - 1, Flow.Auto, painter.Typesetting);
        var current = LineOf(lines, Caret);
        var top = Math.Max(0, current / place.Height * place.Height);
        var inside = painter.Within(place).Mirrored(rightToLeft: false);
        for (var i = top; i < lines.Length && i < top + place.Height; i++)
            inside.Line(new Rect(Left(lines[i], painter, place.Width), i - top, lines[i].Width, 1), lines[i], painter.Theme.Field);
        if (focus != Focus.Here) return;
        var left = Left(lines[current], painter, place.Width) + new CaretMap(lines[current]).ColumnOf(Caret);
        inside.Caret(Math.Clamp(left, 0, place.Width - 1), current - top);
    }

    private static int Left(VisualLine line, Painter painter, int width) =>
        line.RightToLeft ? width - line.Width : painter.RightToLeft ? width - 1 - line.Width : 0;

    private TextArea Edit(KeyName key, Rect area) => key switch
    {
        KeyName.PageUp or KeyName.PageDown => Jump(key == KeyName.PageUp ? -area.Height : area.Height, area.Width),
        _ => Edit(key, area.Width),
    };

    private TextArea Edit(KeyName key, int width) => key switch
    {
        KeyName.Left or KeyName.Right => Step(key == KeyName.Left ? -1 : +1, width),
        KeyName.Up or KeyName.Down => Jump(key == KeyName.Up ? -1 : +1, width),
        KeyName.Home => this with { Caret = Line(width).Start },
        KeyName.End => this with { Caret = Line(width).End },
        KeyName.Enter => Insert("\n"),
        KeyName.Backspace => Remove(Graphemes.Before(Text, Caret), Caret),
        KeyName.Delete => Remove(Caret, Graphemes.After(Text, Caret)),
        _ => this,
    };

    private TextArea Insert(string text)
    {
        var clean = Sanitizer.Clean(text);
        clean = clean[..Graphemes.Fit(clean, MaxLength - Text.Length)];
        var joined = Text.Insert(Caret, clean);
        return this with { Text = joined, Caret = Graphemes.AtOrAfter(joined, Caret + clean.Length) };
    }

    private TextArea Remove(int start, int end) =>
        this with { Text = Text.Remove(start, end - start), Caret = Graphemes.AtOrAfter(Text.Remove(start, end - start), start) };

    /// <summary>One place left or right on the screen; at the edge of a line on to the next in reading order.</summary>
    private TextArea Step(int direction, int width)
    {
        var line = Line(width);
        var next = new CaretMap(line).Step(Caret, direction);
        if (next != Caret) return this with { Caret = next };
        var forward = direction > 0 != line.RightToLeft;
        return this with { Caret = forward ? Graphemes.After(Text, Caret) : Graphemes.Before(Text, Caret) };
    }

    private TextArea Jump(int rows, int width)
    {
        var lines = TextLayout.Wrap(Text, Math.Max(1, width - 1));
        var current = LineOf(lines, Caret);
        var target = Math.Clamp(current + rows, 0, lines.Length - 1);
        if (target == current) return this;
        return this with { Caret = new CaretMap(lines[target]).At(new CaretMap(lines[current]).ColumnOf(Caret)) };
    }

    private VisualLine Line(int width)
    {
        var lines = TextLayout.Wrap(Text, Math.Max(1, width - 1));
        return lines[LineOf(lines, Caret)];
    }

    private static int LineOf(ImmutableArray<VisualLine> lines, int caret)
    {
        for (var i = lines.Length - 1; i > 0; i--)
        {
            if (lines[i].Start <= caret) return i;
        }

        return 0;
    }
}
