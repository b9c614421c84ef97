using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Outreach.Referrals;

/// <summary>What staff can do.</summary>
public enum StaffAction
{
    /// <summary>See the queue.</summary>
    SeeQueue,

    /// <summary>Open a referral; the audit chain notes it.</summary>
    OpenReferral,

    /// <summary>Take it, give it back.</summary>
    Claim,

    /// <summary>Write a note.</summary>
    Note,

    /// <summary>Change the status.</summary>
    SetStatus,

    /// <summary>Change the priority, with a reason.</summary>
    SetPriority,

    /// <summary>Write down a call or message outside the conversation.</summary>
    RecordContact,

    /// <summary>Contact a child outside the conversation: a child-protection worker decides first.</summary>
    ContactChild,

    /// <summary>Answer the person in the conversation.</summary>
    Reply,

    /// <summary>Open the return lock, with a reason.</summary>
    OpenReturnLock,

    /// <summary>Record counselling before a return.</summary>
    Counsel,

    /// <summary>Enter a referral for a person who is present or on the phone.</summary>
    Interview,

    /// <summary>See alerts, acknowledge and answer them.</summary>
    Alerts,

    /// <summary>See questions nobody could answer.</summary>
    SeeUnanswered,

    /// <summary>See what the checks of the content say.</summary>
    SeeChecks,

    /// <summary>See content and its changes, propose another text.</summary>
    ProposeChange,

    /// <summary>Publish what another person proposed.</summary>
    PublishChange,

    /// <summary>Destroy a referral.</summary>
    Erase,

    /// <summary>Read the audit chain.</summary>
    SeeAudit,

    /// <summary>Make accounts, reset passwords.</summary>
    ManageAccounts,
}

/// <summary>Parts of a referral that a role may see.</summary>
[Flags]
public enum ReferralFields
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What sorts the queue: priority, due, programme, status, language.</summary>
    Row = 1,

    /// <summary>What the person may be called, the area, the rules that fired.</summary>
    Person = 2,

    /// <summary>Way, number and hours of contact.</summary>
    Contact = 4,

    /// <summary>Answers that are not sensitive.</summary>
    Answers = 8,

    /// <summary>Answers about fear, control, health, detention.</summary>
    Sensitive = 16,

    /// <summary>Messages and notes.</summary>
    Messages = 32,

    /// <summary>Everything.</summary>
    All = Row | Person | Contact | Answers | Sensitive | Messages,
}

/// <summary>Whose referrals a role reaches.</summary>
public enum Reach
{
    /// <summary>None.</summary>
    Nowhere,

    /// <summary>The team queue of their own regions.</summary>
    OwnRegions,

    /// <summary>The team queue everywhere.</summary>
    Everywhere,

    /// <summary>Complaints about other offices than their own.</summary>
    OtherOfficesComplaints,
}

/// <summary>One row of the policy.</summary>
public sealed record Grant(StaffRole Role, Reach Reach, ReferralFields Fields, ImmutableArray<StaffAction> Actions);

/// <summary>Who may do what, and see which part: one table, nothing else decides.</summary>
public static class AccessPolicy
{
    /// <summary>The table.</summary>
    public static readonly ImmutableArray<Grant> Table =
    [
        new(StaffRole.CaseWorker, Reach.OwnRegions, ReferralFields.All,
            [StaffAction.SeeQueue, StaffAction.OpenReferral, StaffAction.Claim, StaffAction.Note, StaffAction.SetStatus, StaffAction.SetPriority, StaffAction.RecordContact, StaffAction.Reply, StaffAction.Counsel, StaffAction.Interview, StaffAction.Alerts]),
        new(StaffRole.Coordinator, Reach.OwnRegions, ReferralFields.All,
            [StaffAction.SeeQueue, StaffAction.OpenReferral, StaffAction.Claim, StaffAction.Note, StaffAction.SetStatus, StaffAction.SetPriority, StaffAction.RecordContact, StaffAction.Reply, StaffAction.Counsel, StaffAction.Interview, StaffAction.Alerts, StaffAction.SeeUnanswered, StaffAction.SeeChecks, StaffAction.ProposeChange, StaffAction.PublishChange]),
        new(StaffRole.Administrator, Reach.Nowhere, ReferralFields.None, [StaffAction.ManageAccounts]),
        new(StaffRole.Auditor, Reach.Nowhere, ReferralFields.None, [StaffAction.SeeAudit]),
        new(StaffRole.Editor, Reach.Nowhere, ReferralFields.None, [StaffAction.SeeUnanswered, StaffAction.SeeChecks, StaffAction.ProposeChange, StaffAction.PublishChange]),
        new(StaffRole.Translator, Reach.Nowhere, ReferralFields.None, [StaffAction.SeeUnanswered, StaffAction.SeeChecks]),
        new(StaffRole.ProtectionReviewer, Reach.Everywhere, ReferralFields.All,
            [StaffAction.SeeQueue, StaffAction.OpenReferral, StaffAction.Claim, StaffAction.Note, StaffAction.SetStatus, StaffAction.SetPriority, StaffAction.RecordContact, StaffAction.ContactChild, StaffAction.Reply, StaffAction.OpenReturnLock, StaffAction.Counsel, StaffAction.Interview, StaffAction.Alerts]),
        new(StaffRole.DataProtectionReviewer, Reach.Everywhere, ReferralFields.Row,
            [StaffAction.SeeQueue, StaffAction.OpenReferral, StaffAction.Erase, StaffAction.SeeAudit]),
        new(StaffRole.ComplaintsOfficer, Reach.OtherOfficesComplaints, ReferralFields.All,
            [StaffAction.SeeQueue, StaffAction.OpenReferral, StaffAction.Claim, StaffAction.Note, StaffAction.SetStatus, StaffAction.RecordContact, StaffAction.Reply]),
    ];

    private static readonly FrozenDictionary<StaffRole, Grant> ByRole = Table.ToFrozenDictionary(g => g.Role);

    /// <summary>The row of a role.</summary>
    public static Grant Of(StaffRole role) => ByRole[role];

    /// <summary>Whether a role may do something at all.</summary>
    public static bool May(StaffRole role, StaffAction action) => Of(role).Actions.Contains(action);

    /// <summary>Whether a role with these regions reaches a referral of this queue and region. "*" among the regions is every region.</summary>
    public static bool Reaches(StaffRole role, ImmutableArray<string> regions, QueueName queue, string region) => Of(role).Reach switch
    {
        Reach.OwnRegions => queue == QueueName.Team && (regions.Contains(region) || regions.Contains("*")),
        Reach.Everywhere => queue == QueueName.Team,
        Reach.OtherOfficesComplaints => queue == QueueName.Complaints && !regions.Contains(region),
        _ => false,
    };
}
