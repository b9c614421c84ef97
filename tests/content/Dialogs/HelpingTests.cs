using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>Somebody writes for another adult: it is that person's request, answer by answer and in the consent.</summary>
public class HelpingTests
{
    private const string With = "/helper";
    private static readonly Moment Now = new(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero);

    [Theory]
    [InlineData("a request of one's own", "stranded", true)]
    [InlineData("return", "voluntary-return", true)]
    [InlineData("the smallest request", "talk", true)]
    [InlineData("a relative asks in their own name", "relative", false)]
    [InlineData("somebody is locked up", "detention", false)]
    [InlineData("a complaint needs no name", "complaint", false)]
    [InlineData("a child has a route of its own", "child", false)]
    public void The_control_stands_beside_the_first_question(string why, string dialog, bool offered) =>
        Assert.True(Play($"ask:{dialog}").Replies[^1].Options.Any(o => o.Value == With) == offered, why);

    [Theory]
    [InlineData("family", HelperRole.Family)]
    [InlineData("friend", HelperRole.Friend)]
    [InlineData("volunteer", HelperRole.Volunteer)]
    [InlineData("socialworker", HelperRole.SocialWorker)]
    public void The_consent_says_who_helped(string chosen, HelperRole role) => Assert.Equal(role, Sent("ask:stranded", With, chosen).Consent.Helper);

    [Fact]
    public void Nobody_helped_unless_somebody_said_so() => Assert.Null(Sent("ask:stranded").Consent.Helper);

    public static TheoryData<string> Helped => [.. TestBook.Real.Dialogs.Values.Where(d => d is { NeedsConsent: true, InOwnName: false, Id: not "child" }).Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Helped))]
    public void Before_a_helper_nobody_is_asked_about_fear_pressure_or_control(string dialog)
    {
        var collected = TestBook.Real.Dialogs[dialog].Items.OfType<DialogItem.Question>().ToDictionary(q => q.Name, q => q.Collects, StringComparer.Ordinal);
        var answers = Sent($"ask:{dialog}", With, "friend").Answers;
        Assert.DoesNotContain(answers.Keys, path => collected.GetValueOrDefault(path) is "fear" or "pressure" or "control-sign" || path == "alone");
    }

    [Fact]
    public void What_the_helper_said_of_themselves_stays_with_the_helper()
    {
        var own = Play("ask:stranded", "yes", "no", "60_plus");
        var helped = Play(own.State, "ask:documents", With, "family");
        Assert.Equal("danger_now", helped.Replies[^1].At);
        var told = Play(helped.State, "no", "18_59");
        Assert.Equal("60_plus", AgeIn(Play(told.State, "ask:displaced"), "displaced"));
    }

    [Fact]
    public void What_was_sent_for_somebody_else_does_not_answer_the_next_request()
    {
        var sent = ToSummary("ask:stranded", With, "family");
        Assert.Equal(HelperRole.Family, sent.State.Helped["stranded"]);
        var submitted = DialogEngine.Step(TestBook.Real, Play(sent.State, "send").State, new Input.EffectDone(new EffectResult.Submitted("R-1", false, null)), Now);
        Assert.Null(submitted.State.Carried);
        Assert.Equal("alone", Play(submitted.State, "ask:documents").Replies[^1].At);
    }

    [Fact]
    public void About_somebody_who_is_not_there_nothing_is_asked_and_nothing_kept()
    {
        var away = Play("ask:violence-support", "yes", With, "away");
        Assert.Empty(away.State.Dialogs);
        string[] doors = ["ask:protection-talk", "ask:relative", "ask:detention", "read", "/danger", "/human", "/menu"];
        Assert.Equal(doors, away.Replies[^1].Options.Select(o => o.Value));
    }

    [Fact]
    public void A_no_of_the_person_leaves_nothing()
    {
        var refused = Play(Until("consent", "ask:stranded", With, "friend").State, "no");
        Assert.Empty(refused.State.Dialogs);
        Assert.Empty(refused.State.Helped);
        Assert.True(refused.Forget);
    }

    [Fact]
    public void The_consent_is_asked_of_the_person_in_so_many_words_in_every_language()
    {
        foreach (var locale in Locale.All)
        {
            var asked = DialogEngine.Step(TestBook.Real, Until("consent", "ask:stranded", With, "friend").State with { Language = locale }, new Input.Command(GlobalWord.Help), Now).Replies[^1];
            Assert.Equal([TestBook.Real.Texts.Text(locale, "helper.yes"), TestBook.Real.Texts.Text(locale, "helper.no")], asked.Options.Take(2).Select(o => o.Label));
            Assert.Contains(TestBook.Real.Texts.Text(locale, "helper.consent.question"), ReplyText(asked), StringComparison.Ordinal);
        }
    }

    private static string? AgeIn(Turn turn, string dialog) => (turn.State.Dialogs[dialog].At(new AnswerPath("age")) as Answer.Given)?.Value;

    private static string ReplyText(Reply reply) => string.Join('\n', reply.Blocks.Select(ReplyLine.Text));

    private static Submission Sent(params string[] begin) => Assert.IsType<Effect.Submit>(Assert.Single(Play(ToSummary(begin).State, "send").Effects)).Submission;

    private static Turn ToSummary(params string[] begin)
    {
        var turn = Until("consent", begin);
        turn = Play(turn.State, "yes");
        for (var i = 0; i < 40 && turn.State.Mode is Mode.Asking; i++)
            turn = Play(turn.State, "/skip");
        return turn;
    }

    /// <summary>Skips until a question.</summary>
    private static Turn Until(string question, params string[] begin)
    {
        var turn = Play(begin);
        for (var i = 0; i < 40 && turn.Replies[^1].At != question; i++)
            turn = Play(turn.State, "/skip");
        return turn;
    }

    private static Turn Play(params string[] choices) => Play(ConversationState.New with { Language = Locale.English, Place = "ly" }, choices);

    private static Turn Play(ConversationState state, params string[] choices)
    {
        var turn = new Turn(state, [], []);
        foreach (var choice in choices)
            turn = DialogEngine.Step(TestBook.Real, turn.State, new Input.Choice(choice), Now);
        return turn;
    }
}
