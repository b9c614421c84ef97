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
public sealed record SearchResult(Sureness Sureness, ImmutableArray<Found> Cards)
{
    /// <summary>How probable it is held that the first card answers, 0 to 1; where words alone decide, how much of the question the first page knows.</summary>
    public double Confidence { get; init; }
}

/// <summary>
/// Finds cards for questions in people's own words. Two ways of knowing are weighed together: what the topic most probably is
/// (<see cref="TopicModel"/>, learned from questions, in any language), and which page and card share the question's words (character
/// n-gram BM25 over folded text). Each language is indexed when it is first asked for; what is there never changes, so that any number
/// of threads may ask.
/// </summary>
public sealed class SearchIndex
{
    /// <summary>Pages that are offered; programmes may come beside them.</summary>
    public const int MostFound = 3;

    /// <summary>Programmes that are offered beside them.</summary>
    public const int MostProgrammes = 2;

    /// <summary>How much of a question has to be on a page for it to be worth offering.</summary>
    private const double EnoughToOffer = 0.45;

    /// <summary>How much for asking back with what may have been meant, where no country is known.</summary>
    private const double EnoughToGuess = 0.3;

    /// <summary>How much for it to be the answer.</summary>
    private const double EnoughToAnswer = 0.7;

    /// <summary>How far the first must be ahead of the second to be the answer.</summary>
    private const double ClearlyAhead = 1.35;

    /// <summary>Pages further behind the first than this are not offered beside it.</summary>
    private const double TooFarBehind = 0.4;

    /// <summary>A question of which fewer words were ever met is not understood, whatever its pieces look like.</summary>
    private const double EnoughKnown = 0.34;

    /// <summary>A topic less probable than this share of the first is not offered beside it.</summary>
    private const double TooImprobable = 0.04;

    /// <summary>What the words of a page in the person's language count beside the topic; a page in English for someone who asks in another language counts nothing.</summary>
    private const double WordsCount = 1.0;

    private readonly ImmutableArray<Lazy<LanguageIndex>> _languages;
    private readonly Lazy<TopicModel> _topics;

    private SearchIndex(Library library, Lazy<TopicModel> topics) =>
        (_languages, _topics) = ([.. Locale.All.Select(locale => new Lazy<LanguageIndex>(() => LanguageIndex.Of(library, locale)))], topics);

    /// <summary>An index over all pages of a library.</summary>
    public static SearchIndex Of(Library library, Lazy<TopicModel> topics) => new(library, topics);

    /// <summary>Makes the index of every language now, so that no person waits for it.</summary>
    public void Prepare()
    {
        _ = _topics.Value;
        foreach (var language in _languages)
            _ = language.Value;
    }

    /// <summary>
    /// At most three cards for a question: pages of the place in the person's language, else in English; and programmes that fit. When it is to be
    /// asked back, the cards are what may have been meant, or none.
    /// </summary>
    public SearchResult Find(Locale locale, string question, string? place)
    {
        var index = _languages[locale.Index].Value;
        var query = index.Ask(question);
        if (query.Weight <= 0)
            return new SearchResult(Sureness.AskBack, []);
        var pages = index.Rank(query, place).ToList();
        var topics = pages.Where(p => p.Found.Page.Shelf != Library.ProgrammeShelf).ToList();
        return topics.Count > 0 && _topics.Value.IsTaught
            ? ByTopic(_topics.Value.Guess(question), topics, [.. pages.Where(p => p.Found.Page.Shelf == Library.ProgrammeShelf).Take(MostProgrammes)])
            : ByWords([.. pages.Where(p => p.Score > 0)]);
    }

    /// <summary>Stands for words that are in none of our pages.</summary>
    public const string Unknown = "…";

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
            var shown = index.Knows(word) && !word.Any(char.IsDigit) ? word : Unknown;
            if (shown != Unknown || known is not [.., Unknown])
                known.Add(shown);
        }
        return string.Join(' ', known);
    }

    /// <summary>The three most probable topics; programmes whose words fit are offered with them; one that fits best of all pages keeps the bot from answering by itself.</summary>
    private SearchResult ByTopic(TopicGuess guess, List<Ranked> topics, ImmutableArray<Ranked> programmes)
    {
        var best = topics.Max(t => t.Score);
        var weighed = topics.Select(t => (Page: t, Score: guess[t.Found.Page.Topic] * Math.Exp(t.IsOwn && best > 0 ? WordsCount * t.Score / best : 0)))
            .OrderByDescending(t => t.Score).ThenBy(t => t.Page.Found.Page.Value, StringComparer.Ordinal).ToList();
        var whole = weighed.Sum(t => t.Score);
        var inPlace = topics.Sum(t => guess[t.Found.Page.Topic]);         // a place without the topic that is asked for cannot be sure
        var sure = whole > 0 ? weighed[0].Score / whole * inPlace : 0;
        var three = whole > 0 ? weighed.Take(MostFound).Sum(t => t.Score) / whole * inPlace : 0;
        var cards = weighed.Where(t => t.Score >= weighed[0].Score * TooImprobable).Select(t => t.Page.Found).Take(MostFound).ToList();
        var fitting = programmes.Where(p => p.Coverage >= (topics.Exists(t => t.IsOwn) ? EnoughToOffer : EnoughToAnswer) && p.Score >= best * TooFarBehind).ToList();
        cards.AddRange(fitting.Select(p => p.Found));
        var understood = guess.Known >= EnoughKnown && (three >= _topics.Value.Offer || fitting.Count > 0);
        return new SearchResult(!understood ? Sureness.AskBack : sure >= _topics.Value.Answer && !fitting.Exists(p => p.Score >= best) ? Sureness.Answer : Sureness.Offer, [.. cards]) { Confidence = sure };
    }

    /// <summary>Where no place is known, or no topic was learned, the words alone decide.</summary>
    private static SearchResult ByWords(List<Ranked> pages)
    {
        if (pages is not [var first, ..] || first.Coverage < EnoughToGuess)
            return new SearchResult(Sureness.AskBack, []);
        var near = pages.Take(MostFound).Where(b => b.Score >= first.Score * TooFarBehind).ToList();
        if (first.Coverage < EnoughToOffer)
            return new SearchResult(Sureness.AskBack, [.. near.Select(b => b.Found)]);
        var clear = first.Coverage >= EnoughToAnswer && (pages.Count == 1 || first.Score >= pages[1].Score * ClearlyAhead);
        return new SearchResult(clear ? Sureness.Answer : Sureness.Offer, [.. near.Select(b => b.Found)]) { Confidence = first.Coverage };
    }
}
