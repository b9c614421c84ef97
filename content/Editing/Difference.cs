using System.Collections.Immutable;

namespace Outreach.Content.Editing;

/// <summary>What became of a line.</summary>
public enum LineFate
{
    /// <summary>It stays; shown so that one sees where something changed.</summary>
    Stays,

    /// <summary>It goes.</summary>
    Goes,

    /// <summary>It comes.</summary>
    Comes,
}

/// <summary>A line of a difference.</summary>
public sealed record DifferentLine(LineFate Fate, string Text);

/// <summary>The lines in which two texts differ, each place with one line around it.</summary>
public static class Difference
{
    private const int Around = 1;

    /// <summary>Longer texts are compared as two blocks: a page of ours has some hundred lines.</summary>
    private const int MostLines = 2_000;

    /// <summary>What is to be shown; empty when nothing differs.</summary>
    public static ImmutableArray<DifferentLine> Of(string before, string after)
    {
        var (old, now) = (LinesOf(before), LinesOf(after));
        var same = 0;
        while (same < Math.Min(old.Length, now.Length) && old[same] == now[same])
            same++;
        var tail = 0;
        while (tail < Math.Min(old.Length, now.Length) - same && old[^(tail + 1)] == now[^(tail + 1)])
            tail++;
        ImmutableArray<DifferentLine> all =
        [
            .. Kept(old[..same]),
            .. Middle(old[same..^tail], now[same..^tail]),
            .. Kept(old[^tail..]),
        ];
        return [.. all.Where((line, i) => line.Fate != LineFate.Stays || IsNear(all, i))];
    }

    private static bool IsNear(ImmutableArray<DifferentLine> all, int at)
    {
        for (var i = Math.Max(0, at - Around); i <= Math.Min(all.Length - 1, at + Around); i++)
            if (all[i].Fate != LineFate.Stays)
                return true;
        return false;
    }

    /// <summary>The longest common lines stay.</summary>
    private static IEnumerable<DifferentLine> Middle(string[] old, string[] now)
    {
        if (old.Length > MostLines || now.Length > MostLines)
            return [.. Gone(old), .. Come(now)];
        var longest = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        var lines = new List<DifferentLine>();
        var (o, n) = (0, 0);
        while (o < old.Length && n < now.Length)
        {
            if (old[o] == now[n])
            {
                lines.Add(new(LineFate.Stays, old[o++]));
                n++;
            }
            else if (longest[o + 1, n] >= longest[o, n + 1])
            {
                lines.Add(new(LineFate.Goes, old[o++]));
            }
            else
            {
                lines.Add(new(LineFate.Comes, now[n++]));
            }
        }
        return lines.Concat(Gone(old[o..])).Concat(Come(now[n..]));
    }

    private static IEnumerable<DifferentLine> Kept(string[] lines) => lines.Select(l => new DifferentLine(LineFate.Stays, l));

    private static IEnumerable<DifferentLine> Gone(string[] lines) => lines.Select(l => new DifferentLine(LineFate.Goes, l));

    private static IEnumerable<DifferentLine> Come(string[] lines) => lines.Select(l => new DifferentLine(LineFate.Comes, l));

    private static string[] LinesOf(string text) => text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
}
