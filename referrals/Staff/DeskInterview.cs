using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Referrals.Sync;

namespace Outreach.Referrals.Staff;

/// <summary>Interviews for people who are present or on the phone, alerts, and unanswered questions.</summary>
public sealed partial class Desk
{
    private const string AskPrefix = "ask:";
    private const int FewestShown = 3;               // fewer could be one person
    private static readonly TimeSpan AlertsShown = TimeSpan.FromHours(24);

    /// <summary>Begins an interview: the same dialog as everywhere, read aloud; consent is recorded as given by word of mouth, present or on the phone.</summary>
    public async Task<Result<InterviewDto>> StartInterview(Caller caller, InterviewStart start, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.Interview))
            return ReferralProblems.NotYourRole("interview");
        if (start.Language is null)
            return ReferralProblems.BadRequest("language");
        if (start.Spoken is not { } spoken || !Enum.IsDefined(spoken.Way))
            return ReferralProblems.BadRequest("spoken: present or phone, interpreter or not");
        var interview = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var key = KeyOf(caller, interview);
        await services.Runner.Run(key, new InputId($"{interview}/open"), new Input.Opened(start.Language, start.Place, Spoken: spoken), cancel);
        var replies = await services.Runner.Run(key, new InputId($"{interview}/begin"), new Input.Choice(start.Programme is { } p ? AskPrefix + p : start.Language.Tag), cancel);
        return new InterviewDto(interview, replies);
    }

    /// <summary>One step of an interview. A repeat with the same id hears the same again.</summary>
    public async Task<Result<InterviewDto>> StepInterview(Caller caller, string interview, InterviewStep step, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.Interview))
            return ReferralProblems.NotYourRole("interview");
        if (step.Id is not { Length: > 0 and <= MostIdCharacters } || interview.Length != 32 || InputOf(step) is not { } input)
            return ReferralProblems.BadRequest("id and one of text, choice, word");
        var key = KeyOf(caller, interview);
        var id = new InputId($"{interview}/step/{step.Id}");
        var (before, said) = await services.Conversations.Load(key, id, cancel);
        var replies = await services.Runner.Run(key, id, input, cancel);
        return new InterviewDto(interview, replies, await HandOver(key, id, said is null ? before.State.Sent.Length : null, cancel));
    }

    /// <summary>After the step that sent a referral, its reference and a continue code; a repeat of that step shows the same.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="step">The step.</param>
    /// <param name="sentBefore">How many referrals were sent before it; null when this is a repeat.</param>
    /// <param name="cancel">Stops waiting.</param>
    private async Task<HandOver?> HandOver(ConversationKey key, InputId step, int? sentBefore, CancellationToken cancel)
    {
        var code = new InputId($"{step}/code");
        var (after, known) = await services.Conversations.Load(key, code, cancel);
        if (known is null && (sentBefore is null || after.State.Sent.Length <= sentBefore))
            return null;
        var offered = await services.Runner.Run(key, new InputId($"{step}/continue"), new Input.Command(GlobalWord.Continue), cancel);
        if (offered.SelectMany(r => r.Options).FirstOrDefault(o => GlobalWords.Control(o.Value) is null) is not { } another)
            return null;
        var issued = await services.Runner.Run(key, code, new Input.Choice(another.Value), cancel);
        return issued.SelectMany(r => r.Blocks).OfType<PageBlock.Heading>().FirstOrDefault(h => ContinueCode.Looks(h.Text)) is { } shown
            ? new HandOver(after.State.Sent[^1], shown.Text)
            : null;
    }

    /// <summary>Alerts of the last day and those nobody has acknowledged, newest first.</summary>
    public async Task<Result<AlertsDto>> Alerts(Caller caller, CancellationToken cancel) =>
        caller.Account.May(StaffAction.Alerts) ? await AllAlerts(cancel) : ReferralProblems.NotYourRole("alerts");

    /// <summary>Somebody has seen an alert.</summary>
    public async Task<Result<AlertsDto>> Acknowledge(Caller caller, long number, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.Alerts))
            return ReferralProblems.NotYourRole("alerts");
        return await services.Notices.Acknowledge(number, caller.Account.Id, Now, cancel) ? await AllAlerts(cancel) : ReferralProblems.UnknownAlert();
    }

    /// <summary>
    /// Answers in the conversation an alert came from: only where the person fetches it, or within 15 minutes, so that help
    /// never becomes a message that gives somebody away.
    /// </summary>
    public async Task<Result<AlertsDto>> AnswerAlert(Caller caller, long number, ReplyRequest request, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.Alerts))
            return ReferralProblems.NotYourRole("alerts");
        if (request.Id is not { Length: > 0 and <= MostIdCharacters } || request.Language is null || string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > ReferralLedger.MostCharacters)
            return ReferralProblems.BadRequest("id, language, text");
        var alert = (await services.Notices.Alerts(Now - AlertsShown, cancel)).FirstOrDefault(a => a.Number == number);
        if (alert?.Detail is not { Origin: var origin })
            return ReferralProblems.UnknownAlert();
        if (request.Language != alert.Language && !request.Untranslated)
            return ReferralProblems.NotTheirLanguage(alert.Language.Tag);
        if (!CanAnswer(alert))
            return ReferralProblems.ContactNotAllowed();
        var said = new Input.StaffSaid(request.Text, request.Language, request.Language != alert.Language);
        if (await services.Runner.Run(origin.Conversation, new InputId($"alert/{number}/{request.Id}"), said, cancel) is null)
            return ReferralProblems.ConversationGone();
        return await Acknowledge(caller, number, cancel);
    }

    /// <summary>Questions nobody could answer, asked by at least three different people; and pages that as many said helped or did not.</summary>
    public async Task<Result<UnansweredDto>> Unanswered(Caller caller, CancellationToken cancel)
    {
        if (!caller.Account.May(StaffAction.SeeUnanswered))
            return ReferralProblems.NotYourRole("unanswered");
        return new UnansweredDto(
            [.. (await services.Notices.Unanswered(FewestShown, cancel)).Select(u => new UnansweredRow(u.Language, u.Words, u.Askers, u.Place))],
            [.. (await services.Notices.Helped(FewestShown, cancel)).Select(h => new HelpedRow(h.Page, h.Language, h.Yes, h.No, h.Place))]);
    }

    /// <summary>The conversation of an interview: bound to who began it, so that a colleague's token cannot go on with it.</summary>
    private static ConversationKey KeyOf(Caller caller, string interview) => new(SubmitFormHandler.StaffChannel,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"interview {caller.Account.Id.Value} {interview}"))));

    private static Input? InputOf(InterviewStep step) => step switch
    {
        { Text: { } text, Choice: null, Word: null } => new Input.Text(text),
        { Text: null, Choice: { } choice, Word: null } => new Input.Choice(choice, step.At),
        { Text: null, Choice: null, Word: { } word } => new Input.Command(word),
        _ => null,
    };

    private async Task<AlertsDto> AllAlerts(CancellationToken cancel)
    {
        var names = _views.Names();
        return new AlertsDto([.. (await services.Notices.Alerts(Now - AlertsShown, cancel)).Select(a => new AlertDto(
            a.Number, a.Kind, a.Place, a.Language, a.Detail?.Whereabouts, _views.Local(a.Place, a.At), a.AcknowledgedBy is not null,
            a.AcknowledgedBy is { } by ? names.GetValueOrDefault(by) : null, CanAnswer(a)))]);
    }

    private bool CanAnswer(Alert alert) => alert.Detail is { Origin: var origin }
        && origin.Channel != SpoolIntake.Channel           // nobody comes back to a kiosk's conversation
        && (SafeContact.IsFetched(origin.Channel) || Now - alert.At <= SafeContact.ReplyWindow);
}
