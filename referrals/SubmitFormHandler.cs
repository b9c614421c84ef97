using System.Collections.Immutable;
using System.Diagnostics;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Triage;

namespace Outreach.Referrals;

/// <summary>What the handler works with.</summary>
public sealed record IntakeServices
{
    /// <summary>The content.</summary>
    public required Func<Book> Book { get; init; }

    /// <summary>The published rules.</summary>
    public required Func<RuleSet> Rules { get; init; }

    /// <summary>Offices and queues.</summary>
    public required Routing Routing { get; init; }

    /// <summary>The register.</summary>
    public required IReferralStore Referrals { get; init; }

    /// <summary>Alerts and unanswered questions.</summary>
    public required INoticeStore Notices { get; init; }

    /// <summary>Keeps codes.</summary>
    public required IConversationStore Conversations { get; init; }

    /// <summary>Hashes codes.</summary>
    public required ICodeHash Codes { get; init; }

    /// <summary>Makes codes.</summary>
    public required CodeMaker CodeMaker { get; init; }

    /// <summary>Who is at a desk.</summary>
    public required DutyRoster Duty { get; init; }

    /// <summary>Zones of places.</summary>
    public required ZoneClock Zones { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>What the office promises people about a first contact, in hours; null promises nothing.</summary>
    public int? PromiseHours { get; init; }
}

/// <summary>Does in the register what a conversation wanted. A repeat with the same effect id gives the same result.</summary>
public sealed class SubmitFormHandler(IntakeServices services) : IEffectHandler
{
    /// <summary>The channel on which staff read the questions aloud.</summary>
    public const string StaffChannel = "staff";

    private readonly Brake<ConversationId> _lookUps = new(most: 20, window: TimeSpan.FromHours(1));

    /// <inheritdoc/>
    public ValueTask<EffectResult> Handle(EffectId id, Effect effect, string channel, CancellationToken cancel) => effect switch
    {
        Effect.Submit(var submission) => Submit(id, submission, channel, cancel),
        Effect.Alert alert => Raise(id, alert, channel, cancel),
        Effect.IssueCode => Issue(id, cancel),
        Effect.LookUp(var reference) => LookUp(id, reference, cancel),
        Effect.TellStaff tell => Tell(id, tell, cancel),
        Effect.Withdraw(var references) => Withdraw(id, references, cancel),
        Effect.LockReturn(var references) => Lock(id, references, cancel),
        Effect.NoteUnanswered note => Note(id, note, cancel),
        Effect.NoteHelped note => Count(id, note, cancel),
        Effect.Resume => ValueTask.FromResult<EffectResult>(new EffectResult.CodeUnknown(TooManyTries: false)),
        _ => throw new UnreachableException(),
    };

    private DateTimeOffset Now => services.Clock.GetUtcNow();

    private async ValueTask<EffectResult> Submit(EffectId id, Submission submission, string channel, CancellationToken cancel)
    {
        var taken = await Reception.Take(services, new Incoming(submission, new Origin(id.Conversation, channel), Now, id), cancel);
        return taken.Ok
            ? new EffectResult.Submitted(taken.Value.ToString(), Kept: false, services.PromiseHours)
            : new EffectResult.Failed(taken.Problems[0].Code);
    }

    private async ValueTask<EffectResult> Raise(EffectId id, Effect.Alert alert, string channel, CancellationToken cancel)
    {
        await services.Notices.Raise(id, alert, new Origin(id.Conversation, channel), Now, cancel);
        return new EffectResult.Alerted(services.Duty.AnyoneOnDuty(Now));
    }

    private async ValueTask<EffectResult> Issue(EffectId id, CancellationToken cancel)
    {
        var code = services.CodeMaker.Of(id);
        await services.Conversations.KeepCode(services.Codes.OfCode(code), id.Conversation, Now + Limits.ContinueCode, cancel);
        return new EffectResult.CodeIssued(code);
    }

    private async ValueTask<EffectResult> LookUp(EffectId id, string reference, CancellationToken cancel)
    {
        if (!_lookUps.MayTry(id.Conversation, Now) || !ReferralId.TryParse(reference, out var wanted))
            return new EffectResult.Status(reference, null);
        var found = await services.Referrals.Load(wanted, cancel);
        return new EffectResult.Status(wanted.ToString(), found is null ? null : Lifecycle.Neutral(found.Status));
    }

    private async ValueTask<EffectResult> Tell(EffectId id, Effect.TellStaff tell, CancellationToken cancel)
    {
        if (await Own(id.Conversation, tell.Reference, cancel) is not { } referral)
            return new EffectResult.Failed(ReferralProblems.UnknownReference().Code);
        var heard = await Act(referral.Id, id, new ReferralCommand.HearPerson(tell.Text, tell.Language), cancel);
        return heard.Ok ? new EffectResult.Told(services.Duty.AnyoneOnDuty(Now)) : new EffectResult.Failed(heard.Problems[0].Code);
    }

    private async ValueTask<EffectResult> Withdraw(EffectId id, ImmutableArray<string> references, CancellationToken cancel)
    {
        var count = 0;
        foreach (var reference in references)
            if (await Own(id.Conversation, reference, cancel) is { } referral && (await Act(referral.Id, id, new ReferralCommand.Withdraw(), cancel)).Ok)
                count++;
        return new EffectResult.Withdrawn(count);
    }

    private async ValueTask<EffectResult> Lock(EffectId id, ImmutableArray<string> references, CancellationToken cancel)
    {
        foreach (var reference in references)
            if (await Own(id.Conversation, reference, cancel) is { } referral)
                await Act(referral.Id, id, new ReferralCommand.LockReturn(), cancel);
        return new EffectResult.Quiet();
    }

    private async ValueTask<EffectResult> Note(EffectId id, Effect.NoteUnanswered note, CancellationToken cancel)
    {
        await services.Notices.NoteUnanswered(id, note, Now, cancel);
        return new EffectResult.Quiet();
    }

    private async ValueTask<EffectResult> Count(EffectId id, Effect.NoteHelped note, CancellationToken cancel)
    {
        await services.Notices.NoteHelped(id, note, Now, cancel);
        return new EffectResult.Quiet();
    }

    private ValueTask<Result<Referral>> Act(ReferralId referral, EffectId id, ReferralCommand command, CancellationToken cancel) =>
        services.Referrals.Act(referral, new ReferralAct(command, new Actor.Person(), Now, id.ToString()), cancel);

    /// <summary>A referral that this very conversation sent: knowing a reference is not enough to write to it or take it back.</summary>
    private async ValueTask<Referral?> Own(ConversationId conversation, string reference, CancellationToken cancel) =>
        ReferralId.TryParse(reference, out var id) && await services.Referrals.Load(id, cancel) is { } found && found.Origin.Conversation == conversation ? found : null;
}
