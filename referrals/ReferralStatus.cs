using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using Outreach.Content.Dialogs;

namespace Outreach.Referrals;

/// <summary>How far a referral is. The numbers are stored.</summary>
public enum ReferralStatus
{
    /// <summary>It arrived; nobody has taken it.</summary>
    Received = 1,

    /// <summary>Somebody has taken it.</summary>
    Claimed = 2,

    /// <summary>Somebody is working on it.</summary>
    InProgress = 3,

    /// <summary>Staff tried to reach the person, or wait for an answer.</summary>
    WaitingForPerson = 4,

    /// <summary>Another agency has it, with the person's consent.</summary>
    ReferredOn = 5,

    /// <summary>Finished.</summary>
    Closed = 6,

    /// <summary>The person took it back; its key dies soon.</summary>
    Withdrawn = 7,
}

/// <summary>Which status may follow which: one table.</summary>
public static class Lifecycle
{
    private static readonly FrozenDictionary<ReferralStatus, ImmutableArray<ReferralStatus>> Moves = new Dictionary<ReferralStatus, ImmutableArray<ReferralStatus>>
    {
        [ReferralStatus.Received] = [ReferralStatus.Claimed, ReferralStatus.Closed, ReferralStatus.Withdrawn],
        [ReferralStatus.Claimed] = [ReferralStatus.Received, ReferralStatus.InProgress, ReferralStatus.WaitingForPerson, ReferralStatus.ReferredOn, ReferralStatus.Closed, ReferralStatus.Withdrawn],
        [ReferralStatus.InProgress] = [ReferralStatus.Received, ReferralStatus.WaitingForPerson, ReferralStatus.ReferredOn, ReferralStatus.Closed, ReferralStatus.Withdrawn],
        [ReferralStatus.WaitingForPerson] = [ReferralStatus.Received, ReferralStatus.InProgress, ReferralStatus.ReferredOn, ReferralStatus.Closed, ReferralStatus.Withdrawn],
        [ReferralStatus.ReferredOn] = [ReferralStatus.InProgress, ReferralStatus.WaitingForPerson, ReferralStatus.Closed, ReferralStatus.Withdrawn],
        [ReferralStatus.Closed] = [ReferralStatus.Received, ReferralStatus.InProgress, ReferralStatus.Withdrawn],
        [ReferralStatus.Withdrawn] = [],
    }.ToFrozenDictionary();

    /// <summary>What may follow.</summary>
    public static ImmutableArray<ReferralStatus> From(ReferralStatus status) => Moves[status];

    /// <summary>Whether one may follow the other.</summary>
    public static bool CanGo(ReferralStatus from, ReferralStatus to) => Moves[from].Contains(to);

    /// <summary>True while it is in a queue.</summary>
    public static bool IsOpen(ReferralStatus status) => status is not (ReferralStatus.Closed or ReferralStatus.Withdrawn);

    /// <summary>All that a reference may tell (DESIGN 6.7).</summary>
    public static NeutralStatus Neutral(ReferralStatus status) => status switch
    {
        ReferralStatus.Received => NeutralStatus.Received,
        ReferralStatus.Claimed or ReferralStatus.InProgress or ReferralStatus.ReferredOn => NeutralStatus.InHands,
        ReferralStatus.WaitingForPerson => NeutralStatus.WaitingForYou,
        ReferralStatus.Closed or ReferralStatus.Withdrawn => NeutralStatus.Closed,
        _ => throw new UnreachableException(),
    };
}
