using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Directory.Services;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Directory;

/// <summary>Questions for services are heard in people's own words; whoever only wants to read something is left to the search.</summary>
public class ServiceQuestionTests
{
    private static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [InlineData("en", "A doctor who speaks Dari near me", "kind:doctor lang:prs near")]
    [InlineData("en", "free lawyer in Sofia", "kind:legal town:bg/sofia free")]
    [InlineData("en", "who is open now?", "now")]
    [InlineData("en", "docter nearby", "kind:doctor near")]
    [InlineData("en", "arabic speaking psychologist in Berlin", "kind:counselling lang:ar town:de/berlin")]
    [InlineData("en", "German course near me", "kind:course near")]
    [InlineData("en", "list of lawyers", "kind:legal list")]
    [InlineData("fr", "Un médecin qui parle dari près de chez moi", "kind:doctor lang:prs near")]
    [InlineData("fr", "avocat gratuit à Sofia", "kind:legal town:bg/sofia free")]
    [InlineData("fr", "qui est ouvert maintenant", "now")]
    [InlineData("es", "Un médico que hable dari cerca de mí", "kind:doctor lang:prs near")]
    [InlineData("es", "abogado gratis en Sofía", "kind:legal town:bg/sofia free")]
    [InlineData("es", "¿quién está abierto ahora?", "now")]
    [InlineData("ar", "طبيب يتكلم الدارية قريب مني", "kind:doctor lang:prs near")]
    [InlineData("ar", "محامي مجاني في صوفيا", "kind:legal town:bg/sofia free")]
    [InlineData("ar", "مين فاتح الآن؟", "now")]
    [InlineData("ar", "دكتور بيحكي عربي ببرلين", "kind:doctor lang:ar town:de/berlin")]
    [InlineData("fa", "داکتری که به دری گپ بزند نزدیک من", "kind:doctor lang:prs near")]
    [InlineData("fa", "وکیل رایگان در صوفیه", "kind:legal town:bg/sofia free")]
    [InlineData("fa", "کی الان باز است؟", "now")]
    [InlineData("uk", "Лікар, який говорить дарі, поруч зі мною", "kind:doctor lang:prs near")]
    [InlineData("uk", "безкоштовний юрист у Софії", "kind:legal town:bg/sofia free")]
    [InlineData("uk", "хто зараз працює відкрито зараз", "now")]
    [InlineData("am", "ዳሪ የሚናገር ሐኪም በአቅራቢያዬ", "kind:doctor lang:prs near")]
    [InlineData("am", "በሶፊያ ነጻ ጠበቃ", "kind:legal town:bg/sofia free")]
    [InlineData("am", "አሁን ክፍት የሆነ ማን ነው", "now")]
    [InlineData("sw", "Daktari anayezungumza Kidari karibu nami", "kind:doctor lang:prs near")]
    [InlineData("sw", "wakili wa bure Sofia", "kind:legal town:bg/sofia free")]
    [InlineData("sw", "nani yuko wazi sasa", "now")]
    public void Hears(string language, string question, string expected) =>
        Assert.Equal(expected, TestBook.Real.Services.Hear(Of(language), question) is { } wish ? string.Join(' ', wish.Signs) : "nothing");

    [Theory]
    [InlineData("en", "I need a lawyer")]
    [InlineData("en", "can I see a doctor without papers")]
    [InlineData("en", "do I have to pay the doctor")]
    [InlineData("en", "my husband speaks Dari")]
    [InlineData("en", "I live in Sofia")]
    [InlineData("en", "i am doctor from somalia in finland i want to help my country")]
    [InlineData("en", "I am a doctor in Berlin, can my diploma be recognised")]
    [InlineData("en", "how do I open a bank account")]
    [InlineData("fr", "comment ouvrir un compte")]
    [InlineData("es", "mi hijo no va a la escuela")]
    [InlineData("ar", "كيف أطلب اللجوء")]
    [InlineData("fa", "چطور کار پیدا کنم")]
    [InlineData("uk", "як отримати дозвіл на роботу")]
    [InlineData("sw", "karibu")]
    public void Leaves_to_the_search(string language, string question) => Assert.Null(TestBook.Real.Services.Hear(Of(language), question));

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_was_heard_survives_as_signs(string tag)
    {
        foreach (var kind in TestBook.Real.Services.Table.Kinds)
        {
            var wish = TestBook.Real.Services.Hear(Of(tag), $"{ServiceText.Name(kind.Words, Of(tag))} {Word("near", tag)} {Word("now", tag)} {Word("free", tag)}");
            Assert.NotNull(wish);
            Assert.True(wish.Kinds.Contains(kind.Id), $"{tag}: {kind.Id} is not heard by its own name");
            Assert.Equal(string.Join(' ', wish.Signs), string.Join(' ', ServiceWish.Of(wish.Signs).Signs));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_town_and_language_is_heard_by_its_first_name(string tag)
    {
        var (table, doctor) = (TestBook.Real.Services.Table, ServiceText.Name(TestBook.Real.Services.Table.Kinds[0].Words, Of(tag)));
        var deaf = table.Towns.Where(t => TestBook.Real.Services.Hear(Of(tag), $"{doctor} {ServiceText.Name(t.Words, Of(tag))}")?.Towns.Contains(t.Id) != true).Select(t => t.Id)
            .Concat(table.Languages.Where(l => TestBook.Real.Services.Hear(Of(tag), $"{doctor} {ServiceText.Name(l.Words, Of(tag))}")?.Languages.Contains(l.Tag) != true).Select(l => l.Tag));
        Assert.Empty(deaf);
    }

    [Fact]
    public void A_lawyer_in_the_town_comes_first_and_those_of_other_towns_are_left_out()
    {
        var answer = Ask("en", "free lawyer in Sofia", "bg");
        Assert.Equal(Unmet.Nothing, answer.Unmet);
        Assert.Contains("sofia", answer.Services[0].Contact.Towns);
        Assert.Equal(Known.No, answer.Services[0].Contact.Costs);
        Assert.DoesNotContain(answer.Services, f => f.Contact.Id == "bg/bhc-svilengrad");
        Assert.Contains(answer.Services, f => f.Contact.Id == "bg/legal-aid");
    }

    [Fact]
    public void Where_nobody_speaks_the_language_it_is_said_and_the_kind_comes_without_it()
    {
        var answer = Ask("en", "A doctor who speaks Dari near me", "de");
        Assert.Equal(Unmet.Language, answer.Unmet);
        Assert.All(answer.Services.Take(2), f => Assert.Contains("doctor", f.Contact.Services));
    }

    [Fact]
    public void Whoever_interprets_is_offered_where_the_kind_does_not_speak_it() =>
        Assert.Contains(Ask("en", "legal help in Tigrinya", "au").Services.Take(3), f => f.Contact.Id == "au/tis");

    [Fact]
    public void Dari_is_served_in_Persian()
    {
        var answer = Ask("en", "Dari interpreter in Sofia", "bg");
        Assert.Equal((Unmet.Nothing, "bg/refugee-women"), (answer.Unmet, answer.Services[0].Contact.Id));
    }

    [Fact]
    public void Open_now_lists_only_who_answers()
    {
        var answer = Ask("en", "who is open now", "de");
        Assert.Equal(Unmet.Nothing, answer.Unmet);
        Assert.All(answer.Services, f => Assert.True(f.State is OpenState.Always or OpenState.Until));
        Assert.IsType<OpenState.Until>(answer.Services[0].State);
    }

    [Fact]
    public void A_kind_nobody_offers_is_said_and_advice_is_offered()
    {
        var answer = Ask("en", "pharmacy near me", "bg");
        Assert.Equal(Unmet.Kind, answer.Unmet);
        Assert.All(answer.Services, f => Assert.Contains("advice", f.Contact.Services));
    }

    [Theory]
    [InlineData("de", 8)]
    [InlineData("bg", 8)]
    [InlineData("it", 8)]
    [InlineData("us", 8)]
    [InlineData("ca", 8)]
    [InlineData("au", 8)]
    [InlineData("gb", 8)]
    [InlineData("iq", 5)]
    [InlineData("ly", 5)]
    [InlineData("ye", 4)]
    [InlineData("tr", 5)]
    public void A_place_has_services_each_with_an_owner_and_a_source(string place, int atLeast)
    {
        var services = TestBook.Real.Contacts.Of(place).Where(c => c.Services.Length > 0).ToList();
        Assert.True(services.Count >= atLeast, $"{services.Count} services");
        Assert.All(services, c => Assert.True(c.Owner is not null && c.Source.Url.Host.Length > 0 && c.Checked.Year >= 2026, c.Id));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_answer_says_hours_languages_and_when_it_was_checked(string tag)
    {
        var book = TestBook.Real;
        foreach (var found in Ask("en", "list of lawyers", "bg").Services)
        {
            var call = ServiceText.Call(found, book.Services.Table, book.Texts, Of(tag));
            var known = found.Contact.Languages.IsEmpty ? book.Texts.Text(Of(tag), "contact.languages.unknown") : LanguageNames.Of(found.Contact.Languages[0]);
            Assert.Contains(call.Notes, n => n.Contains(known, StringComparison.Ordinal));
            Assert.Contains(call.Notes, n => n.Contains("2026", StringComparison.Ordinal));
            Assert.DoesNotContain(book.Texts.Text(Of(tag), "contact.hours.unknown"), call.Notes);
        }
    }

    [Fact]
    public void No_word_of_the_question_is_kept_in_the_state()
    {
        var state = ConversationState.New with { Language = Locale.English, Place = "de" };
        var turn = DialogEngine.Step(TestBook.Real, state, new Input.Text("my name is Zahra I want a doctor who speaks Dari near me"), new Moment(MondayMorning, TimeSpan.FromHours(1)));
        var choosing = Assert.IsType<Mode.Choosing>(turn.State.Mode);
        Assert.Equal((ChoosingWhat.Services, "kind:doctor lang:prs near"), (choosing.What, string.Join(' ', choosing.Offered)));
        Assert.Empty(turn.Effects);
    }

    [Fact]
    public void At_most_three_at_a_time_and_the_rest_on_request()
    {
        var state = ConversationState.New with { Language = Locale.English, Place = "bg" };
        var moment = new Moment(MondayMorning, TimeSpan.FromHours(2));
        var first = DialogEngine.Step(TestBook.Real, state, new Input.Text("list of lawyers"), moment);
        var more = DialogEngine.Step(TestBook.Real, first.State, new Input.Choice(first.Replies[^1].Options[0].Value), moment);
        Assert.Equal((3, 3), (Calls(first).Length, Calls(more).Length));
        Assert.Empty(Calls(first).Intersect(Calls(more)));
    }

    [Theory]
    [InlineData("locked by fear")]
    [InlineData("a child")]
    public void Return_is_no_service_for(string whom)
    {
        var state = ConversationState.New with { Language = Locale.English, Place = "ly", ReturnLocked = whom == "locked by fear", Child = whom == "a child" };
        foreach (var question in (string[])["voluntary return near me", "who is open now"])
        {
            var turn = DialogEngine.Step(TestBook.Real, state, new Input.Text(question), new Moment(MondayMorning, TimeSpan.FromHours(2)));
            Assert.DoesNotContain(Calls(turn), c => c.Contains("IOM", StringComparison.Ordinal));
        }
    }

    private static string[] Calls(Turn turn) => [.. turn.Replies.SelectMany(r => r.Blocks).OfType<PageBlock.Call>().Select(c => $"{c.Who} {c.Number ?? c.Link}")];

    private static ServiceAnswer Ask(string language, string question, string place) =>
        TestBook.Real.Services.Find(TestBook.Real.Services.Hear(Of(language), question)!, TestBook.Real.Contacts.Of(place), TestBook.Real.Places[place], MondayMorning);

    private static string Word(string means, string tag) => ServiceText.Name(TestBook.Real.Services.Table.Phrases.First(p => p.Means == means).Words, Of(tag)).TrimEnd('*');

    private static Locale Of(string tag) => Locale.All.First(l => l.Tag == tag);
}
