using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Outreach.Content.Translation;

/// <summary>A line or paragraph of a page file.</summary>
/// <param name="Kind">What stands before it: "## ", "- ", "1. ", "> ", nothing; "=" is kept as it is (contacts).</param>
/// <param name="Text">Its words.</param>
/// <param name="Behind">What stands behind them: the anchor of a card.</param>
internal sealed record PagePiece(string Kind, string Text, string Behind = "")
{
    public const string Kept = "=";

    /// <summary>As it stands in a file.</summary>
    public override string ToString() => Kind == Kept ? Text : $"{Kind}{Text}{Behind}";
}

/// <summary>The lead (no heading) or a card of a page file.</summary>
/// <param name="Name">"lead", the anchor, or c1, c2, …</param>
/// <param name="Pieces">Its heading and blocks, in order.</param>
internal sealed record PageSection(string Name, ImmutableArray<PagePiece> Pieces)
{
    /// <summary>As it stands in a file: an empty line between blocks, none between entries of a list.</summary>
    public override string ToString() => string.Concat(Pieces.Select((p, i) => i == 0 ? $"{p}" : Tight(Pieces[i - 1], p) ? $"\n{p}" : $"\n\n{p}"));

    /// <summary>True when the other has the same kinds of blocks in the same order, so that they can be set side by side.</summary>
    public bool FitsTo(PageSection? other) => other is not null && Pieces.Select(Shape).SequenceEqual(other.Pieces.Select(Shape), StringComparer.Ordinal);

    private static string Shape(PagePiece piece) => piece.Kind == PagePiece.Kept ? piece.Text : Family(piece);

    private static bool Tight(PagePiece before, PagePiece after) => before.Kind == "## " || Family(after) is "- " or "1. " && Family(before) == Family(after);

    private static string Family(PagePiece piece) => piece.Kind is [>= '0' and <= '9', ..] ? "1. " : piece.Kind;
}

/// <summary>A page file as translators see it: front matter, and sections of blocks.</summary>
internal sealed partial record PageBlocks(ImmutableDictionary<string, string> Front, ImmutableArray<string> FrontOrder, ImmutableArray<PageSection> Sections)
{
    /// <summary>Divides a page that was read without problems.</summary>
    public static PageBlocks Of(string file)
    {
        var lines = file.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        var order = ImmutableArray.CreateBuilder<string>();
        var front = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines[1..end])
        {
            if (line.Length > 0 && char.IsLetter(line[0]))
            {
                order.Add(line[..line.IndexOf(':')]);
                front[order[^1]] = line;
            }
            else if (order.Count > 0)
            {
                front[order[^1]] += "\n" + line;
            }
        }
        return new PageBlocks(front.ToImmutableDictionary(), order.ToImmutable(), SectionsOf(lines[(end + 1)..]));
    }

    /// <summary>The sections of a text without front matter.</summary>
    public static ImmutableArray<PageSection> SectionsOf(string[] lines)
    {
        var sections = ImmutableArray.CreateBuilder<PageSection>();
        var pieces = ImmutableArray.CreateBuilder<PagePiece>();
        var open = false;                                       // the next line goes on with the last piece
        foreach (var line in lines)
        {
            var piece = PieceOf(line.Trim());
            if (piece.Kind == "## " && pieces.Count > 0)
                sections.Add(new PageSection(NameOf(pieces[0], sections.Count), pieces.DrainToImmutable()));
            if (piece.Text.Length == 0)
                open = false;
            else if (open && (piece.Kind.Length == 0 || piece.Kind == "> " && pieces[^1].Kind == "> "))
                pieces[^1] = pieces[^1] with { Text = $"{pieces[^1].Text} {piece.Text}" };
            else
            {
                pieces.Add(piece);
                open = piece.Kind is not ("## " or PagePiece.Kept);
            }
        }
        if (pieces.Count > 0)
            sections.Add(new PageSection(NameOf(pieces[0], sections.Count), pieces.DrainToImmutable()));
        return sections.ToImmutable();
    }

    private static string NameOf(PagePiece first, int number) =>
        first.Kind != "## " ? "lead" : first.Behind.Length > 0 ? first.Behind.Trim().Trim('{', '#', '}') : $"c{Math.Max(1, number)}";

    private static PagePiece PieceOf(string line)
    {
        if (line.StartsWith("[](contact:", StringComparison.Ordinal))
            return new PagePiece(PagePiece.Kept, line);
        var mark = Mark().Match(line);
        var (kind, text) = (mark.Value, line[mark.Length..]);
        var anchor = kind == "## " ? Anchor().Match(text) : Match.Empty;
        return anchor.Success ? new PagePiece(kind, text[..anchor.Index], anchor.Value) : new PagePiece(kind, text);
    }

    [GeneratedRegex(@"^(## |- |> |[0-9]+\. )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+\{#[a-z][a-z0-9-]*\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();
}
