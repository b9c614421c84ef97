using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Directory;

/// <summary>Every country of the world can be named and says whom to call there, or plainly that we do not know.</summary>
public class CountriesTests
{
    private static readonly Moment Now = new(new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero);
    private static readonly string[] Services = ["emergency", "police", "ambulance", "fire"];
    private static readonly Lazy<CountryTable> Read = new(() => CountryReader.Read(Text(CountryReader.NamesFile), Text(CountryReader.NumbersFile)).Value!);

    private static CountryTable Table => Read.Value;

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Fact]
    public void All_of_ISO_3166_and_Kosovo_are_there() => Assert.Equal(250, Table.Countries.Length);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Whoever_writes_a_countrys_name_is_there(string tag)
    {
        var asked = ConversationState.New with { Language = Of(tag), Mode = new Mode.Choosing(ChoosingWhat.Place, Mode.Home.Instance) };
        var wrong = from country in Table.Countries
                    let name = country.Place.Names[Of(tag)]
                    let place = DialogEngine.Step(TestBook.Real, asked, new Input.Text(name), Now).State.Place
                    where place != country.Place.Id
                    select $"{name}: {country.Place.Id}, not {place ?? "said"}";
        // In Spanish the smaller of the two is called Congo, and so do many people in both call theirs: they are asked which.
        Assert.Equal(tag == "es" ? ["Congo: cg, not said"] : [], wrong);
    }

    [Fact]
    public void A_name_of_two_countries_asks_which()
    {
        var asked = ConversationState.New with { Language = Locale.English, Mode = new Mode.Choosing(ChoosingWhat.Place, Mode.Home.Instance) };
        var turn = DialogEngine.Step(TestBook.Real, asked, new Input.Text("congo"), Now);
        Assert.Equal(["cd", "cg", "unsaid"], turn.Replies[^1].Options.Select(o => o.Value));
        Assert.Equal("cg", DialogEngine.Step(TestBook.Real, turn.State, new Input.Choice("cg"), Now).State.Place);
    }

    [Theory]
    [InlineData("kenya", "ke")]
    [InlineData("KENYA!", "ke")]
    [InlineData("سوريه", "sy")]
    [InlineData("Deutschland", "de")]
    [InlineData("Österreich", "at")]
    [InlineData("osterreich", "at")]
    [InlineData("Ivory Coast", "ci")]
    [InlineData("Palestine", "ps")]
    [InlineData("Burma", "mm")]
    [InlineData("Antigua and Barbuda", "ag")]
    [InlineData("Saint Lucia", "lc")]
    [InlineData("DRC", "cd")]
    [InlineData("Congo", "cd cg")]
    [InlineData("RU", "")]
    [InlineData("Nigerien", "")]
    [InlineData("I am from Syria and now in Turkey", "")]
    public void Names_are_taken_as_people_write_them_and_never_guessed(string written, string expected) =>
        Assert.Equal(expected, string.Join(' ', TestBook.Real.Countries.Named(written).Order(StringComparer.Ordinal)));

    [Fact]
    public void Places_with_files_of_their_own_win()
    {
        var book = TestBook.Real;
        Assert.All(book.Places.Keys, p => Assert.Same(book.Places[p], book.Countries.Find(p)));
        Assert.DoesNotContain(Table.Countries, c => book.Places.ContainsKey(c.Place.Id) && c.Numbers.Length > 0);
    }

    [Fact]
    public void A_number_is_said_to_be_in_libphonenumber_exactly_where_it_is()
    {
        var known = File.ReadAllLines(Repository.At("tests", "testdata", "emergency-numbers.tsv")).Where(l => l[0] != '#')
            .ToDictionary(l => l[..2], l => l[3..].Split(' ').ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var wrong = from country in Table.Countries
                    from number in country.Numbers
                    let digits = number.Number.Replace(" ", "")
                    where digits.Length <= 5 && number.Kinds.Intersect(Services).Any()
                    where number.From.Contains("phone") != (known.TryGetValue(country.Place.Id, out var here) && here.Contains(digits))
                    select $"{country.Place.Id} {number.Number}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void One_table_alone_never_makes_a_number_sure() =>
        Assert.DoesNotContain(Table.Countries.SelectMany(c => c.Numbers), n => n.Kinds.Intersect(Services).Any() && n.Confidence != Confidence.Low && n.From.Length < 2);

    [Fact]
    public void Where_there_is_any_number_there_is_one_for_an_emergency() =>
        Assert.All(Table.Countries.Where(c => c.Numbers.Any(n => n.Kinds.Intersect(Services).Any())), c => Assert.Contains(c.Numbers, n => n.Kinds.Contains("emergency")));

    [Fact]
    public void In_danger_every_country_shows_its_own_numbers_or_says_that_we_know_none()
    {
        var book = TestBook.Real;
        foreach (var country in Table.Countries.Where(c => !book.Places.ContainsKey(c.Place.Id)))
        {
            var card = Press(country.Place.Id, Locale.English);
            var shown = card.Blocks.OfType<PageBlock.Call>().Select(c => c.Number).OfType<string>().ToArray();
            var own = country.Numbers.Select(n => n.Number).ToHashSet(StringComparer.Ordinal);
            if (own.Count > 0)
                Assert.True(shown.Length > 0 && shown.All(own.Contains), $"{country.Place.Id} shows {string.Join(' ', shown)}");
            else
                Assert.True(shown.All(n => n == Table.Mobile!.Number), $"{country.Place.Id} shows {string.Join(' ', shown)}");
        }
    }

    [Fact]
    public void Where_we_know_no_number_the_card_says_so_and_the_next_best_way()
    {
        var card = Press("pn", Locale.English);
        Assert.Contains(card.Blocks.OfType<PageBlock.Paragraph>(), p => Words(p).StartsWith("We know no number for this", StringComparison.Ordinal));
        var call = Assert.Single(card.Blocks.OfType<PageBlock.Call>(), c => c.Number is not null);
        Assert.Equal(("112", "tel:112"), (call.Number, call.Link));
        Assert.Contains("We do not know whether it does.", Assert.Single(call.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void An_office_we_know_nothing_of_is_said_with_where_to_look(string tag)
    {
        var (book, locale) = (TestBook.Real, Of(tag));
        foreach (var country in Table.Countries.Where(c => !book.Places.ContainsKey(c.Place.Id)))
        {
            var said = Press(country.Place.Id, locale, GlobalWord.Human).Blocks.OfType<PageBlock.Paragraph>().Select(Words).ToArray();
            Assert.True(country.Unhcr is null == said.Contains(book.Texts.Text(locale, "human.no_unhcr")), country.Place.Id);
            Assert.True(country.Iom is null == said.Contains(book.Texts.Text(locale, "human.no_iom")), country.Place.Id);
        }
    }

    [Fact]
    public void What_nobody_has_told_us_is_said()
    {
        var call = ContactText.Call(TestBook.Real.Contacts.Find("td/2020")!, TestBook.Real.Texts, Locale.French);
        Assert.Equal(("Police", "2020", "tel:2020"), (call.Who, call.Number, call.Link));
        Assert.Contains(TestBook.Real.Texts.Text(Locale.French, "contact.exposes.unknown"), call.Notes);
        Assert.Contains(TestBook.Real.Texts.Text(Locale.French, "contact.hours.unknown"), call.Notes);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Who_answers_is_said_in_every_language_and_fits_a_button(string tag)
    {
        var locale = Of(tag);
        var all = TestBook.Real.Contacts.All.Where(c => c.Place != Contacts.World && !TestBook.Real.Places.ContainsKey(c.Place)).ToArray();
        Assert.True(all.Length > 900, $"{all.Length} contacts");
        Assert.All(all, c => Assert.InRange(c.Who[locale].Length, 1, ContactReader.LongestWho));
        if (locale != Locale.English)
            Assert.All(all, c => Assert.True(c.Who[locale] != c.Who[Locale.English] || c.Kinds.Contains("police") || c.Kinds.Contains("ambulance"), $"{c.Id} in English"));
    }

    [Fact]
    public void An_office_in_any_country_keeps_its_time() =>
        Assert.Equal(TimeSpan.FromHours(3), new ZoneClock().At(TestBook.Real, "ke", Now.Utc).Offset);

    [Fact]
    public void Another_country_is_asked_for_by_name()
    {
        var first = ConversationState.New with { Language = Locale.English, Mode = new Mode.Choosing(ChoosingWhat.Place, Mode.Home.Instance) };
        var asked = DialogEngine.Step(TestBook.Real, first, new Input.Choice("other"), Now);
        var unknown = DialogEngine.Step(TestBook.Real, asked.State, new Input.Text("Atlantis"), Now);
        Assert.Equal(ReplyKind.Problem, unknown.Replies[0].Kind);
        Assert.Equal("ug", DialogEngine.Step(TestBook.Real, unknown.State, new Input.Text("ዩጋንዳ"), Now).State.Place);
        Assert.Null(DialogEngine.Step(TestBook.Real, asked.State, new Input.Choice("unsaid"), Now).State.Place);
    }

    private static Locale Of(string tag) => Locale.All.First(l => l.Tag == tag);

    private static Reply Press(string place, Locale locale, GlobalWord word = GlobalWord.Danger) =>
        DialogEngine.Step(TestBook.Real, ConversationState.New with { Language = locale, Place = place }, new Input.Command(word), Now).Replies
            .First(r => word != GlobalWord.Danger || r.Kind == ReplyKind.Danger);

    private static string Words(PageBlock.Paragraph paragraph) => string.Concat(paragraph.Runs.Select(r => r.Text));

    private static string Text(string name) => File.ReadAllText(Repository.At(["content", "book", .. name.Split('/')]));
}
