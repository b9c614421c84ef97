using Outreach.Content.Dialogs;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>Where a message is written, words are the message.</summary>
public class WrittenMessageTests
{
    [Theory]
    [InlineData("en", "I want to talk to a person")]
    [InlineData("fr", "je veux parler à quelqu'un")]
    [InlineData("es", "quiero hablar con alguien")]
    [InlineData("ar", "أريد أن أتكلم مع شخص")]
    [InlineData("fa", "می‌خواهم با یک نفر صحبت کنم")]
    [InlineData("uk", "я хочу поговорити з людиною")]
    [InlineData("am", "ከሰው ጋር መነጋገር እፈልጋለሁ")]
    [InlineData("sw", "nataka kuongea na mtu")]
    public void A_sentence_that_elsewhere_is_a_command_is_the_message_where_a_message_is_written(string language, string words)
    {
        Assert.Equal(GlobalWord.Human, TestBook.Real.Words.Find(Talks.In(language, "ly").State.Language, words));
        var talk = Talks.In(language, "ly").Does("[/human]", "[yes]", words);
        Assert.Equal("contact_way", talk.Asks);
        Assert.Equal(new Answer.Given(words), talk.State.Dialogs["talk"].At(new AnswerPath("message")));
    }

    [Theory]
    [InlineData("ar", "اريد اتكلم مع انسان")]
    [InlineData("ar", "ابغى اكلم احد")]
    [InlineData("ar", "ممكن اتكلم مع شخص؟")]
    [InlineData("es", "quiero hablar con un humano")]
    [InlineData("fa", "می‌خواهم با انسان حرف بزنم")]
    [InlineData("uk", "хочу говорити з живою людиною")]
    [InlineData("am", "ከሰው ጋር ማውራት እችላለሁ")]
    [InlineData("sw", "nataka kuongea na binadamu")]
    public void Elsewhere_a_person_is_asked_for_in_many_words(string language, string words) =>
        Assert.Equal(GlobalWord.Human, TestBook.Real.Words.Find(Talks.In(language, "ly").State.Language, words));

    [Theory]
    [InlineData("en", "i am so tired, the medicine is enough for one day only")]
    [InlineData("ar", "أنا تعبت، الدواء باقي يوم واحد")]
    public void A_message_that_may_be_a_cry_is_kept_and_asked_about(string language, string words)
    {
        var talk = Talks.In(language, "ly").Does("[/human]", "[yes]", words);
        Assert.Equal(new Answer.Given(words), talk.State.Dialogs["talk"].At(new AnswerPath("message")));
        Assert.Equal(ChoosingWhat.Danger, Assert.IsType<Mode.Choosing>(talk.State.Mode).What);
        Assert.Equal("contact_way", talk.Does("[go-on]").Asks);
    }

    [Fact]
    public void A_message_to_staff_that_may_be_a_cry_reaches_them_and_is_asked_about()
    {
        const string words = "i am so tired, the medicine is enough for one day only";
        var state = ConversationState.New with { Language = Localization.Locale.English, Place = "ly", Sent = ["R-1"], Mode = new Mode.WithHuman("R-1") };
        var turn = DialogEngine.Step(TestBook.Real, state, new Input.Text(words), new Moment(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero));
        Assert.Equal(new Effect.TellStaff("R-1", words, Localization.Locale.English), Assert.Single(turn.Effects));
        Assert.Contains(turn.Replies, r => r.Kind == ReplyKind.Danger);
    }

    [Theory]
    [InlineData("a short word", "back")]
    [InlineData("two words", "go back")]
    [InlineData("a control", "/menu")]
    [InlineData("the label of a control", "Talk to a person")]
    [InlineData("what leads to safety", "I am in danger")]
    public void A_command_counts_also_where_a_message_is_written(string why, string words)
    {
        var talk = Talks.In("en", "ly").Does("[/human]", "[yes]", words);
        Assert.True(talk.State.Dialogs["talk"].At(new AnswerPath("message")) is null, why);
    }
}
