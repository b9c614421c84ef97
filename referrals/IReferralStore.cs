using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Localization;
using Outreach.Referrals.Triage;

namespace Outreach.Referrals;

/// <summary>A referral to be kept.</summary>
/// <param name="Draft">What was sent.</param>
/// <param name="Origin">From where.</param>
/// <param name="Verdict">What the rules said.</param>
/// <param name="At">When.</param>
/// <param name="Effect">The effect that brought it; a repeat gives the same reference.</param>
public sealed record NewReferral(ReferralDraft Draft, Origin Origin, Verdict Verdict, DateTimeOffset At, EffectId Effect)
{
    /// <summary>The reference the person was given before (kiosk). It is kept unless another request has it.</summary>
    public ReferralId? Slip { get; init; }
}

/// <summary>A command with who, when and, where it may be repeated, under which name.</summary>
/// <param name="Command">What.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Once">A repeat with the same name changes nothing; null where that cannot happen.</param>
public sealed record ReferralAct(ReferralCommand Command, Actor By, DateTimeOffset At, string? Once = null);

/// <summary>Which rows of the queue.</summary>
public sealed record QueueView
{
    /// <summary>Of which queue.</summary>
    public QueueName Queue { get; init; } = QueueName.Team;

    /// <summary>Of which regions; empty for all.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>Not of these regions (a complaints officer never reads about their own office).</summary>
    public ImmutableArray<string> NotRegions { get; init; } = [];

    /// <summary>Of one programme.</summary>
    public string? Programme { get; init; }

    /// <summary>Taken by one member of staff.</summary>
    public StaffId? Assignee { get; init; }

    /// <summary>Taken by nobody.</summary>
    public bool Unassigned { get; init; }

    /// <summary>In one status.</summary>
    public ReferralStatus? Status { get; init; }

    /// <summary>Due before then.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Closed or taken back since then, the newest first; null for open ones.</summary>
    public DateTimeOffset? ClosedSince { get; init; }
}

/// <summary>Where a page of the queue ended; the next begins behind it.</summary>
/// <param name="Priority">Of the last row.</param>
/// <param name="At">When the last row is due; among closed ones, when it was closed.</param>
/// <param name="Id">Its reference.</param>
public sealed record QueueCursor(Priority Priority, DateTimeOffset At, ReferralId Id);

/// <summary>What a row of the queue shows beyond what sorts it; sealed apart, so that a page opens quickly.</summary>
public sealed record RowSummary
{
    /// <summary>What the person may be called.</summary>
    public string? Called { get; init; }

    /// <summary>Ids of the rules that fired, the deciding one first.</summary>
    public ImmutableArray<string> Why { get; init; } = [];

    /// <summary>Return is locked.</summary>
    public bool Locked { get; init; }

    /// <summary>Under 18, or may be.</summary>
    public bool Child { get; init; }

    /// <summary>The person wrote and nobody has answered.</summary>
    public bool Waiting { get; init; }

    /// <summary>Never its content: this must not reach a log.</summary>
    public override string ToString() => "RowSummary ***";
}

/// <summary>One row of the queue.</summary>
public sealed record QueueRow
{
    /// <summary>Its reference.</summary>
    public required ReferralId Id { get; init; }

    /// <summary>Its place in the queue.</summary>
    public required Priority Priority { get; init; }

    /// <summary>By when a first contact is due.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>The programme asked for.</summary>
    public required string Programme { get; init; }

    /// <summary>The responsible office.</summary>
    public required string Region { get; init; }

    /// <summary>How far it is.</summary>
    public required ReferralStatus Status { get; init; }

    /// <summary>Who took it.</summary>
    public required StaffId? Assignee { get; init; }

    /// <summary>The language of the person.</summary>
    public required Locale Language { get; init; }

    /// <summary>The channel it came by.</summary>
    public required string Channel { get; init; }

    /// <summary>When it was closed or taken back; null while it is open.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>What the row shows beyond this.</summary>
    public required RowSummary Summary { get; init; }
}

/// <summary>One page of the queue.</summary>
/// <param name="Rows">The rows, first who needs help first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record QueuePage(ImmutableArray<QueueRow> Rows, QueueCursor? Next);

/// <summary>How many open referrals one queue of one region holds.</summary>
public sealed record QueueCount(QueueName Queue, string Region, Priority Priority, int Open, int Unassigned);

/// <summary>Something to be delivered into a conversation, kept until it is.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Id">The referral.</param>
/// <param name="Entry">The number of the entry to deliver.</param>
public sealed record Delivery(long Number, ReferralId Id, int Entry);

/// <summary>
/// Keeps referrals, sealed, each under a key of its own. One contract test suite holds for every implementation. What a
/// completed call acknowledged survives a kill and a power cut; row, body, events, audit entry and outbox are written together.
/// </summary>
public interface IReferralStore
{
    /// <summary>Keeps a new referral. A repeat with the same effect returns the reference of the first.</summary>
    ValueTask<ReferralId> Receive(NewReferral referral, CancellationToken cancel);

    /// <summary>The reference of what an effect brought; null when it brought nothing yet.</summary>
    ValueTask<ReferralId?> Find(EffectId effect, CancellationToken cancel);

    /// <summary>
    /// The person takes back what an effect brought. What has not come yet will not be kept when it comes. False when that was
    /// so already.
    /// </summary>
    ValueTask<bool> TakeBack(EffectId effect, ReferralAct act, CancellationToken cancel);

    /// <summary>A referral; null when unknown or erased.</summary>
    ValueTask<Referral?> Load(ReferralId id, CancellationToken cancel);

    /// <summary>Decides a command against the referral as it stands and writes what came of it, in one step.</summary>
    ValueTask<Result<Referral>> Act(ReferralId id, ReferralAct act, CancellationToken cancel);

    /// <summary>A page of open referrals, who needs help first on top; or of closed ones, the newest first.</summary>
    ValueTask<QueuePage> Queue(QueueView view, QueueCursor? after, int atMost, CancellationToken cancel);

    /// <summary>How many are open; from memory.</summary>
    ImmutableArray<QueueCount> Counts();

    /// <summary>Writes into the audit chain who looked at it.</summary>
    ValueTask Saw(ReferralId id, StaffId by, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Writes into the audit chain who opened one sensitive answer: its path, never what it says.</summary>
    ValueTask SawAnswer(ReferralId id, string path, StaffId by, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Destroys key, body, events and row; audit chain and receipt stay. False when it was not there.</summary>
    ValueTask<bool> Erase(ReferralId id, Actor by, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Erases what was withdrawn, or closed long enough ago. Returns how many.</summary>
    ValueTask<int> EraseDue(DateTimeOffset now, CancellationToken cancel);

    /// <summary>What waits to be delivered, oldest first.</summary>
    ValueTask<ImmutableArray<Delivery>> Deliveries(int atMost, CancellationToken cancel);

    /// <summary>It was delivered.</summary>
    ValueTask Delivered(Delivery delivery, CancellationToken cancel);
}
