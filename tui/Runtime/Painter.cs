using System.Runtime.InteropServices;
using Outreach.Tui.Text;

namespace Outreach.Tui.Runtime;

/// <summary>Which edge of its place a text keeps to.</summary>
public enum Align
{
    /// <summary>The leading edge of the layout.</summary>
    Start,

    /// <summary>The trailing edge of the layout.</summary>
    End,

    /// <summary>The middle.</summary>
    Center,

    /// <summary>The edge at which the text itself begins: right for Arabic even in a left-to-right layout.</summary>
    Natural,
}

/// <summary>How a text sits in its place; <c>default</c> keeps to the leading edge and takes its direction from its letters.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Placement(Align Align, Flow Flow = Flow.Auto)
{
    /// <summary>For telephone numbers, references and times: left to right whatever stands around.</summary>
    public static readonly Placement Code = new(Align.Start, Flow.LeftToRight);
}

/// <summary>
/// Draws on a part of a <see cref="Screen"/>. Columns count from the leading edge, so a screen written once is
/// mirrored as a whole for right-to-left languages. Nothing can be drawn outside the part.
/// </summary>
public sealed class Painter
{
    private readonly Screen _screen;
    private readonly Rect _area;
    private readonly Rect _visible;

    /// <summary>A painter for a whole screen.</summary>
    public Painter(Screen screen, Theme? theme = null, Typesetting? typesetting = null)
        : this(screen, new Rect(0, 0, screen.Width, screen.Height), new Rect(0, 0, screen.Width, screen.Height))
    {
        Theme = theme ?? Theme.Plain;
        Typesetting = typesetting ?? Typesetting.Joined;
    }

    private Painter(Screen screen, Rect area, Rect visible) => (_screen, _area, _visible) = (screen, area, visible);

    /// <summary>The styles to draw with.</summary>
    public Theme Theme { get; private init; } = Theme.Plain;

    /// <summary>What is done to letters for this terminal.</summary>
    public Typesetting Typesetting { get; private init; } = Typesetting.Joined;

    /// <summary>Whether columns count from the right.</summary>
    public bool RightToLeft { get; private init; }

    /// <summary>Columns of this part.</summary>
    public int Width => _area.Width;

    /// <summary>Rows of this part.</summary>
    public int Height => _area.Height;

    /// <summary>All of this part.</summary>
    public Rect Bounds => new(0, 0, Width, Height);

    /// <summary>The same part with columns counted from the other or the same side.</summary>
    public Painter Mirrored(bool rightToLeft) =>
        rightToLeft == RightToLeft ? this : new(_screen, _area, _visible) { Theme = Theme, Typesetting = Typesetting, RightToLeft = rightToLeft };

    /// <summary>A painter for a part of this part.</summary>
    public Painter Within(Rect part)
    {
        var area = ToScreen(part);
        return new(_screen, area, _visible.Intersect(area)) { Theme = Theme, Typesetting = Typesetting, RightToLeft = RightToLeft };
    }

    /// <summary>Where a part lies on the screen, in columns from the left: what mouse events are measured in.</summary>
    public Rect ToScreen(Rect part) => new(
        RightToLeft ? _area.EndX - part.EndX : _area.X + part.X, _area.Y + part.Y, part.Width, part.Height);

    /// <summary>Text from a column to the trailing edge; returns the cells used.</summary>
    public int Text(int x, int y, string text, Style style = default) =>
        Text(new Rect(x, y, Width - x, 1), text, style);

    /// <summary>Text in the first row of a place, cut with an ellipsis when it is too long; returns the cells used.</summary>
    public int Text(Rect place, string text, Style style = default, Placement placement = default)
    {
        if (place.Width <= 0) return 0;
        var line = TextLayout.Cut(TextLayout.Line(text, placement.Flow, Typesetting), place.Width);
        return Line(place, line, style, placement.Align);
    }

    /// <summary>Text wrapped to the width of a place and clipped to its height; returns the rows it takes.</summary>
    public int Paragraph(Rect place, string text, Style style = default, Placement placement = default)
    {
        var lines = TextLayout.Wrap(text, place.Width, placement.Flow, Typesetting);
        for (var i = 0; i < lines.Length && i < place.Height; i++) Line(place.Row(i), lines[i], style, placement.Align);
        return lines.Length;
    }

    /// <summary>A line that is already laid out; what does not fit is cut off.</summary>
    public int Line(Rect place, VisualLine line, Style style = default, Align align = Align.Start)
    {
        var target = ToScreen(place);
        var right = align switch { Align.Natural => line.RightToLeft, Align.End => !RightToLeft, _ => RightToLeft };
        var slack = place.Width - line.Width;
        var x = target.X + (align == Align.Center ? slack / 2 : right ? slack : 0);
        var run = line.IsReordered ? _screen.NewRun() : 0;
        var clip = _visible.Intersect(target);
        if (clip.Height == 0) return Math.Min(line.Width, place.Width);
        foreach (var cluster in line.Clusters)
        {
            if (x >= clip.X && x + cluster.Advance <= clip.EndX)
                _screen.Put(x, target.Y, cluster, style, new CellOrigin(cluster.Plain, run, cluster.Start, cluster.RightToLeft));
            x += cluster.Advance;
        }

        return Math.Min(line.Width, place.Width);
    }

    /// <summary>Blanks in a style.</summary>
    public void Fill(Rect place, Style style = default)
    {
        var target = ToScreen(place).Intersect(_visible);
        for (var y = target.Y; y < target.EndY; y++)
        {
            for (var x = target.X; x < target.EndX; x++) _screen.Set(x, y, Cell.Blank(style));
        }
    }

    /// <summary>A line across a row.</summary>
    public void Rule(int y) => Rule(new Rect(0, y, Width, 1));

    /// <summary>A line across a place.</summary>
    public void Rule(Rect place)
    {
        var target = ToScreen(place).Intersect(_visible);
        if (target.Height == 0) return;
        for (var x = target.X; x < target.EndX; x++) _screen.Set(x, target.Y, new Cell(Theme.RuleGlyph, Theme.Quiet));
    }

    /// <summary>Shows the caret in a cell.</summary>
    public void Caret(int x, int y)
    {
        var target = ToScreen(new Rect(x, y, 1, 1));
        if (_visible.Contains(target.X, target.Y)) _screen.Caret = (target.X, target.Y);
    }
}
