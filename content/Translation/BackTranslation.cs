using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Outreach.Content.Checks;
using Outreach.Localization;
using Outreach.Localization.Exchange;

namespace Outreach.Content.Translation;

/// <summary>One difference between an English text and what came back of its translation.</summary>
/// <param name="Unit">Which text.</param>
/// <param name="What">number | negation | duty | name | link: what differs.</param>
/// <param name="Source">What the English says of it.</param>
/// <param name="Back">What the back-translation says.</param>
public sealed record BackDifference(string Unit, string What, string Source, string Back);

/// <summary>
/// Compares the English with a translation that somebody else put back into English without having seen it. Words may differ;
/// numbers, "not", and "must" against "may" may not: each of them has sent people to the wrong place.
/// </summary>
public static partial class BackTranslation
{
    private static readonly FrozenDictionary<string, string> NumberWords = "zero one two three four five six seven eight nine ten eleven twelve".Split(' ')
        .Select((word, n) => (word, n)).ToFrozenDictionary(p => p.word, p => $"{p.n}", StringComparer.Ordinal);

    /// <summary>What says no.</summary>
    private static readonly FrozenSet<string> Negations = FrozenSet.Create(StringComparer.Ordinal,
        "not", "no", "never", "nobody", "none", "nothing", "nowhere", "neither", "nor", "without", "cannot", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "wont", "cant", "couldnt", "shouldnt", "mustnt", "neednt", "hasnt", "havent");

    /// <summary>What binds, allows, advises: words of one kind may stand for each other.</summary>
    private static readonly ImmutableArray<(string Kind, string[] Words)> Duties =
    [
        ("must", ["must", "have to", "has to", "need to", "needs to", "are required to", "is required to", "are obliged to", "obligatory", "required", "necessary", "mustnt"]),
        ("may", ["may", "can", "cannot", "could", "be able to", "are able to", "is able to", "are allowed to", "is allowed to", "are permitted to", "possible", "might", "cant", "allowed"]),
        ("should", ["should", "ought to", "recommended", "advised", "shouldnt"]),
    ];

    /// <summary>Every difference, unit by unit; a text nobody sent back says nothing.</summary>
    /// <param name="source">The English by unit.</param>
    /// <param name="back">What came back by unit.</param>
    public static Result<ImmutableArray<BackDifference>> Compare(IReadOnlyDictionary<string, string> source, IReadOnlyDictionary<string, string> back)
    {
        var unknown = back.Keys.Where(k => !source.ContainsKey(k)).Select(ExchangeProblems.UnknownUnit).ToImmutableArray();
        return unknown.IsEmpty ? back.Where(b => b.Value.Length > 0).SelectMany(b => Compare(b.Key, source[b.Key], b.Value)).ToImmutableArray() : unknown;
    }

    /// <summary>The units of a file: tab-separated (unit, English), or PO with the back-translation as msgstr.</summary>
    public static Result<ImmutableDictionary<string, string>> Read(string text, string name)
    {
        if (name.EndsWith(".po", StringComparison.OrdinalIgnoreCase))
        {
            var po = PoReader.Read(text, name);
            return po.Ok ? po.Value.Entries.ToImmutableDictionary(e => e.Key, e => e.Translations.FirstOrDefault() ?? "", StringComparer.Ordinal) : po.Problems;
        }
        var units = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var (n, line) in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Index().Where(l => l.Item.Trim().Length > 0))
        {
            if (line.Split('\t') is not [var unit, var english])
                problems.Add(ExchangeProblems.NotReadable($"{name}:{n + 1}", "expected two columns with a tab between them: unit, back-translation"));
            else if (!units.TryAdd(unit.Trim(), english.Trim()))
                problems.Add(ExchangeProblems.UnitTwice(unit.Trim()));
        }
        return problems.Count > 0 ? problems.ToImmutable() : units.ToImmutable();
    }

    private static IEnumerable<BackDifference> Compare(string unit, string source, string back) =>
        new (string What, Func<string, IEnumerable<string>> Of)[] { ("number", Numbers), ("negation", No), ("duty", DutiesIn), ("name", Names), ("link", Links) }
            .Select(k => new BackDifference(unit, k.What, Line(k.Of(source)), Line(k.Of(back)))).Where(d => d.Source != d.Back);

    private static string Line(IEnumerable<string> found) => string.Join(", ", found.Order(StringComparer.Ordinal));

    /// <summary>Figures and small numbers in words; "one" is most often no number.</summary>
    private static IEnumerable<string> Numbers(string text) =>
        Figures.In(Markup(text)).Concat(Words(text).Where(w => NumberWords.ContainsKey(w)).Select(w => NumberWords[w])).Where(n => n != "1");

    /// <summary>Whether a text says no, and whether it does so more than once: "no money" and "not any money" are the same.</summary>
    private static IEnumerable<string> No(string text) => Words(text).Count(w => Negations.Contains(w)) switch { 0 => [], 1 => ["no"], var many => [$"no x{many}"] };

    private static IEnumerable<string> DutiesIn(string text)
    {
        var folded = $" {string.Join(' ', Words(text))} ";
        return Duties.Where(d => d.Words.Any(w => folded.Contains($" {w} ", StringComparison.Ordinal))).Select(d => d.Kind);
    }

    /// <summary>Terms in the language of the place, and abbreviations: they come back as they went.</summary>
    private static IEnumerable<string> Names(string text) =>
        HostTerm().Matches(text).Select(m => m.Groups["term"].Value).Concat(Abbreviation().Matches(HostTerm().Replace(text, " ")).Select(m => m.Value)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Links(string text) => Address().Matches(text).Select(m => m.Groups["to"].Value).Concat(MessageTemplate.Parse(text).Holes);

    private static IEnumerable<string> Words(string text) => Word().Matches(Markup(text).ToLowerInvariant()).Select(m => m.Value.Replace("'", "").Replace("’", ""));

    private static string Markup(string text) => Address().Replace(text, "]");

    [GeneratedRegex(@"\p{L}+(['’]\p{L}+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<!\*)\*(?!\*)(?<term>[^*]+)\*(?!\*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HostTerm();

    [GeneratedRegex(@"\b[A-Z]{2,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\]\((?<to>[^()\s]*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
