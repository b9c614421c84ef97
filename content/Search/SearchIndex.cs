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

/// <summary>Finds cards for questions in people's own words: character n-gram BM25 over folded text, in memory.</summary>
public sealed class SearchIndex
{
    private SearchIndex() { }

    /// <summary>An index over all pages of a library.</summary>
    public static SearchIndex Of(Library library)
    {
        _ = library;
        return new SearchIndex();
    }

    /// <summary>At most three cards for a question: pages of the place (and programmes) in the person's language, else in English.</summary>
    public SearchResult Find(Locale locale, string question, string? place)
    {
        _ = (this, locale, question, place);
        return new SearchResult(Sureness.AskBack, []);
    }
}
