using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>A bare yes, no, hello or thanks is never searched for, and a language can be named in any of ours.</summary>
public class SmallWordTests
{
    private static readonly Moment Now = new(new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero);
    private static readonly Mode Home = Mode.Home.Instance;
    private static readonly Mode Place = new Mode.Choosing(ChoosingWhat.Place, Home);
    private static readonly Mode Greeted = new Mode.Choosing(ChoosingWhat.Language, Home);

    [Theory]
    [InlineData("en", "yes|NO!|ok|hello|thanks|Thank you.")]
    [InlineData("fr", "oui|non|d’accord|bonjour|merci beaucoup")]
    [InlineData("es", "sí|no|vale|hola|gracias")]
    [InlineData("ar", "نعم|لا|موافق|السلام عليكم|كيف حالك؟|شكراً")]
    [InlineData("fa", "بلی|نه|اوکی|سلام|تشکر")]
    [InlineData("uk", "так|ні|добре|добрий день|дякую")]
    [InlineData("am", "አዎ|አይ|እሺ|ሰላም|አመሰግናለሁ")]
    [InlineData("sw", "ndiyo|hapana|sawa|habari|asante")]
    public void A_small_word_leaves_the_person_where_they_are_and_shows_it_again(string tag, string words)
    {
        Assert.True(Locale.TryParse(tag, out var locale));
        foreach (var mode in (Mode[])[Home, Place, new Mode.Choosing(ChoosingWhat.Programme, Home), new Mode.Reading("de/housing", -1)])
            foreach (var word in words.Split('|'))
            {
                var turn = Say(locale, mode, word);
                Assert.True(turn.State.Mode == mode && turn.Effects.IsEmpty && turn.Replies is [_, { Options.IsEmpty: false }], $"{tag} {mode}: {word}");
            }
    }

    [Theory]
    [InlineData("at home nothing was asked", "home", "yes", "small.nothing_asked")]
    [InlineData("at home nothing was asked", "home", "no", "small.nothing_asked")]
    [InlineData("the country is asked, a yes is no country", "place", "ok", "small.choose")]
    [InlineData("a word of another language", "home", "merci", "small.thanks")]
    [InlineData("a greeting", "place", "hello", "small.hello")]
    public void What_is_said_to_a_small_word(string why, string where, string word, string key) =>
        Assert.True(Said(Say(Locale.English, where == "home" ? Home : Place, word)) == TestBook.Real.Texts.Text(Locale.English, key), why);

    [Theory]
    [InlineData("yes, in danger: the alert goes out", ChoosingWhat.Danger, "yes", ChoosingWhat.Safety, true)]
    [InlineData("no, not in danger: back to the question before", ChoosingWhat.Danger, "no", null, false)]
    [InlineData("a yes to \"how would you like to go on?\" is no answer to the question behind it", ChoosingWhat.Safety, "yes", ChoosingWhat.Safety, false)]
    public void A_yes_to_a_safety_question_never_answers_the_interview_behind_it(string why, ChoosingWhat asked, string word, ChoosingWhat? after, bool alerts)
    {
        var before = Step(Begun(Locale.English, Home), new Input.Choice("ask:stranded")).State;
        var turn = Step(before with { Mode = new Mode.Choosing(asked, before.Mode) }, new Input.Text(word));
        Assert.True((turn.State.Mode as Mode.Choosing)?.What == after, why);
        Assert.True(turn.Effects.OfType<Effect.Alert>().Any() == alerts, why);
        Assert.Equal(before.Dialogs["stranded"].ToString(), turn.State.Dialogs["stranded"].ToString());
    }

    [Fact]
    public void No_to_some_cards_found_is_none_of_these()
    {
        var turn = Say(Locale.English, new Mode.Choosing(ChoosingWhat.Found, Home, ["de/housing", "de/work"]), "no");
        Assert.Equal(Home, turn.State.Mode);
        Assert.Equal(TestBook.Real.Texts.Text(Locale.English, "found.nothing"), Said(turn));
    }

    [Theory]
    [InlineData("en", "en", "EN")]
    [InlineData("en", "English", "english", "anglais", "الإنجليزية", "انكليزي", "англійська", "እንግሊዝኛ", "Kiingereza")]
    [InlineData("fr", "fr", "Français", "francais", "French", "фра́нцузька", "فرانسوی")]
    [InlineData("es", "es", "español", "espanol", "Spanish", "espagnol", "الإسبانية")]
    [InlineData("ar", "ar", "العربية", "عربي", "عربى", "Arabic", "arabe", "árabe", "Kiarabu", "ዓረብኛ")]
    [InlineData("fa", "fa", "فارسی", "دری", "farsi", "Dari", "Persian", "الفارسية")]
    [InlineData("uk", "uk", "Українська", "українською", "Ukrainian", "ucraniano")]
    [InlineData("am", "am", "አማርኛ", "Amharic", "amharique", "الأمهرية")]
    [InlineData("sw", "sw", "Kiswahili", "swahili", "السواحيلية")]
    [InlineData("fr", "bonjour", "oui")]
    [InlineData("ar", "نعم", "مرحبا")]
    public void A_language_is_chosen_by_its_code_by_its_name_in_any_of_ours_or_by_a_word_that_only_it_has(string tag, params string[] messages)
    {
        foreach (var message in messages)
            Assert.True(Say(null, Greeted, message).State is { Language.Tag: var chosen, Mode: Mode.Choosing { What: ChoosingWhat.Place } } && chosen == tag, message);
    }

    [Theory]
    [InlineData("no")]                                                  // English, French, Spanish
    [InlineData("ok")]
    [InlineData("xx")]
    public void A_word_of_several_languages_or_of_none_chooses_none(string message)
    {
        var turn = Say(null, Greeted, message);
        Assert.Null(turn.State.Language);
        Assert.Equal(TestBook.Real.Texts.Text(Locale.English, "wrong.language"), Said(turn));
    }

    [Theory]
    [InlineData("so", "so")]
    [InlineData("TI", "ti")]
    [InlineData("ሰላም", "ti")]                                          // the script alone never selects Amharic
    public void A_language_we_only_greet_in_gets_its_card(string message, string tag) =>
        Assert.Equal(tag, ((Mode.Choosing)Say(null, Greeted, message).State.Mode).Offered.Single());

    private static ConversationState Begun(Locale? locale, Mode mode) => ConversationState.New with { Language = locale, Place = mode == Place || mode == Greeted ? null : "de", Mode = mode };

    private static Turn Say(Locale? locale, Mode mode, string words) => Step(Begun(locale, mode), new Input.Text(words));

    private static Turn Step(ConversationState state, Input input) => DialogEngine.Step(TestBook.Real, state, input, Now);

    private static string Said(Turn turn) => string.Concat(((PageBlock.Paragraph)turn.Replies[0].Blocks[0]).Runs.Select(r => r.Text));
}
