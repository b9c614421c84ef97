using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Referrals.Tests;

public sealed class HandlerTests : IAsyncLifetime
{
    private static readonly ConversationId Amal = new(new Guid("22222222-2222-2222-2222-222222222222"));
    private static readonly ConversationId Stranger = new(new Guid("33333333-3333-3333-3333-333333333333"));
    private readonly Workplace _office = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task What_is_sent_gets_a_reference_the_promise_of_the_office_and_its_place_in_the_queue()
    {
        var sent = Assert.IsType<EffectResult.Submitted>(await Do(1, new Effect.Submit(Samples.Submission("stranded", "health=pregnant; called=Amal"))));

        Assert.Equal((false, 72), (sent.Kept, sent.PromiseHours));
        var referral = await Find(sent.Reference);
        Assert.Equal((Priority.High, "ly", "pregnant"), (referral.Priority, referral.Draft.Region, referral.Rules[0].Id));
    }

    [Fact]
    public async Task A_repeat_after_a_crash_gives_the_same_result()
    {
        var effect = new Effect.Submit(Samples.Submission("stranded"));

        Assert.Equal(await Do(1, effect), await Do(1, effect));
        Assert.Equal(await Do(2, new Effect.IssueCode()), await Do(2, new Effect.IssueCode()));
        Assert.NotEqual(await Do(2, new Effect.IssueCode()), await Do(3, new Effect.IssueCode()));
    }

    [Fact]
    public async Task What_is_refused_has_the_number_of_the_problem() =>
        Assert.Equal(new EffectResult.Failed(3005), await Do(1, new Effect.Submit(Samples.Submission("voluntary-return", locked: true))));

    [Fact]
    public async Task A_code_is_sixteen_letters_and_leads_back()
    {
        await _office.Says("amal", new Input.Opened(Locale.English, "ly"));
        var conversation = await _office.ConversationOf("amal");

        var code = Assert.IsType<EffectResult.CodeIssued>(await _office.Handler.Handle(new EffectId(conversation, 1, 0), new Effect.IssueCode(), "web", default)).Code;

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{16}$", code);
        Assert.Equal(conversation, await _office.Conversations.FindCode(_office.Codes.OfCode(code), Samples.Now, default));
    }

    [Fact]
    public async Task A_reference_tells_neutral_status_and_an_unknown_one_nothing()
    {
        var reference = await Sent();

        Assert.Equal(new EffectResult.Status(reference, NeutralStatus.Received), await Do(2, new Effect.LookUp(ContinueCode.Normal(reference)), Stranger));
        Assert.Equal(new EffectResult.Status("ZZZZ", null), await Do(3, new Effect.LookUp("ZZZZ"), Stranger));
        Assert.Null(((EffectResult.Status)await Do(4, new Effect.LookUp(ReferralId.Random().ToString()), Stranger)).Value);
    }

    [Fact]
    public async Task Guessing_references_ends_after_twenty_tries()
    {
        var reference = await Sent();

        for (var i = 0; i < 20; i++)
            await Do(10 + i, new Effect.LookUp(ReferralId.Random().ToString()), Stranger);

        Assert.Null(((EffectResult.Status)await Do(40, new Effect.LookUp(reference), Stranger)).Value);
        Assert.NotNull(((EffectResult.Status)await Do(41, new Effect.LookUp(reference), Amal)).Value);
    }

    [Fact]
    public async Task A_message_to_staff_is_kept_once_and_says_whether_somebody_is_there()
    {
        var reference = await Sent();
        var tell = new Effect.TellStaff(reference, "it got worse", Locale.English);

        Assert.Equal(new EffectResult.Told(OnDuty: false), await Do(2, tell));
        _office.Duty.Seen(new StaffId(1), Samples.Now);
        Assert.Equal(new EffectResult.Told(OnDuty: true), await Do(2, tell));

        Assert.Single((await Find(reference)).Entries, e => e.Event is ReferralEvent.MessageFromPerson("it got worse", _));
    }

    [Fact]
    public async Task Knowing_a_reference_is_not_enough_to_write_to_it_or_take_it_back()
    {
        var reference = await Sent();

        Assert.IsType<EffectResult.Failed>(await Do(2, new Effect.TellStaff(reference, "let me in", Locale.English), Stranger));
        Assert.Equal(new EffectResult.Withdrawn(0), await Do(3, new Effect.Withdraw([reference]), Stranger));
        Assert.Equal(ReferralStatus.Received, (await Find(reference)).Status);
    }

    [Fact]
    public async Task Fear_that_is_said_later_locks_the_return_that_was_asked_for_before_and_nothing_else()
    {
        var returning = Assert.IsType<EffectResult.Submitted>(await Do(1, new Effect.Submit(Samples.Submission("voluntary-return", "afraid=no; pressure=no")))).Reference;
        var stranded = Assert.IsType<EffectResult.Submitted>(await Do(2, new Effect.Submit(Samples.Submission("stranded")))).Reference;

        await Do(3, new Effect.LockReturn([returning, stranded]), Stranger);
        Assert.False((await Find(returning)).ReturnLocked);

        await Do(4, new Effect.LockReturn([returning, stranded]));
        await Do(5, new Effect.LockReturn([returning, stranded]));

        Assert.Equal((true, false), ((await Find(returning)).ReturnLocked, (await Find(stranded)).ReturnLocked));
        Assert.Single((await Find(returning)).Entries, e => e is { Event: ReferralEvent.ReturnLocked, By: Actor.Person });
    }

    [Fact]
    public async Task Taken_back_leaves_the_queue_now_and_is_destroyed_after_a_day()
    {
        var reference = await Sent();

        Assert.Equal(new EffectResult.Withdrawn(1), await Do(2, new Effect.Withdraw([reference])));

        Assert.Empty((await _office.Referrals.Queue(new QueueView(), null, 10, default)).Rows);
        Assert.Equal(NeutralStatus.Closed, ((EffectResult.Status)await Do(3, new Effect.LookUp(reference))).Value);
        Assert.Equal(1, await _office.Referrals.EraseDue(Samples.Now.AddHours(24), default));
        Assert.Null(((EffectResult.Status)await Do(4, new Effect.LookUp(reference))).Value);
    }

    [Theory]
    [InlineData("nobody signed in", null, false)]
    [InlineData("a desk seen a minute ago", 1, true)]
    [InlineData("a desk silent for three minutes", 3, false)]
    public async Task An_alert_reaches_somebody_only_when_a_desk_is_open(string why, int? minutes, bool reached)
    {
        if (minutes is { } ago)
            _office.Duty.Seen(new StaffId(1), Samples.Now.AddMinutes(-ago));
        var alert = new Effect.Alert(UrgentKind.Danger, "ly", Locale.Arabic, null);

        Assert.True(await Do(1, alert) == new EffectResult.Alerted(reached), why);
        await Do(1, alert);

        var kept = Assert.Single(await _office.Notices.Alerts(Samples.Now, default));
        Assert.Equal((UrgentKind.Danger, "ly", Locale.Arabic), (kept.Kind, kept.Place, kept.Language));
    }

    [Fact]
    public async Task After_a_day_an_alert_no_longer_leads_to_anybody()
    {
        await Do(1, new Effect.Alert(UrgentKind.Held, "ly", Locale.English, "near the port"));

        Assert.Equal(1, await _office.Notices.ForgetDue(Samples.Now.AddHours(24), default));

        Assert.Null(Assert.Single(await _office.Notices.Alerts(Samples.Now, default)).Detail);
    }

    [Fact]
    public async Task Words_nobody_could_answer_are_shown_when_three_different_people_asked()
    {
        var note = new Effect.NoteUnanswered(Locale.English, "school bus");

        foreach (var i in (int[])[1, 1, 1, 2])
            await _office.Handler.Handle(new EffectId(new ConversationId(new Guid(i, 0, 0, new byte[8])), 1, 0), note, "web", default);
        Assert.Empty(await _office.Notices.Unanswered(3, default));
        await Do(9, note);

        Assert.Equal([new Unanswered(Locale.English, "school bus", 3)], (await _office.Notices.Unanswered(3, default)).AsEnumerable());
    }

    private ValueTask<EffectResult> Do(long version, Effect effect, ConversationId? conversation = null) =>
        _office.Handler.Handle(new EffectId(conversation ?? Amal, version, 0), effect, "web", default);

    private async Task<string> Sent() => ((EffectResult.Submitted)await Do(1, new Effect.Submit(Samples.Submission("stranded")))).Reference;

    private async Task<Referral> Find(string reference) => ReferralId.TryParse(reference, out var id) ? (await _office.Referrals.Load(id, default))! : throw new InvalidOperationException(reference);
}
