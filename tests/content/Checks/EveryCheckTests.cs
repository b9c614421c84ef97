using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Packages;
using Outreach.Content.Pages;
using Outreach.Content.Tests.Pages;
using Outreach.Content.Translation;
using Outreach.Localization;

namespace Outreach.Content.Tests.Checks;

/// <summary>What is wrong, and the sentence an editor reads. <see cref="InspectorTests"/> has those that compare pages with each other.</summary>
public class EveryCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("Words", 145)) + ".";

    [Theory]
    [InlineData("Words.", "We promise you a flat.", "library/de/housing.en.md#a: 2054: 'we promise' promises something; nobody can promise a place, a date or money: say it otherwise")]
    [InlineData("Words.", "You will be resettled.", "library/de/housing.en.md#a: 2054: 'you will be resettled' promises a place; nobody can promise a place, a date or money: say it otherwise")]
    [InlineData("Words.", "It will take only 14 days.", "library/de/housing.en.md#a: 2054: 'it will take only 0 days' promises a date; nobody can promise a place, a date or money: say it otherwise")]
    [InlineData("Words.", "You will get 1,500 euro.", "library/de/housing.en.md#a: 2054: 'you will get 0 euro' promises a sum; nobody can promise a place, a date or money: say it otherwise")]
    [InlineData("review-by: 2027-05-21", "review-by: 2026-11-21", "library/de/housing.en.md: 2040: to be reviewed by 2026-11-21; compare it with its sources and set 'reviewed' and 'review-by'")]
    [InlineData("page:de/housing", "page:de/work", "library/de/housing.en.md#a: 2044: the link 'page:de/work' leads nowhere; write the page or correct the link")]
    public void On_a_page(string old, string now, string sentence)
    {
        var text = EnglishText.Replace(old, now, StringComparison.Ordinal).Replace("reviewed: 2026-11-21", "reviewed: 2026-01-01", StringComparison.Ordinal);
        Assert.Contains(sentence, Said(Page(text, Locale.English)));
    }

    [Fact]
    public void Nobody_promises_in_any_language_and_every_list_has_all_kinds() =>
        Assert.All(Locale.All, l => Assert.Equal(["a date", "a place", "a sum", "something"], Promises.Kinds[l].Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void A_page_without_source_is_not_even_read()
    {
        var read = PageReader.Read(System.Text.RegularExpressions.Regex.Replace(EnglishText, @"sources:\n(  - .*\n)+", "sources: []\n"), Sample.File, Sample.Contact);
        Assert.Contains("the page names no source; add at least one under 'sources'", read.Problems.Select(p => p.Message));
    }

    [Fact]
    public void A_card_that_is_longer_than_a_channel_shows()
    {
        var card = new Card("a", "A card", [PageBlock.Paragraph.Of(Long), .. Enumerable.Repeat(new PageBlock.Call("The office for many things", "+49 30 18151111", null, []), 4)]);
        var page = Page(EnglishText, Locale.English) with { Cards = [card] };
        Assert.Contains(
            $"library/de/housing.en.md#a: 2067: the card has {ChannelChecks.Message(card).Length} characters with its contacts, WhatsApp shows 1024 beside buttons; shorten it or make two cards",
            Said(page));
    }

    [Theory]
    [InlineData("in letters of the alphabet of SMS it is cheap", "Words", false)]
    [InlineData("with one letter outside of it, it is not", "Wo’ds", true)]
    public void A_card_that_is_dear_as_SMS(string what, string word, bool dear)
    {
        var page = Page(EnglishText, Locale.English) with { Cards = [new Card("a", "A card", [PageBlock.Paragraph.Of(Long.Replace("Words", word, StringComparison.Ordinal))])] };
        var sentence = "library/de/housing.en.md: 2069: 1 cards need more than 10 SMS parts, one 14 (this writing has 67 characters a part); shorten them";
        Assert.True(Said(page).Contains(sentence) == dear, $"{what}: {string.Join('\n', Said(page))}");
    }

    [Theory]
    [InlineData("20 letters stand on a button", "A label of 20 letter", null)]
    [InlineData("21 do not", "A label of 21 letters", "talk.yaml:3: 2068: 1 choices of 'choice.colour' in English have more than the 20 characters WhatsApp shows of one; shorten them, the longest is 'A label of 21 letters'")]
    [InlineData("marks are no letters", "A label of 20 lette\u0301r", null)]
    public void A_choice_that_is_longer_than_a_button(string what, string label, string? sentence)
    {
        var said = Said(Choices(2, label)).Where(s => s.Contains("in English", StringComparison.Ordinal));
        Assert.True(said.SequenceEqual(sentence is null ? [] : [sentence]), $"{what}: {string.Join('\n', said)}");
    }

    [Fact]
    public void More_than_three_choices_are_a_list_whose_rows_have_24_letters() =>
        Assert.DoesNotContain(Said(Choices(4, "A label of 24 letters...")), s => s.Contains("2068", StringComparison.Ordinal));

    [Fact]
    public void More_choices_than_a_list_has_rows() =>
        Assert.Contains("talk.yaml:3: 2075: 'choice.colour' has 11 choices; WhatsApp lists 10, the others are typed as numbers: group them if you can", Said(Choices(11, "Blue")));

    [Fact]
    public void A_number_nobody_gets_through_with()
    {
        var contacts = new Contacts([Sample.Ambulance, Sample.Ambulance with { Id = "de/office", Number = "30 18151111" }]);
        var remark = Assert.Single(Inspector.Inspect(Book() with { Contacts = contacts }, Today), r => r.Problem.Code == 2070);
        Assert.Equal((Severity.Error, "directory/de.yaml#de/office: 2070: '30 18151111' cannot be dialled there: a digit too few or too many, or the prefix is wrong; compare it with its source"), (remark.Severity, remark.Problem.ToString()));
    }

    [Fact]
    public void A_page_that_is_hard_to_read()
    {
        var officialese = string.Join(' ', Enumerable.Repeat("Applicants whose accommodation entitlement has been administratively discontinued may request reconsideration of the determination", 4)) + ".";
        var page = Page(EnglishText, Locale.English) with { Lead = [PageBlock.Paragraph.Of(officialese)] };
        Assert.Contains(Said(page), s => s.StartsWith("library/de/housing.en.md: 2071: reads like a text for the age of ", StringComparison.Ordinal)
            && s.EndsWith("by the formula for English; write shorter sentences and words, for the age of 11", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_that_no_dictionary_and_no_list_of_ours_has()
    {
        var page = Page(EnglishText.Replace("Words.", "Ask the ofice in Wonderland at help.example.org about BAMF and *Wohnngeld*.", StringComparison.Ordinal), Locale.English);
        var tools = new CheckTools { Speller = new Dictionary("ask the in at about and"), Words = WordLists.Of(new Dictionary<string, string> { ["names.txt"] = "Wonderland # a place\n" }) };
        var remark = Assert.Single(Inspector.Inspect(Book(page), Today, tools), r => r.Problem.Code == 2072 && r.Problem.Where == "library/de/housing.en.md");
        Assert.Contains("not in the dictionary: ", remark.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("ofice", remark.Problem.Message, StringComparison.Ordinal);
        foreach (var right in (string[])["Wonderland", "BAMF", "Wohnngeld", "example", "Ask"])
            Assert.DoesNotContain(right, remark.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_dictionary_is_said_and_the_others_are_read()
    {
        var remarks = Inspector.Inspect(Book(Page(EnglishText, Locale.English), Page(EnglishText.Replace("sources:", "translation: {of: 1, status: draft, by: machine}\nsources:", StringComparison.Ordinal), Locale.Persian)), Today, new CheckTools { Speller = new Dictionary("nothing", except: Locale.Persian) });
        Assert.Contains(remarks, r => r.Problem.ToString() == "words/fa.txt: 2074: the spelling of Persian / Dari was not looked at: no dictionary");
        Assert.Contains(remarks, r => r.Problem.Code == 2072);
    }

    [Fact]
    public void Words_the_glossary_avoids()
    {
        var glossary = Glossary.Read("status: draft\nby: us\nterms:\n  - {id: flat, english: flat, use: home, avoid: [hovel]}\n", "en.yaml").Value!;
        var page = Page(EnglishText.Replace("Words.", "Look for a hovel, not for hovels.", StringComparison.Ordinal), Locale.English);
        var remark = Assert.Single(Inspector.Inspect(Book(page), Today, new CheckTools { Glossaries = [glossary] }), r => r.Problem.Code == 2073);
        Assert.Equal("library/de/housing.en.md#a: 2073: the glossary avoids 'hovel'; write 'home' (flat)", remark.Problem.ToString());
    }

    private static Book Choices(int many, string label)
    {
        var entries = Enumerable.Range(0, many).Select(n => PoEntry.OfEnglish($"choice.colour.c{n:00}", n == 0 ? label : "Red") with { Where = "talk.yaml:3" });
        return Book() with { Texts = Localizer.Of(entries, []) };
    }

    private static List<string> Said(params Page[] pages) => Said(Book(pages));

    private static List<string> Said(Book book) => [.. Inspector.Inspect(book, Today).Select(r => r.Problem.ToString())];

    private static string EnglishText => Sample.Text("The answer first.\n\n## A card {#a}\nWords. [Housing](page:de/housing)\n", Sample.Front);

    private static Page Page(string text, Locale locale)
    {
        var page = PageReader.Read(text, Sample.File with { Locale = locale }, Sample.Contact);
        Assert.True(page.Ok, string.Join('\n', page.Problems));
        return page.Value;
    }

    private static Book Book(params Page[] pages)
    {
        var place = new Place
        {
            Id = "de",
            Names = FrozenDictionary<Locale, string>.Empty,
            HostLanguages = ["de"],
            Zones = ["Europe/Berlin"],
            Destination = true,
            Topics = ["housing"],
            Promised = [],
            CallingCode = "49",
        };
        Page[] library = pages.Length == 0 ? [Page(EnglishText, Locale.English)] : pages;
        var content = new BookContent { Hash = "0123456789ab", Library = new Library(library), Places = [place], Contacts = new Contacts([Sample.Ambulance]), Programmes = [], Dialogs = [], Ring = [], ToSign = [], Signatures = [], Catalogs = [] };
        return BookReader.Assemble(content, new Office()).Value!;
    }

    /// <summary>Knows these words and no others.</summary>
    private sealed class Dictionary(string words, Locale? except = null) : ISpeller
    {
        private readonly FrozenSet<string> _known = words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

        public Result<FrozenSet<string>> Unknown(Locale locale, IReadOnlyCollection<string> asked) =>
            locale == except ? new Problem(0, "no dictionary") : asked.Where(w => !_known.Contains(w)).ToFrozenSet(StringComparer.Ordinal);
    }
}
