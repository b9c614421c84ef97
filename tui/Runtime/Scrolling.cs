using System.Runtime.InteropServices;

namespace Outreach.Tui.Runtime;

/// <summary>Rows [Top, Bottom] that moved up by a number of rows (down when negative).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Scroll(int Top, int Bottom, int By);

/// <summary>Finds rows that only moved, so that the terminal can move them itself.</summary>
internal static class Scrolling
{
    private const int Overhead = 20;

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
            for (var y = Math.Max(0, -by); by != 0 && y < Math.Min(height, height - by);)
            {
                var start = y;
                while (y < Math.Min(height, height - by) && after[y] == before[y + by]) y++;
                if (y - start < 2)
                {
                    y = Math.Max(y, start + 1);
                    continue;
                }

                var scroll = by > 0 ? new Scroll(start, y - 1 + by, by) : new Scroll(start + by, y - 1, by);
                var saving = Saving(old, next, scroll) - Overhead;
                if (saving > saved) (best, saved) = (scroll, saving);
            }
        }

        return best;
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

    private static int Saving(ReadOnlySpan<Cell> old, Screen next, Scroll scroll)
    {
        var width = next.Width;
        var saving = 0;
        for (var y = scroll.Top; y <= scroll.Bottom; y++)
        {
            var row = next.Row(y);
            var source = y + scroll.By;
            var moved = source >= scroll.Top && source <= scroll.Bottom ? old.Slice(source * width, width) : default;
            saving += Cost(old.Slice(y * width, width), row) - Cost(moved, row);
        }

        return saving;
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
