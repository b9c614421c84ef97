using System.Collections.Immutable;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>A line of a referral: what it says, what stands before it, and the path of the answer it still hides.</summary>
/// <param name="Text">What it says; wraps.</param>
/// <param name="Lead">A label, or a time and a name.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Hidden">The answer that Enter opens; null when there is none.</param>
/// <param name="Flow">Its direction; from the letters where a person wrote it.</param>
public sealed record DeskLine(string Text, string Lead = "", Style Style = default, string? Hidden = null, Flow Flow = Flow.Auto);

/// <summary>Lines to walk through with a marker; the page that holds the marked line shows.</summary>
public sealed record LineList(ImmutableArray<DeskLine> Lines, int LeadWidth)
{
    private const int MarkerWidth = 2;

    /// <summary>The marked line.</summary>
    public int Selected { get; init; }

    /// <summary>The marked line, if there is one.</summary>
    public DeskLine? Marked => Selected < Lines.Length ? Lines[Selected] : null;

    /// <summary>The list after a key.</summary>
    public LineList Update(InputEvent input, Rect area) => input.Key?.Name switch
    {
        KeyName.Up => Select(Selected - 1),
        KeyName.Down => Select(Selected + 1),
        KeyName.Home => Select(0),
        KeyName.End => Select(Lines.Length - 1),
        KeyName.PageUp => Select(PageAt(area.Size, Typesetting.Joined).First - 1),
        KeyName.PageDown => Select(PageAt(area.Size, Typesetting.Joined).End),
        _ => this,
    };

    /// <summary>The page that holds the marked line.</summary>
    public Page PageAt(Size size, Typesetting typesetting) =>
        Paging.PageOf([.. Lines.Select(line => Rows(line, size.Width, typesetting).Length)], Math.Clamp(Selected, 0, Math.Max(0, Lines.Length - 1)), size.Height);

    /// <summary>Draws the page.</summary>
    public void Draw(Painter painter, Rect place)
    {
        if (Lines.Length == 0 || place.Height <= 0) return;
        var page = PageAt(place.Size, painter.Typesetting);
        var y = 0;
        for (var i = page.First; i < page.End; i++)
        {
            var rows = Rows(Lines[i], place.Width, painter.Typesetting);
            for (var r = 0; r < rows.Length && y < place.Height; r++, y++)
            {
                var line = place.Row(y);
                if (r == 0 && i == Selected) painter.Text(line, ">", painter.Theme.Marker);
                if (r == 0 && LeadWidth > 0) painter.Text(line with { X = line.X + MarkerWidth, Width = LeadWidth - 1 }, Lines[i].Lead, Lines[i].Style);
                painter.Line(new Rect(line.X + MarkerWidth + LeadWidth, line.Y, line.Width - MarkerWidth - LeadWidth, 1), rows[r], Lines[i].Style);
            }
        }
    }

    /// <summary>Without a column for labels they stand before the words.</summary>
    private ImmutableArray<VisualLine> Rows(DeskLine line, int width, Typesetting typesetting) => TextLayout.Wrap(
        LeadWidth == 0 && line.Lead.Length > 0 ? $"{line.Lead}  {line.Text}" : line.Text, Math.Max(1, width - MarkerWidth - LeadWidth), line.Flow, typesetting);

    private LineList Select(int index) => this with { Selected = Math.Clamp(index, 0, Math.Max(0, Lines.Length - 1)) };
}
