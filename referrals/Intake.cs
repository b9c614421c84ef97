using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Programmes;
using Outreach.Localization;

namespace Outreach.Referrals;

/// <summary>
/// Submission in, draft or problems out. Checks again what the dialog core promises, because a kiosk or another node may have
/// been the sender: consent, childhood, the return lock, and that nothing is kept which was not asked.
/// </summary>
public static class Intake
{
    private const string TalkDialog = "talk";

    /// <summary>The draft of a submission.</summary>
    /// <param name="book">The content it was made with.</param>
    /// <param name="routing">Offices and queues.</param>
    /// <param name="submission">What was sent.</param>
    /// <param name="oral">Staff read the consent aloud (channel "staff").</param>
    public static Result<ReferralDraft> Read(Book book, Routing routing, Submission submission, bool oral)
    {
        if (!book.Dialogs.TryGetValue(submission.Dialog, out var dialog) || dialog.Programme != submission.Programme)
            return ReferralProblems.UnknownDialog(submission.Dialog);
        if (dialog.NeedsConsent && !HasConsent(submission.Consent))
            return ReferralProblems.NoConsent(dialog.Id);
        var form = DialogForm.Of(dialog);
        var problems = form.Check(submission.Answers);
        if (problems.Length > 0)
            return problems;
        var kind = KindOf(book, dialog);
        var child = submission.Child || form.Means(submission.Answers, Signal.Child);
        if (child && kind is not (ProgrammeKind.Child or ProgrammeKind.Anyone))
            return ReferralProblems.ChildInAdultProgramme(submission.Programme);
        if (kind == ProgrammeKind.Return && submission.ReturnLocked)
            return ReferralProblems.ReturnIsLocked(submission.Programme);
        return new ReferralDraft
        {
            Programme = submission.Programme,
            Dialog = dialog.Id,
            Revision = submission.Revision,
            Queue = routing.QueueOf(submission.Programme),
            Region = routing.RegionOf(submission.Place),
            Language = submission.Language,
            CallLanguage = submission.CallLanguage,
            Place = submission.Place,
            Answers = submission.Answers,
            Doubted = [.. submission.Doubted.Where(submission.Answers.ContainsKey)],
            ReturnLocked = submission.ReturnLocked,
            Child = child || kind == ProgrammeKind.Child,
            SaysAdult = submission.SaysAdult,
            LeadsBack = kind == ProgrammeKind.Return,
            Consent = oral ? submission.Consent with { Oral = true } : submission.Consent,
            Person = PersonOf(submission.Answers),
        };
    }

    /// <summary>How the safety rules treat the programme of a dialog; one that stands in no list is for adults.</summary>
    public static ProgrammeKind KindOf(Book book, DialogDefinition dialog) =>
        book.Programmes.FirstOrDefault(p => p.Dialog == dialog.Id)?.Kind ?? (dialog.Id == TalkDialog ? ProgrammeKind.Anyone : ProgrammeKind.Adult);

    private static bool HasConsent(ConsentRecord? consent) =>
        consent is { TextHash.Length: > 0, Purposes.IsDefaultOrEmpty: false, Agencies.IsDefaultOrEmpty: false };

    private static PersonSummary PersonOf(ImmutableSortedDictionary<string, string> answers) => new()
    {
        Called = answers.GetValueOrDefault("called"),
        Area = answers.GetValueOrDefault("region") ?? answers.GetValueOrDefault("child_region"),
        Helper = answers.GetValueOrDefault("helper"),
        Contact = WishOf(answers),
    };

    private static ContactWish WishOf(ImmutableSortedDictionary<string, string> answers)
    {
        if (answers.TryGetValue("child_number", out var childNumber))
            return new ContactWish { Way = ContactWay.Call, Number = childNumber, InOwnWords = answers.GetValueOrDefault("child_find") };
        return new ContactWish
        {
            Way = answers.GetValueOrDefault("contact_way") switch { "call" => ContactWay.Call, "sms" => ContactWay.Sms, "whatsapp" => ContactWay.WhatsApp, "site" => ContactWay.Site, _ => ContactWay.Here },
            Number = answers.GetValueOrDefault("contact_number"),
            Hours = [.. (answers.GetValueOrDefault("contact_hours") ?? "").Split(' ').Select(PartOf).OfType<DayPart>().Distinct().Order()],
            Others = answers.GetValueOrDefault("others_answer") switch { "say" => OthersAnswer.Say, "neutral" => OthersAnswer.Neutral, _ => OthersAnswer.HangUp },
            InOwnWords = answers.GetValueOrDefault("child_find"),
        };
    }

    private static DayPart? PartOf(string word) => word switch
    {
        "morning" => DayPart.Morning,
        "midday" => DayPart.Midday,
        "afternoon" => DayPart.Afternoon,
        "evening" => DayPart.Evening,
        _ => null,
    };
}
