using System.Runtime.InteropServices;

namespace Outreach.Tui.Runtime;

/// <summary>Rows [Top, Bottom] that moved up by a number of rows (down when negative).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Scroll(int Top, int Bottom, int By);

/// <summary>Finds rows that only moved, so that the terminal can move them itself.</summary>
internal static class Scrolling
{
    /// <summary>Two margins, two moves and the scrolling itself.</summary>
    private const int Overhead = 22;

    /// <summary>The move that saves most, or null when none pays.</summary>
    public static Scroll? Find(ReadOnlySpan<Cell> old, Screen next)
    {
        var (width, height) = (next.Width, next.Height);
        Span<int> before = stackalloc int[height];
        Span<int> after = stackalloc int[height];
        var changed = 0;
        for (var y = 0; y < height; y++)
        {
            before[y] = Hash(old.Slice(y * width, width));
            after[y] = Hash(next.Row(y));
            if (before[y] != after[y]) changed++;
        }

        if (changed < 2) return null;
        Scroll? best = null;
        var saved = 0;
        for (var by = 1 - height; by < height; by++)
        {
            if (by == 0 || !Pays(before, after, by)) continue;
            var (scroll, saving) = Best(old, next, by);
            saving -= Overhead + (by > 0 ? by : -2 * by);
            if (saving > saved) (best, saved) = (scroll, saving);
        }

        return best;
    }

    /// <summary>Whether two rows at least are found again so far away.</summary>
    private static bool Pays(ReadOnlySpan<int> before, ReadOnlySpan<int> after, int by)
    {
        var found = 0;
        for (var y = Math.Max(0, -by); y < Math.Min(after.Length, after.Length - by); y++)
        {
            if (after[y] == before[y + by] && after[y] != before[y]) found++;
        }

        return found >= 2;
    }

    /// <summary>
    /// The margins between which a move saves most. Rows that come near are worth moving too: the one that was marked
    /// differs in its marker alone.
    /// </summary>
    private static (Scroll Scroll, int Saving) Best(ReadOnlySpan<Cell> old, Screen next, int by)
    {
        var (width, height, rows) = (next.Width, next.Height, Math.Abs(by));
        Span<int> moved = stackalloc int[height + 1];           // what rows above save when moved, added up
        Span<int> blank = stackalloc int[height + 1];           // and when they come in blank
        for (var y = 0; y < height; y++)
        {
            var now = Cost(old.Slice(y * width, width), next.Row(y));
            var source = y + by;
            moved[y + 1] = moved[y] + (source >= 0 && source < height ? now - Cost(old.Slice(source * width, width), next.Row(y)) : 0);
            blank[y + 1] = blank[y] + now - Cost(default, next.Row(y));
        }

        var (best, most) = (default(Scroll), 0);
        for (var top = 0; top + rows < height; top++)
        {
            for (var bottom = top + rows; bottom < height; bottom++)
            {
                var edge = by > 0 ? bottom - rows + 1 : top + rows;
                var saving = by > 0
                    ? moved[edge] - moved[top] + blank[bottom + 1] - blank[edge]
                    : blank[edge] - blank[top] + moved[bottom + 1] - moved[edge];
                if (saving > most) (best, most) = (new Scroll(top, bottom, by), saving);
            }
        }

        return (best, most);
    }

    /// <summary>Moves rows as the terminal will; rows that come in are blank.</summary>
    public static void Apply(Span<Cell> cells, int width, Scroll scroll)
    {
        var region = cells.Slice(scroll.Top * width, (scroll.Bottom - scroll.Top + 1) * width);
        var shift = Math.Abs(scroll.By) * width;
        if (scroll.By > 0)
        {
            region[shift..].CopyTo(region);
            region[^shift..].Clear();
        }
        else
        {
            region[..^shift].CopyTo(region[shift..]);
            region[..shift].Clear();
        }
    }

    /// <summary>About how many bytes it takes to turn one row into another; an empty span is a blank row.</summary>
    private static int Cost(ReadOnlySpan<Cell> from, ReadOnlySpan<Cell> to)
    {
        var cost = 0;
        for (var x = 0; x < to.Length; x++)
        {
            if (to[x] != (from.IsEmpty ? default : from[x])) cost += to[x].Text is { } text && !char.IsAscii(text[0]) ? 3 : 1;
        }

        return cost == 0 ? 0 : cost + 4;
    }

    private static int Hash(ReadOnlySpan<Cell> row)
    {
        var hash = 17;
        foreach (var cell in row) hash = unchecked(hash * 31 + cell.GetHashCode());
        return hash;
    }
}
