using System.Collections.Immutable;

namespace Outreach.Tui.Text;

/// <summary>
/// Lays text out: levels on the whole paragraph, joining in logical order, wrapping in logical order by joined width,
/// and only then the visual order of each line.
/// </summary>
public static class TextLayout
{
    /// <summary>A text on one line, however long; line breaks count as spaces.</summary>
    public static VisualLine Line(string text, Flow flow = Flow.Auto, Typesetting? typesetting = null)
    {
        var single = text.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Create(text.Length, text, Spaced) : text;
        var (clusters, level) = Paragraph.Analyse(single, .., flow, typesetting ?? Typesetting.Joined);
        return Order(clusters, single, level, 0..single.Length);
    }

    /// <summary>A text on as many lines as a width needs; each line break begins a paragraph with a direction of its own.</summary>
    public static ImmutableArray<VisualLine> Wrap(string text, int width, Flow flow = Flow.Auto, Typesetting? typesetting = null)
    {
        var lines = ImmutableArray.CreateBuilder<VisualLine>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var (clusters, level) = Paragraph.Analyse(text, start..end, flow, typesetting ?? Typesetting.Joined);
            Break(clusters, Math.Max(1, width), (from, to) => lines.Add(Order(
                clusters.GetRange(from, to - from), text, level, Place(clusters, from..to, start..end))));
            start = end + 1;
        }

        return lines.ToImmutable();
    }

    /// <summary>Cells a text takes on one line.</summary>
    public static int Width(string text, Typesetting? typesetting = null) => Line(text, Flow.Auto, typesetting).Width;

    /// <summary>The text cut to a width, with an ellipsis when something is missing.</summary>
    public static VisualLine Cut(VisualLine line, int width)
    {
        if (line.Width <= width) return line;
        var clusters = line.Clusters.Sort((a, b) => a.Start.CompareTo(b.Start));
        var kept = new List<Cluster>();
        var room = width - 1;
        foreach (var cluster in clusters.TakeWhile(cluster => (room -= cluster.Advance) >= 0)) kept.Add(cluster);
        var level = (sbyte)(line.RightToLeft ? 1 : 0);
        var end = kept.Count == 0 ? line.Start : kept[^1].End;
        if (width > 0) kept.Add(new Cluster("…", "…", end, 0) { Width = 1, Level = level });
        return Order(kept, line.Text, level, line.Start..end);
    }

    /// <summary>Where in the text a line of clusters lies: the first and last of a paragraph reach to its ends.</summary>
    private static Range Place(List<Cluster> clusters, Range line, Range paragraph)
    {
        var (from, to) = (line.Start.Value, line.End.Value);
        var start = from == 0 ? paragraph.Start.Value : clusters[from].Start;
        return start..(to == clusters.Count ? paragraph.End.Value : to == from ? start : clusters[to - 1].End);
    }

    /// <summary>Reports the lines of a paragraph as ranges of clusters; spaces at a break hang over and are not drawn.</summary>
    private static void Break(List<Cluster> clusters, int width, Action<int, int> line)
    {
        var (start, candidate, used) = (0, 0, 0);
        for (var i = 0; i < clusters.Count; i++)
        {
            used += clusters[i].Advance;
            if (used > width && !clusters[i].IsSpace && i > start)
            {
                var end = candidate > start ? candidate : i;
                line(start, TrimEnd(clusters, start, end));
                start = SkipSpaces(clusters, end, i);
                used = 0;
                for (var k = start; k <= i; k++) used += clusters[k].Advance;
            }

            if (clusters[i].IsSpace || BreaksAfter(clusters, i)) candidate = i + 1;
        }

        line(start, clusters.Count);
    }

    /// <summary>After the Ethiopic word space, and between the small letters of a compound; references and dates stay whole.</summary>
    private static bool BreaksAfter(List<Cluster> clusters, int index) => clusters[index].Plain switch
    {
        "፡" => true,
        "-" or "/" => index > 0 && index + 1 < clusters.Count && IsSmallLetter(clusters[index - 1]) && IsSmallLetter(clusters[index + 1]),
        _ => false,
    };

    private static bool IsSmallLetter(Cluster cluster) => char.IsLetter(cluster.Plain, 0) && !char.IsUpper(cluster.Plain, 0);

    private static int TrimEnd(List<Cluster> clusters, int start, int end)
    {
        while (end > start && clusters[end - 1].IsSpace) end--;
        return end;
    }

    private static int SkipSpaces(List<Cluster> clusters, int start, int stop)
    {
        while (start < stop && clusters[start].IsSpace) start++;
        return start;
    }

    /// <summary>L1 and L2 for one line.</summary>
    private static VisualLine Order(List<Cluster> clusters, string text, sbyte paragraph, Range place)
    {
        for (var i = clusters.Count - 1; i >= 0 && clusters[i].IsSpace; i--) clusters[i] = clusters[i] with { Level = paragraph };
        var levels = new sbyte[clusters.Count];
        for (var i = 0; i < levels.Length; i++) levels[i] = clusters[i].Level;
        var order = Bidi.VisualOrder(levels);
        var ordered = new Cluster[order.Length];
        for (var i = 0; i < ordered.Length; i++) ordered[i] = clusters[order[i]];
        return new VisualLine([.. ordered], text, paragraph == 1) { Start = place.Start.Value, End = place.End.Value };
    }

    private static void Spaced(Span<char> target, string source)
    {
        source.CopyTo(target);
        target.ReplaceAny(LineBreaks, ' ');
    }

    private static readonly System.Buffers.SearchValues<char> LineBreaks = System.Buffers.SearchValues.Create("\n\r\t");
}
