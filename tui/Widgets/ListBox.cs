using System.Collections.Immutable;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Widgets;

/// <summary>One choice of a list.</summary>
/// <param name="Title">What is chosen; wraps when it is long.</param>
/// <param name="Detail">A second, quieter line; may be empty.</param>
public sealed record ListItem(string Title, string Detail = "");

/// <summary>How the items of a list are numbered.</summary>
public enum Numbering
{
    /// <summary>The digit before an item chooses it.</summary>
    Digits,

    /// <summary>No numbers; digits do nothing.</summary>
    None,
}

/// <summary>A list to choose from with digits, arrows and Enter, or a finger.</summary>
public sealed record ListBox(ImmutableArray<ListItem> Items)
{
    private const int MarkerWidth = 2;
    private const int NumberWidth = 3;

    /// <summary>The marked item.</summary>
    public int Selected { get; init; }

    /// <summary>The first item that showed last; where the marked one is out of sight the list scrolls to it.</summary>
    public int Top { get; init; }

    /// <summary>Empty rows between items: one at the kiosk.</summary>
    public int Gap { get; init; }

    /// <summary>The key that leads to this list while keys go elsewhere; stands in place of numbers and mark, which would promise what digits do not do. Null while keys come here.</summary>
    public string? ReachedBy { get; init; }

    /// <summary>How items are numbered.</summary>
    public Numbering Numbering { get; init; }

    /// <summary>The list after an event, and the item it chose, if it did.</summary>
    /// <param name="input">What happened.</param>
    /// <param name="area">Where the list is drawn, in columns from the left of the screen; <c>default</c> when unknown.</param>
    public (ListBox Next, int? Chosen) Update(InputEvent input, Rect area = default)
    {
        if (Items.Length == 0) return (this, null);
        if (input is InputEvent.Mouse mouse) return Touch(mouse, area);
        if (input.Key is not { Modifiers: Modifiers.None } key) return (this, null);
        if (key.Digit is { } digit) return Numbering == Numbering.Digits && digit >= 1 && digit <= Math.Min(9, Items.Length) ? Choose(digit - 1) : (this, null);
        return key.Name == KeyName.Enter ? Choose(Selected) : (Move(key.Name, area), null);
    }

    /// <summary>Draws the items around the marked one, and where it stands when there are more.</summary>
    public void Draw(Painter painter, Rect place)
    {
        if (Items.Length == 0 || place.Height <= 0) return;
        var page = PageAt(place.Size, painter.Typesetting);
        var y = place.Y;
        for (var i = page.First; i < page.End; i++)
        {
            var part = painter.Within(new Rect(place.X, y, place.Width, place.EndY - y));
            if (ReachedBy is { } key && i == page.First) part.Text(0, 0, key, painter.Theme.Quiet);
            Item(part, i);
            y += HeightOf(i, place.Width, painter.Typesetting);
        }

        if (page.End - page.First < Items.Length) painter.Text(place.Row(place.Height - 1), $"{Selected + 1}/{Items.Length}", painter.Theme.Quiet, new Placement(Align.End));
    }

    /// <summary>The items that show, the marked one among them.</summary>
    public Page PageAt(Size size, Typesetting? typesetting = null)
    {
        var heights = new int[Items.Length];
        for (var i = 0; i < heights.Length; i++) heights[i] = HeightOf(i, size.Width, typesetting ?? Typesetting.Joined);
        return Paging.Showing(heights, Selected, Top, size.Height + Gap - (heights.Sum() > size.Height + Gap ? 1 : 0));
    }

    /// <summary>How many rows all items take in a width.</summary>
    public int RowsAt(int width) => Enumerable.Range(0, Items.Length).Sum(i => HeightOf(i, width, Typesetting.Joined)) - Gap;

    /// <summary>The item drawn in a cell of the screen, or null.</summary>
    public int? ItemAt(Rect area, int x, int y)
    {
        if (!area.Contains(x, y)) return null;
        var page = PageAt(area.Size);
        var top = area.Y;
        for (var i = page.First; i < page.End; i++)
        {
            var height = HeightOf(i, area.Width, Typesetting.Joined);
            if (y >= top && y < top + height - Gap) return i;
            top += height;
        }

        return null;
    }

    private int TextX => MarkerWidth + (Numbering == Numbering.Digits ? NumberWidth : 0);

    private (ListBox Next, int? Chosen) Choose(int index) => (this with { Selected = index }, index);

    private (ListBox Next, int? Chosen) Touch(InputEvent.Mouse mouse, Rect area) => mouse.Action switch
    {
        MouseAction.Press when ItemAt(area, mouse.X, mouse.Y) is { } touched => Choose(touched),
        MouseAction.WheelDown => (Move(KeyName.Down, area), null),
        MouseAction.WheelUp => (Move(KeyName.Up, area), null),
        _ => (this, null),
    };

    private ListBox Move(KeyName key, Rect area)
    {
        if (area.Height <= 0) return To(key, Paging.Around(Selected));
        var page = PageAt(area.Size);
        var next = (this with { Top = page.First }).To(key, page);
        return next with { Top = next.PageAt(area.Size).First };
    }

    private ListBox To(KeyName key, Page page)
    {
        var (selected, top) = Paging.After(key, Selected, Top, page, Items.Length);
        return this with { Selected = selected, Top = top };
    }

    private int HeightOf(int index, int width, Typesetting typesetting) =>
        TextLayout.Wrap(Items[index].Title, Math.Max(1, width - TextX), Flow.Auto, typesetting).Length
        + (Items[index].Detail.Length > 0 ? 1 : 0) + Gap;

    private void Item(Painter painter, int index)
    {
        var chosen = index == Selected && ReachedBy is null;
        var style = chosen ? painter.Theme.Chosen : painter.Theme.Normal;
        if (chosen) painter.Text(0, 0, ">", painter.Theme.Marker);
        if (Numbering == Numbering.Digits && ReachedBy is null && index < 9) painter.Text(MarkerWidth, 0, $"{index + 1}", style);
        var text = new Rect(TextX, 0, painter.Width - TextX, painter.Height);
        var rows = painter.Paragraph(text, Items[index].Title, style);
        if (Items[index].Detail.Length > 0) painter.Text(text.Row(rows), Items[index].Detail, painter.Theme.Quiet);
    }
}
