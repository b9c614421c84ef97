using System.Diagnostics;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Desk;

/// <summary>Asks the staff API, away from the loop, and posts what it said.</summary>
public sealed class DeskEffects(StaffClient staff, TimeProvider clock) : IEffectRunner<DeskEffect, DeskMsg>
{
    /// <inheritdoc/>
    public async Task Run(DeskEffect effect, Action<DeskMsg> post, CancellationToken stopping)
    {
        if (effect is DeskEffect.Speak(var language))
        {
            staff.Language = language;
            await staff.KeepLanguage(stopping);
        }
        else
        {
            post(await Ask(effect, stopping));
        }
    }

    private async Task<DeskMsg> Ask(DeskEffect effect, CancellationToken stopping) => effect switch
    {
        DeskEffect.SignIn(var number, var request) => new DeskMsg.SignedIn(number, await staff.SignIn(request, stopping), Now),
        DeskEffect.LoadQueue(var number, var ask) => new DeskMsg.QueueLoaded(number, ask, await staff.Queue(ask, stopping), Now),
        DeskEffect.Poll => new DeskMsg.Polled(await staff.Counts(stopping), Now),
        DeskEffect.LoadAlerts => new DeskMsg.AlertsLoaded(0, await staff.Alerts(stopping)),
        DeskEffect.LoadChecks(var number) => new DeskMsg.ChecksLoaded(number, await staff.Checks(stopping)),
        DeskEffect.Open(var number, var reference) => new DeskMsg.Opened(number, await staff.Open(reference, stopping), Now),
        DeskEffect.OpenAnswer(var number, var reference, var path) => new DeskMsg.AnswerOpened(number, reference, await staff.OpenAnswer(reference, path, stopping)),
        DeskEffect.Act(var number, var reference, var act) => new DeskMsg.Acted(number, await staff.Act(reference, act, stopping), act, Now),
        DeskEffect.Reply(var number, var reference, var request) => new DeskMsg.Replied(number, await staff.Reply(reference, request, stopping), Now),
        DeskEffect.Begin(var number, var start) => new DeskMsg.Heard(number, await staff.Begin(start, stopping)),
        DeskEffect.Step(var number, var interview, var step) => new DeskMsg.Heard(number, await staff.Step(interview, step, stopping)),
        DeskEffect.Acknowledge(var number, var alert) => new DeskMsg.AlertsLoaded(number, await staff.Acknowledge(alert, stopping)),
        DeskEffect.AnswerAlert(var number, var alert, var request) => new DeskMsg.AlertsLoaded(number, await staff.AnswerAlert(alert, request, stopping), alert),
        DeskEffect.LoadContent(var number, var words) => new DeskMsg.ContentLoaded(number, words, await staff.Content(words, stopping)),
        DeskEffect.OpenContent(var number, var file, var contact) => new DeskMsg.ContentOpened(number, await staff.ContentItem(file, contact, stopping)),
        DeskEffect.Propose(var number, var request) => new DeskMsg.ChangesLoaded(number, await staff.Propose(request, stopping), "desk.done.proposed", Now),
        DeskEffect.LoadChanges(var number) => new DeskMsg.ChangesLoaded(number, await staff.Changes(stopping), null, Now),
        DeskEffect.Decide(var number, var change, var act) => new DeskMsg.ChangesLoaded(number, await staff.Decide(change, act, stopping), EditingUpdate.Done(act.Decision), Now),
        DeskEffect.LoadUnanswered(var number) => new DeskMsg.UnansweredLoaded(number, await staff.Unanswered(stopping)),
        DeskEffect.SignOut => await SignOut(stopping),
        _ => throw new UnreachableException(),
    };

    private DateTimeOffset Now => clock.GetUtcNow();

    private async Task<DeskMsg> SignOut(CancellationToken stopping)
    {
        await staff.SignOut(stopping);
        return new DeskMsg.SignedOut();
    }
}
