using System.Collections.Immutable;
using Outreach.Referrals.Triage;

namespace Outreach.Referrals;

/// <summary>A referral as its events made it. Only <see cref="ReferralLedger"/> changes one.</summary>
public sealed record Referral
{
    /// <summary>Its reference.</summary>
    public required ReferralId Id { get; init; }

    /// <summary>What was sent.</summary>
    public required ReferralDraft Draft { get; init; }

    /// <summary>Where it came from.</summary>
    public required Origin Origin { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>Its place in the queue.</summary>
    public Priority Priority { get; init; } = Priority.Low;

    /// <summary>By when a first contact is due.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>Every rule that fired, the deciding one first.</summary>
    public ImmutableArray<FiredRule> Rules { get; init; } = [];

    /// <summary>How far it is.</summary>
    public ReferralStatus Status { get; init; } = ReferralStatus.Received;

    /// <summary>Who took it.</summary>
    public StaffId? Assignee { get; init; }

    /// <summary>Return is locked; only protection staff open it.</summary>
    public bool ReturnLocked { get; init; }

    /// <summary>What was recorded with the person before they go back; stays empty where nothing leads back.</summary>
    public Counselling Counselling { get; init; } = Counselling.None;

    /// <summary>The last time the person wrote or sent something.</summary>
    public DateTimeOffset LastFromPerson { get; init; }

    /// <summary>The person wrote and nobody has answered.</summary>
    public bool Waiting { get; init; }

    /// <summary>When it was closed or withdrawn.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>From then on its key, events and row are to be destroyed.</summary>
    public DateTimeOffset? EraseAfter { get; init; }

    /// <summary>Everything that happened, in order.</summary>
    public ImmutableArray<ReferralEntry> Entries { get; init; } = [];

    /// <summary>Raised by every entry.</summary>
    public int Version => Entries.Length;

    /// <summary>The reference only: this must not carry anything into a log.</summary>
    public override string ToString() => Id.ToString();
}
