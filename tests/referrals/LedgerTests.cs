using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Referrals.Tests;

public class LedgerTests
{
    private static readonly Actor.Staff Amira = new(new StaffId(3), StaffRole.CaseWorker);
    private static readonly Actor.Staff Omar = new(new StaffId(4), StaffRole.CaseWorker);
    private static readonly Actor.Staff Boss = new(new StaffId(5), StaffRole.Coordinator);
    private static readonly Actor.Staff Lena = new(new StaffId(6), StaffRole.ProtectionReviewer);

    [Theory]
    [InlineData("a new one may be claimed", ReferralStatus.Received, ReferralStatus.Claimed, true)]
    [InlineData("a new one is not in progress before somebody has it", ReferralStatus.Received, ReferralStatus.InProgress, false)]
    [InlineData("a claimed one may wait for the person", ReferralStatus.Claimed, ReferralStatus.WaitingForPerson, true)]
    [InlineData("a claimed one may go back to the queue", ReferralStatus.Claimed, ReferralStatus.Received, true)]
    [InlineData("one in progress may be referred on", ReferralStatus.InProgress, ReferralStatus.ReferredOn, true)]
    [InlineData("one referred on may come back", ReferralStatus.ReferredOn, ReferralStatus.InProgress, true)]
    [InlineData("a closed one may be opened again", ReferralStatus.Closed, ReferralStatus.Received, true)]
    [InlineData("a closed one is not referred on", ReferralStatus.Closed, ReferralStatus.ReferredOn, false)]
    [InlineData("a person may withdraw even a closed one", ReferralStatus.Closed, ReferralStatus.Withdrawn, true)]
    [InlineData("a withdrawn one stays withdrawn", ReferralStatus.Withdrawn, ReferralStatus.Received, false)]
    public void Follows_the_table(string why, ReferralStatus from, ReferralStatus to, bool allowed) =>
        Assert.True(Lifecycle.CanGo(from, to) == allowed, why);

    [Theory]
    [InlineData("nobody has it", ReferralStatus.Received, NeutralStatus.Received)]
    [InlineData("somebody has it", ReferralStatus.Claimed, NeutralStatus.InHands)]
    [InlineData("another agency has it, which is not told", ReferralStatus.ReferredOn, NeutralStatus.InHands)]
    [InlineData("they wait for the person", ReferralStatus.WaitingForPerson, NeutralStatus.WaitingForYou)]
    [InlineData("withdrawn looks like closed", ReferralStatus.Withdrawn, NeutralStatus.Closed)]
    public void A_reference_tells_neutral_status_only(string why, ReferralStatus status, NeutralStatus told) =>
        Assert.True(Lifecycle.Neutral(status) == told, why);

    [Fact]
    public void A_claim_of_a_colleague_stands_but_a_coordinator_may_take_over()
    {
        var claimed = Do(Samples.Referral(), Amira, new ReferralCommand.Claim());

        Assert.Equal(3011, Refused(claimed, Omar, new ReferralCommand.Claim()));
        Assert.Equal(claimed.Version, Do(claimed, Amira, new ReferralCommand.Claim()).Version);
        Assert.Equal(Boss.Id, Do(claimed, Boss, new ReferralCommand.Claim()).Assignee);
    }

    [Fact]
    public void Released_goes_back_to_the_queue()
    {
        var released = Do(Do(Samples.Referral(), Amira, new ReferralCommand.Claim()), Amira, new ReferralCommand.Release());

        Assert.Equal((ReferralStatus.Received, null), (released.Status, released.Assignee));
    }

    [Fact]
    public void Closing_and_changing_the_priority_need_a_reason()
    {
        var referral = Do(Samples.Referral(), Amira, new ReferralCommand.Claim());

        Assert.Equal(3015, Refused(referral, Amira, new ReferralCommand.SetStatus(ReferralStatus.Closed, " ")));
        Assert.Equal(3015, Refused(referral, Amira, new ReferralCommand.SetPriority(Priority.Low, "")));
        Assert.Equal(ReferralStatus.Closed, Do(referral, Amira, new ReferralCommand.SetStatus(ReferralStatus.Closed, "helped")).Status);
    }

    [Fact]
    public void Another_priority_keeps_the_rules_and_counts_from_now()
    {
        var raised = Do(Samples.Referral("talk"), Amira, new ReferralCommand.SetPriority(Priority.Critical, "called in tears"));

        Assert.Equal((Priority.Critical, Samples.Now.AddHours(1)), (raised.Priority, raised.Due));
        Assert.Contains(raised.Rules, r => r.Id == "asks-person");
    }

    [Theory]
    [InlineData("a case worker cannot open the return lock", StaffRole.CaseWorker, "talked", 3012)]
    [InlineData("a coordinator cannot either", StaffRole.Coordinator, "talked", 3012)]
    [InlineData("protection staff need a reason", StaffRole.ProtectionReviewer, "", 3015)]
    [InlineData("with one they open it", StaffRole.ProtectionReviewer, "talked twice", 0)]
    public void Only_protection_staff_open_the_return_lock(string why, StaffRole role, string reason, int problem)
    {
        var locked = Samples.Referral(locked: true);

        var decided = ReferralLedger.Decide(locked, Act(new Actor.Staff(new StaffId(9), role), new ReferralCommand.OpenReturnLock(reason)));

        Assert.True((decided.Ok ? 0 : decided.Problems[0].Code) == problem, why);
    }

    [Fact]
    public void A_locked_one_is_not_referred_on_and_a_return_not_before_counselling()
    {
        var locked = Do(Samples.Referral(locked: true), Amira, new ReferralCommand.Claim());
        var returning = Do(Samples.Referral("voluntary-return", "afraid=no; pressure=no"), Amira, new ReferralCommand.Claim());

        Assert.Equal(3013, Refused(locked, Amira, new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, "to the clinic")));
        Assert.Equal(3014, Refused(returning, Amira, new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, "to the airline")));
    }

    [Fact]
    public void An_answer_in_another_language_says_that_it_is_untranslated()
    {
        var referral = Samples.Referral();

        Assert.Equal(3016, Refused(referral, Amira, new ReferralCommand.TellPerson("bonjour", Locale.French, Untranslated: false)));
        var told = Do(referral, Amira, new ReferralCommand.TellPerson("bonjour", Locale.French, Untranslated: true));
        Assert.Equal((ReferralStatus.InProgress, Amira.Id), (told.Status, told.Assignee));
        Assert.Contains(told.Entries, e => e.Event is ReferralEvent.MessageToPerson { Untranslated: true });
    }

    [Fact]
    public void A_person_who_writes_is_waiting_until_somebody_answers()
    {
        var heard = Do(Samples.Referral(), new Actor.Person(), new ReferralCommand.HearPerson("is anybody there?", Locale.English));

        Assert.True(heard.Waiting);
        Assert.Equal(Samples.Now.AddHours(1), heard.LastFromPerson);
        Assert.False(Do(heard, Amira, new ReferralCommand.TellPerson("yes", Locale.English, false)).Waiting);
    }

    [Fact]
    public void A_person_who_writes_to_a_closed_referral_opens_it_again()
    {
        var closed = Do(Samples.Referral(), Boss, new ReferralCommand.SetStatus(ReferralStatus.Closed, "no answer"));

        Assert.Equal(ReferralStatus.Received, Do(closed, new Actor.Person(), new ReferralCommand.HearPerson("I am here", Locale.English)).Status);
    }

    [Fact]
    public void A_child_is_contacted_by_protection_staff_only()
    {
        var child = Do(Samples.Referral("child", "child_company=alone"), Lena, new ReferralCommand.Claim());

        Assert.Equal(3012, Refused(child, Amira, new ReferralCommand.RecordContact(ContactWay.Call, Reached: true)));
        Assert.Equal(ReferralStatus.InProgress, Do(child, Lena, new ReferralCommand.RecordContact(ContactWay.Call, Reached: true)).Status);
    }

    [Fact]
    public void Withdrawn_leaves_the_queue_now_and_can_be_read_for_a_day()
    {
        var withdrawn = Do(Samples.Referral(), new Actor.Person(), new ReferralCommand.Withdraw());

        Assert.Equal((ReferralStatus.Withdrawn, Samples.Now.AddHours(25)), (withdrawn.Status, withdrawn.EraseAfter));
        Assert.Equal(3010, Refused(withdrawn, Amira, new ReferralCommand.TellPerson("come back", Locale.English, false)));
        Assert.Equal(withdrawn.Version, Do(withdrawn, new Actor.Person(), new ReferralCommand.Withdraw()).Version);
    }

    [Fact]
    public void A_referral_has_an_end()
    {
        var long_ = Enumerable.Range(0, ReferralLedger.MostEntries - 2).Aggregate(Samples.Referral(), (r, _) => Do(r, Amira, new ReferralCommand.AddNote("x")));

        Assert.Equal(3019, Refused(long_, Amira, new ReferralCommand.AddNote("x")));
        Assert.Equal(ReferralStatus.Withdrawn, Do(long_, new Actor.Person(), new ReferralCommand.Withdraw()).Status);
    }

    [Fact]
    public void Nothing_a_person_said_is_in_the_text_of_a_record()
    {
        var referral = Do(Samples.Referral("stranded", "called=Planted; contact_way=call; contact_number=+21855"), Amira, new ReferralCommand.AddNote("Planted"));
        object[] records = [referral, referral.Draft, referral.Draft.Person, referral.Draft.Person.Contact, referral.Entries[0], referral.Entries[^1], QueueRows.Of(referral), new ReferralCommand.AddNote("Planted"), new AlertDetail(referral.Origin, "Planted")];

        Assert.All(records, r => Assert.DoesNotContain("Planted", r.ToString(), StringComparison.Ordinal));
        Assert.All(records, r => Assert.DoesNotContain("+21855", r.ToString(), StringComparison.Ordinal));
    }

    private static ReferralAct Act(Actor by, ReferralCommand command) => new(command, by, Samples.Now.AddHours(1));

    private static Referral Do(Referral referral, Actor by, ReferralCommand command)
    {
        var act = Act(by, command);
        return ReferralLedger.Apply(referral, act, Samples.Must(ReferralLedger.Decide(referral, act)));
    }

    private static int Refused(Referral referral, Actor by, ReferralCommand command) => ReferralLedger.Decide(referral, Act(by, command)).Problems[0].Code;
}
