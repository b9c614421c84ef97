using System.Collections.Immutable;
using System.Diagnostics;
using Outreach.Localization;
using Outreach.Referrals.Triage;

namespace Outreach.Referrals;

/// <summary>Decides what comes of a command and applies what happened. Pure: the store writes it down, the desk shows it.</summary>
public static class ReferralLedger
{
    /// <summary>Entries of one referral.</summary>
    public const int MostEntries = 500;

    /// <summary>Characters of one text.</summary>
    public const int MostCharacters = 4_000;

    /// <summary>What was withdrawn can still be read so long (DESIGN 6.11): whoever grabs the phone cannot silently end the help.</summary>
    public static readonly TimeSpan WithdrawnKept = TimeSpan.FromHours(24);

    /// <summary>How long a closed referral is kept.</summary>
    public static readonly TimeSpan ClosedKept = TimeSpan.FromDays(90);

    /// <summary>The referral that a submission begins.</summary>
    public static Referral Begin(ReferralId id, NewReferral referral)
    {
        var due = referral.At + referral.Verdict.Within;
        var begun = new Referral { Id = id, Draft = referral.Draft, Origin = referral.Origin, Received = referral.At };
        ImmutableArray<ReferralEntry> entries =
        [
            new ReferralEntry(1, referral.At, new Actor.Person(), new ReferralEvent.Received(referral.Draft, referral.Origin)),
            new ReferralEntry(2, referral.At, new Actor.Machine(), new ReferralEvent.Prioritised(referral.Verdict.Priority, due, referral.Verdict.Fired, null)),
        ];
        return Replay(begun, referral.Slip is { } slip && slip != id
            ? entries.Add(new ReferralEntry(3, referral.At, new Actor.Machine(), new ReferralEvent.HoldsOtherSlip(slip)))
            : entries);
    }

    /// <summary>The referral that stored entries make; the first is always <see cref="ReferralEvent.Received"/>.</summary>
    public static Referral Of(ReferralId id, ImmutableArray<ReferralEntry> entries) => entries[0] is { Event: ReferralEvent.Received(var draft, var origin) } first
        ? Replay(new Referral { Id = id, Draft = draft, Origin = origin, Received = first.At }, entries)
        : throw new UnreachableException();

    /// <summary>What comes of a command: events, none when it is already so, or why not.</summary>
    public static Result<ImmutableArray<ReferralEvent>> Decide(Referral referral, ReferralAct act)
    {
        if (referral.Status == ReferralStatus.Withdrawn)
            return act.Command is ReferralCommand.Withdraw ? Nothing : ReferralProblems.NotAllowed(referral.Status, act.Command.ToString());
        if (referral.Version >= MostEntries && act.Command is not ReferralCommand.Withdraw)
            return ReferralProblems.TooLong();
        return act.Command switch
        {
            ReferralCommand.Claim => Claim(referral, act.By),
            ReferralCommand.Release => Release(referral, act.By),
            ReferralCommand.RecordContact contact => Contact(referral, act.By, contact),
            ReferralCommand.AddNote(var text) => Written(text) is { } problem ? problem : Some(new ReferralEvent.Noted(text)),
            ReferralCommand.HearPerson heard => Hear(referral, heard),
            ReferralCommand.TellPerson told => Tell(referral, act.By, told),
            ReferralCommand.SetStatus(var status, var reason) => SetStatus(referral, status, reason),
            ReferralCommand.SetPriority(var priority, var reason) => Missing(reason, "priority") is { } problem ? problem
                : Some(new ReferralEvent.Prioritised(priority, act.At + Windows.Of(priority), referral.Rules, reason)),
            ReferralCommand.OpenReturnLock(var reason) => Unlock(referral, act.By, reason),
            ReferralCommand.LockReturn => Lock(referral),
            ReferralCommand.Counsel counsel => Counsel(referral, act.By, counsel),
            ReferralCommand.Withdraw => Some(new ReferralEvent.Withdrawn(act.At + WithdrawnKept)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The referral after an entry.</summary>
    public static Referral Apply(Referral before, ReferralEntry entry)
    {
        var after = before with { Entries = before.Entries.Add(entry) };
        return entry.Event switch
        {
            ReferralEvent.Received(var draft, _) => after with { ReturnLocked = draft.ReturnLocked, LastFromPerson = entry.At },
            ReferralEvent.Prioritised e => after with { Priority = e.Priority, Due = e.Due, Rules = e.Rules },
            ReferralEvent.Claimed(var by) => after with { Assignee = by, Status = after.Status == ReferralStatus.Received ? ReferralStatus.Claimed : after.Status },
            ReferralEvent.Released => after with { Assignee = null, Status = ReferralStatus.Received },
            ReferralEvent.MessageFromPerson => after with { LastFromPerson = entry.At, Waiting = true },
            ReferralEvent.MessageToPerson => after with { Waiting = false },
            ReferralEvent.StatusSet(var status, _) => Closing(after, status, entry.At),
            ReferralEvent.ReturnLockOpened => after with { ReturnLocked = false },
            ReferralEvent.ReturnLocked => after with { ReturnLocked = true },
            ReferralEvent.Counselled(var step, var said, var day) => after with { Counselling = after.Counselling.With(step, new CounsellingMark(said, day, StaffOf(entry.By))) },
            ReferralEvent.Withdrawn(var erase) => after with { Status = ReferralStatus.Withdrawn, Closed = entry.At, EraseAfter = erase, Waiting = false },
            ReferralEvent.Contacted or ReferralEvent.Noted or ReferralEvent.HoldsOtherSlip => after,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The referral after a decided command, each event with its number, time and actor.</summary>
    public static Referral Apply(Referral before, ReferralAct act, ImmutableArray<ReferralEvent> events) =>
        events.Aggregate(before, (r, e) => Apply(r, new ReferralEntry(r.Version + 1, act.At, act.By, e)));

    private static ImmutableArray<ReferralEvent> Nothing => [];

    private static ImmutableArray<ReferralEvent> Some(params ReadOnlySpan<ReferralEvent> events) => [.. events];

    private static Referral Replay(Referral begun, ImmutableArray<ReferralEntry> entries) => entries.Aggregate(begun, Apply);

    private static Referral Closing(Referral after, ReferralStatus status, DateTimeOffset at) => Lifecycle.IsOpen(status)
        ? after with { Status = status, Closed = null, EraseAfter = null, Counselling = Lifecycle.IsOpen(after.Status) ? after.Counselling : after.Counselling.Anew() }
        : after with { Status = status, Closed = at, EraseAfter = at + ClosedKept, Waiting = false };

    private static Result<ImmutableArray<ReferralEvent>> Claim(Referral referral, Actor by)
    {
        if (by is not Actor.Staff(var id, var role))
            return ReferralProblems.NotYourRole("claim");
        if (referral.Assignee == id)
            return Nothing;
        if (!Lifecycle.IsOpen(referral.Status))
            return ReferralProblems.NotAllowed(referral.Status, "Claim");
        return referral.Assignee is null || role is StaffRole.Coordinator or StaffRole.ProtectionReviewer
            ? Some(new ReferralEvent.Claimed(id))
            : ReferralProblems.AlreadyTaken();
    }

    private static Result<ImmutableArray<ReferralEvent>> Release(Referral referral, Actor by)
    {
        if (referral.Assignee is null)
            return Nothing;
        if (by is not Actor.Staff(var id, var role) || (referral.Assignee != id && role != StaffRole.Coordinator))
            return ReferralProblems.AlreadyTaken();
        return Lifecycle.CanGo(referral.Status, ReferralStatus.Received) && Lifecycle.IsOpen(referral.Status)
            ? Some(new ReferralEvent.Released())
            : ReferralProblems.NotAllowed(referral.Status, "Release");
    }

    private static Result<ImmutableArray<ReferralEvent>> Contact(Referral referral, Actor by, ReferralCommand.RecordContact contact)
    {
        if (referral.Draft.Child && by is not Actor.Staff { Role: StaffRole.ProtectionReviewer })
            return ReferralProblems.NotYourRole("contact a child");
        var happened = new ReferralEvent.Contacted(contact.Way, contact.Reached);
        var next = contact.Reached ? ReferralStatus.InProgress : ReferralStatus.WaitingForPerson;
        return Lifecycle.IsOpen(referral.Status) && Lifecycle.CanGo(referral.Status, next)
            ? Some(happened, new ReferralEvent.StatusSet(next, null))
            : Some(happened);
    }

    private static Result<ImmutableArray<ReferralEvent>> Hear(Referral referral, ReferralCommand.HearPerson heard)
    {
        if (Written(heard.Text) is { } problem)
            return problem;
        var message = new ReferralEvent.MessageFromPerson(heard.Text, heard.Language);
        return referral.Status switch
        {
            ReferralStatus.WaitingForPerson => Some(message, new ReferralEvent.StatusSet(ReferralStatus.InProgress, null)),
            ReferralStatus.Closed => Some(message, new ReferralEvent.StatusSet(referral.Assignee is null ? ReferralStatus.Received : ReferralStatus.InProgress, null)),
            _ => Some(message),
        };
    }

    private static Result<ImmutableArray<ReferralEvent>> Tell(Referral referral, Actor by, ReferralCommand.TellPerson told)
    {
        if (by is not Actor.Staff(var id, _))
            return ReferralProblems.NotYourRole("reply");
        if (Written(told.Text) is { } problem)
            return problem;
        if (told.Language != referral.Draft.Language && !told.Untranslated)
            return ReferralProblems.NotTheirLanguage(referral.Draft.Language.Tag);
        var message = new ReferralEvent.MessageToPerson(told.Text, told.Language, told.Language != referral.Draft.Language);
        return referral switch
        {
            { Status: ReferralStatus.Received } => Some(new ReferralEvent.Claimed(id), message, new ReferralEvent.StatusSet(ReferralStatus.InProgress, null)),
            { Status: ReferralStatus.Claimed } => Some(message, new ReferralEvent.StatusSet(ReferralStatus.InProgress, null)),
            _ => Some(message),
        };
    }

    private static Result<ImmutableArray<ReferralEvent>> SetStatus(Referral referral, ReferralStatus status, string reason)
    {
        if (status is ReferralStatus.Claimed or ReferralStatus.Withdrawn || !Lifecycle.CanGo(referral.Status, status)
            || (status == ReferralStatus.Received && Lifecycle.IsOpen(referral.Status)))
            return ReferralProblems.NotAllowed(referral.Status, status.ToString());
        if (status is ReferralStatus.Closed or ReferralStatus.ReferredOn && Missing(reason, status.ToString()) is { } problem)
            return problem;
        if (status == ReferralStatus.ReferredOn && referral.ReturnLocked)
            return ReferralProblems.LockedNotReferredOn();
        if (status == ReferralStatus.ReferredOn && referral.Draft.LeadsBack && referral.Counselling.MissingToReferOn is { IsEmpty: false } missing)
            return ReferralProblems.NotCounselled(missing);
        return Some(new ReferralEvent.StatusSet(status, reason.Length == 0 ? null : reason));
    }

    private static Result<ImmutableArray<ReferralEvent>> Unlock(Referral referral, Actor by, string reason)
    {
        if (by is not Actor.Staff { Role: StaffRole.ProtectionReviewer })
            return ReferralProblems.NotYourRole("open the return lock");
        if (!referral.ReturnLocked)
            return ReferralProblems.NotLocked();
        return Missing(reason, "open the return lock") is { } problem ? problem : Some(new ReferralEvent.ReturnLockOpened(reason));
    }

    /// <summary>Only what leads back is locked; what was referred on already comes back.</summary>
    private static Result<ImmutableArray<ReferralEvent>> Lock(Referral referral)
    {
        if (!referral.Draft.LeadsBack || referral.ReturnLocked)
            return Nothing;
        return referral.Status == ReferralStatus.ReferredOn
            ? Some(new ReferralEvent.ReturnLocked(), new ReferralEvent.StatusSet(ReferralStatus.InProgress, null))
            : Some(new ReferralEvent.ReturnLocked());
    }

    /// <summary>Fear and "no" are heard at any time; everything else waits for its turn. The status, and so what the person reads, stays as it is until it ends.</summary>
    private static Result<ImmutableArray<ReferralEvent>> Counsel(Referral referral, Actor by, ReferralCommand.Counsel counsel)
    {
        if (by is not Actor.Staff(var id, _))
            return ReferralProblems.NotYourRole("counselling");
        if (!referral.Draft.LeadsBack)
            return ReferralProblems.NotAReturn();
        if (!CounsellingRules.Takes(counsel.Step, counsel.Said))
            return ReferralProblems.BadRequest("step, said");
        if (!Lifecycle.IsOpen(referral.Status))
            return ReferralProblems.NotAllowed(referral.Status, "Counsel");
        var (mark, refused, locks) = (new CounsellingMark(counsel.Said, counsel.Day, id), counsel.Said == CounsellingRules.DoesNotGo, CounsellingRules.Locks(counsel.Said));
        if (referral.Counselling.At(counsel.Step) == mark && (!locks || referral.ReturnLocked))
            return Nothing;
        if (!refused && !locks && TooEarly(referral, counsel) is { } problem)
            return problem;
        var events = Some(new ReferralEvent.Counselled(counsel.Step, counsel.Said, counsel.Day));
        if (locks && !referral.ReturnLocked)
            events = events.Add(new ReferralEvent.ReturnLocked());
        if (refused || counsel.Step == CounsellingStep.Departed)
            return events.Add(new ReferralEvent.StatusSet(ReferralStatus.Closed, null));
        return referral.Status == ReferralStatus.ReferredOn && !referral.Counselling.With(counsel.Step, mark).MissingToReferOn.IsEmpty
            ? events.Add(new ReferralEvent.StatusSet(ReferralStatus.InProgress, null))            // what speaks against it brings it back
            : events;
    }

    private static Problem? TooEarly(Referral referral, ReferralCommand.Counsel counsel)
    {
        var record = referral.Counselling;
        if (referral.ReturnLocked)
            return ReferralProblems.CounsellingLocked();
        return counsel.Step switch
        {
            CounsellingStep.SecondAsked when record.At(CounsellingStep.FirstAsked) is not { Said: CounsellingRules.OwnWish } first || counsel.Day <= first.Day => ReferralProblems.AskOnALaterDay(),
            CounsellingStep.AskedAgain when record.MissingToReferOn is { IsEmpty: false } missing => ReferralProblems.NotCounselled(missing),
            CounsellingStep.Departed when record.MissingToLeave is { IsEmpty: false } missing => ReferralProblems.NotCounselled(missing),
            _ => null,
        };
    }

    private static StaffId StaffOf(Actor by) => by is Actor.Staff(var id, _) ? id : throw new UnreachableException();

    private static Problem? Missing(string reason, string what) =>
        string.IsNullOrWhiteSpace(reason) ? ReferralProblems.ReasonMissing(what) : reason.Length > MostCharacters ? ReferralProblems.TooLong() : null;

    private static Problem? Written(string text) =>
        string.IsNullOrWhiteSpace(text) ? ReferralProblems.Empty() : text.Length > MostCharacters ? ReferralProblems.TooLong() : null;
}
