using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Localization.Exchange;

namespace Outreach.Content.Translation;

/// <summary>An English page with its translation, where there is one.</summary>
/// <param name="Name">"library/de/housing".</param>
/// <param name="English">The page.</param>
/// <param name="EnglishText">Its file.</param>
/// <param name="Translation">The page in the other language; null when there is none.</param>
/// <param name="TranslationText">Its file.</param>
/// <param name="Earlier">The English file that was translated, where it was an older revision and is known.</param>
internal sealed record PagePair(string Name, Page English, string EnglishText, Page? Translation, string? TranslationText, string? Earlier)
{
    /// <summary>True when the translation was made from this revision of the English.</summary>
    public bool UpToDate => Translation is not null && Translation.Front.Revision == English.Front.Revision;
}

/// <summary>A page as units, and units as a page. Blocks are set side by side; a card whose blocks differ goes out as one unit.</summary>
internal static partial class PageUnits
{
    /// <summary>Less alike, and the old translation would only mislead.</summary>
    private const double AlikeEnough = 0.5;

    /// <summary>The units of a page, in reading order.</summary>
    public static ImmutableArray<TranslationUnit> Of(PagePair page)
    {
        var memory = Memory(page);
        var units = ImmutableArray.CreateBuilder<TranslationUnit>();
        var theirs = page.TranslationText is null ? [] : PageBlocks.Of(page.TranslationText).Sections.ToDictionary(s => s.Name, StringComparer.Ordinal);
        units.Add(Unit(page, memory, "title", page.English.Front.Title));
        units.Add(Unit(page, memory, "summary", FrontText(page.EnglishText, "summary")));
        foreach (var section in PageBlocks.Of(page.EnglishText).Sections)
        {
            if (page.UpToDate && theirs.TryGetValue(section.Name, out var their) && !section.FitsTo(their))
                units.Add(new TranslationUnit { Id = $"{page.Name}#{section.Name}", Source = section.ToString(), Target = their.ToString(), State = UnitState.Translated });
            else
                units.AddRange(section.Pieces.Select((piece, n) => (piece, n)).Where(p => p.piece.Kind != PagePiece.Kept).Select(p => Unit(page, memory, Part(section, p.n), p.piece.Text)));
        }
        return units.ToImmutable();
    }

    /// <summary>The file of the translation; null while a unit lacks its translation.</summary>
    public static string? Write(PagePair page, IReadOnlyDictionary<string, string> targets, string mark)
    {
        var (english, theirs) = (PageBlocks.Of(page.EnglishText), page.TranslationText is null ? null : PageBlocks.Of(page.TranslationText));
        var sections = new List<string>();
        foreach (var section in english.Sections)
        {
            if (targets.TryGetValue($"{page.Name}#{section.Name}", out var whole))
            {
                sections.Add(whole);
                continue;
            }
            var pieces = section.Pieces.Select((p, n) => p.Kind == PagePiece.Kept ? p : targets.GetValueOrDefault($"{page.Name}#{Part(section, n)}") is { Length: > 0 } target ? p with { Text = target } : null).ToList();
            if (pieces.Contains(null))
                return null;
            sections.Add(new PageSection(section.Name, [.. pieces.OfType<PagePiece>()]).ToString());
        }
        if (targets.GetValueOrDefault($"{page.Name}#title") is not { Length: > 0 } title || targets.GetValueOrDefault($"{page.Name}#summary") is not { Length: > 0 } summary)
            return null;
        string[] front =
        [
            $"title: {Quoted(title)}",
            $"summary: {Quoted(summary)}",
            .. english.FrontOrder.Where(k => k is not ("title" or "summary" or "revision" or "also-asked-as")).Select(k => english.Front[k]),
            string.Create(CultureInfo.InvariantCulture, $"translation: {{of: {page.English.Front.Revision}, {mark}}}"),
            .. theirs?.Front.GetValueOrDefault("also-asked-as") is { } asked ? [asked] : Array.Empty<string>(),
        ];
        return $"---\n{string.Join('\n', front)}\n---\n{string.Join("\n\n", sections)}\n";
    }

    /// <summary>A name or a number alone: nothing is left of the block without terms of the place.</summary>
    internal static bool NeedsNoTranslation(string block) => !HostTerm().Replace(block, "").Any(char.IsLetter);

    private static string Part(PageSection section, int n) => section.Pieces[n].Kind == "## " ? $"{section.Name}.title" : string.Create(CultureInfo.InvariantCulture, $"{section.Name}.{n}");

    private static TranslationUnit Unit(PagePair page, ImmutableArray<(string Part, string English, string Translation)> memory, string part, string english)
    {
        var unit = new TranslationUnit { Id = $"{page.Name}#{part}", Source = english };
        if (NeedsNoTranslation(english))
            return unit with { State = UnitState.Unneeded, Target = english };
        if (memory.FirstOrDefault(m => m.Part == part && m.English == english) is { Translation: { } same })
            return unit with { State = UnitState.Translated, Target = same };
        if (memory.FirstOrDefault(m => m.English == english) is { Translation: { } moved })
            return unit with { State = UnitState.Translated, Target = moved };
        if (!page.UpToDate && page.Earlier is null && memory.FirstOrDefault(m => m.Part == part) is { Translation: { } unknown })
            return unit with { State = UnitState.Stale, Target = unknown };
        var (nearest, likeness) = memory.Select(m => (m, WordDifference.Likeness(m.English, english))).DefaultIfEmpty().MaxBy(m => m.Item2);
        return likeness >= AlikeEnough ? unit with { State = UnitState.Stale, Target = nearest.Translation, Previous = nearest.English } : unit;
    }

    /// <summary>The English that was translated beside its translation, block by block. Where that English is not known, its words are empty.</summary>
    private static ImmutableArray<(string Part, string English, string Translation)> Memory(PagePair page)
    {
        if (page.Translation is null || page.TranslationText is null)
            return [];
        var known = page.UpToDate ? page.EnglishText : page.Earlier;
        var theirs = PageBlocks.Of(page.TranslationText).Sections.ToDictionary(s => s.Name, StringComparer.Ordinal);
        var pairs = from section in PageBlocks.Of(known ?? page.EnglishText).Sections
                    where section.FitsTo(theirs.GetValueOrDefault(section.Name))
                    from n in Enumerable.Range(0, section.Pieces.Length)
                    where section.Pieces[n].Kind != PagePiece.Kept
                    select (Part(section, n), known is null ? "" : section.Pieces[n].Text, theirs[section.Name].Pieces[n].Text);
        var front = known is null ? ("", "") : (FrontText(known, "title"), FrontText(known, "summary"));
        return [("title", front.Item1, page.Translation.Front.Title), ("summary", front.Item2, FrontText(page.TranslationText, "summary")), .. pairs];
    }

    private static string FrontText(string file, string key)
    {
        var problems = new List<Problem>();
        return Yaml.YamlFields.Of(PageBlocks.Of(file).Front[key], "", problems)?.Optional(key) ?? "";
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"(?<!\*)\*(?!\*)[^*]+\*(?!\*)", RegexOptions.CultureInvariant)]
    private static partial Regex HostTerm();
}
