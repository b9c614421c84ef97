using System.Collections.Immutable;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Desk;

/// <summary>A line of a referral: what it says, what stands before it, and the path of the answer it still hides.</summary>
/// <param name="Text">What it says; wraps.</param>
/// <param name="Lead">A label, or a time and a name.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Hidden">The answer that Enter opens; null when there is none.</param>
/// <param name="Flow">Its direction; from the letters where a person wrote it.</param>
public sealed record DeskLine(string Text, string Lead = "", Style Style = default, string? Hidden = null, Flow Flow = Flow.Auto);

/// <summary>
/// Lines to walk through with a marker. An arrow moves the view by one row at most, which is what a slow link can carry;
/// the mark goes on once the next line is wholly in sight.
/// </summary>
public sealed record LineList(ImmutableArray<DeskLine> Lines, int LeadWidth)
{
    private const int MarkerWidth = 2;

    /// <summary>Longer rows are hard to read, and an Arabic one would cost more than an arrow key may.</summary>
    private const int MostColumns = 52;

    /// <summary>The marked line.</summary>
    public int Selected { get; init; }

    /// <summary>The first row that showed last.</summary>
    public int Top { get; init; }

    /// <summary>The marked line, if there is one.</summary>
    public DeskLine? Marked => Selected < Lines.Length ? Lines[Selected] : null;

    /// <summary>The list after a key.</summary>
    public LineList Update(InputEvent input, Rect area)
    {
        if (Lines.IsEmpty || input.Key is not { } key) return this;
        var view = new LineWindow([.. Lines.Select(line => Rows(line, area.Width, Typesetting.Joined).Length)], Selected, Top, area.Height).After(key.Name);
        return this with { Selected = view.Selected, Top = view.Top };
    }

    /// <summary>Draws the rows around the marked line.</summary>
    public void Draw(Painter painter, Rect place)
    {
        if (Lines.Length == 0 || place.Height <= 0) return;
        var texts = Lines.Select(line => Rows(line, place.Width, painter.Typesetting)).ToList();
        var view = new LineWindow([.. texts.Select(rows => rows.Length)], Selected, Top, place.Height);
        var rows = texts.SelectMany((rows, i) => rows.Select((text, r) => (Line: i, Row: r, Text: text))).Skip(view.Top).Take(place.Height);
        var (y, marked) = (0, false);
        foreach (var (i, r, text) in rows)
        {
            var line = place.Row(y++);
            if (i == view.Selected && !marked) painter.Text(line, ">", painter.Theme.Marker);
            marked |= i == view.Selected;
            if (r == 0 && LeadWidth > 0) painter.Text(line with { X = line.X + MarkerWidth, Width = LeadWidth - 1 }, Lines[i].Lead, Lines[i].Style);
            painter.Line(new Rect(line.X + MarkerWidth + LeadWidth, line.Y, TextWidth(line.Width), 1), text, Lines[i].Style);
        }
    }

    /// <summary>Without a column for labels they stand before the words.</summary>
    private ImmutableArray<VisualLine> Rows(DeskLine line, int width, Typesetting typesetting) => TextLayout.Wrap(
        LeadWidth == 0 && line.Lead.Length > 0 ? $"{line.Lead}  {line.Text}" : line.Text, TextWidth(width), line.Flow, typesetting);

    private int TextWidth(int width) => Math.Clamp(width - MarkerWidth - LeadWidth, 1, MostColumns);
}
