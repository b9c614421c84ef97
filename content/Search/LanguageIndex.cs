using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Search;

/// <summary>A question as the pieces of its words, each word with its weight.</summary>
/// <param name="Words">The words.</param>
/// <param name="Weight">All weights together; rare words weigh more.</param>
internal sealed record Query(ImmutableArray<QueryWord> Words, double Weight);

/// <summary>A word of a question.</summary>
internal sealed record QueryWord(ImmutableArray<Piece> Pieces, double Weight);

/// <summary>A piece of a word of a question, and how much it says.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(long Gram, double Rarity);

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
    private readonly FrozenDictionary<long, double> _rarity;
    private readonly FrozenSet<string> _words;
    private readonly Locale _locale;
    private readonly double _rarest, _pageLength, _cardLength;

    private LanguageIndex(ImmutableArray<Page> pages, Locale locale)
    {
        _locale = locale;
        var words = new HashSet<string>(StringComparer.Ordinal);
        _sheets = [.. pages.Select(p => new Sheet(p, words))];
        _words = words.ToFrozenSet(StringComparer.Ordinal);
        var seen = new Dictionary<long, int>();
        foreach (var gram in _sheets.SelectMany(s => s.All))
            seen[gram] = seen.GetValueOrDefault(gram) + 1;
        _rarity = seen.ToFrozenDictionary(g => g.Key, g => Rarity(g.Value, _sheets.Length));
        _rarest = Rarity(1, Math.Max(1, _sheets.Length));
        _pageLength = _sheets.Select(s => s.Whole.Length).DefaultIfEmpty(1).Average();
        _cardLength = _sheets.SelectMany(s => s.Cards).Select(c => c.Length).DefaultIfEmpty(1).Average();
        foreach (var phrase in _sheets.SelectMany(s => s.Asked))
            phrase.Weight = phrase.Grams.Sum(RarityOf);
    }

    /// <summary>The pages of a library in a language, in English where there is no translation.</summary>
    public static LanguageIndex Of(Library library, Locale locale) =>
        new([.. library.All.Select(p => p.Id).Distinct().OrderBy(id => id.Value, StringComparer.Ordinal)
            .Select(id => library.Find(id, locale)).OfType<Page>()], locale);

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
        ImmutableArray<Piece> pieces = [.. Grams.Of(word).Select(g => new Piece(g, RarityOf(g)))];
        var stranger = pieces.Count(p => _rarity.ContainsKey(p.Gram)) < KnownShare * pieces.Length;
        return new QueryWord(pieces, pieces.Average(p => p.Rarity) * (stranger ? StrangerWeight : 1));
    }

    private Ranked Judge(Sheet sheet, Query query)
    {
        var (card, cardScore) = (-1, 0.0);
        for (var i = 0; i < sheet.Cards.Length; i++)
            if (Bm25(sheet.Cards[i], query, _cardLength) is var one && one > cardScore)
                (card, cardScore) = (i, one);
        var whole = Bm25(sheet.Whole, query, _pageLength);
        var phrase = 0.0;
        foreach (var asked in sheet.Asked)
            phrase = Math.Max(phrase, Likeness(asked, query));
        var score = whole + (0.5 * cardScore) + (PhraseWeight * phrase * query.Weight);
        var title = card >= 0 ? sheet.Page.Cards[card].Title : sheet.Page.Front.Title;
        return new Ranked(new Found(sheet.Page.Id, card, title, score), score, Math.Max(Coverage(sheet, query), phrase), sheet.Page.Locale == _locale);
    }

    private static double Bm25(Bag bag, Query query, double usualLength)
    {
        var (score, length) = (0.0, K1 * (1 - B + (B * bag.Length / usualLength)));
        foreach (var word in query.Words)
            foreach (var (gram, rarity) in word.Pieces)
                if (bag.Weight(gram) is var weight and > 0)
                    score += rarity * weight * (K1 + 1) / (weight + length);
        return score;
    }

    /// <summary>How much of the question, by the weight of its words, the page knows.</summary>
    private static double Coverage(Sheet sheet, Query query)
    {
        var known = 0.0;
        foreach (var word in query.Words)
            if (word.Pieces.Count(p => Array.BinarySearch(sheet.All, p.Gram) >= 0) >= KnownShare * word.Pieces.Length)
                known += word.Weight;
        return known / query.Weight;
    }

    /// <summary>How much a question and a phrase are the same (0 to 1).</summary>
    private static double Likeness(Phrase asked, Query query)
    {
        var (both, mine) = (0.0, 0.0);
        foreach (var word in query.Words)
            foreach (var (gram, rarity) in word.Pieces)
            {
                mine += rarity;
                both += Array.BinarySearch(asked.Grams, gram) >= 0 ? rarity : 0;
            }
        return mine + asked.Weight > 0 ? Math.Min(1, 2 * both / (mine + asked.Weight)) : 0;
    }

    private double RarityOf(long gram) => _rarity.GetValueOrDefault(gram, _rarest);

    private static double Rarity(int pages, int all) => Math.Log(1 + ((all - pages + 0.5) / (pages + 0.5)));

    /// <summary>Weighted pieces, packed: there are millions in all languages together.</summary>
    private sealed class Bag
    {
        private readonly long[] _grams;
        private readonly float[] _weights;

        /// <param name="texts">Texts, each with what its pieces weigh.</param>
        /// <param name="words">Takes every word.</param>
        public Bag(IEnumerable<(string Text, double Weight)> texts, HashSet<string> words)
        {
            var pieces = new SortedDictionary<long, float>();
            foreach (var (text, weight) in texts)
                foreach (var word in Fold.Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    words.Add(word);
                    foreach (var gram in Grams.Of(word))
                    {
                        pieces[gram] = pieces.GetValueOrDefault(gram) + (float)weight;
                        Length += weight;
                    }
                }
            (_grams, _weights) = ([.. pieces.Keys], [.. pieces.Values]);
        }

        public double Length { get; }

        public IEnumerable<long> Pieces => _grams;

        /// <summary>What a piece weighs here; 0 when it is not here.</summary>
        public double Weight(long gram) => Array.BinarySearch(_grams, gram) is >= 0 and var at ? _weights[at] : 0;
    }

    /// <summary>A question that people ask, as its pieces in order.</summary>
    private sealed class Phrase(string text)
    {
        public long[] Grams { get; } = [.. Search.Grams.Words(text).SelectMany(Search.Grams.Of).Distinct().Order()];

        /// <summary>How much all its pieces say.</summary>
        public double Weight { get; set; }
    }

    /// <summary>A page taken apart.</summary>
    private sealed class Sheet
    {
        public Sheet(Page page, HashSet<string> words)
        {
            Page = page;
            Cards = [.. page.Cards.Select(c => new Bag([(c.Title, CardTitleWeight), (PageText.Of(c.Blocks, PageTextLinks.Hidden), TextWeight)], words))];
            Whole = new Bag(
                [
                    (page.Front.Title, TitleWeight), (page.Front.Summary, SummaryWeight), .. page.Front.AlsoAskedAs.Select(a => (a, AskedWeight)),
                    (PageText.Of(page.Lead, PageTextLinks.Hidden), TextWeight), .. page.Cards.Select(c => (c.Title, TextWeight)),
                ], words);
            All = [.. Cards.Append(Whole).SelectMany(b => b.Pieces).Distinct().Order()];
            Asked = [.. page.Front.AlsoAskedAs.Select(a => new Phrase(a))];
        }

        public Page Page { get; }

        public Bag Whole { get; }

        public ImmutableArray<Bag> Cards { get; }

        /// <summary>Every piece of the page, in order.</summary>
        public long[] All { get; }

        public ImmutableArray<Phrase> Asked { get; }
    }
}
