using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Pages;
using Outreach.Content.Search;
using Outreach.Localization;
using Outreach.Tests.Support;
using Xunit.Abstractions;

namespace Outreach.Content.Tests.Search;

/// <summary>Questions in people's own words find the page that answers. The table is tests/testdata/search-cases.tsv.</summary>
public sealed class SearchIndexTests(ITestOutputHelper output)
{
    private static readonly SearchIndex Index = TestBook.Real.Search;

    private static readonly (string Language, string Place, string[] Pages, string Question)[] Cases =
    [
        .. from line in File.ReadAllLines(Repository.At("tests", "testdata", "search-cases.tsv"))
           where line.Length > 0 && line[0] != '#'
           let cells = line.Split('\t')
           select (cells[0], cells[1], cells[2].Split('|'), cells[3]),
    ];

    [Fact]
    public void Questions_find_their_page_among_the_first_three()
    {
        var ranks = Cases.Select(c => (Case: c, Found: Find(c.Language, c.Question, c.Place))).ToList();
        foreach (var language in ranks.GroupBy(r => r.Case.Language))
            output.WriteLine(Line(language.Key, language.ToList()));
        output.WriteLine(Line("all", ranks));
        foreach (var (one, found) in ranks.Where(r => Rank(r.Case.Pages, r.Found) != 0))
            output.WriteLine($"{Rank(one.Pages, found) + 1} {one.Question} | wanted {string.Join('|', one.Pages)}, {found.Sureness}: {string.Join(", ", found.Cards.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Page} {f.Score:F0}")))}");
        Assert.True(Cases.Length >= 30);
        Assert.True(ranks.Count(r => Rank(r.Case.Pages, r.Found) >= 0) >= Cases.Length * 9 / 10, "fewer than nine in ten are among the first three");
        Assert.True(ranks.Count(r => Rank(r.Case.Pages, r.Found) == 0) >= Cases.Length * 7 / 10, "fewer than seven in ten come first");
        Assert.True(ranks.Count(r => r.Found.Sureness == Sureness.Answer && Rank(r.Case.Pages, r.Found) != 0) <= Cases.Length / 20, "an answer that is sure and wrong misleads");
    }

    [Fact]
    public void Who_wants_to_go_home_finds_the_return_programme() =>
        Assert.Contains(new PageId("programme", "voluntary-return"), Find("ar", "أريد أن أرجع إلى بلدي", "ly").Cards.Select(c => c.Page));

    [Fact]
    public void Whose_passport_was_taken_finds_help() =>
        Assert.Contains(Find("en", "someone took my passport", "ly").Cards, c => c.Page.Topic is "counter-trafficking" or "documents");

    [Theory]
    [InlineData("en", "the agent took my money")]
    [InlineData("en", "broker cheated me and took my money")]
    [InlineData("fr", "l'agent a pris mon argent")]
    [InlineData("fr", "le courtier m'a volé mon argent")]
    [InlineData("es", "el agente se llevó mi dinero")]
    [InlineData("es", "el agente me estafó")]
    [InlineData("ar", "السمسار أخذ فلوسي")]
    [InlineData("ar", "الوكيل أخذ مالي")]
    [InlineData("fa", "دلال پولم را گرفت")]
    [InlineData("fa", "نماینده پول مرا گرفت")]
    [InlineData("uk", "агент забрав мої гроші")]
    [InlineData("uk", "посередник узяв мої гроші")]
    [InlineData("am", "ደላላው ገንዘቤን ወሰደ")]
    [InlineData("am", "ወኪሉ ገንዘቤን ወሰደብኝ")]
    [InlineData("sw", "wakala amechukua pesa yangu")]
    [InlineData("sw", "Wakala amechukua hela zangu")]
    [InlineData("sw", "dalali ameniibia pesa")]
    public void Whose_money_an_agent_took_finds_the_complaint(string language, string question) =>
        Assert.All((string?[])["ly", "de", null], place => Assert.Contains(new PageId("programme", "complaint"), Find(language, question, place).Cards.Select(c => c.Page)));

    [Theory]
    [InlineData("en", "xqzt vwkp bbrrt")]
    [InlineData("en", "purple elephants juggle trumpets")]
    [InlineData("fr", "zxcv qsdf wxcv")]
    [InlineData("ar", "ضصثق فغعه خحج")]
    [InlineData("en", "🙂🙂🙂")]
    [InlineData("en", "")]
    public void Nonsense_asks_back(string language, string question) => Assert.Equal(Sureness.AskBack, Find(language, question, "de").Sureness);

    [Fact]
    public void Never_answers_for_another_place() =>
        Assert.All(Cases, c => Assert.All(Find(c.Language, c.Question, "ly").Cards, f => Assert.Contains(f.Page.Shelf, (string[])["ly", Library.ProgrammeShelf])));

    [Fact]
    public void Without_a_place_offers_programmes_only() =>
        Assert.All(Find("en", "how do i go back home", null).Cards, f => Assert.Equal(Library.ProgrammeShelf, f.Page.Shelf));

    [Fact]
    public void A_language_without_pages_reads_english() => Assert.NotEmpty(Find("sw", "emergency housing asylum", "de").Cards);

    [Fact]
    public void Says_the_same_every_time_from_any_thread()
    {
        var fresh = BookReader.Read(Repository.At("content", "book"), Repository.At("localization", "catalogs"), new Office()).Value!.Search;
        Parallel.ForEach(Cases.Concat(Cases), c =>
            Assert.Equal<Found>(Find(c.Language, c.Question, c.Place).Cards, fresh.Find(Of(c.Language), c.Question, c.Place).Cards));
    }

    [Theory]
    [InlineData("my name is Zebediah and i need asylum", "… asylum", "Zebediah")]
    [InlineData("call me on 0176 5551234", "…", "5551234")]
    public void Staff_see_only_words_of_our_own_pages(string question, string ending, string hidden)
    {
        var shown = Index.KnownWords(Locale.English, question);
        Assert.DoesNotContain(hidden, shown, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(ending.Split(' ')[^1], shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounded_whatever_is_asked() => Assert.True(Find("en", string.Concat(Enumerable.Repeat("asylum ", 100_000)), "de").Cards.Length <= SearchIndex.MostFound + SearchIndex.MostProgrammes);

    private static SearchResult Find(string language, string question, string? place) => Index.Find(Of(language), question, place);

    private static Locale Of(string tag) => Locale.All.Single(l => l.Tag == tag);

    private static int Rank(string[] pages, SearchResult found)
    {
        for (var i = 0; i < found.Cards.Length; i++)
            if (pages.Contains(found.Cards[i].Page.Value))
                return i;
        return -1;
    }

    private static string Line(string name, List<((string Language, string Place, string[] Pages, string Question) Case, SearchResult Found)> ranks) =>
        $"{name}: hit@1 {ranks.Count(r => Rank(r.Case.Pages, r.Found) == 0)}, hit@3 {ranks.Count(r => Rank(r.Case.Pages, r.Found) >= 0)} of {ranks.Count}; answered {ranks.Count(r => r.Found.Sureness == Sureness.Answer)}";
}
