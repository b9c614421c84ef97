using System.Collections.Immutable;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Widgets;

/// <summary>A paragraph of a <see cref="Pager"/>.</summary>
/// <param name="Text">What it says; wraps, and may hold line breaks.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Lead">What stands before its first line, in its own column: a bullet, a number, a time and a name.</param>
/// <param name="Indent">Columns the text stands in; the lead needs fewer.</param>
public sealed record TextBlock(string Text, Style Style = default, string Lead = "", int Indent = 0);

/// <summary>Text to read, longer than the screen.</summary>
public sealed record Pager(ImmutableArray<TextBlock> Blocks)
{
    private readonly record struct Row(TextBlock Block, VisualLine Line, bool First);

    /// <summary>The first row that shows.</summary>
    public int Top { get; init; }

    /// <summary>The pager after an event; the area is where it is drawn.</summary>
    public Pager Update(InputEvent input, Rect area)
    {
        var page = Math.Max(1, area.Height - 1);
        var last = LastTop(area.Size, Typesetting.Joined);
        return input switch
        {
            InputEvent.Pressed { Which: { Modifiers: Modifiers.None } key } => key.Name switch
            {
                KeyName.Up => To(Top - 1, last),
                KeyName.Down => To(Top + 1, last),
                KeyName.PageUp => To(Top - page, last),
                KeyName.PageDown => To(Top + page, last),
                KeyName.Home => To(0, last),
                KeyName.End => To(last, last),
                _ => this,
            },
            InputEvent.Typed { Rune.Value: ' ' } => To(Top + page, last),
            InputEvent.Mouse { Action: MouseAction.WheelDown } => To(Top + 3, last),
            InputEvent.Mouse { Action: MouseAction.WheelUp } => To(Top - 3, last),
            _ => this,
        };
    }

    /// <summary>Scrolled to the end: what a conversation does when something new comes.</summary>
    public Pager ToEnd(Rect area) => this with { Top = LastTop(area.Size, Typesetting.Joined) };

    /// <summary>How many rows the text takes in a width.</summary>
    public int RowsAt(int width) => Rows(width, Typesetting.Joined).Length;

    /// <summary>How far one has read, in percent; 100 when all of it shows.</summary>
    public int Percent(Rect area)
    {
        var last = LastTop(area.Size, Typesetting.Joined);
        return last == 0 ? 100 : Math.Clamp(Top, 0, last) * 100 / last;
    }

    /// <summary>Draws the rows that show.</summary>
    public void Draw(Painter painter, Rect place)
    {
        var rows = Rows(place.Width, painter.Typesetting);
        var top = Math.Clamp(Top, 0, Math.Max(0, rows.Length - place.Height));
        for (var i = 0; i < place.Height && top + i < rows.Length; i++)
        {
            var row = rows[top + i];
            var line = place.Row(i);
            if (row.First && row.Block.Lead.Length > 0) painter.Text(line with { Width = Math.Min(row.Block.Indent, line.Width) }, row.Block.Lead, row.Block.Style);
            painter.Line(new Rect(line.X + row.Block.Indent, line.Y, line.Width - row.Block.Indent, 1), row.Line, row.Block.Style, Align.Natural);
        }
    }

    private Pager To(int top, int last) => this with { Top = Math.Clamp(top, 0, last) };

    private int LastTop(Size size, Typesetting typesetting) => Math.Max(0, Rows(size.Width, typesetting).Length - size.Height);

    private ImmutableArray<Row> Rows(int width, Typesetting typesetting) =>
        [.. Blocks.SelectMany(block => TextLayout.Wrap(block.Text, width - block.Indent, Flow.Auto, typesetting)
            .Select((line, index) => new Row(block, line, index == 0)))];
}
