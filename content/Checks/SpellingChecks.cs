using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Spelling, a remark a file: an editor corrects a file at a time.</summary>
internal static partial class SpellingChecks
{
    private const int WordsShown = 12;

    public static IEnumerable<Remark> Misspelt(Book book, CheckTools tools)
    {
        if (tools.Speller is not { } speller)
            yield break;
        var names = Names(book);
        foreach (var texts in CheckedTexts.Of(book).GroupBy(t => t.Locale).OrderBy(g => g.Key.Index))
        {
            var files = texts.GroupBy(t => t.File, t => Words(t.Own), StringComparer.Ordinal)
                .Select(f => (File: f.Key, Words: f.SelectMany(w => w).Distinct(StringComparer.Ordinal).Where(w => !tools.Words.Has(texts.Key, w) && !names.Contains(w)).ToList())).ToList();
            var unknown = speller.Unknown(texts.Key, [.. files.SelectMany(f => f.Words).Distinct(StringComparer.Ordinal)]);
            if (!unknown.Ok)
            {
                yield return Remark.Warning(CheckProblems.NotSpelled(texts.Key, unknown.Problems[0].Message));
                continue;
            }
            foreach (var (file, words) in files)
                if (words.Where(unknown.Value.Contains).ToList() is { Count: > 0 } wrong)
                    yield return Remark.Warning(CheckProblems.Misspelt(file, wrong.Count <= WordsShown ? wrong : [.. wrong.Take(WordsShown), "…"]));
        }
    }

    /// <summary>What a person reads of a word: holes, figures and abbreviations of capitals are none.</summary>
    internal static IEnumerable<string> Words(string text) =>
        Word().Matches(Address().Replace(text, " ")).Select(m => m.Value.Replace('’', '\'')).Where(w => w.Length > 1 && !w.All(c => char.IsUpper(c) || !char.IsLetter(c)));

    /// <summary>Names of offices and countries are right as the directory writes them.</summary>
    private static HashSet<string> Names(Book book)
    {
        var hosts = book.Library.All.SelectMany(PageParts.Of).SelectMany(p => p.HostTerms);
        var contacts = book.Contacts.All.SelectMany(c => c.Who.Values.Prepend(c.Name));
        var places = book.Places.Values.SelectMany(p => p.Names.Values);
        return hosts.Concat(contacts).Concat(places).SelectMany(Words).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>"help.unhcr.org/germany" is no words.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}-]+(\.[a-z][a-z0-9-]+)+(/\S*)?|/[a-z]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}\u200C\u200D]*(['’ʼ\-]\p{L}[\p{L}\p{M}\u200C\u200D]*)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
