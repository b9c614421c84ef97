using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Staff;

namespace Outreach.Referrals.Tests.Staff;

public sealed class DeskTests : IAsyncLifetime
{
    private readonly Workplace _office = new();
    private Caller _amira = null!;
    private Caller _lena = null!;

    public async Task InitializeAsync()
    {
        _amira = await _office.Is("amira", StaffRole.CaseWorker, "ly");
        _lena = await _office.Is("lena", StaffRole.ProtectionReviewer, "ly");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Who_needs_help_first_stands_on_top_with_the_reason()
    {
        await _office.Asks("musa", "stranded", "danger_now=no; age=18_59; afraid=no; passport=lost; called=Musa");
        await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no; health=pregnant; called=Hana");

        var queue = Samples.Must(await _office.Desk.Queue(_amira, new QueueRequest(), default));

        Assert.Equal(["Hana", "Musa"], queue.Rows.Select(r => r.Called));
        Assert.Equal("pregnant or newborn", queue.Rows[0].Why[0]);
        Assert.Equal((0, 1, 1, 2), (queue.Counts.Critical, queue.Counts.High, queue.Counts.Medium, queue.Counts.Unassigned));
    }

    [Fact]
    public async Task A_referral_is_read_in_the_language_of_staff_and_the_chain_notes_who_looked()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no; health=pregnant medicine; called=Hana; region=Gargaresh; contact_way=call; contact_number=+218911234567; contact_hours=afternoon");

        var opened = Samples.Must(await _office.Desk.Open(_amira, id.ToString(), default));

        Assert.Equal(("Hana", "Gargaresh"), (opened.Person!.Called, opened.Person.Area));
        Assert.Contains(opened.Answers, a => a is { Path: "health", Sensitive: true, CanOpen: true, Answer: null });
        Assert.DoesNotContain(opened.Answers, a => a.Path is "contact_number" or "called");
        Assert.Contains(opened.Rules, r => r.Id == "pregnant" && r.Reason.StartsWith("The person is pregnant", StringComparison.Ordinal));
        Assert.Equal(("+218911234567", true), (opened.Contact!.Number, opened.Contact.CanReply));   // 14:00 in Tripoli
        Assert.Contains("opened", Actions());
    }

    [Theory]
    [InlineData("who may see how to contact", StaffRole.CaseWorker)]
    [InlineData("who may not", StaffRole.DataProtectionReviewer)]
    public async Task Every_role_reads_the_times_of_a_referral_on_the_clock_of_its_place(string why, StaffRole role)
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no");

        var opened = Samples.Must(await _office.Desk.Open(await _office.Is("reader", role, "ly"), id.ToString(), default));

        Assert.True((opened.LocalTime, opened.LocalTime.Offset) == (Samples.Now, TimeSpan.FromHours(2)), why);   // Tripoli
    }

    [Theory]
    [InlineData("en", "Libya", "6 December 2026")]
    [InlineData("fr", "Libye", "6 décembre 2026")]
    public async Task Countries_and_days_are_read_as_words_in_the_language_of_the_desk(string language, string country, string day)
    {
        var id = await _office.Asks("hana", "protection-talk", "danger_now=no; age=18_59; deadline=2026-12-06");

        var opened = Samples.Must(await _office.Desk.Open(_amira with { Language = Locale.All.Single(l => l.Tag == language) }, id.ToString(), default));

        Assert.Equal((country, day), (opened.Country, opened.Answers.Single(a => a.Path == "deadline").Answer));
    }

    [Fact]
    public async Task A_call_that_is_sent_again_after_a_broken_link_is_one_call()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no; contact_way=call; contact_number=+218911234567; contact_hours=afternoon");
        _office.Clock.Now = Samples.Now.AddHours(1);
        var missed = new ContactRequest(ContactWay.Call, Reached: false, "desk-1");

        await _office.Desk.RecordContact(_amira, id.ToString(), missed, default);
        var again = Samples.Must(await _office.Desk.RecordContact(_amira, id.ToString(), missed, default));

        Assert.Single(again.Timeline, e => e is { Kind: "contacted", Reached: false });
    }

    [Fact]
    public async Task Outside_the_hours_the_number_is_not_shown_and_a_call_is_not_written_down()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no; contact_way=call; contact_number=+218911234567; contact_hours=morning");

        var opened = Samples.Must(await _office.Desk.Open(_amira, id.ToString(), default));
        var called = await _office.Desk.RecordContact(_amira, id.ToString(), new ContactRequest(ContactWay.Call, Reached: true), default);

        Assert.IsType<ContactDecision.Wait>(opened.Contact!.Now);
        Assert.Null(opened.Contact.Number);
        Assert.Equal(3017, called.Problems[0].Code);
        _office.Clock.Now = Samples.Now.AddHours(20);                          // 10:00 the next morning
        Assert.True((await _office.Desk.RecordContact(_amira, id.ToString(), new ContactRequest(ContactWay.Call, Reached: true), default)).Ok);
        Assert.Equal(3017, (await _office.Desk.RecordContact(_amira, id.ToString(), new ContactRequest(ContactWay.Sms, Reached: true), default)).Problems[0].Code);
    }

    [Fact]
    public async Task An_answer_stands_in_the_persons_chat_once()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no");
        var reply = new ReplyRequest("1", "Come to the blue desk at nine.", Locale.English);

        Assert.True(Samples.Must(await _office.Desk.Reply(_amira, id.ToString(), reply, default)).Delivered);
        await _office.Desk.Reply(_amira, id.ToString(), reply, default);

        var chat = await _office.Conversations.Recent(await _office.ConversationOf("hana"), 50, default);
        Assert.Single(chat.SelectMany(r => r), r => r.Kind == ReplyKind.Staff && Workplace.Words([r]).Contains("blue desk", StringComparison.Ordinal));
        Assert.Empty(await _office.Referrals.Deliveries(10, default));
        await _office.Says("hana", new Input.Text("thank you"));
        Assert.Contains(Samples.Must(await _office.Desk.Open(_amira, id.ToString(), default)).Timeline, e => e is { Kind: "from-person", Text: "thank you" });
    }

    [Fact]
    public async Task An_answer_left_over_by_a_crash_is_delivered_by_the_worker()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no");
        await _office.Referrals.Act(id, new ReferralAct(new ReferralCommand.TellPerson("after the crash", Locale.English, false), _amira.Account.Actor, Samples.Now), default);

        Assert.Equal(1, await new Deliveries(_office.Referrals, _office.Runner).Run(default));

        var chat = await _office.Conversations.Recent(await _office.ConversationOf("hana"), 50, default);
        Assert.Contains(chat.SelectMany(r => r), r => r.Kind == ReplyKind.Staff);
    }

    [Fact]
    public async Task Another_language_must_be_meant()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no");

        Assert.Equal(3016, (await _office.Desk.Reply(_amira, id.ToString(), new ReplyRequest("1", "bonjour", Locale.French), default)).Problems[0].Code);
        Assert.True((await _office.Desk.Reply(_amira, id.ToString(), new ReplyRequest("2", "bonjour", Locale.French, Untranslated: true), default)).Ok);
    }

    [Fact]
    public async Task On_a_channel_that_would_ring_an_answer_after_15_minutes_is_refused()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no", channel: "telegram");

        _office.Clock.Now = Samples.Now.AddMinutes(16);

        Assert.Equal(3017, (await _office.Desk.Reply(_amira, id.ToString(), new ReplyRequest("1", "hello", Locale.English), default)).Problems[0].Code);
    }

    [Fact]
    public async Task An_opened_lock_reaches_the_conversation_and_return_can_be_asked_for()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=yes");
        Assert.True((await _office.StateOf("hana")).ReturnLocked);

        Assert.Equal(3012, (await _office.Desk.OpenReturnLock(_amira, id.ToString(), new UnlockRequest("talked"), default)).Problems[0].Code);
        var opened = Samples.Must(await _office.Desk.OpenReturnLock(_lena, id.ToString(), new UnlockRequest("talked twice, free will"), default));

        Assert.False(opened.Locked);
        Assert.False((await _office.StateOf("hana")).ReturnLocked);
    }

    [Fact]
    public async Task Fear_said_in_counselling_locks_the_conversation_again_without_a_word()
    {
        var id = (await _office.Asks("hana", "voluntary-return", Returning)).ToString();
        var said = (await _office.Conversations.Recent(await _office.ConversationOf("hana"), 50, default)).SelectMany(r => r).Count();

        var locked = Samples.Must(await _office.Desk.Counsel(_amira, id, new CounselRequest(CounsellingStep.FirstAsked, CounsellingRules.Afraid), default));

        Assert.True(locked.Locked && (await _office.StateOf("hana")).ReturnLocked);
        Assert.Equal(said, (await _office.Conversations.Recent(await _office.ConversationOf("hana"), 50, default)).SelectMany(r => r).Count());
        Assert.Empty(await _office.Referrals.Deliveries(10, default));
        Assert.False(Samples.Must(await _office.Desk.OpenReturnLock(_lena, id, new UnlockRequest("talked alone, it was about the flight"), default)).Locked);
        Assert.False((await _office.StateOf("hana")).ReturnLocked);
    }

    [Fact]
    public async Task Who_changes_their_mind_ends_this_request_and_no_other()
    {
        var help = (await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no")).ToString();
        var home = Samples.Must(await _office.Referrals.Act(await Return("hana"), new ReferralAct(new ReferralCommand.Claim(), _amira.Account.Actor, Samples.Now), default)).Id.ToString();
        var before = Samples.Must(await _office.Desk.Open(_amira, help, default));

        var ended = Samples.Must(await _office.Desk.Counsel(_amira, home, new CounselRequest(CounsellingStep.Decision, CounsellingRules.DoesNotGo), default));

        var after = Samples.Must(await _office.Desk.Open(_amira, help, default));
        Assert.Equal(ReferralStatus.Closed, ended.Status);
        Assert.Equal((before.Version, before.Status, before.Priority, false), (after.Version, after.Status, after.Priority, after.Locked));
        Assert.False((await _office.StateOf("hana")).ReturnLocked);
    }

    [Theory]
    [InlineData("who works on it sees every step", StaffRole.CaseWorker, 11)]
    [InlineData("who watches over data sees none", StaffRole.DataProtectionReviewer, 0)]
    public async Task Counselling_is_shown_to(string why, StaffRole role, int steps)
    {
        var id = await Return("hana");
        _office.Clock.Now = new DateTimeOffset(2026, 11, 21, 22, 30, 0, TimeSpan.Zero);          // half past midnight in Tripoli
        Samples.Must(await _office.Desk.Counsel(_amira, id.ToString(), new CounselRequest(CounsellingStep.Risk, "safe"), default));

        var shown = Samples.Must(await _office.Desk.Open(await _office.Is("reader", role, "ly"), id.ToString(), default)).Counselling;

        Assert.True(shown.Length == steps, why);
        Assert.All(shown.Where(s => s.Step == CounsellingStep.Risk), s => Assert.Equal(("safe", new DateOnly(2026, 11, 22), "amira", true), (s.Said, s.Day, s.By, s.Done)));
        Assert.DoesNotContain(shown, s => s.Step != CounsellingStep.Risk && s.Done);
    }

    [Fact]
    public async Task An_answer_that_is_hardly_true_is_marked_and_no_other()
    {
        var draft = Samples.Draft("voluntary-return", Returning);
        var doubted = draft.Answers.Keys.First(k => k == "age");
        var id = await Received(draft with { Doubted = [doubted] });

        var answers = Samples.Must(await _office.Desk.Open(_amira, id.ToString(), default)).Answers;

        Assert.Equal([doubted], answers.Where(a => a.Doubted).Select(a => a.Path));
        Assert.True(answers.Length > 1);
    }

    [Fact]
    public async Task Who_helped_the_person_to_write_stands_beside_the_consent()
    {
        var draft = Samples.Draft("voluntary-return", Returning);
        var id = await Received(draft with { Consent = draft.Consent with { Helper = HelperRole.Friend } });

        Assert.Equal(HelperRole.Friend, Samples.Must(await _office.Desk.Open(_amira, id.ToString(), default)).Consent!.Helper);
    }

    [Fact]
    public async Task An_interview_at_the_desk_is_the_same_dialog_and_consent_is_oral()
    {
        var begun = Samples.Must(await _office.Desk.StartInterview(_amira, new InterviewStart(Locale.English, "ly", "talk", new Spoken(SpokenWay.Phone, Interpreter: true)), default));
        var step = 0;
        async Task<InterviewDto> Says(string? text = null, string? choice = null, GlobalWord? word = null) =>
            Samples.Must(await _office.Desk.StepInterview(_amira, begun.Interview, new InterviewStep($"{++step}", text, choice, null, word), default));

        await Says(choice: "yes");
        await Says(text: "My wife is ill.");
        for (var last = begun; last.Replies.All(r => r.Kind != ReplyKind.Summary);)
            last = await Says(word: GlobalWord.Skip);
        var sent = await Says(choice: "send");

        var row = Assert.Single(Samples.Must(await _office.Desk.Queue(_amira, new QueueRequest(), default)).Rows);
        Assert.Equal(("staff", "talk"), (row.Channel, row.Programme));
        var consent = Samples.Must(await _office.Desk.Open(_amira, row.Reference, default)).Consent!;
        Assert.Equal((true, new Spoken(SpokenWay.Phone, Interpreter: true), Locale.English, 8), (consent.Oral, consent.Spoken, consent.Language, consent.Text.Length));
        Assert.Equal((row.Reference, true), (sent.HandOver!.Reference, ContinueCode.Looks(sent.HandOver.Code)));
        var again = Samples.Must(await _office.Desk.StepInterview(_amira, begun.Interview, new InterviewStep($"{step}", Choice: "send"), default));
        Assert.Equal(sent.HandOver, again.HandOver);                           // the link broke: the same again, not a second code
        Assert.Null((await Says(word: GlobalWord.Menu)).HandOver);
    }

    [Fact]
    public async Task The_code_handed_over_goes_on_elsewhere_and_consent_there_is_no_longer_by_word_of_mouth()
    {
        var begun = Samples.Must(await _office.Desk.StartInterview(_amira, new InterviewStart(Locale.English, "ly", "talk", new Spoken(SpokenWay.Present)), default));
        var step = 0;
        async Task<InterviewDto> Says(string? text = null, string? choice = null, GlobalWord? word = null) =>
            Samples.Must(await _office.Desk.StepInterview(_amira, begun.Interview, new InterviewStep($"{++step}", text, choice, null, word), default));
        await Says(choice: "yes");
        await Says(text: "My wife is ill.");
        for (var last = begun; last.Replies.All(r => r.Kind != ReplyKind.Summary);)
            last = await Says(word: GlobalWord.Skip);
        var code = (await Says(choice: "send")).HandOver!.Code;

        await _office.Says("hana", new Input.Opened(Locale.English, "ly"));
        await _office.Says("hana", new Input.Command(GlobalWord.Continue));
        await _office.Says("hana", new Input.Text(code));

        var state = await _office.StateOf("hana");
        Assert.Single(state.Sent);
        Assert.Null(state.Spoken);
    }

    [Fact]
    public async Task An_interview_says_how_staff_and_the_person_talk() =>
        Assert.Equal(3060, (await _office.Desk.StartInterview(_amira, new InterviewStart(Locale.English, "ly", "talk", null), default)).Problems[0].Code);

    [Fact]
    public async Task Each_sensitive_answer_is_opened_alone_and_the_chain_notes_who_opened_which()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no; health=pregnant medicine");
        var dan = await _office.Is("dan", StaffRole.DataProtectionReviewer);

        var health = Samples.Must(await _office.Desk.OpenAnswer(_amira, id.ToString(), new OpenAnswerRequest("health"), default));

        Assert.StartsWith("Pregnant", health.Answer, StringComparison.Ordinal);
        Assert.Equal([$"staff/{_amira.Account.Id.Value} opened-answer health {id}"], Audit("opened-answer"));
        Assert.Equal(3012, (await _office.Desk.OpenAnswer(_amira, id.ToString(), new OpenAnswerRequest("no such answer"), default)).Problems[0].Code);
        Assert.Equal(3012, (await _office.Desk.OpenAnswer(dan, id.ToString(), new OpenAnswerRequest("health"), default)).Problems[0].Code);
        Assert.Single(Audit("opened-answer"));
    }

    [Fact]
    public async Task What_is_closed_is_listed_the_newest_first_page_by_page()
    {
        var ids = new List<string>();
        foreach (var i in Enumerable.Range(0, 3))
        {
            ids.Insert(0, (await _office.Asks($"person {i}", "talk", "message=My wife is ill")).ToString());
            await _office.Desk.SetStatus(_amira, ids[0], new StatusRequest(ReferralStatus.Closed, "helped"), default);
            _office.Clock.Now += TimeSpan.FromMinutes(1);
        }
        await _office.Asks("still open", "talk", "message=My wife is ill");

        var first = Samples.Must(await _office.Desk.Queue(_amira, new QueueRequest("closed", Take: 2), default));
        var second = Samples.Must(await _office.Desk.Queue(_amira, new QueueRequest("closed", Take: 2, After: first.Next), default));

        Assert.Equal(ids, [.. first.Rows.Concat(second.Rows).Select(r => r.Reference)]);
        Assert.All(first.Rows, r => Assert.NotNull(r.Closed));
        _office.Clock.Now += TimeSpan.FromDays(91);
        Assert.Empty(Samples.Must(await _office.Desk.Queue(_amira, new QueueRequest("closed"), default)).Rows);
    }

    [Fact]
    public async Task What_a_broken_link_repeats_is_kept_once()
    {
        var id = (await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=yes")).ToString();
        foreach (var _ in (int[])[1, 2])
        {
            Samples.Must(await _office.Desk.Note(_lena, id, new NoteRequest("called the clinic", "d-1"), default));
            Samples.Must(await _office.Desk.SetPriority(_lena, id, new PriorityRequest(Priority.Critical, "bleeding", "d-2"), default));
            Samples.Must(await _office.Desk.OpenReturnLock(_lena, id, new UnlockRequest("talked twice", "d-3"), default));
            Samples.Must(await _office.Desk.SetStatus(_lena, id, new StatusRequest(ReferralStatus.Closed, "helped", "d-4"), default));
        }

        var kinds = Samples.Must(await _office.Desk.Open(_lena, id, default)).Timeline.Select(e => e.Kind);

        Assert.Equal(["received", "prioritised", "noted", "prioritised", "lock-opened", "status"], kinds);
    }

    [Fact]
    public async Task A_colleague_cannot_go_on_with_somebody_elses_interview()
    {
        var begun = Samples.Must(await _office.Desk.StartInterview(_amira, new InterviewStart(Locale.English, "ly", "talk", new Spoken(SpokenWay.Present)), default));

        var other = Samples.Must(await _office.Desk.StepInterview(_lena, begun.Interview, new InterviewStep("1", Choice: "yes"), default));

        Assert.DoesNotContain(other.Replies, r => r.Kind == ReplyKind.Ask);
    }

    [Fact]
    public async Task An_alert_is_acknowledged_and_answered_where_it_came_from()
    {
        await _office.Says("musa", new Input.Opened(Locale.English, "ly"));
        await _office.Says("musa", new Input.Command(GlobalWord.Danger));

        var alert = Assert.Single(Samples.Must(await _office.Desk.Alerts(_amira, default)).Alerts);
        Assert.Equal((UrgentKind.Danger, "ly", false, true), (alert.Kind, alert.Place, alert.Acknowledged, alert.CanReply));
        Assert.Equal(TimeSpan.FromHours(2), alert.At.Offset);                  // the clock of Tripoli
        var after = Samples.Must(await _office.Desk.AnswerAlert(_amira, alert.Number, new ReplyRequest("1", "We see you. Where are you?", Locale.English), default));

        Assert.Equal((true, "amira"), (after.Alerts[0].Acknowledged, after.Alerts[0].AcknowledgedBy));
        var chat = await _office.Conversations.Recent(await _office.ConversationOf("musa"), 10, default);
        Assert.Contains(chat.SelectMany(r => r), r => r.Kind == ReplyKind.Staff);
    }

    [Fact]
    public async Task An_editor_sees_no_referral_but_unanswered_questions()
    {
        var editor = await _office.Is("ed", StaffRole.Editor);
        var id = await _office.Asks("hana", "talk", "message=My wife is ill");

        Assert.Equal(3012, (await _office.Desk.Queue(editor, new QueueRequest(), default)).Problems[0].Code);
        Assert.Equal(3012, (await _office.Desk.Open(editor, id.ToString(), default)).Problems[0].Code);
        Assert.True((await _office.Desk.Unanswered(editor, default)).Ok);
    }

    [Fact]
    public async Task Another_offices_referral_is_not_there()
    {
        var berlin = await _office.Is("bea", StaffRole.CaseWorker, "de");
        var id = await _office.Asks("hana", "talk", "message=My wife is ill");

        Assert.Empty(Samples.Must(await _office.Desk.Queue(berlin, new QueueRequest(), default)).Rows);
        Assert.Equal(3002, (await _office.Desk.Open(berlin, id.ToString(), default)).Problems[0].Code);
        Assert.Equal(3002, (await _office.Desk.Claim(berlin, id.ToString(), default)).Problems[0].Code);
    }

    [Fact]
    public async Task A_data_protection_reviewer_sees_rows_without_the_person_and_may_erase()
    {
        var reviewer = await _office.Is("dan", StaffRole.DataProtectionReviewer);
        var id = await _office.Asks("hana", "talk", "message=My wife is ill; called=Hana");

        var row = Assert.Single(Samples.Must(await _office.Desk.Queue(reviewer, new QueueRequest(), default)).Rows);
        var opened = Samples.Must(await _office.Desk.Open(reviewer, id.ToString(), default));

        Assert.Null(row.Called);
        Assert.Equal((null, null, 0), (opened.Person, opened.Contact, opened.Answers.Length));
        Assert.All(opened.Timeline, e => Assert.Null(e.Text));
        Assert.True(Samples.Must(await _office.Desk.Erase(reviewer, id.ToString(), default)));
        Assert.Equal(3002, (await _office.Desk.Open(_amira, id.ToString(), default)).Problems[0].Code);
    }

    private string[] Audit(string action) => _office.Database.Read(c =>
    {
        using var rows = Content.Storage.StoreConnectionExtensions.Prepare(c, "SELECT actor || ' ' || action || ' ' || subject FROM audit ORDER BY seq");
        var all = new List<string>();
        while (rows.Next())
            all.Add(rows.Text(0));
        return all.Where(a => a.Contains(action, StringComparison.Ordinal)).ToArray();
    });

    private const string Returning = "danger_now=no; age=18_59; afraid=no; pressure=no";

    /// <summary>A request to go back, sent from the conversation of somebody.</summary>
    private async Task<ReferralId> Return(string person)
    {
        await _office.Says(person, new Input.Opened(Locale.English, "ly"));
        return await Received(Samples.Draft("voluntary-return", Returning), await _office.ConversationOf(person));
    }

    private async Task<ReferralId> Received(ReferralDraft draft, ConversationId? from = null)
    {
        var conversation = from ?? new ConversationId(Guid.NewGuid());
        return await _office.Referrals.Receive(new NewReferral(draft, new Origin(conversation, "web"), Samples.Judge(draft), Samples.Now, new EffectId(conversation, 900, 0)), default);
    }

    private string[] Actions() => _office.Database.Read(c =>
    {
        using var rows = Content.Storage.StoreConnectionExtensions.Prepare(c, "SELECT action FROM audit ORDER BY seq");
        var all = new List<string>();
        while (rows.Next())
            all.Add(rows.Text(0));
        return all.ToArray();
    });
}
