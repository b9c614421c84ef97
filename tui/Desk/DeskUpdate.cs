using System.Collections.Immutable;
using System.Diagnostics;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Desk;

/// <summary>What changes when something happens at the desk; pure. Each screen has its own part.</summary>
public sealed class DeskUpdate(DeskWords words, ImmutableArray<string> programmes)
{
    private const string QuitAgain = "desk.quit.again";

    private readonly ReferralUpdate _referral = new(words);
    private readonly AlertsUpdate _alerts = new(words);
    private readonly ChecksUpdate _checks = new(words);
    private readonly ChangesUpdate _changes = new(words);
    private readonly InterviewUpdate _interview = new(words, programmes);

    /// <summary>The next model and what is to be done.</summary>
    public DeskStep Update(DeskModel model, DeskMsg message) => message switch
    {
        DeskMsg.Event { Input: InputEvent.Resized resized } => (model with { Size = resized.Size }).Still(),
        DeskMsg.Event { Input: InputEvent.LinkTimed link } => (model with { RoundTrip = link.RoundTrip }).Still(),
        DeskMsg.Event(var input) => model.Help ? model.Still() : Touched(model, input),
        DeskMsg.Do(var command) => Do(model, command),
        DeskMsg.SignedIn signed => signed.Number == model.Awaited ? SignInUpdate.Answered(model, signed) : model.Still(),
        DeskMsg.QueueLoaded loaded => QueueUpdate.Loaded(model, loaded),
        DeskMsg.Poll => (model with { Polls = model.Polls + 1 }, [new DeskEffect.Poll()]),
        DeskMsg.Polled polled => Polled(model, polled),
        DeskMsg.AlertsLoaded loaded => AlertsUpdate.Loaded(model, loaded),
        DeskMsg.ChecksLoaded loaded => loaded.Number == model.Awaited ? ChecksUpdate.Loaded(model, loaded) : model.Still(),
        DeskMsg.Opened opened => ReferralUpdate.Opened(model, opened),
        DeskMsg.AnswerOpened opened => ReferralUpdate.AnswerOpened(model, opened),
        DeskMsg.Acted acted => _referral.Acted(model, acted),
        DeskMsg.Replied replied => _referral.Replied(model, replied),
        DeskMsg.ContentLoaded loaded => EditingUpdate.Loaded(model, loaded),
        DeskMsg.ContentOpened opened => EditingUpdate.Opened(model, opened),
        DeskMsg.UnansweredLoaded loaded => EditingUpdate.Loaded(model, loaded),
        DeskMsg.ChangesLoaded loaded => EditingUpdate.Loaded(model, loaded),
        DeskMsg.Heard heard => heard.Number == model.Awaited ? _interview.Heard(model, heard) : model.Still(),
        DeskMsg.Lock => (model.Locked(), [new DeskEffect.SignOut()]),
        DeskMsg.SignedOut => (model with { Over = model.Waiting == Waiting.Leaving }).Still(),
        _ => throw new UnreachableException(),
    };

    private DeskStep Touched(DeskModel model, InputEvent input) => model.Screen switch
    {
        DeskScreen.SignIn screen => SignInUpdate.Touched(model, screen, input),
        DeskScreen.Queue => QueueUpdate.Touched(model, input),
        DeskScreen.Referral screen => _referral.Touched(model, screen, input),
        DeskScreen.Alerts screen => _alerts.Touched(model, screen, input),
        DeskScreen.Checks screen => _checks.Touched(model, screen, input),
        DeskScreen.Choosing screen => _interview.Chosen(model, screen, input),
        DeskScreen.Interview screen => _interview.Touched(model, screen, input),
        DeskScreen.Content screen => EditingUpdate.Touched(model, screen, input),
        DeskScreen.Editing screen => EditingUpdate.Touched(model, screen, input),
        DeskScreen.Changes screen => _changes.Touched(model, screen, input),
        DeskScreen.Unanswered screen => _changes.Touched(model, screen, input),
        _ => throw new UnreachableException(),
    };

    private DeskStep Do(DeskModel model, DeskCommand command) => (command, model.Screen) switch
    {
        (DeskCommand.Back, _) when model.Help => (model with { Help = false }).Still(),
        (DeskCommand.Help, _) => (model with { Help = true }).Still(),
        (DeskCommand.Quit, DeskScreen.SignIn) => (model with { Over = true }).Still(),
        (DeskCommand.Quit, _) when HasDrafts(model) && model.Notice is not Notice.Done { Key: QuitAgain } => (model with { Notice = new Notice.Done(QuitAgain) }).Still(),
        (DeskCommand.Quit, _) => model.Waiting == Waiting.Leaving
            ? (model with { Over = true }).Still()
            : (model with { Waiting = Waiting.Leaving, Notice = null }, [new DeskEffect.SignOut()]),
        (DeskCommand.Alerts, _) => (model with { Screen = new DeskScreen.Alerts(model.Screen), Notice = null }).Still(),
        (DeskCommand.DeskLanguage, _) => model.InNextLanguage(),
        (DeskCommand.New, _) => _interview.Begin(model).Still(),
        (DeskCommand.Checks, _) => ChecksUpdate.Load(model),
        (DeskCommand.Unanswered, _) => model.Ask(Waiting.Loading, number => new DeskEffect.LoadUnanswered(number)),
        (_, DeskScreen.Unanswered screen) => (command == DeskCommand.Back ? model with { Screen = screen.Behind, Notice = null } : model).Still(),
        (DeskCommand.Content, _) => EditingUpdate.Begin(model),
        (DeskCommand.Changes, _) => model.Ask(Waiting.Loading, number => new DeskEffect.LoadChanges(number)),
        (_, DeskScreen.Content screen) => EditingUpdate.Do(model, screen, command),
        (_, DeskScreen.Editing screen) => EditingUpdate.Do(model, screen, command),
        (_, DeskScreen.Changes screen) => EditingUpdate.Do(model, screen, command),
        (_, DeskScreen.SignIn screen) => SignInUpdate.Do(model, screen, command),
        (_, DeskScreen.Queue) => QueueUpdate.Do(model, command),
        (_, DeskScreen.Referral screen) => _referral.Do(model, screen, command),
        (_, DeskScreen.Alerts screen) => _alerts.Do(model, screen, command),
        (_, DeskScreen.Checks screen) => ChecksUpdate.Do(model, screen, command),
        (_, DeskScreen.Choosing) => (model with { Screen = new DeskScreen.Queue() }).Still(),
        (_, DeskScreen.Interview screen) => _interview.Do(model, screen, command),
        _ => throw new UnreachableException(),
    };

    private static bool HasDrafts(DeskModel model) => !model.Drafts.IsEmpty || !model.Edits.IsEmpty || model.Screen is DeskScreen.Editing editing && EditingUpdate.IsBegun(editing) || model.Screen is DeskScreen.Referral { Draft: not null };

    private static DeskStep Polled(DeskModel model, DeskMsg.Polled polled)
    {
        if (!polled.Answer.Ok)
            return polled.Answer.Problems[0].Code == DeskProblems.SessionOverCode
                ? model.Failed(polled.Answer.Problems[0]).Still()
                : (model with { Offline = model.Offline || DeskProblems.IsLink(polled.Answer.Problems[0]) }).Still();
        var news = model.Counts != polled.Answer.Value;
        var next = model with { Offline = false, Counts = polled.Answer.Value, Now = polled.Now };
        var effects = ImmutableArray.CreateBuilder<DeskEffect>();
        if (polled.Answer.Value.Alerts != model.Alerts.Length)
            effects.Add(new DeskEffect.LoadAlerts());
        if (news && model.Waiting == Waiting.Nothing)
            effects.Add(QueueUpdate.Refresh(next));
        return (next, effects.ToImmutable());
    }
}
