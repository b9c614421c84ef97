using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Packages;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Content.Urgent;
using Outreach.Content.Tests.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Checks;

/// <summary>What a careful editor would say about content that loads.</summary>
public class InspectorTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly string[] SixQuestions = ["a", "b", "c", "d", "e", "f"];

    [Fact]
    public void Says_nothing_about_good_content() => Assert.Empty(Inspect(English(), French()));

    [Theory]
    [InlineData("an old date", 2040, Severity.Warning, "review-by: 2027-05-21", "review-by: 2026-11-20", "reviewed: 2026-11-21", "reviewed: 2026-06-01")]
    [InlineData("a date that comes soon", 2060, Severity.Warning, "review-by: 2027-05-21", "review-by: 2026-12-20")]
    [InlineData("a date to come", 2041, Severity.Error, "reviewed: 2026-11-21", "reviewed: 2026-11-23")]
    [InlineData("too few own words", 2042, Severity.Warning, "[a, b, c, d, e, f]", "[a]")]
    [InlineData("a link to nowhere", 2044, Severity.Error, "page:de/housing", "page:de/work")]
    [InlineData("a programme that is not there", 2044, Severity.Error, "page:de/housing", "programme:none")]
    [InlineData("money that nobody will notice growing old", 2080, Severity.Error, " {sum}", "")]
    [InlineData("time that nobody will notice growing old", 2080, Severity.Error, " {sum}", " Go within two weeks.")]
    [InlineData("a date to come in the summary", 2080, Severity.Error, "shortest true answer.", "doors are open until 4 March 2027.")]
    [InlineData("a sum in a heading, which is a button", 2081, Severity.Error, "## A card", "## A card for 5 euros")]
    [InlineData("a promise", 2054, Severity.Warning, "Words.", "We promise you a flat.")]
    [InlineData("a phone number", 2055, Severity.Error, "Words.", "Call 030 18151111.")]
    [InlineData("a number in groups", 2055, Severity.Error, "Words.", "Call +49 (0) 30-18 15 11.")]
    [InlineData("a number in other digits", 2055, Severity.Error, "Words.", "Call ٠٣٠١٨١٥١١١١.")]
    [InlineData("a short number of the place", 2055, Severity.Warning, "Words.", "Call 112.")]
    public void Finds_in_a_page(string what, int code, Severity severity, params string[] changes)
    {
        var text = EnglishText;
        for (var i = 0; i < changes.Length; i += 2)
            text = text.Replace(changes[i], changes[i + 1]);
        Assert.True(Inspect(Page(text, Locale.English)).Any(r => r.Problem.Code == code && r.Severity == severity), what);
    }

    [Theory]
    [InlineData("between 2024 and 2026")]
    [InlineData("2024-2026")]
    [InlineData("on 10.07.2020 or 2020-07-10")]
    [InlineData("1 500 000 people, 120.000 euro")]
    [InlineData("24 hours, 7 days, 100 %")]
    [InlineData("§ 15a Abs. 1")]
    public void Does_not_take_for_a_phone_number(string words) => Assert.Empty(Inspect(Page(EnglishText.Replace("Words.", words + "."), Locale.English)));

    [Theory]
    [InlineData("another revision", 2048, Severity.Warning, "revision: 1", "revision: 2", "", "")]
    [InlineData("another card", 2050, Severity.Error, "", "", "## Une carte", "## Autre\nx\n\n## Une carte")]
    [InlineData("another contact", 2051, Severity.Error, "", "", "[](contact:de/112)", "")]
    [InlineData("another link", 2052, Severity.Error, "", "", "[Logement](page:de/housing)", "Logement")]
    [InlineData("another figure", 2053, Severity.Warning, "", "", "1.500 euros", "1.600 euros")]
    [InlineData("another mark of what grows old", 2082, Severity.Error, "", "", "{sum}", "{fee}")]
    [InlineData("no mark of what grows old", 2082, Severity.Error, "", "", " {sum}", "")]
    [InlineData("a name that was translated", 2066, Severity.Warning, "", "", "*Wohngeld*", "*allocation logement*")]
    [InlineData("another site", 2056, Severity.Warning, "", "", "https://example.org/fr", "https://example.com/fr")]
    public void Finds_in_a_translation(string what, int code, Severity severity, string oldEnglish, string newEnglish, string oldFrench, string newFrench)
    {
        var english = oldEnglish.Length == 0 ? EnglishText : EnglishText.Replace(oldEnglish, newEnglish);
        var french = oldFrench.Length == 0 ? FrenchText : FrenchText.Replace(oldFrench, newFrench);
        var remarks = Inspect(Page(english, Locale.English), Page(french, Locale.French));
        Assert.True(remarks.Any(r => r.Problem.Code == code && r.Severity == severity), $"{what}: {string.Join('\n', remarks)}");
    }

    [Fact]
    public void A_promised_translation_that_is_missing_is_an_error()
    {
        var remark = Assert.Single(Inspect(Place, English()), r => r.Problem.Code == 2046);
        Assert.Equal((Severity.Error, "library/de/housing.fr.md"), (remark.Severity, remark.Problem.Where));
    }

    [Fact]
    public void A_translation_nobody_promised_is_reported_once_a_language()
    {
        var remarks = Inspect(Place with { Promised = [] }, English()).Where(r => r.Problem.Code == 2047).ToList();
        Assert.Equal(7, remarks.Count);
        Assert.All(remarks, r => Assert.Equal(Severity.Warning, r.Severity));
    }

    [Fact]
    public void Drafts_are_counted_by_place_and_language()
    {
        var remark = Assert.Single(Inspect(Place, English(), French()), r => r.Problem.Code == 2061);
        Assert.Equal((Severity.Warning, "library/de"), (remark.Severity, remark.Problem.Where));
        Assert.StartsWith("1 pages in French are drafts", remark.Problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a translation without its hole is an error", "Bonjour.", 2064, Severity.Error)]
    [InlineData("an empty one is reported", "", 2063, Severity.Warning)]
    [InlineData("one no speaker has read is reported", "Bonjour {name}.", 2062, Severity.Warning)]
    public void Finds_in_a_catalog(string what, string french, int code, Severity severity)
    {
        var template = PoReader.Read(PoWriter.Write(PoFile.Template([PoEntry.OfEnglish("hello", "Hello {name}.")])), "app.pot").Value!;
        var translation = PoReader.Read(PoWriter.Write(PoFile.Empty(Locale.French) with { Entries = [PoEntry.OfEnglish("hello", "Hello {name}.") with { Translations = [french] }] }), "app.fr.po").Value!;
        var remarks = Inspector.Inspect(Book(Place, English(), French()) with { Texts = Localizer.Of(template.Entries, [translation]) }, Today);
        Assert.True(remarks.Any(r => r.Problem.Code == code && r.Severity == severity && r.Problem.Where.StartsWith("catalogs/app.", StringComparison.Ordinal)), $"{what}: {string.Join('\n', remarks)}");
    }

    [Theory]
    [InlineData("a field of the front matter", 2040, "library/de/housing.en.md", "library/de/housing.en.md:5")]
    [InlineData("a card by its anchor", 2054, "library/de/housing.en.md#a", "library/de/housing.en.md:14")]
    [InlineData("a card by its number", 2054, "library/de/housing.en.md#c1", "library/de/housing.en.md:14")]
    [InlineData("a card that is not there", 2054, "library/de/housing.en.md#c2", "library/de/housing.en.md")]
    [InlineData("a contact", 2058, "directory/de.yaml#de/112", "directory/de.yaml:2")]
    [InlineData("a file that is missing", 2045, "library/de/work.en.md", "library/de/work.en.md")]
    [InlineData("a line that is known", 1101, "app.pot:7", "app.pot:7")]
    public void Finds_the_line(string what, int code, string where, string expected)
    {
        var found = LineFinder.Locate(new Problem(code, "x", where), file => file switch
        {
            "library/de/housing.en.md" => EnglishText,
            "directory/de.yaml" => "# all\n- id: de/112\n",
            _ => null,
        });
        Assert.True(found.Where == expected, $"{what}: {found.Where}");
    }

    [Fact]
    public void A_topic_without_English_page_is_an_error() =>
        Assert.Contains(Inspect(Place with { Topics = ["housing", "work"] }, English(), French()), r => r.Problem is { Code: 2045, Where: "library/de/work.en.md" } && r.Severity == Severity.Error);

    [Fact]
    public void A_page_nobody_sees_is_reported() =>
        Assert.Contains(Inspect(Place with { Topics = [] }, English(), French()), r => r.Problem.Code == 2043);

    [Fact]
    public void A_place_without_anybody_to_call_is_an_error() =>
        Assert.Contains(Inspect(Place with { Id = "it" }, English(), French()), r => r.Problem.Code == 2057 && r.Severity == Severity.Error);

    [Fact]
    public void A_programme_needs_its_dialog_its_contacts_and_its_pages()
    {
        var programme = new Programme { Id = "x", Order = 1, Group = DoorGroup.Help, Openness = Openness.Open, Kind = ProgrammeKind.Adult, Dialog = "x", Places = ["at"], Contacts = ["at/112"] };
        var codes = Inspector.Inspect(Book(Place, English(), French()) with { Programmes = [programme] }, Today).Select(r => r.Problem.Code).ToHashSet();
        Assert.Superset(new HashSet<int> { 2045, 2046, 2059, 2263, 2264 }, codes);
    }

    [Fact]
    public void A_dialog_that_is_not_translated_is_an_error()
    {
        var book = Book(Place, English(), French());
        var remarks = Inspector.Inspect(book with { Texts = book.Texts.With([PoEntry.OfEnglish("dialog.x.title", "X"), PoEntry.OfEnglish("dialog.x.q1", "Q")]) }, Today);
        Assert.Equal(7, remarks.Count(r => r.Problem.Code == 2049));
    }

    [Theory]
    [InlineData("1,500.50", "1500.50")]
    [InlineData("1.500,50", "1500.50")]
    [InlineData("1 500", "1500")]
    [InlineData("١٬٥٠٠", "1500")]
    [InlineData("3.5", "3.5")]
    [InlineData("8:30", "8.30")]
    [InlineData("116 117 2", "116117 2")]
    public void Figures_are_the_same_in_all_languages(string text, string expected) => Assert.Equal(expected, string.Join(' ', Figures.In(text)));

    [Fact]
    public void The_real_content_has_no_broken_links_and_says_the_same_in_all_languages()
    {
        var book = BookReader.Read(Repository.At("content", "book"), Repository.At("localization", "catalogs"), new Office());
        Assert.True(book.Ok, string.Join('\n', book.Problems));
        // What is still being translated is said by 'outreach content check', and does not stop work.
        Assert.Empty(Inspector.Inspect(book.Value, Today).Where(r => r.Severity == Severity.Error && r.Problem.Code is not (2046 or 2049)));
    }

    private static string EnglishText => Sample.Text(
        "The answer first.\n\n## A card {#a}\nWords. Ask for *Wohngeld*. 1,500 euro. [Housing](page:de/housing), [site](https://example.org/en). {sum}\n\n[](contact:de/112)\n",
        Sample.Front.Replace("[how do i find a flat]", $"[{string.Join(", ", SixQuestions)}]"));

    private static string FrenchText => Sample.Text(
        "La réponse.\n\n## Une carte {#a}\nMots. Demandez le *Wohngeld*. 1.500 euros. [Logement](page:de/housing), [site](https://example.org/fr). {sum}\n\n[](contact:de/112)\n",
        Sample.Front.Replace("[how do i find a flat]", $"[{string.Join(", ", SixQuestions)}]") + "\ntranslation: {of: 1, status: draft, by: machine}");

    private static Page English() => Page(EnglishText, Locale.English);

    private static Page French() => Page(FrenchText, Locale.French);

    private static Page Page(string text, Locale locale)
    {
        var page = PageReader.Read(text, Sample.File with { Locale = locale }, Sample.Contact);
        Assert.True(page.Ok, string.Join('\n', page.Problems));
        return page.Value;
    }

    private static Place Place { get; } = new()
    {
        Id = "de",
        Names = FrozenDictionary<Locale, string>.Empty,
        HostLanguages = ["de"],
        Zones = ["Europe/Berlin"],
        Destination = true,
        Topics = ["housing"],
        Promised = [Locale.English, Locale.French],
        CallingCode = "49",
    };

    /// <summary>What is said of the pages; that there are not more of them is not looked at.</summary>
    private static ImmutableArray<Remark> Inspect(params Page[] pages) => [.. Inspect(Place, pages).Where(r => r.Problem.Code is not (2046 or 2047 or 2061))];

    private static ImmutableArray<Remark> Inspect(Place place, params Page[] pages) => Inspector.Inspect(Book(place, pages), Today);

    private static Book Book(Place place, params Page[] pages)
    {
        var content = new BookContent { Hash = "0123456789ab", Library = new Library(pages), Places = [place], Contacts = new Contacts([Sample.Ambulance]), Programmes = [], Dialogs = [], Ring = [], ToSign = [], Signatures = [], Catalogs = [] };
        return BookReader.Assemble(content, new Office()).Value!;
    }
}
