using System.Runtime.InteropServices;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Widgets;

/// <summary>Items [First, End) shown together.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Page(int First, int End);

/// <summary>
/// Which items show: as few others as possible when the mark moves on, so that the terminal can scroll and only what
/// comes in is sent. An item shows whole or not at all: nobody chooses half a sentence.
/// </summary>
internal static class Paging
{
    private const int UnknownPage = 10;

    /// <summary>The page to move by where nothing was drawn yet.</summary>
    public static Page Around(int selected) => new(selected - UnknownPage + 1, selected + UnknownPage);

    /// <summary>The marked item and the first one that shows, after a key.</summary>
    /// <param name="key">The key; others than the six that move change nothing.</param>
    /// <param name="selected">The marked item.</param>
    /// <param name="top">The first item that shows.</param>
    /// <param name="page">The items that show.</param>
    /// <param name="count">How many items there are, at least one.</param>
    public static (int Selected, int Top) After(KeyName key, int selected, int top, Page page, int count)
    {
        (int Selected, int Top) to = key switch
        {
            KeyName.Up => (selected - 1, top),
            KeyName.Down => (selected + 1, top),
            KeyName.Home => (0, 0),
            KeyName.End => (count - 1, top),
            KeyName.PageUp => (page.First - 1, 0),
            KeyName.PageDown => (page.End, page.End),
            _ => (selected, top),
        };
        return (Math.Clamp(to.Selected, 0, count - 1), to.Top);
    }

    /// <summary>The items that show: from where they began before, as far as the marked one allows.</summary>
    /// <param name="heights">Rows each item takes.</param>
    /// <param name="selected">The marked item.</param>
    /// <param name="top">The first item that showed before.</param>
    /// <param name="rows">Rows there are.</param>
    public static Page Showing(int[] heights, int selected, int top, int rows)
    {
        if (heights.Length == 0) return default;
        var first = Math.Clamp(top, 0, selected);
        var used = heights[first..(selected + 1)].Sum();
        while (first < selected && used > rows) used -= heights[first++];
        var end = selected + 1;
        while (end < heights.Length && used + heights[end] <= rows) used += heights[end++];
        while (end == heights.Length && first > 0 && used + heights[first - 1] <= rows) used += heights[--first];
        return new Page(first, end);
    }
}
