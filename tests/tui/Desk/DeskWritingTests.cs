using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Tui.Desk;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Step = (Outreach.Tui.Desk.DeskModel Model, System.Collections.Immutable.ImmutableArray<Outreach.Tui.Desk.DeskEffect> Effects);

namespace Outreach.Tui.Tests.Desk;

/// <summary>Over a bad link nothing typed is lost, nothing arrives twice, and an answer reaches whom it was written for.</summary>
public class DeskWritingTests
{
    private const string CtrlS = "\x13";
    private const string F3 = "\x1bOR";

    [Theory]
    [InlineData("the same words again are the same message", "", true)]
    [InlineData("other words are another one", "!", false)]
    public void After_a_broken_link_the_same_words_keep_their_id(string why, string typed, bool same)
    {
        var (saving, first) = Press(Sample.Open(Sample.Usual), "nCall later" + CtrlS);
        var failed = Send(saving, new DeskMsg.Acted(saving.Awaited, DeskProblems.ServerUnreachable(), new DeskAct.Claim(), Sample.Now)).Model;
        Assert.Contains("sending it again is safe", Text(failed), StringComparison.Ordinal);

        var (_, second) = Press(failed, typed + CtrlS);

        Assert.True(IdOf(first) == IdOf(second) == same, why);
    }

    [Fact]
    public void Laid_aside_changed_and_sent_it_is_another_message()
    {
        var (saving, first) = Press(Sample.Open(Sample.Usual), "nCall later" + CtrlS);
        var failed = Send(saving, new DeskMsg.Acted(saving.Awaited, DeskProblems.TooSlow(), new DeskAct.Claim(), Sample.Now)).Model;
        var aside = Do(failed, DeskCommand.Back).Model;

        Assert.NotEqual(IdOf(first), IdOf(Press(aside, "n today" + CtrlS).Effects));
    }

    [Fact]
    public void While_it_is_on_its_way_the_text_stays_as_it_is()
    {
        var (saving, _) = Press(Sample.Open(Sample.Usual), "nCall later" + CtrlS);

        Assert.Equal("Call later", ((DeskScreen.Referral)Press(saving, " or now").Model.Screen).Writing!.Text.Text);
    }

    [Fact]
    public void What_was_begun_waits_while_other_referrals_are_opened_and_is_gone_once_kept()
    {
        var aside = Do(Do(Press(Sample.Open(Sample.Usual), "nCall later").Model, DeskCommand.Back).Model, DeskCommand.Back).Model;
        var other = Opened(aside, Sample.Referral with { Reference = "R-7K4M-2QXD" });
        Assert.Null(((DeskScreen.Referral)other.Screen).Draft);
        var again = Opened(Do(other, DeskCommand.Back).Model, Sample.Referral);
        var (saving, effects) = Press(again, "n" + CtrlS);
        Assert.Equal("Call later", Assert.IsType<DeskAct.Note>(Assert.IsType<DeskEffect.Act>(Assert.Single(effects)).What).Request.Text);

        var kept = Send(saving, new DeskMsg.Acted(saving.Awaited, Sample.Referral, new DeskAct.Note(new NoteRequest("")), Sample.Now)).Model;

        Assert.Empty(kept.Drafts);
    }

    [Fact]
    public void Quitting_with_something_begun_asks_once()
    {
        var aside = Do(Press(Sample.Open(Sample.Usual), "nCall later").Model, DeskCommand.Back).Model;
        var (asked, none) = Do(aside, DeskCommand.Quit);
        Assert.Empty(none);
        Assert.Contains("q again quits", Text(asked), StringComparison.Ordinal);
        Assert.IsType<DeskEffect.SignOut>(Assert.Single(Do(asked, DeskCommand.Quit).Effects));
    }

    [Fact]
    public void Drafts_are_gone_for_the_next_person_at_the_same_desk()
    {
        var aside = Do(Do(Press(Sample.Open(Sample.Usual), "nCall later").Model, DeskCommand.Back).Model, DeskCommand.Back).Model;
        var locked = Send(aside, new DeskMsg.Lock()).Model;
        var (asking, _) = Press(locked, "secret\r");
        Step In(int id) => Send(asking, new DeskMsg.SignedIn(asking.Awaited, new SignedIn("t", Sample.Now, Sample.Amira with { Id = id }), Sample.Now));
        Assert.Single(In(Sample.Amira.Id).Model.Drafts);
        Assert.Empty(In(4).Model.Drafts);
    }

    [Fact]
    public void Esc_at_a_locked_desk_stays_locked_and_says_how_to_go_on()
    {
        var locked = Send(Press(Sample.Open(Sample.Usual), "nCall later").Model, new DeskMsg.Lock()).Model;

        var stays = Pressed(Press(locked, "sec").Model, Key.Escape).Model;

        Assert.False(stays.Over);
        Assert.Contains("Still locked", Text(stays), StringComparison.Ordinal);
        Assert.Equal("", ((DeskScreen.SignIn)stays.Screen).Password.Text);
        Assert.NotNull(((DeskScreen.SignIn)stays.Screen).Behind);
        Assert.True(Pressed(stays, Key.Ctrl('q')).Model.Over);
        Assert.True(Pressed(Sample.App().Init(Sample.Usual).Model, Key.Escape).Model.Over);
    }

    [Fact]
    public void An_answer_to_an_alert_goes_to_that_alert_whatever_arrives_meanwhile()
    {
        var writing = Press(Sample.SignedIn(Sample.Usual) with { Alerts = [Sample.Alert] }, "ar").Model;
        var newer = Sample.Alert with { Number = 13, Language = Locale.English };
        var (meanwhile, _) = Send(Press(writing, "نراك").Model, new DeskMsg.AlertsLoaded(0, new AlertsDto([newer, Sample.Alert])));

        var (sent, effects) = Press(meanwhile, CtrlS);

        var answer = Assert.IsType<DeskEffect.AnswerAlert>(Assert.Single(effects));
        Assert.Equal((12L, "نراك", Locale.Arabic, false), (answer.Alert, answer.Request.Text, answer.Request.Language, answer.Request.Untranslated));
        var done = Send(sent, new DeskMsg.AlertsLoaded(sent.Awaited, new AlertsDto([newer, Sample.Alert with { Acknowledged = true }]), Answered: 12)).Model;
        Assert.Contains("Sent into the conversation", Text(done), StringComparison.Ordinal);
        Assert.Null(((DeskScreen.Alerts)done.Screen).Writing);
    }

    [Fact]
    public void An_alert_acknowledged_while_the_next_is_being_answered_says_nothing_of_sending_and_takes_no_words()
    {
        var next = Sample.Alert with { Number = 13 };
        var (asked, _) = Press(Sample.SignedIn(Sample.Usual) with { Alerts = [Sample.Alert, next] }, "aa");
        var (writing, _) = Press(asked, "\x1b[Br");

        var seen = Send(writing, new DeskMsg.AlertsLoaded(asked.Awaited, new AlertsDto([Sample.Alert with { Acknowledged = true }, next]))).Model;

        Assert.Equal(13, ((DeskScreen.Alerts)seen.Screen).About!.Number);
        Assert.DoesNotContain("Sent into the conversation", Text(seen), StringComparison.Ordinal);
        Assert.Equal(13, Assert.IsType<DeskEffect.AnswerAlert>(Assert.Single(Press(seen, "نراك" + CtrlS).Effects)).Alert);
    }

    [Fact]
    public void A_ready_answer_goes_in_the_language_of_the_person_behind_what_was_typed()
    {
        var offered = Press(Sample.SignedIn(Sample.Usual) with { Alerts = [Sample.Alert] }, "ar" + "سلام" + F3).Model;
        Assert.Contains("We have read what you wrote.", Text(offered), StringComparison.Ordinal);

        var (_, effects) = Press(Press(offered, "1").Model, CtrlS);

        var answer = Assert.IsType<DeskEffect.AnswerAlert>(Assert.Single(effects)).Request;
        Assert.Equal(("سلام\nقرأنا ما كتبته. هناك شخص يعمل عليه.", Locale.Arabic, false), (answer.Text, answer.Language, answer.Untranslated));
    }

    [Fact]
    public void Leaving_the_ready_answers_leaves_what_was_typed()
    {
        var back = Do(Press(Sample.Open(Sample.Usual), "rسلام" + F3).Model, DeskCommand.Back).Model;

        Assert.Equal("سلام", ((DeskScreen.Referral)back.Screen).Writing!.Text.Text);
        Assert.IsType<DeskEffect.Reply>(Assert.Single(Press(back, CtrlS).Effects));
    }

    [Fact]
    public void An_alert_a_colleague_acknowledges_does_not_take_the_answer_away()
    {
        var writing = Press(Sample.SignedIn(Sample.Usual) with { Alerts = [Sample.Alert] }, "arنراك").Model;

        var (meanwhile, _) = Send(writing, new DeskMsg.AlertsLoaded(0, new AlertsDto([Sample.Alert with { Acknowledged = true }])));

        Assert.Contains("نراك", Text(meanwhile), StringComparison.Ordinal);
        Assert.Equal(12, Assert.IsType<DeskEffect.AnswerAlert>(Assert.Single(Press(meanwhile, CtrlS).Effects)).Alert);
    }

    [Fact]
    public void The_marked_alert_stays_marked_when_a_newer_one_comes()
    {
        var looking = Press(Sample.SignedIn(Sample.Usual) with { Alerts = [Sample.Alert] }, "a").Model;
        var (more, _) = Send(looking, new DeskMsg.AlertsLoaded(0, new AlertsDto([Sample.Alert with { Number = 13 }, Sample.Alert])));
        Assert.Equal(12, Assert.IsType<DeskEffect.Acknowledge>(Assert.Single(Press(more, "a").Effects)).Alert);
    }

    [Fact]
    public void No_connection_is_said_until_there_is_one()
    {
        var (lost, _) = Send(Sample.SignedIn(Sample.Usual), new DeskMsg.Polled(DeskProblems.ServerUnreachable(), Sample.Now));
        Assert.Contains("No connection", Text(lost), StringComparison.Ordinal);
        Assert.DoesNotContain("No connection", Text(Send(lost, new DeskMsg.Polled(Sample.Counts, Sample.Now)).Model), StringComparison.Ordinal);
    }

    [Fact]
    public void The_desk_speaks_another_language_at_a_key_and_loads_its_reasons_in_it()
    {
        var (french, effects) = Do(Sample.SignedIn(Sample.Usual), DeskCommand.DeskLanguage);
        Assert.Equal(Locale.French, french.Language);
        Assert.Equal([typeof(DeskEffect.Speak), typeof(DeskEffect.LoadQueue)], effects.Select(e => e.GetType()));
        Assert.Contains("Français", Text(Do(Sample.App().Init(Sample.Usual).Model, DeskCommand.DeskLanguage).Model), StringComparison.Ordinal);
    }

    private static string IdOf(IEnumerable<DeskEffect> effects) => Assert.IsType<DeskAct.Note>(Assert.IsType<DeskEffect.Act>(Assert.Single(effects)).What).Request.Id!;

    private static DeskModel Opened(DeskModel model, ReferralDto dto)
    {
        var asked = Do(model, DeskCommand.Open).Model;
        return Send(asked, new DeskMsg.Opened(asked.Awaited, dto, Sample.Now)).Model;
    }

    private static Step Send(DeskModel model, DeskMsg message) => Sample.App().Update(model, message);

    private static Step Do(DeskModel model, DeskCommand command) => Send(model, new DeskMsg.Do(command));

    private static string Text(DeskModel model) => DeskScreenTests.Draw(model, Locale.English).LogicalText();

    private static Step Pressed(DeskModel model, Key key) => Send(model, Sample.App().Translate(model, new InputEvent.Pressed(key))!);

    private static Step Press(DeskModel model, string keys)
    {
        Step step = (model, []);
        foreach (var input in Keys.Of(keys))
            if (Sample.App().Translate(step.Model, input) is { } message)
                step = Send(step.Model, message);
        return step;
    }
}
