using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Localization;
using Outreach.Referrals.Triage;

namespace Outreach.Referrals;

/// <summary>What happened to a referral; a closed family: history, audit trail and outbox in one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(Prioritised), "prioritised")]
[JsonDerivedType(typeof(Claimed), "claimed")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Contacted), "contacted")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(MessageFromPerson), "from-person")]
[JsonDerivedType(typeof(MessageToPerson), "to-person")]
[JsonDerivedType(typeof(StatusSet), "status")]
[JsonDerivedType(typeof(ReturnLockOpened), "lock-opened")]
[JsonDerivedType(typeof(ReturnLocked), "locked")]
[JsonDerivedType(typeof(Counselled), "counselled")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(HoldsOtherSlip), "other-slip")]
public abstract record ReferralEvent
{
    private ReferralEvent() { }

    /// <summary>It arrived.</summary>
    public sealed record Received(ReferralDraft Draft, Origin Origin) : ReferralEvent;

    /// <summary>It has a place in the queue: by rules, or by staff with a reason.</summary>
    public sealed record Prioritised(Priority Priority, DateTimeOffset Due, ImmutableArray<FiredRule> Rules, string? Reason) : ReferralEvent;

    /// <summary>Somebody took it.</summary>
    public sealed record Claimed(StaffId By) : ReferralEvent;

    /// <summary>It went back to the queue.</summary>
    public sealed record Released : ReferralEvent;

    /// <summary>Somebody tried to reach the person.</summary>
    public sealed record Contacted(ContactWay Way, bool Reached) : ReferralEvent;

    /// <summary>A note for colleagues.</summary>
    public sealed record Noted(string Text) : ReferralEvent;

    /// <summary>The person wrote.</summary>
    public sealed record MessageFromPerson(string Text, Locale Language) : ReferralEvent;

    /// <summary>Staff answered the person.</summary>
    public sealed record MessageToPerson(string Text, Locale Language, bool Untranslated) : ReferralEvent;

    /// <summary>Another status.</summary>
    public sealed record StatusSet(ReferralStatus Status, string? Reason) : ReferralEvent;

    /// <summary>Protection staff opened the return lock.</summary>
    public sealed record ReturnLockOpened(string Reason) : ReferralEvent;

    /// <summary>What was said in counselling locks return again.</summary>
    public sealed record ReturnLocked : ReferralEvent;

    /// <summary>A step of counselling was recorded.</summary>
    public sealed record Counselled(CounsellingStep Step, string Said, DateOnly Day) : ReferralEvent;

    /// <summary>The person took it back.</summary>
    public sealed record Withdrawn(DateTimeOffset EraseAfter) : ReferralEvent;

    /// <summary>The kiosk had given this person a number that belongs to another request; staff tell them the new one.</summary>
    public sealed record HoldsOtherSlip(ReferralId Slip) : ReferralEvent;

    /// <summary>Never its content: this must not reach a log.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>Who did something; a closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(Person), "person")]
[JsonDerivedType(typeof(Machine), "machine")]
[JsonDerivedType(typeof(Staff), "staff")]
public abstract record Actor
{
    private Actor() { }

    /// <summary>The person it is about.</summary>
    public sealed record Person : Actor;

    /// <summary>A rule or a clock.</summary>
    public sealed record Machine : Actor;

    /// <summary>A member of staff.</summary>
    public sealed record Staff(StaffId Id, StaffRole Role) : Actor;
}

/// <summary>One event with its number, counted from 1, its time and who caused it.</summary>
public sealed record ReferralEntry(int Number, DateTimeOffset At, Actor By, ReferralEvent Event);
