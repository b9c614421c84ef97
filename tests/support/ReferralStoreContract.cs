using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Triage;
using Xunit;

namespace Outreach.Tests.Support;

/// <summary>What holds for every referral store, whatever it keeps its rows in.</summary>
public abstract class ReferralStoreContract : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    protected static readonly Actor.Staff Amira = new(new StaffId(3), StaffRole.CaseWorker);
    protected static readonly Actor.Staff Lena = new(new StaffId(4), StaffRole.ProtectionReviewer);
    private int _effects;

    protected IReferralStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await Open();

    public abstract Task DisposeAsync();

    protected abstract Task<IReferralStore> Open();

    [Fact]
    public async Task What_was_received_is_loaded_whole()
    {
        var sent = New(Priority.High, called: "Musa", place: "ly");

        var found = await Find(await Store.Receive(sent, default));

        Assert.Equal("Musa", found.Draft.Person.Called);
        Assert.Equal("+218911234567", found.Draft.Person.Contact.Number);
        Assert.Equal([DayPart.Morning, DayPart.Evening], found.Draft.Person.Contact.Hours.AsEnumerable());
        Assert.Equal("pregnant illness", found.Draft.Answers["health"]);
        Assert.Equal((Priority.High, Start + TimeSpan.FromHours(48), ReferralStatus.Received, 2), (found.Priority, found.Due, found.Status, found.Version));
        Assert.Equal(sent.Origin, found.Origin);
        Assert.Equal(("hash", Locale.Persian), (found.Draft.Consent.TextHash, found.Draft.Consent.Language));
        Assert.Equal(["pregnant", "any"], found.Rules.Select(r => r.Id));
    }

    [Fact]
    public async Task The_same_effect_again_gives_the_same_reference_and_one_referral()
    {
        var sent = New(Priority.Low);

        var first = await Store.Receive(sent, default);
        var again = await Store.Receive(sent with { At = Start.AddHours(1) }, default);

        Assert.Equal(first, again);
        Assert.Single(await Rows(new QueueView()));
        Assert.Equal(1, Store.Counts().Sum(c => c.Open));
    }

    [Fact]
    public async Task Two_effects_are_two_referrals_with_different_references() =>
        Assert.NotEqual(await Store.Receive(New(Priority.Low), default), await Store.Receive(New(Priority.Low), default));

    [Fact]
    public async Task The_number_on_a_slip_is_kept()
    {
        var slip = ReferralId.Random();
        var sent = New(Priority.Low) with { Slip = slip };

        Assert.Null(await Store.Find(sent.Effect, default));
        Assert.Equal(slip, await Store.Receive(sent, default));
        Assert.Equal(slip, await Store.Find(sent.Effect, default));
        Assert.Equal(2, (await Find(slip)).Version);
    }

    [Theory]
    [InlineData("the number belongs to a request in the queue", false)]
    [InlineData("the number belonged to a request that was erased", true)]
    public async Task A_number_that_another_request_has_is_never_taken_over_and_staff_read_which_one_the_person_holds(string why, bool erased)
    {
        var other = New(Priority.Low, called: "other");
        var taken = await Store.Receive(other, default);
        if (erased)
            await Store.Erase(taken, Lena, Start, default);

        var id = await Store.Receive(New(Priority.Low, called: "late") with { Slip = taken }, default);

        Assert.True(id != taken, why);
        Assert.Equal("late", (await Find(id)).Draft.Person.Called);
        Assert.Contains((await Find(id)).Entries, e => e.Event is ReferralEvent.HoldsOtherSlip(var slip) && slip == taken);
        Assert.Equal(erased ? null : "other", (await Store.Load(taken, default))?.Draft.Person.Called);
    }

    [Fact]
    public async Task What_a_person_took_back_leaves_the_queue_whether_it_came_before_or_after()
    {
        var (before, after) = (New(Priority.High), New(Priority.High));
        var act = new ReferralAct(new ReferralCommand.Withdraw(), new Actor.Person(), Start, "take-back");
        var id = await Store.Receive(before, default);

        Assert.True(await Store.TakeBack(before.Effect, act, default));
        Assert.True(await Store.TakeBack(after.Effect, act, default));
        await Store.Receive(after, default);

        Assert.Empty(await Rows(new QueueView()));
        Assert.Empty(Store.Counts());
        Assert.Equal(ReferralStatus.Withdrawn, (await Find(id)).Status);
        Assert.False(await Store.TakeBack(before.Effect, act, default));
        Assert.False(await Store.TakeBack(after.Effect, act, default));
    }

    [Fact]
    public async Task An_unknown_reference_is_null_and_acts_on_it_are_refused()
    {
        Assert.Null(await Store.Load(ReferralId.Random(), default));
        Assert.Equal(3002, (await Store.Act(ReferralId.Random(), Act(new ReferralCommand.Claim()), default)).Problems[0].Code);
    }

    [Fact]
    public async Task What_is_done_is_there_after_loading_again()
    {
        var id = await Store.Receive(New(Priority.High), default);

        await Do(id, new ReferralCommand.Claim());
        await Do(id, new ReferralCommand.AddNote("met at the blue desk"));
        var told = await Do(id, new ReferralCommand.TellPerson("ما فردا می‌آییم", Locale.Persian, false));

        var found = await Find(id);
        Assert.Equal(told.Version, found.Version);
        Assert.Equal((ReferralStatus.InProgress, Amira.Id), (found.Status, found.Assignee));
        Assert.Contains(found.Entries, e => e.Event is ReferralEvent.Noted("met at the blue desk"));
        Assert.Contains(found.Entries, e => e.Event is ReferralEvent.MessageToPerson("ما فردا می‌آییم", _, false) && e.By == Amira);
        Assert.Equal(Enumerable.Range(1, found.Version), found.Entries.Select(e => e.Number));
    }

    [Fact]
    public async Task A_refused_act_changes_nothing()
    {
        var id = await Store.Receive(New(Priority.High), default);

        Assert.False((await Store.Act(id, Act(new ReferralCommand.OpenReturnLock("talked")), default)).Ok);

        Assert.Equal(2, (await Find(id)).Version);
    }

    [Fact]
    public async Task An_act_with_a_name_happens_once()
    {
        var id = await Store.Receive(New(Priority.High), default);
        var act = Act(new ReferralCommand.AddNote("once")) with { Once = "note 1" };

        await Store.Act(id, act, default);
        var again = await Store.Act(id, act, default);

        Assert.True(again.Ok);
        Assert.Single((await Find(id)).Entries, e => e.Event is ReferralEvent.Noted);
    }

    [Fact]
    public async Task Many_acts_at_once_all_count()
    {
        var id = await Store.Receive(New(Priority.High), default);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () => await Do(id, new ReferralCommand.AddNote($"note {i}")))));

        Assert.Equal(42, (await Find(id)).Version);
    }

    [Fact]
    public async Task The_queue_puts_who_needs_help_first_on_top_and_then_who_is_due_first()
    {
        var low = await Store.Receive(New(Priority.Low), default);
        var laterHigh = await Store.Receive(New(Priority.High, at: Start.AddHours(2)), default);
        var high = await Store.Receive(New(Priority.High), default);
        var critical = await Store.Receive(New(Priority.Critical, at: Start.AddHours(3)), default);

        Assert.Equal([critical, high, laterHigh, low], (await Rows(new QueueView())).Select(r => r.Id));
    }

    [Fact]
    public async Task A_row_shows_what_sorts_it_and_its_short_summary()
    {
        var id = await Store.Receive(New(Priority.High, called: "Musa", place: "ly"), default);
        await Do(id, new ReferralCommand.Claim());
        await Store.Act(id, new ReferralAct(new ReferralCommand.HearPerson("?", Locale.Persian), new Actor.Person(), Start), default);

        var row = Assert.Single(await Rows(new QueueView()));

        Assert.Equal(("Musa", "ly", "stranded", Amira.Id), (row.Summary.Called, row.Region, row.Programme, row.Assignee));
        Assert.Equal(["pregnant", "any"], row.Summary.Why.AsEnumerable());
        Assert.True(row.Summary.Waiting);
    }

    [Fact]
    public async Task Views_show_what_they_say()
    {
        var ly = await Store.Receive(New(Priority.High, place: "ly"), default);
        var de = await Store.Receive(New(Priority.High, place: "de"), default);
        var complaint = await Store.Receive(New(Priority.High, place: "de", queue: QueueName.Complaints), default);
        await Do(de, new ReferralCommand.Claim());

        Assert.Equal([ly], await Ids(new QueueView { Regions = ["ly"] }));
        Assert.Equal(2, (await Ids(new QueueView { Regions = ["ly", "de"] })).Length);
        Assert.Equal([de], await Ids(new QueueView { Assignee = Amira.Id }));
        Assert.Equal([ly], await Ids(new QueueView { Unassigned = true }));
        Assert.Equal([de], await Ids(new QueueView { Status = ReferralStatus.Claimed }));
        Assert.Equal([complaint], await Ids(new QueueView { Queue = QueueName.Complaints, NotRegions = ["ly"] }));
        Assert.Empty(await Ids(new QueueView { Queue = QueueName.Complaints, NotRegions = ["de"] }));
        Assert.Empty(await Ids(new QueueView { Programme = "talk" }));
        Assert.Empty(await Ids(new QueueView { DueBefore = Start.AddHours(47) }));
        Assert.Equal(2, (await Ids(new QueueView { DueBefore = Start.AddHours(49) })).Length);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var all = new HashSet<ReferralId>();
        foreach (var i in Enumerable.Range(0, 23))
            all.Add(await Store.Receive(New((Priority)(i % 4 + 1), at: Start.AddMinutes(i % 3)), default));

        var seen = new List<ReferralId>();
        QueueCursor? after = null;
        do
        {
            var page = await Store.Queue(new QueueView(), after, 5, default);
            seen.AddRange(page.Rows.Select(r => r.Id));
            after = page.Next;
        }
        while (after is not null && seen.Count < 100);

        Assert.Equal(23, seen.Count);
        Assert.True(all.SetEquals(seen));
    }

    [Fact]
    public async Task Closed_and_withdrawn_ones_leave_queue_and_counts()
    {
        var closed = await Store.Receive(New(Priority.High), default);
        var withdrawn = await Store.Receive(New(Priority.High), default);
        var open = await Store.Receive(New(Priority.Critical), default);
        await Do(closed, new ReferralCommand.SetStatus(ReferralStatus.Closed, "helped"));
        await Store.Act(withdrawn, new ReferralAct(new ReferralCommand.Withdraw(), new Actor.Person(), Start), default);
        await Do(open, new ReferralCommand.Claim());

        Assert.Equal([open], await Ids(new QueueView()));
        Assert.Equal([new QueueCount(QueueName.Team, "world", Priority.Critical, 1, 0)], Store.Counts().AsEnumerable());
    }

    [Fact]
    public async Task Closed_ones_are_listed_the_newest_first_since_a_day_and_follow_each_other_page_by_page()
    {
        ReferralId[] closed = [];
        foreach (var i in Enumerable.Range(0, 7))
        {
            closed = [await Store.Receive(New((Priority)(i % 4 + 1), place: "ly"), default), .. closed];
            await Store.Act(closed[0], new ReferralAct(new ReferralCommand.SetStatus(ReferralStatus.Closed, "helped"), Amira, Start.AddDays(i)), default);
        }
        var elsewhere = await Store.Receive(New(Priority.High, place: "de"), default);
        await Store.Act(elsewhere, new ReferralAct(new ReferralCommand.Withdraw(), new Actor.Person(), Start.AddDays(9)), default);
        await Store.Receive(New(Priority.Critical, place: "ly"), default);
        var view = new QueueView { ClosedSince = Start.AddDays(2), Regions = ["ly"] };

        var seen = new List<ReferralId>();
        QueueCursor? after = null;
        do
        {
            var page = await Store.Queue(view, after, 2, default);
            seen.AddRange(page.Rows.Select(r => r.Id));
            after = page.Next;
        }
        while (after is not null && seen.Count < 100);

        Assert.Equal(closed.Take(5), seen);
        Assert.Equal(closed.Prepend(elsewhere), await Ids(new QueueView { ClosedSince = Start }));
        Assert.Equal(Start.AddDays(9), (await Rows(new QueueView { ClosedSince = Start }))[0].Closed);
        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => Start.AddDays(i)), (await Rows(new QueueView { ClosedSince = Start, Regions = ["ly"] })).Select(r => r.Closed!.Value));
    }

    [Fact]
    public async Task Closed_in_the_same_moment_no_page_loses_one()
    {
        var all = new HashSet<ReferralId>();
        foreach (var _ in Enumerable.Range(0, 5))
            all.Add(await Store.Receive(New(Priority.High), default));
        foreach (var id in all)
            await Do(id, new ReferralCommand.SetStatus(ReferralStatus.Closed, "helped"));

        var first = await Store.Queue(new QueueView { ClosedSince = Start }, null, 3, default);
        var second = await Store.Queue(new QueueView { ClosedSince = Start }, first.Next, 3, default);

        Assert.True(all.SetEquals(first.Rows.Concat(second.Rows).Select(r => r.Id)));
        Assert.Equal((3, 2, null), (first.Rows.Length, second.Rows.Length, second.Next));
    }

    [Fact]
    public async Task A_withdrawn_one_can_be_read_for_a_day_and_is_then_destroyed()
    {
        var id = await Store.Receive(New(Priority.High), default);
        await Store.Act(id, new ReferralAct(new ReferralCommand.Withdraw(), new Actor.Person(), Start), default);

        Assert.Equal(0, await Store.EraseDue(Start.AddHours(23), default));
        Assert.NotNull(await Store.Load(id, default));
        Assert.Equal(1, await Store.EraseDue(Start.AddHours(24), default));
        Assert.Null(await Store.Load(id, default));
    }

    [Fact]
    public async Task A_closed_one_is_destroyed_after_90_days_unless_it_was_opened_again()
    {
        var closed = await Store.Receive(New(Priority.High), default);
        var reopened = await Store.Receive(New(Priority.High), default);
        await Do(closed, new ReferralCommand.SetStatus(ReferralStatus.Closed, "helped"));
        await Do(reopened, new ReferralCommand.SetStatus(ReferralStatus.Closed, "helped"));
        await Store.Act(reopened, new ReferralAct(new ReferralCommand.HearPerson("again", Locale.Persian), new Actor.Person(), Start), default);

        Assert.Equal(1, await Store.EraseDue(Start.AddDays(90), default));

        Assert.Null(await Store.Load(closed, default));
        Assert.Equal([reopened], await Ids(new QueueView()));
    }

    [Fact]
    public async Task What_is_erased_is_gone_for_good()
    {
        var sent = New(Priority.High);
        var id = await Store.Receive(sent, default);
        await Do(id, new ReferralCommand.TellPerson("x", Locale.Persian, false));

        Assert.True(await Store.Erase(id, Lena, Start, default));

        Assert.Null(await Store.Load(id, default));
        Assert.Empty(await Rows(new QueueView()));
        Assert.Empty(Store.Counts());
        Assert.Empty(await Store.Deliveries(10, default));
        Assert.False(await Store.Erase(id, Lena, Start, default));
        Assert.Equal(id, await Store.Receive(sent, default));                  // a late repeat does not bring it back
        Assert.Null(await Store.Load(id, default));
    }

    [Fact]
    public async Task Messages_to_the_person_and_opened_locks_wait_until_they_are_delivered()
    {
        var id = await Store.Receive(New(Priority.High, locked: true), default);
        await Do(id, new ReferralCommand.AddNote("not delivered"));
        await Do(id, new ReferralCommand.TellPerson("hello", Locale.Persian, false));
        await Store.Act(id, new ReferralAct(new ReferralCommand.OpenReturnLock("talked twice"), Lena, Start), default);

        var waiting = await Store.Deliveries(10, default);

        var referral = await Find(id);
        Assert.Equal([typeof(ReferralEvent.MessageToPerson), typeof(ReferralEvent.ReturnLockOpened)], waiting.Select(d => referral.Entries[d.Entry - 1].Event.GetType()));
        await Store.Delivered(waiting[0], default);
        Assert.Equal([waiting[1]], (await Store.Deliveries(10, default)).AsEnumerable());
    }

    protected NewReferral New(Priority priority, string? called = null, string? place = null, DateTimeOffset? at = null, QueueName queue = QueueName.Team, bool locked = false)
    {
        var conversation = new ConversationId(new Guid(++_effects, 0, 0, new byte[8]));
        var draft = new ReferralDraft
        {
            Programme = "stranded",
            Dialog = "stranded",
            Revision = "r1",
            Queue = queue,
            Region = place ?? "world",
            Language = Locale.Persian,
            Place = place,
            Answers = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("health", "pregnant illness").Add("called", called ?? ""),
            ReturnLocked = locked,
            Child = false,
            Consent = new ConsentRecord("hash", "shown", Locale.Persian, ["triage"], ["office"], Start),
            Person = new PersonSummary { Called = called, Contact = new ContactWish { Way = ContactWay.WhatsApp, Number = "+218911234567", Hours = [DayPart.Morning, DayPart.Evening] } },
        };
        var verdict = new Verdict(priority, Windows.Of(priority), [new FiredRule("pregnant", 1, priority, "pregnant"), new FiredRule("any", 1, Priority.Low, "request")]);
        return new NewReferral(draft, new Origin(conversation, "web"), verdict, at ?? Start, new EffectId(conversation, 1, 0));
    }

    protected static ReferralAct Act(ReferralCommand command) => new(command, Amira, Start);

    protected async Task<Referral> Do(ReferralId id, ReferralCommand command)
    {
        var done = await Store.Act(id, Act(command), default);
        return done.Ok ? done.Value : throw new InvalidOperationException(done.Problems[0].ToString());
    }

    protected async Task<Referral> Find(ReferralId id) => await Store.Load(id, default) ?? throw new InvalidOperationException("not there");

    private async Task<ImmutableArray<QueueRow>> Rows(QueueView view) => (await Store.Queue(view, null, 100, default)).Rows;

    private async Task<ReferralId[]> Ids(QueueView view) => [.. (await Rows(view)).Select(r => r.Id)];
}
