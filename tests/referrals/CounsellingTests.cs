using Outreach.Localization;

namespace Outreach.Referrals.Tests;

/// <summary>Nobody goes back before staff have recorded all of counselling, and anybody may say no at any time (DESIGN 7).</summary>
public class CounsellingTests
{
    private const string Airline = "to the airline";
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly DateOnly Tuesday = Monday.AddDays(1);
    private static readonly Actor.Staff Amira = new(new StaffId(3), StaffRole.CaseWorker);
    private static readonly Actor.Staff Omar = new(new StaffId(4), StaffRole.CaseWorker);
    private static readonly Actor.Staff Lena = new(new StaffId(6), StaffRole.ProtectionReviewer);

    /// <summary>Everything that must be recorded before a referral is referred on, in an order that works.</summary>
    private static readonly (CounsellingStep Step, string Said, DateOnly Day)[] Complete =
    [
        (CounsellingStep.Language, "ti", Monday),
        (CounsellingStep.Interpreter, "yes", Monday),
        (CounsellingStep.Risk, "safe", Monday),
        (CounsellingStep.FirstAsked, "own-wish", Monday),
        (CounsellingStep.Alternatives, "explained", Monday),
        (CounsellingStep.Fitness, "fit", Monday),
        (CounsellingStep.Documents, "have", Monday),
        (CounsellingStep.SecondAsked, "own-wish", Tuesday),
        (CounsellingStep.Decision, "goes", Tuesday),
    ];

    public static TheoryData<CounsellingStep> Needed => [.. Complete.Select(c => c.Step)];

    [Fact]
    public void A_return_with_all_of_counselling_recorded_may_be_referred_on() =>
        Assert.Equal(ReferralStatus.ReferredOn, Do(Counselled(), new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, Airline)).Status);

    [Theory]
    [MemberData(nameof(Needed))]
    public void Without_one_of_them_it_may_not_and_the_refusal_names_what_is_missing(CounsellingStep without)
    {
        var returning = Complete.Where(c => c.Step != without && (c.Step, without) != (CounsellingStep.SecondAsked, CounsellingStep.FirstAsked))
            .Aggregate(Returning(), (r, c) => Record(r, c.Step, c.Said, c.Day));

        var refused = Refused(returning, new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, Airline));

        Assert.Equal(3014, refused.Code);
        Assert.Equal(without == CounsellingStep.FirstAsked ? "FirstAsked SecondAsked" : without.ToString(), refused.Where);
    }

    [Theory]
    [InlineData("a risk that nobody knows yet", CounsellingStep.Risk, "not-known")]
    [InlineData("a person who still thinks", CounsellingStep.Decision, "thinks")]
    public void Recorded_is_not_always_enough(string why, CounsellingStep step, string said)
    {
        var refused = Refused(Record(Counselled(), step, said, Tuesday), new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, Airline));

        Assert.True((refused.Code, refused.Where) == (3014, step.ToString()), why);
    }

    [Theory]
    [InlineData("on the same day, even by somebody else", 0, 3025)]
    [InlineData("on a day before", -1, 3025)]
    [InlineData("on the next day", 1, 0)]
    public void Free_will_is_asked_the_second_time_on_a_later_day(string why, int days, int problem)
    {
        var asked = Record(Returning(), CounsellingStep.FirstAsked, "own-wish", Monday);

        var decided = ReferralLedger.Decide(asked, Act(Omar, new ReferralCommand.Counsel(CounsellingStep.SecondAsked, "own-wish", Monday.AddDays(days))));

        Assert.True((decided.Ok ? 0 : decided.Problems[0].Code) == problem, why);
    }

    [Fact]
    public void The_second_time_needs_a_first() =>
        Assert.Equal(3025, Refused(Returning(), new ReferralCommand.Counsel(CounsellingStep.SecondAsked, "own-wish", Monday)).Code);

    [Fact]
    public void Free_will_is_asked_once_more_after_the_decision_and_before_departure()
    {
        var leave = new ReferralCommand.Counsel(CounsellingStep.Departed, "left", Tuesday);
        var counselled = Counselled();

        Assert.Equal("AskedAgain", Refused(counselled, leave).Where);
        Assert.Equal("Decision", Refused(Record(counselled, CounsellingStep.Decision, "thinks", Tuesday), new ReferralCommand.Counsel(CounsellingStep.AskedAgain, "own-wish", Tuesday)).Where);

        var askedAgain = Record(counselled, CounsellingStep.AskedAgain, "own-wish", Tuesday);
        var wavered = Record(Record(askedAgain, CounsellingStep.Decision, "thinks", Tuesday), CounsellingStep.Decision, "goes", Tuesday);
        Assert.Equal("AskedAgain", Refused(wavered, leave).Where);
        Assert.Equal(ReferralStatus.Closed, Do(askedAgain, leave).Status);
    }

    [Theory]
    [InlineData("who is not fit to travel", CounsellingStep.Fitness, "doctor")]
    [InlineData("who has no papers yet", CounsellingStep.Documents, "requested")]
    public void Somebody_may_be_referred_on_but_not_leave(string who, CounsellingStep step, string said)
    {
        var asked = Record(Record(Counselled(), step, said, Tuesday), CounsellingStep.AskedAgain, "own-wish", Tuesday);

        Assert.True(Do(asked, new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, Airline)).Status == ReferralStatus.ReferredOn, who);
        Assert.Equal(step.ToString(), Refused(asked, new ReferralCommand.Counsel(CounsellingStep.Departed, "left", Tuesday)).Where);
    }

    [Theory]
    [InlineData(CounsellingStep.FirstAsked, "afraid")]
    [InlineData(CounsellingStep.SecondAsked, "pressed")]
    [InlineData(CounsellingStep.AskedAgain, "afraid")]
    [InlineData(CounsellingStep.Risk, "not-safe")]
    public void Fear_pressure_and_danger_lock_return_at_any_time_and_bring_it_back(CounsellingStep step, string said)
    {
        var locked = Record(ReferredOn(), step, said, Tuesday);

        Assert.Equal((true, ReferralStatus.InProgress), (locked.ReturnLocked, locked.Status));
        Assert.Contains(locked.Entries, e => e.Event is ReferralEvent.ReturnLocked);
        Assert.Equal(3013, Refused(locked, new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, Airline)).Code);
        Assert.Equal(3024, Refused(locked, new ReferralCommand.Counsel(CounsellingStep.FirstAsked, "own-wish", Tuesday)).Code);
        Assert.Equal(3012, Refused(locked, new ReferralCommand.OpenReturnLock("talked")).Code);
    }

    [Fact]
    public void After_protection_staff_opened_the_lock_with_a_reason_risk_and_will_are_asked_anew()
    {
        var locked = Record(ReferredOn(), CounsellingStep.AskedAgain, "afraid", Tuesday);
        Assert.Equal(3015, ReferralLedger.Decide(locked, Act(Lena, new ReferralCommand.OpenReturnLock(" "))).Problems[0].Code);

        var opened = Do(locked, new ReferralCommand.OpenReturnLock("it was about the flight"), Lena);

        Assert.Equal("Risk FirstAsked SecondAsked Decision", Refused(opened, new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, Airline)).Where);
    }

    [Fact]
    public void Fear_said_again_on_the_day_the_lock_was_opened_locks_again()
    {
        var opened = Do(Record(Returning(), CounsellingStep.FirstAsked, "afraid", Monday), new ReferralCommand.OpenReturnLock("talked alone"), Lena);

        Assert.True(Record(opened, CounsellingStep.FirstAsked, "afraid", Monday).ReturnLocked);
    }

    [Theory]
    [InlineData("before anything was recorded", 0)]
    [InlineData("in the middle", 4)]
    [InlineData("after all of it", 9)]
    public void Who_does_not_go_ends_it_at_any_time(string why, int recorded) =>
        Assert.True(Record(Counselled(recorded), CounsellingStep.Decision, "does-not-go", Tuesday).Status == ReferralStatus.Closed, why);

    [Fact]
    public void Who_does_not_go_ends_it_also_when_return_is_locked_or_another_agency_has_it()
    {
        Assert.Equal(ReferralStatus.Closed, Record(ReferredOn(), CounsellingStep.Decision, "does-not-go", Tuesday).Status);
        Assert.Equal(ReferralStatus.Closed, Record(Record(Returning(), CounsellingStep.Risk, "not-safe", Monday), CounsellingStep.Decision, "does-not-go", Monday).Status);
    }

    [Fact]
    public void Who_comes_back_after_a_closed_case_is_asked_anew()
    {
        var closed = Do(Counselled(), new ReferralCommand.SetStatus(ReferralStatus.Closed, "no answer"));

        var back = Do(closed, new ReferralCommand.HearPerson("I am here", Locale.English), new Actor.Person());

        Assert.Equal("Risk FirstAsked SecondAsked Decision", Refused(back, new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, Airline)).Where);
        Assert.Equal("ti", back.Counselling.At(CounsellingStep.Language)?.Said);
    }

    [Fact]
    public void What_speaks_against_it_brings_it_back_from_the_other_agency() =>
        Assert.Equal(ReferralStatus.InProgress, Record(ReferredOn(), CounsellingStep.Decision, "thinks", Tuesday).Status);

    [Fact]
    public void What_the_person_reads_does_not_change_while_it_is_recorded()
    {
        var before = Returning();

        Assert.Equal(Lifecycle.Neutral(before.Status), Lifecycle.Neutral(Counselled().Status));
        Assert.Equal((before.Priority, before.Due, before.Waiting), (Counselled().Priority, Counselled().Due, Counselled().Waiting));
    }

    [Fact]
    public void Each_step_says_when_and_by_whom_and_the_history_keeps_every_change()
    {
        var twice = Record(Record(Returning(), CounsellingStep.Fitness, "doctor", Monday), CounsellingStep.Fitness, "fit", Tuesday, Omar);

        Assert.Equal(new CounsellingMark("fit", Tuesday, Omar.Id), twice.Counselling.At(CounsellingStep.Fitness));
        Assert.Equal(["doctor", "fit"], twice.Entries.Select(e => e.Event).OfType<ReferralEvent.Counselled>().Select(e => e.Said));
        Assert.Equal(twice.Version, Record(twice, CounsellingStep.Fitness, "fit", Tuesday, Omar).Version);
        Assert.Equal(twice.Counselling.Marks.AsEnumerable(), ReferralLedger.Of(twice.Id, twice.Entries).Counselling.Marks.AsEnumerable());
    }

    [Theory]
    [InlineData("an answer of another step", CounsellingStep.Risk, "goes", 3060)]
    [InlineData("no answer at all", CounsellingStep.Decision, "", 3060)]
    [InlineData("a step there is not", (CounsellingStep)99, "yes", 3060)]
    [InlineData("a language nobody knows", CounsellingStep.Language, "tlh", 3060)]
    public void Takes_only_what_the_table_has(string why, CounsellingStep step, string said, int problem) =>
        Assert.True(Refused(Returning(), new ReferralCommand.Counsel(step, said, Monday)).Code == problem, why);

    [Fact]
    public void Only_an_open_return_is_counselled_and_only_by_staff()
    {
        var step = new ReferralCommand.Counsel(CounsellingStep.Risk, "safe", Monday);

        Assert.Equal(3026, Refused(Samples.Referral(), step).Code);
        Assert.Equal(3010, Refused(Do(Returning(), new ReferralCommand.SetStatus(ReferralStatus.Closed, "twice")), step).Code);
        Assert.Equal(3012, ReferralLedger.Decide(Returning(), Act(new Actor.Person(), step)).Problems[0].Code);
    }

    [Fact]
    public void Nothing_recorded_is_in_the_text_of_a_record()
    {
        var counselled = Counselled();
        object[] records = [counselled.Counselling, counselled.Counselling.At(CounsellingStep.Risk)!, counselled.Entries[^1].Event, new ReferralCommand.Counsel(CounsellingStep.Decision, "goes", Monday)];

        Assert.All(records, r => Assert.DoesNotContain("goes", r.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Thousands of random working lives; the history alone, not the ledger's own record, says whether somebody may be with another agency or gone.</summary>
    [Fact]
    public void No_sequence_of_commands_gets_anybody_referred_on_or_gone_without_the_complete_record()
    {
        var random = new Random(20261123);
        var (referredOn, departed) = (0, 0);
        for (var life = 0; life < 1_500; life++)
        {
            var (referral, day) = (Returning(), Monday);
            for (var step = 0; step < 80; step++)
            {
                day = day.AddDays(random.Next(4) == 0 ? 1 : 0);
                var act = Any(random, day);
                if (ReferralLedger.Decide(referral, act) is not { Ok: true, Value: var events })
                    continue;
                var before = referral;
                referral = ReferralLedger.Apply(referral, act, events);
                if (referral.Status == ReferralStatus.ReferredOn)
                    Assert.True(!referral.ReturnLocked && History.Of(referral).MayBeReferredOn, "referred on too early");
                if (events.Any(e => e is ReferralEvent.Counselled { Step: CounsellingStep.Departed }))
                    Assert.True(!before.ReturnLocked && History.Of(before).MayLeave, "left too early");
                referredOn += before.Status != referral.Status && referral.Status == ReferralStatus.ReferredOn ? 1 : 0;
                departed += events.Any(e => e is ReferralEvent.Counselled { Step: CounsellingStep.Departed }) ? 1 : 0;
            }
        }
        Assert.True(referredOn > 100 && departed > 100, $"too few came so far: {referredOn}, {departed}");
    }

    private static ReferralAct Any(Random random, DateOnly day)
    {
        var rule = CounsellingRules.All[random.Next(CounsellingRules.All.Length)];
        var said = random.Next(30) == 0 ? rule.Answers[random.Next(rule.Answers.Length)] : rule.Answers[0];
        ReferralCommand command = random.Next(60) switch
        {
            0 => new ReferralCommand.SetStatus(Enum.GetValues<ReferralStatus>()[random.Next(7)], "why"),
            1 => new ReferralCommand.OpenReturnLock("talked twice"),
            2 => new ReferralCommand.HearPerson("hello", Locale.English),
            3 => new ReferralCommand.Claim(),
            4 => new ReferralCommand.Release(),
            5 => new ReferralCommand.RecordContact(ContactWay.Call, Reached: true),
            < 12 => new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, "why"),
            _ => new ReferralCommand.Counsel(rule.Step, said, day),
        };
        return Act(command is ReferralCommand.HearPerson ? new Actor.Person() : command is ReferralCommand.OpenReturnLock ? Lena : Amira, command);
    }

    /// <summary>What must be true, read from the entries without the ledger's help: the oracle of the random lives.</summary>
    private sealed class History
    {
        private readonly Dictionary<CounsellingStep, (string Said, DateOnly Day, int At)> _last = [];

        public bool MayBeReferredOn => Said("Language") is not null && Said("Interpreter") is not null && Said("Risk") == "safe" && Said("Alternatives") == "explained"
            && Said("Fitness") is not null && Said("Documents") is not null && Said("Decision") == "goes" && Said("FirstAsked") == "own-wish" && Said("SecondAsked") == "own-wish"
            && _last[CounsellingStep.SecondAsked].Day > _last[CounsellingStep.FirstAsked].Day && _last[CounsellingStep.SecondAsked].At > _last[CounsellingStep.FirstAsked].At;

        public bool MayLeave => MayBeReferredOn && Said("AskedAgain") == "own-wish" && _last[CounsellingStep.AskedAgain].At > _last[CounsellingStep.Decision].At
            && Said("Fitness") == "fit" && Said("Documents") == "have";

        public static History Of(Referral referral)
        {
            var (history, closed) = (new History(), false);
            foreach (var entry in referral.Entries)
            {
                if (entry.Event is ReferralEvent.StatusSet(var status, _))
                {
                    if (closed && status != ReferralStatus.Closed)
                        history.AskAnew();
                    closed = status == ReferralStatus.Closed;
                }
                if (entry.Event is not ReferralEvent.Counselled(var step, var said, var day))
                    continue;
                if (said is "afraid" or "pressed" or "not-safe" or "does-not-go")
                    history.AskAnew();
                history._last[step] = (said, day, entry.Number);
            }
            return history;
        }

        private string? Said(string step) => _last.TryGetValue(Enum.Parse<CounsellingStep>(step), out var last) ? last.Said : null;

        private void AskAnew()
        {
            foreach (var step in (CounsellingStep[])[CounsellingStep.Risk, CounsellingStep.FirstAsked, CounsellingStep.SecondAsked, CounsellingStep.Decision, CounsellingStep.AskedAgain])
                _last.Remove(step);
        }
    }

    private static Referral Returning() => Do(Samples.Referral("voluntary-return", "afraid=no; pressure=no"), new ReferralCommand.Claim());

    private static Referral Counselled(int steps = 9) => Complete.Take(steps).Aggregate(Returning(), (r, c) => Record(r, c.Step, c.Said, c.Day));

    private static Referral ReferredOn() => Do(Counselled(), new ReferralCommand.SetStatus(ReferralStatus.ReferredOn, Airline));

    private static Referral Record(Referral referral, CounsellingStep step, string said, DateOnly day, Actor? by = null) => Do(referral, new ReferralCommand.Counsel(step, said, day), by);

    private static ReferralAct Act(Actor by, ReferralCommand command) => new(command, by, Samples.Now.AddHours(1));

    private static Referral Do(Referral referral, ReferralCommand command, Actor? by = null)
    {
        var act = Act(by ?? Amira, command);
        return ReferralLedger.Apply(referral, act, Samples.Must(ReferralLedger.Decide(referral, act)));
    }

    private static Problem Refused(Referral referral, ReferralCommand command) => ReferralLedger.Decide(referral, Act(Amira, command)).Problems[0];
}
