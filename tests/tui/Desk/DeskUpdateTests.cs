using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Desk;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Step = (Outreach.Tui.Desk.DeskModel Model, System.Collections.Immutable.ImmutableArray<Outreach.Tui.Desk.DeskEffect> Effects);

namespace Outreach.Tui.Tests.Desk;

public class DeskUpdateTests
{
    private const string CtrlS = "\x13";
    private const string Enter = "\r";
    private static readonly Problem Refused = new(3011, "taken");

    [Theory]
    [InlineData("Enter opens the marked one", "\r", "Open R-7K4M-2QXD")]
    [InlineData("down, then Enter opens the next", "\x1b[B\r", "Open R-2QXD-7K4M")]
    [InlineData("c claims without opening", "c", "Act R-7K4M-2QXD Claim")]
    [InlineData("v loads the next view", "v", "LoadQueue mine")]
    [InlineData("v twice loads everything open", "vv", "LoadQueue open")]
    [InlineData("a part of a reference marks its row", "/5m2c\r\r", "Open R-5M2C-8F1K")]
    [InlineData("a wrong reference asks nothing", "/zzzz\r", "")]
    [InlineData("q signs out first", "q", "SignOut")]
    [InlineData("no alert, no key for it", "a", "")]
    [InlineData("keys that mean nothing do nothing", "xyz", "")]
    public void The_queue_follows_its_keys(string why, string keys, string effects) => Assert.True(Effects(Sample.SignedIn(Sample.Usual), keys) == effects, why);

    [Theory]
    [InlineData("mine is given back", "c", "Act R-5M2C-8F1K Release")]
    [InlineData("without counselling there is no key for it", "g1", "")]
    [InlineData("a note is kept with Ctrl-S", "nCall later" + CtrlS, "Act R-5M2C-8F1K Note Call later")]
    [InlineData("Enter in a note begins a line", "nCall\rlater" + CtrlS, "Act R-5M2C-8F1K Note Call\nlater")]
    [InlineData("an empty note is not kept", "n" + CtrlS, "")]
    [InlineData("a status needs no reason", "s1\r", "Act R-5M2C-8F1K Status InProgress ''")]
    [InlineData("a priority needs one", "p1\r", "")]
    [InlineData("a priority with its reason", "p1worse\r", "Act R-5M2C-8F1K Priority Critical worse")]
    [InlineData("the lock is opened with a reason", "uspoke twice, free will\r", "Act R-5M2C-8F1K Unlock spoke twice, free will")]
    [InlineData("another language first warns", "rHello" + CtrlS, "")]
    [InlineData("and goes untranslated on the second", "rHello" + CtrlS + CtrlS, "Reply R-5M2C-8F1K en untranslated Hello")]
    [InlineData("a changed text warns again", "rHello" + CtrlS + "!" + CtrlS, "")]
    [InlineData("their letters go at once", "rسلام" + CtrlS, "Reply R-5M2C-8F1K fa سلام")]
    [InlineData("Tab says that it is theirs in other letters", "rsalam\t" + CtrlS, "Reply R-5M2C-8F1K fa salam")]
    [InlineData("what Tab said stays, whatever letters follow", "r\tsalam" + CtrlS, "Reply R-5M2C-8F1K fa salam")]
    [InlineData("letters of a third language warn too", "rДобрий день" + CtrlS, "")]
    [InlineData("what was begun is there again", "nCall\x1b" + "nlater" + CtrlS, "Act R-5M2C-8F1K Note Calllater")]
    public void A_referral_follows_its_keys(string why, string keys, string effects)
    {
        var (model, shown) = (Sample.Open(Sample.Usual), "");
        foreach (var part in keys.Split('\x1b'))
        {
            (model, var seen) = Press(model, part);
            shown += seen;
            if (part != keys.Split('\x1b')[^1])
                model = Do(model, DeskCommand.Back).Model;
        }
        Assert.True(shown == effects, $"{why}: {shown}");
    }

    [Fact]
    public void The_reason_of_a_row_says_nothing_twice()
    {
        var row = Sample.Rows[0] with { Why = ["child-alone", "child", "doctor-today"] };
        Assert.Contains("under 18, alone, needs doctor today", Text(Sample.SignedIn(new Size(120, 24)) with { Queue = new QueueState { Rows = [row] } }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a coordinator of one office begins with that office", StaffRole.Coordinator, "ly", QueueTab.Region)]
    [InlineData("of every office, with all", StaffRole.Coordinator, "*", QueueTab.All)]
    [InlineData("complaints come from every office but one's own", StaffRole.ComplaintsOfficer, "ly", QueueTab.All)]
    public void The_first_view_is_one_where_work_can_lie(string why, StaffRole role, string region, QueueTab first)
    {
        var asking = Press(Sample.App().Init(Sample.Usual).Model, "amira\tsecret\r").Model;
        Assert.True(Send(asking, new DeskMsg.SignedIn(asking.Awaited, new SignedIn("t", Sample.Now, Sample.Amira with { Role = role, Regions = [region] }), Sample.Now)).Model.Queue.Tab == first, why);
    }

    [Theory]
    [InlineData("a call that reached the person is kept at once", "t1", "Act R-5M2C-8F1K Contact Call True")]
    [InlineData("one that did not, too", "t2", "Act R-5M2C-8F1K Contact Call False")]
    [InlineData("it is looked at before it is chosen", "t", "")]
    public void A_call_is_written_down_where_one_is_allowed(string why, string keys, string effects)
    {
        Assert.True(Press(Sample.Called(Sample.Usual), keys).Seen == effects, why);
        Assert.True(Press(Sample.Open(Sample.Usual), keys).Seen.Length == 0, "outside their hours nothing was allowed, and nothing is offered");
    }

    [Theory]
    [InlineData("two digits record a step", "g31", "Act R-5M2C-8F1K Counsel Risk safe")]
    [InlineData("the first step that is not done is marked", "g\r1", "Act R-5M2C-8F1K Counsel SecondAsked own-wish")]
    [InlineData("fear is one of the answers of every question about their will", "g43", "Act R-5M2C-8F1K Counsel FirstAsked afraid")]
    [InlineData("their own language comes first", "g11", "Act R-5M2C-8F1K Counsel Language fa")]
    [InlineData("steps without a digit have arrows", "g\x1b[F\r1", "Act R-5M2C-8F1K Counsel Departed left")]
    [InlineData("a step alone records nothing", "g9", "")]
    public void Counselling_follows_its_keys(string why, string keys, string effects) => Assert.True(Press(Sample.Counselling(Sample.Usual), keys).Seen == effects, why);

    [Fact]
    public void Counselling_goes_on_until_it_is_left_or_ends_the_case()
    {
        var (asked, effects) = Send(Press(Sample.Counselling(Sample.Usual), "g").Model, new DeskMsg.Event(Keys.Of("9")[0]));
        Assert.Empty(effects);
        var back = Do(asked, DeskCommand.Back).Model;
        Assert.Null(((DeskScreen.Referral)back.Screen).Writing!.Step);
        Assert.Null(((DeskScreen.Referral)Do(back, DeskCommand.Back).Model.Screen).Writing);

        var (saving, _) = Press(Sample.Counselling(Sample.Usual), "g92");
        DeskMsg Answered(ReferralStatus status) => new DeskMsg.Acted(saving.Awaited, Sample.Counselled with { Status = status }, new DeskAct.Counsel(new CounselRequest(CounsellingStep.Decision, "")), Sample.Now);
        Assert.Equal(ComposeKind.Counsel, ((DeskScreen.Referral)Send(saving, Answered(ReferralStatus.Claimed)).Model.Screen).Writing!.Kind);
        Assert.Null(((DeskScreen.Referral)Send(saving, Answered(ReferralStatus.Closed)).Model.Screen).Writing);
    }

    [Fact]
    public void A_note_that_was_begun_outlives_counselling()
    {
        var begun = Do(Press(Sample.Counselling(Sample.Usual), "nCall later").Model, DeskCommand.Back).Model;
        var (saving, _) = Press(begun, "g31");
        var (kept, _) = Send(saving, new DeskMsg.Acted(saving.Awaited, Sample.Counselled, new DeskAct.Counsel(new CounselRequest(CounsellingStep.Risk, "safe")), Sample.Now));

        var left = Do(kept, DeskCommand.Back).Model;

        Assert.Equal("Call later", ((DeskScreen.Referral)Press(left, "n").Model.Screen).Writing!.Text.Text);
    }

    [Fact]
    public void A_step_sent_again_after_a_broken_link_is_the_same_step()
    {
        var (saving, first) = Send(Press(Sample.Counselling(Sample.Usual), "g3").Model, new DeskMsg.Event(Keys.Of("1")[0]));
        var (failed, _) = Send(saving, new DeskMsg.Acted(saving.Awaited, DeskProblems.TooSlow(), ((DeskEffect.Act)first[0]).What, Sample.Now));

        Assert.Equal(IdOf(first[0]), IdOf(Send(failed, new DeskMsg.Event(Keys.Of("1")[0])).Effects[0]));
        Assert.NotEqual(IdOf(first[0]), IdOf(Send(failed, new DeskMsg.Event(Keys.Of("3")[0])).Effects[0]));

        static string? IdOf(DeskEffect effect) => Assert.IsType<DeskAct.Counsel>(Assert.IsType<DeskEffect.Act>(effect).What).Request.Id;
    }

    [Fact]
    public void A_sensitive_answer_opens_alone()
    {
        var model = Sample.Open(Sample.Usual);
        Assert.DoesNotContain("brother", Text(model), StringComparison.Ordinal);
        var effects = "";
        for (var i = 0; i < 20 && effects.Length == 0; i++)
            (model, effects) = Press(model, "\x1b[B\r");
        Assert.Equal("OpenAnswer fear", effects);
        Assert.DoesNotContain("brother", Text(model), StringComparison.Ordinal);
        (model, _) = Send(model, new DeskMsg.AnswerOpened(model.Awaited, Sample.Referral.Reference, Sample.Fear));
        Assert.Equal(["fear"], ((DeskScreen.Referral)model.Screen).Opened.Keys);
        Assert.Contains("brother", Text(model), StringComparison.Ordinal);
        Assert.Contains("sensitive", Text(model), StringComparison.Ordinal);           // the next one is still closed
    }

    [Fact]
    public void What_failed_says_why_and_keeps_what_was_typed()
    {
        var (writing, _) = Press(Sample.Open(Sample.Usual), "nCall later");
        var (saving, effects) = Do(writing, DeskCommand.Keep);
        Assert.Equal(Waiting.Saving, saving.Waiting);
        Assert.Contains("saving", Text(saving), StringComparison.Ordinal);
        var act = Assert.IsType<DeskEffect.Act>(Assert.Single(effects));
        var (failed, again) = Send(saving, new DeskMsg.Acted(act.Number, Refused, act.What, Sample.Now));
        Assert.Contains("A colleague has taken it", Text(failed), StringComparison.Ordinal);
        Assert.Equal("Call later", ((DeskScreen.Referral)failed.Screen).Writing!.Text.Text);
        Assert.Equal(new DeskEffect.Open(0, "R-5M2C-8F1K"), Assert.Single(again));
        var (kept, _) = Send(saving, new DeskMsg.Acted(act.Number, Sample.Referral with { Version = 5 }, act.What, Sample.Now));
        Assert.Null(((DeskScreen.Referral)kept.Screen).Writing);
        Assert.Contains("Note kept.", Text(kept), StringComparison.Ordinal);
    }

    [Fact]
    public void While_something_is_being_kept_nothing_is_sent_twice()
    {
        var (saving, first) = Do(Sample.Open(Sample.Usual), DeskCommand.Release);
        Assert.Single(first);
        Assert.Empty(Do(saving, DeskCommand.Release).Effects);
    }

    [Fact]
    public void An_answer_that_comes_too_late_changes_nothing()
    {
        var (asked, effects) = Do(Sample.SignedIn(Sample.Usual), DeskCommand.Open);
        var (elsewhere, _) = Do(asked, DeskCommand.View);
        var late = new DeskMsg.Opened(((DeskEffect.Open)effects[0]).Number, Sample.Referral, Sample.Now);
        Assert.IsType<DeskScreen.Queue>(Send(elsewhere, late).Model.Screen);
    }

    [Fact]
    public void A_dead_session_asks_for_the_password_and_gives_the_work_back_to_the_same_person_only()
    {
        var (writing, _) = Press(Sample.Open(Sample.Usual), "nCall later");
        var (saving, effects) = Do(writing, DeskCommand.Keep);
        var (over, _) = Send(saving, new DeskMsg.Acted(((DeskEffect.Act)effects[0]).Number, DeskProblems.SessionOver(), new DeskAct.Note(new NoteRequest("")), Sample.Now));
        var screen = Assert.IsType<DeskScreen.SignIn>(over.Screen);
        Assert.Equal("Amira", screen.Name.Text);
        var (asking, _) = Press(over, "secret\r");
        var back = Send(asking, new DeskMsg.SignedIn(asking.Awaited, new SignedIn("t", Sample.Now, Sample.Amira), Sample.Now)).Model;
        Assert.Equal("Call later", Assert.IsType<DeskScreen.Referral>(back.Screen).Writing!.Text.Text);
        var other = Send(asking, new DeskMsg.SignedIn(asking.Awaited, new SignedIn("t", Sample.Now, Sample.Amira with { Id = 4 }), Sample.Now)).Model;
        Assert.IsType<DeskScreen.Queue>(other.Screen);
    }

    [Fact]
    public void The_password_is_never_shown_and_forgotten_after_a_refusal()
    {
        var (typed, _) = Press(Sample.App().Init(Sample.Usual).Model, "amira\tsecret-word");
        Assert.DoesNotContain("secret", Text(typed), StringComparison.Ordinal);
        var (asking, effects) = Do(typed, DeskCommand.SignIn);
        Assert.Equal(new SignInRequest("amira", "secret-word"), Assert.IsType<DeskEffect.SignIn>(Assert.Single(effects)).Request);
        Assert.DoesNotContain("secret", effects[0].ToString(), StringComparison.Ordinal);
        var refused = (DeskScreen.SignIn)Send(asking, new DeskMsg.SignedIn(asking.Awaited, new Problem(3050, "no"), Sample.Now)).Model.Screen;
        Assert.Equal(("", "amira", true), (refused.Password.Text, refused.Name.Text, refused.Code is not null));
    }

    [Theory]
    [InlineData("the account's language, wherever one signs in", "ar", false, "ar", true)]
    [InlineData("none remembered: the one of the sign-in screen", null, false, "en", false)]
    [InlineData("the same: nothing to be said", "en", false, "en", false)]
    [InlineData("chosen while signing in: that one, and it is kept", "ar", true, "fr", true)]
    public void After_signing_in_the_desk_speaks(string why, string? remembered, bool choosing, string spoken, bool said)
    {
        var me = Sample.Amira with { Language = Locale.TryParse(remembered, out var known) ? known : null };
        var typed = Press(Sample.App().Init(Sample.Usual).Model, "amira\tsecret").Model;
        var asking = Do(choosing ? Do(typed, DeskCommand.DeskLanguage).Model : typed, DeskCommand.SignIn).Model;

        var (model, effects) = Send(asking, new DeskMsg.SignedIn(asking.Awaited, new SignedIn("t", Sample.Now, me), Sample.Now));

        Assert.True(model.Language.Tag == spoken, why);
        Assert.True((effects is [DeskEffect.Speak(var told), ..] && told == model.Language) == said, why);
        Assert.IsType<DeskEffect.LoadQueue>(effects[^1]);
    }

    [Fact]
    public void An_alert_stays_on_top_until_it_is_acknowledged()
    {
        var (alerted, _) = Send(Sample.Open(Sample.Usual), new DeskMsg.AlertsLoaded(0, new AlertsDto([Sample.Alert])));
        Assert.Contains("URGENT: danger to life", Text(alerted), StringComparison.Ordinal);
        var (looking, _) = Press(alerted, "a");
        Assert.Contains("near the mosque", Text(looking), StringComparison.Ordinal);
        var (asked, effects) = Do(looking, DeskCommand.Acknowledge);
        Assert.Equal(12, Assert.IsType<DeskEffect.Acknowledge>(Assert.Single(effects)).Alert);
        var (seen, _) = Send(asked, new DeskMsg.AlertsLoaded(asked.Awaited, new AlertsDto([Sample.Alert with { Acknowledged = true }])));
        Assert.IsType<DeskScreen.Referral>(seen.Screen);
        Assert.DoesNotContain("URGENT", Text(seen), StringComparison.Ordinal);
    }

    [Fact]
    public void New_counts_load_the_queue_again_and_the_mark_stays_on_its_referral()
    {
        var marked = DeskScreenTests.After(Sample.SignedIn(Sample.Usual), Locale.English, "\x1b[B\x1b[B");
        var (polled, effects) = Send(marked, new DeskMsg.Polled(Sample.Counts with { Critical = 4 }, Sample.Now));
        var load = Assert.IsType<DeskEffect.LoadQueue>(Assert.Single(effects));
        var page = new QueueDto([Sample.Rows[0] with { Reference = "R-0000-0000" }, .. Sample.Rows], null, polled.Counts!);
        Assert.Equal("R-9TTA-0BCD", Send(polled, new DeskMsg.QueueLoaded(load.Number, load.Ask, page, Sample.Now)).Model.Queue.Marked!.Reference);
        Assert.Empty(Send(polled, new DeskMsg.Polled(polled.Counts!, Sample.Now)).Effects);
    }

    [Fact]
    public void An_interview_sends_each_step_once_under_its_own_id()
    {
        var (choosing, _) = Press(Sample.SignedIn(Sample.Usual), "N4");
        var (telling, _) = Press(choosing, "4");
        var (asked, effects) = App().Update(telling, new DeskMsg.Event(Keys.Of("2")[0]));
        Assert.Equal(new InterviewStart(Locale.Arabic, null, "voluntary-return", new Content.Dialogs.Spoken(Content.Dialogs.SpokenWay.Phone, Interpreter: true)), Assert.IsType<DeskEffect.Begin>(Assert.Single(effects)).Start);
        var reply = new Content.Dialogs.Reply { Kind = Content.Dialogs.ReplyKind.Ask, Language = Locale.Arabic, Blocks = [], At = "age", Options = [new("a", "A"), new("b", "B")] };
        var (heard, _) = Send(asked, new DeskMsg.Heard(asked.Awaited, new InterviewDto("i1", [reply])));
        var (sent, step) = App().Update(heard, new DeskMsg.Event(Keys.Of("2")[0]));
        var first = Assert.IsType<DeskEffect.Step>(Assert.Single(step)).What;
        Assert.Equal(("b", "age"), (first.Choice, first.At));
        var (failed, _) = Send(sent, new DeskMsg.Heard(sent.Awaited, DeskProblems.TooSlow()));
        Assert.Equal(first.Id, Assert.IsType<DeskEffect.Step>(App().Update(failed, new DeskMsg.Event(Keys.Of("2")[0])).Effects[0]).What.Id);
        Assert.NotEqual(first.Id, Assert.IsType<DeskEffect.Step>(App().Update(failed, new DeskMsg.Event(Keys.Of("1")[0])).Effects[0]).What.Id);
    }

    private static DeskApp App() => Sample.App();

    private static Step Send(DeskModel model, DeskMsg message) => App().Update(model, message);

    private static Step Do(DeskModel model, DeskCommand command) => App().Update(model, new DeskMsg.Do(command));

    private static string Text(DeskModel model) => DeskScreenTests.Draw(model, Locale.English).LogicalText();

    private static string Effects(DeskModel model, string keys) => Press(model, keys).Seen;

    private static (DeskModel Model, string Seen) Press(DeskModel model, string keys)
    {
        var app = App();
        var seen = "";
        foreach (var input in Keys.Of(keys))
        {
            if (app.Translate(model, input) is not { } message)
                continue;
            (model, var effects) = app.Update(model, message);
            seen = effects.IsEmpty ? seen : string.Join("; ", effects.Select(Short));
        }

        return (model, seen);
    }

    private static string Short(DeskEffect effect) => effect switch
    {
        DeskEffect.OpenAnswer open => $"OpenAnswer {open.Path}",
        DeskEffect.Open open => $"Open {open.Reference}",
        DeskEffect.LoadQueue load => $"LoadQueue {load.Ask.View}",
        DeskEffect.Reply(_, var reference, var r) => $"Reply {reference} {r.Language.Tag} {(r.Untranslated ? "untranslated " : "")}{r.Text}",
        DeskEffect.Act(_, var reference, var act) => $"Act {reference} " + act switch
        {
            DeskAct.Note(var n) => $"Note {n.Text}",
            DeskAct.Unlock(var u) => $"Unlock {u.Reason}",
            DeskAct.Contact(var c) => $"Contact {c.Way} {c.Reached}",
            DeskAct.Counsel(var c) => $"Counsel {c.Step} {c.Said}",
            DeskAct.Status(var s) => $"Status {s.Status} '{s.Reason}'",
            DeskAct.Priority(var p) => $"Priority {p.Priority} {p.Reason}",
            _ => act.GetType().Name,
        },
        _ => effect.GetType().Name,
    };
}
