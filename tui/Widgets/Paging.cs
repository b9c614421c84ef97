using System.Runtime.InteropServices;

namespace Outreach.Tui.Widgets;

/// <summary>Items [First, End) shown together, and which page of how many that is.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Page(int First, int End, int Number, int Count);

/// <summary>
/// Cuts items into pages. What is shown follows from the selection alone: no scroll position to keep, none to get wrong
/// after a resize, and an arrow key inside a page costs a few bytes.
/// </summary>
internal static class Paging
{
    /// <summary>The page an item is on.</summary>
    /// <param name="heights">Rows each item takes.</param>
    /// <param name="selected">The item.</param>
    /// <param name="rows">Rows of a page.</param>
    public static Page PageOf(int[] heights, int selected, int rows)
    {
        var starts = new List<int> { 0 };
        var used = 0;
        for (var i = 0; i < heights.Length; i++)
        {
            if (used > 0 && used + heights[i] > rows)
            {
                starts.Add(i);
                used = 0;
            }

            used += heights[i];
        }

        var page = Math.Max(0, starts.FindLastIndex(start => start <= selected));
        return new Page(starts[page], page + 1 < starts.Count ? starts[page + 1] : heights.Length, page + 1, starts.Count);
    }
}
