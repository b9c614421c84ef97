using System.Collections.Immutable;

namespace Outreach.Tui.Text;

/// <summary>One grapheme cluster of a laid-out line.</summary>
/// <param name="Visible">What goes to the terminal: shaped and mirrored, without format characters; empty when nothing shows.</param>
/// <param name="Plain">What was written, in logical order.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">UTF-16 units it takes there; a lam-alef takes up two letters.</param>
public sealed record Cluster(string Visible, string Plain, int Start, int Length)
{
    /// <summary>Cells of the glyph itself.</summary>
    public required int Width { get; init; }

    /// <summary>Empty cells that follow it (Ethiopic).</summary>
    public int Padding { get; init; }

    /// <summary>Embedding level; odd runs right to left.</summary>
    public sbyte Level { get; init; }

    /// <summary>Whether a line may break after it and lets it hang at the end.</summary>
    public bool IsSpace { get; init; }

    /// <summary>Cells it takes on the line.</summary>
    public int Advance => Width + Padding;

    /// <summary>First index behind it.</summary>
    public int End => Start + Length;

    /// <summary>Whether it runs right to left.</summary>
    public bool RightToLeft => (Level & 1) == 1;
}

/// <summary>One line of text, its clusters from left to right as a terminal without own ordering must get them.</summary>
/// <param name="Clusters">In visual order.</param>
/// <param name="Text">The text of the whole paragraph or field.</param>
/// <param name="RightToLeft">Base direction.</param>
public sealed record VisualLine(ImmutableArray<Cluster> Clusters, string Text, bool RightToLeft)
{
    /// <summary>Where the line begins in the text.</summary>
    public required int Start { get; init; }

    /// <summary>First index behind the line.</summary>
    public required int End { get; init; }

    /// <summary>Cells the line takes.</summary>
    public int Width { get; } = WidthOf(Clusters);

    /// <summary>Whether anything on the line stands in another order than it was written.</summary>
    public bool IsReordered { get; } = RightToLeft || AnyRaised(Clusters);

    /// <summary>The line as it was written.</summary>
    public string Logical => Text[Start..End];

    /// <summary>The line as the cells show it.</summary>
    public string Visual => string.Concat(Clusters.Select(cluster => cluster.Visible + new string(' ', cluster.Padding)));

    private static int WidthOf(ImmutableArray<Cluster> clusters)
    {
        var width = 0;
        foreach (var cluster in clusters) width += cluster.Advance;
        return width;
    }

    private static bool AnyRaised(ImmutableArray<Cluster> clusters)
    {
        foreach (var cluster in clusters)
        {
            if (cluster.Level > 0) return true;
        }

        return false;
    }
}
