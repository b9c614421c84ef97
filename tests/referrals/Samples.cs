using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Triage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests;

/// <summary>Submissions, drafts and rules as they really are.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<RuleSet> Read = new(() => Must(RulesReader.Read(Repository.At("referrals", "rules"), TestBook.Real.Dialogs.Values)));
    private static readonly Lazy<Book> WithRules = new(() => TestBook.Real with { Texts = TestBook.Real.Texts.With(Read.Value.English) });

    public static RuleSet Rules => Read.Value;

    public static Book Book => WithRules.Value;

    public static Routing Routing { get; } = Must(RulesReader.ReadRouting(File.ReadAllText(Repository.At("referrals", "rules", "routing.yaml")), "routing.yaml"));

    public static ConsentRecord Consent { get; } = new("hash", "shown", Locale.English, ["triage"], ["office"], Now);

    /// <summary>A submission; answers as "name=value; name=value".</summary>
    public static Submission Submission(string dialog, string answers = "", bool child = false, bool locked = false) => new()
    {
        Dialog = dialog,
        Revision = "r",
        Programme = TestBook.Real.Dialogs[dialog].Programme,
        Language = Locale.English,
        Place = "ly",
        Answers = Answers(answers),
        ReturnLocked = locked,
        Child = child,
        Consent = Consent,
    };

    public static ImmutableSortedDictionary<string, string> Answers(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=', 2))
        .ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static ReferralDraft Draft(string dialog, string answers = "", bool child = false, bool locked = false) =>
        Must(Intake.Read(Book, Routing, Submission(dialog, answers, child, locked), oral: false));

    public static Verdict Judge(ReferralDraft draft) => TriageEngine.Judge(Rules, draft, new Moment(Now, TimeSpan.Zero));

    /// <summary>A referral that needs no content to be made; the killed process uses it.</summary>
    public static NewReferral New(ConversationId conversation, DateTimeOffset at) => new(
        new ReferralDraft
        {
            Programme = "talk",
            Dialog = "talk",
            Revision = "r",
            Queue = QueueName.Team,
            Region = "ly",
            Language = Locale.English,
            Place = "ly",
            Answers = Answers("message=help"),
            ReturnLocked = false,
            Child = false,
            Consent = Consent,
            Person = new PersonSummary(),
        },
        new Origin(conversation, "web"), new Verdict(Priority.Medium, TimeSpan.FromDays(7), []), at, new EffectId(conversation, 1, 0));

    public static Referral Referral(string dialog = "stranded", string answers = "", bool child = false, bool locked = false)
    {
        var draft = Draft(dialog, answers, child, locked);
        var conversation = new ConversationId(new Guid("11111111-1111-1111-1111-111111111111"));
        return ReferralLedger.Begin(ReferralId.Random(), new NewReferral(draft, new Origin(conversation, "web"), Judge(draft), Now, new EffectId(conversation, 1, 0)));
    }

    public static T Must<T>(Result<T> result) => result.Ok ? result.Value : throw new InvalidOperationException(string.Join('\n', result.Problems));
}
