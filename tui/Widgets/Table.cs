using System.Collections.Immutable;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Widgets;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Width">Columns it takes; 0 for what the others leave.</param>
/// <param name="Placement">How its texts sit; <see cref="Placement.Code"/> for references and times.</param>
public sealed record Column(string Title, int Width, Placement Placement = default);

/// <summary>A row of a table; one text a column. The first column may have a style of its own.</summary>
public sealed record TableRow(ImmutableArray<string> Texts, Style Style = default, Style First = default);

/// <summary>Rows to look through and pick one of, with headings above.</summary>
public sealed record Table(ImmutableArray<Column> Columns, ImmutableArray<TableRow> Rows)
{
    private const int MarkerWidth = 2;
    private const int Space = 1;
    private const int Heading = 1;

    /// <summary>The marked row.</summary>
    public int Selected { get; init; }

    /// <summary>The first row that showed last; where the marked one is out of sight the table scrolls to it.</summary>
    public int Top { get; init; }

    /// <summary>The table after an event, and the row it chose, if it did.</summary>
    /// <param name="input">What happened.</param>
    /// <param name="area">Where the table is drawn, in columns from the left of the screen; <c>default</c> when unknown.</param>
    public (Table Next, int? Chosen) Update(InputEvent input, Rect area = default)
    {
        if (Rows.Length == 0) return (this, null);
        if (input is InputEvent.Mouse mouse) return Touch(mouse, area);
        if (input.Key is not { Modifiers: Modifiers.None } key) return (this, null);
        return key.Name == KeyName.Enter ? (this, Selected) : (Move(key.Name, area), null);
    }

    /// <summary>The same table with other rows; the mark stays on its row when it can.</summary>
    public Table With(ImmutableArray<TableRow> rows) =>
        this with { Rows = rows, Selected = Math.Clamp(Selected, 0, Math.Max(0, rows.Length - 1)) };

    /// <summary>The rows that show in an area, headings included in its height.</summary>
    public Page PageAt(Size size)
    {
        var heights = new int[Rows.Length];
        Array.Fill(heights, 1);
        return Paging.Showing(heights, Selected, Top, Math.Max(1, size.Height - Heading));
    }

    /// <summary>Draws the headings and the rows around the marked one.</summary>
    public void Draw(Painter painter, Rect place)
    {
        if (place.Height <= Heading) return;
        DrawRow(painter, place.Row(0), [.. Columns.Select(column => column.Title)], painter.Theme.Columns);
        var page = PageAt(place.Size);
        for (var i = page.First; i < page.End; i++)
        {
            var line = place.Row(Heading + i - page.First);
            var row = Rows[i];
            if (i == Selected) painter.Text(line, ">", painter.Theme.Marker);
            DrawRow(painter, line, row.Texts, row.Style != default ? row.Style : i == Selected ? painter.Theme.Chosen : painter.Theme.Normal, row.First);
        }
    }

    private void DrawRow(Painter painter, Rect line, ImmutableArray<string> texts, Style style, Style first = default)
    {
        var flexible = Columns.Count(column => column.Width == 0);
        var free = line.Width - MarkerWidth - Columns.Sum(column => column.Width) - Space * (Columns.Length - 1);
        var x = line.X + MarkerWidth;
        for (var i = 0; i < Columns.Length; i++)
        {
            var width = Columns[i].Width > 0 ? Columns[i].Width : Math.Max(0, free / flexible);
            var room = Math.Min(width, line.EndX - x);
            if (i < texts.Length && room > 0) painter.Text(new Rect(x, line.Y, room, 1), texts[i], i == 0 && first != default ? first : style, Columns[i].Placement);
            x += width + Space;
        }
    }

    private (Table Next, int? Chosen) Touch(InputEvent.Mouse mouse, Rect area)
    {
        if (mouse.Action is MouseAction.WheelDown or MouseAction.WheelUp)
            return (Move(mouse.Action == MouseAction.WheelDown ? KeyName.Down : KeyName.Up, area), null);
        if (mouse.Action != MouseAction.Press || !area.Contains(mouse.X, mouse.Y)) return (this, null);
        var page = PageAt(area.Size);
        var row = page.First + mouse.Y - area.Y - Heading;
        return row >= page.First && row < page.End ? (this with { Selected = row, Top = page.First }, row) : (this, null);
    }

    private Table Move(KeyName key, Rect area)
    {
        if (area.Height <= 0) return To(key, Paging.Around(Selected));
        var page = PageAt(area.Size);
        var next = (this with { Top = page.First }).To(key, page);
        return next with { Top = next.PageAt(area.Size).First };
    }

    private Table To(KeyName key, Page page)
    {
        var (selected, top) = Paging.After(key, Selected, Top, page, Rows.Length);
        return this with { Selected = selected, Top = top };
    }
}
