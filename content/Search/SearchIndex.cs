using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Search;

/// <summary>A card that may answer a question.</summary>
/// <param name="Page">Its page.</param>
/// <param name="Card">The index of the card in the page.</param>
/// <param name="Title">The card's title, or the page's.</param>
/// <param name="Score">Comparable within one search only.</param>
public sealed record Found(PageId Page, int Card, string Title, double Score);

/// <summary>What to do with what was found.</summary>
public enum Sureness
{
    /// <summary>Nothing fits: ask back, offer the menu and a human.</summary>
    AskBack,

    /// <summary>Several may fit: offer them.</summary>
    Offer,

    /// <summary>The first is the answer.</summary>
    Answer,
}

/// <summary>The ranked cards for a question and how sure that is.</summary>
public sealed record SearchResult(Sureness Sureness, ImmutableArray<Found> Cards);

/// <summary>
/// Finds cards for questions in people's own words: character n-gram BM25 over folded text, in memory. Each language is
/// indexed when it is first asked for; what is there never changes, so that any number of threads may ask.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>Cards that are offered.</summary>
    public const int MostFound = 3;

    /// <summary>How much of a question has to be on a page for it to be worth offering.</summary>
    private const double EnoughToOffer = 0.45;

    /// <summary>How much for it to be the answer.</summary>
    private const double EnoughToAnswer = 0.7;

    /// <summary>How far the first must be ahead of the second to be the answer.</summary>
    private const double ClearlyAhead = 1.35;

    /// <summary>Pages further behind the first than this are not offered beside it.</summary>
    private const double TooFarBehind = 0.4;

    private readonly ImmutableArray<Lazy<LanguageIndex>> _languages;

    private SearchIndex(Library library) =>
        _languages = [.. Locale.All.Select(locale => new Lazy<LanguageIndex>(() => LanguageIndex.Of(library, locale)))];

    /// <summary>An index over all pages of a library.</summary>
    public static SearchIndex Of(Library library) => new(library);

    /// <summary>Makes the index of every language now, so that no person waits for it.</summary>
    public void Prepare()
    {
        foreach (var language in _languages)
            _ = language.Value;
    }

    /// <summary>At most three cards for a question: pages of the place (and programmes) in the person's language, else in English.</summary>
    public SearchResult Find(Locale locale, string question, string? place)
    {
        var index = _languages[locale.Index].Value;
        var query = index.Ask(question);
        if (query.Weight <= 0)
            return new SearchResult(Sureness.AskBack, []);
        var best = index.Rank(query, place).Take(MostFound).ToList();
        if (best is not [var first, ..] || first.Coverage < EnoughToOffer)
            return new SearchResult(Sureness.AskBack, []);
        var near = best.Where(b => b.Score >= first.Score * TooFarBehind).ToList();
        var clear = first.Coverage >= EnoughToAnswer && (best.Count == 1 || first.Score >= best[1].Score * ClearlyAhead);
        return new SearchResult(clear ? Sureness.Answer : Sureness.Offer, [.. near.Select(b => b.Found)]);
    }

    /// <summary>
    /// What staff may see of a question nobody could answer: words that stand in our own pages, and "…" for all others. Names and
    /// numbers of people are not in our pages.
    /// </summary>
    public string KnownWords(Locale locale, string question)
    {
        var index = _languages[locale.Index].Value;
        var known = new List<string>();
        foreach (var word in Grams.Words(question))
        {
            var shown = index.Knows(word) && !word.Any(char.IsDigit) ? word : "…";
            if (shown != "…" || known is not [.., "…"])
                known.Add(shown);
        }
        return string.Join(' ', known);
    }
}
