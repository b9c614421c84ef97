using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Search;

/// <summary>A question as the pieces of its words, each word with its weight.</summary>
/// <param name="Words">The words.</param>
/// <param name="Weight">All weights together; rare words weigh more.</param>
internal sealed record Query(ImmutableArray<QueryWord> Words, double Weight);

/// <summary>A word of a question.</summary>
internal sealed record QueryWord(ImmutableArray<string> Grams, double Weight);

/// <summary>A page with its best card, its score, how much of the question it knows (0 to 1), and whether it is in the language of the question.</summary>
internal sealed record Ranked(Found Found, double Score, double Coverage, bool IsOwn);

/// <summary>All pages as a person of one language reads them.</summary>
internal sealed class LanguageIndex
{
    private const double K1 = 1.2, B = 0.75;

    /// <summary>People's own words for the topic say most; a title says more than a text.</summary>
    private const double AskedWeight = 3, TitleWeight = 3, SummaryWeight = 1.5, CardTitleWeight = 2.5, TextWeight = 1;

    /// <summary>A question that is nearly one we were told people ask.</summary>
    private const double PhraseWeight = 2.5;

    /// <summary>A word counts as known to a page when this share of it stands there.</summary>
    private const double KnownShare = 0.6;

    /// <summary>A word that stands nowhere, a town or a name, says little about which page fits; a question of such words fits none.</summary>
    private const double StrangerWeight = 0.4;

    private readonly ImmutableArray<Sheet> _sheets;
    private readonly FrozenDictionary<string, double> _rarity;
    private readonly FrozenSet<string> _words;
    private readonly Locale _locale;
    private readonly double _rarest, _pageLength, _cardLength;

    private LanguageIndex(ImmutableArray<Sheet> sheets, Locale locale)
    {
        (_sheets, _locale) = (sheets, locale);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var gram in sheets.SelectMany(s => s.All))
            seen[gram] = seen.GetValueOrDefault(gram) + 1;
        _rarity = seen.ToFrozenDictionary(g => g.Key, g => Rarity(g.Value, sheets.Length), StringComparer.Ordinal);
        _rarest = Rarity(1, Math.Max(1, sheets.Length));
        _pageLength = sheets.Select(s => s.Whole.Length).DefaultIfEmpty(1).Average();
        _cardLength = sheets.SelectMany(s => s.Cards).Select(c => c.Length).DefaultIfEmpty(1).Average();
        _words = sheets.SelectMany(s => s.Words).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The pages of a library in a language, in English where there is no translation.</summary>
    public static LanguageIndex Of(Library library, Locale locale) =>
        new([.. library.All.Select(p => p.Id).Distinct().OrderBy(id => id.Value, StringComparer.Ordinal)
            .Select(id => library.Find(id, locale)).OfType<Page>().Select(p => new Sheet(p))], locale);

    /// <summary>Whether a folded word stands in a page.</summary>
    public bool Knows(string word) => _words.Contains(word);

    /// <summary>A question as this index understands it.</summary>
    public Query Ask(string question)
    {
        ImmutableArray<QueryWord> words = [.. Grams.Words(question).Distinct(StringComparer.Ordinal).Select(WordOf)];
        return new Query(words, words.Sum(w => w.Weight));
    }

    /// <summary>The pages of a place and the programmes, best first; equal ones in the order of their names.</summary>
    public IEnumerable<Ranked> Rank(Query query, string? place) =>
        _sheets.Where(s => s.Page.Id.Shelf == Library.ProgrammeShelf || s.Page.Id.Shelf == place)
            .Select(s => Judge(s, query))
            .OrderByDescending(r => r.Score).ThenBy(r => r.Found.Page.Value, StringComparer.Ordinal);

    private QueryWord WordOf(string word)
    {
        ImmutableArray<string> grams = [.. Grams.Of(word)];
        var stranger = grams.Count(_rarity.ContainsKey) < KnownShare * grams.Length;
        return new QueryWord(grams, grams.Average(RarityOf) * (stranger ? StrangerWeight : 1));
    }

    private Ranked Judge(Sheet sheet, Query query)
    {
        var (card, cardScore) = (-1, 0.0);
        for (var i = 0; i < sheet.Cards.Length; i++)
            if (Bm25(sheet.Cards[i], query, _cardLength) is var one && one > cardScore)
                (card, cardScore) = (i, one);
        var whole = Bm25(sheet.Whole, query, _pageLength);
        var phrase = sheet.Asked.Select(a => Likeness(a, query)).DefaultIfEmpty(0).Max();
        var score = whole + (0.5 * cardScore) + (PhraseWeight * phrase * query.Weight);
        var title = card >= 0 ? sheet.Page.Cards[card].Title : sheet.Page.Front.Title;
        return new Ranked(new Found(sheet.Page.Id, card, title, score), score, Math.Max(Coverage(sheet, query), phrase), sheet.Page.Locale == _locale);
    }

    private double Bm25(Bag bag, Query query, double usualLength)
    {
        var score = 0.0;
        foreach (var gram in query.Words.SelectMany(w => w.Grams))
            if (bag.Counts.TryGetValue(gram, out var count))
                score += RarityOf(gram) * count * (K1 + 1) / (count + (K1 * (1 - B + (B * bag.Length / usualLength))));
        return score;
    }

    /// <summary>How much of the question, by the weight of its words, the page knows.</summary>
    private double Coverage(Sheet sheet, Query query)
    {
        var known = 0.0;
        foreach (var word in query.Words)
            if (word.Grams.Count(sheet.All.Contains) >= KnownShare * word.Grams.Length)
                known += word.Weight;
        return known / query.Weight;
    }

    /// <summary>How much a question and a phrase are the same (0 to 1).</summary>
    private double Likeness(ImmutableSortedSet<string> asked, Query query)
    {
        var (both, mine) = (0.0, 0.0);
        foreach (var gram in query.Words.SelectMany(w => w.Grams))
        {
            var rarity = RarityOf(gram);
            mine += rarity;
            both += asked.Contains(gram) ? rarity : 0;
        }
        var theirs = asked.Sum(RarityOf);
        return mine + theirs > 0 ? Math.Min(1, 2 * both / (mine + theirs)) : 0;
    }

    private double RarityOf(string gram) => _rarity.GetValueOrDefault(gram, _rarest);

    private static double Rarity(int pages, int all) => Math.Log(1 + ((all - pages + 0.5) / (pages + 0.5)));

    /// <summary>Weighted pieces.</summary>
    private sealed class Bag
    {
        public Dictionary<string, double> Counts { get; } = new(StringComparer.Ordinal);

        public double Length { get; private set; }

        public void Add(string text, double weight, HashSet<string> words)
        {
            foreach (var word in Fold.Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(word);
                foreach (var gram in Grams.Of(word))
                {
                    Counts[gram] = Counts.GetValueOrDefault(gram) + weight;
                    Length += weight;
                }
            }
        }
    }

    /// <summary>A page taken apart.</summary>
    private sealed class Sheet
    {
        public Sheet(Page page)
        {
            Page = page;
            var words = new HashSet<string>(StringComparer.Ordinal);
            Whole.Add(page.Front.Title, TitleWeight, words);
            Whole.Add(page.Front.Summary, SummaryWeight, words);
            foreach (var asked in page.Front.AlsoAskedAs)
                Whole.Add(asked, AskedWeight, words);
            Whole.Add(PageText.Of(page.Lead, PageTextLinks.Hidden), TextWeight, words);
            Cards = [.. page.Cards.Select(c => CardBag(c, words))];
            foreach (var card in page.Cards)
                Whole.Add(card.Title, TextWeight, words);
            All = Cards.Append(Whole).SelectMany(b => b.Counts.Keys).ToFrozenSet(StringComparer.Ordinal);
            Asked = [.. page.Front.AlsoAskedAs.Select(a => Grams.Words(a).SelectMany(Grams.Of).ToImmutableSortedSet(StringComparer.Ordinal))];
            Words = [.. words];
        }

        public Page Page { get; }

        public Bag Whole { get; } = new();

        public ImmutableArray<Bag> Cards { get; }

        public FrozenSet<string> All { get; }

        public ImmutableArray<ImmutableSortedSet<string>> Asked { get; }

        public ImmutableArray<string> Words { get; }

        private static Bag CardBag(Card card, HashSet<string> words)
        {
            var bag = new Bag();
            bag.Add(card.Title, CardTitleWeight, words);
            bag.Add(PageText.Of(card.Blocks, PageTextLinks.Hidden), TextWeight, words);
            return bag;
        }
    }
}
