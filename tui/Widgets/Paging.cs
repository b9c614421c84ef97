using System.Runtime.InteropServices;

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
