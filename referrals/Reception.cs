using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Triage;

namespace Outreach.Referrals;

/// <summary>What comes in with a submission, whatever door it came by.</summary>
/// <param name="Submission">What was sent.</param>
/// <param name="Origin">From where.</param>
/// <param name="At">When the person sent it: the clocks run from then.</param>
/// <param name="Effect">A repeat gives the same reference.</param>
/// <param name="Slip">The reference the person holds already; null where the register gives one.</param>
internal sealed record Incoming(Submission Submission, Origin Origin, DateTimeOffset At, EffectId Effect, ReferralId? Slip = null);

/// <summary>The one way into the register: checked, judged by the published rules, kept.</summary>
internal static class Reception
{
    /// <summary>Takes a submission in; the reference, or why not.</summary>
    public static async ValueTask<Result<ReferralId>> Take(IntakeServices services, Incoming incoming, CancellationToken cancel)
    {
        var book = services.Book();
        var (submission, origin) = (incoming.Submission, incoming.Origin);
        var draft = Intake.Read(book, services.Routing, submission, oral: origin.Channel == SubmitFormHandler.StaffChannel);
        if (!draft.Ok)
            return draft.Problems;
        var verdict = TriageEngine.Judge(services.Rules(), draft.Value, services.Zones.At(book, submission.Place, incoming.At));
        return await services.Referrals.Receive(new NewReferral(draft.Value, origin, verdict, incoming.At, incoming.Effect) { Slip = incoming.Slip }, cancel);
    }
}
