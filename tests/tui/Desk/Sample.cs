using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tests.Support;
using Outreach.Tui.Desk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.Desk;

/// <summary>A case worker, a queue, a referral: invented, the same in all tests of the desk.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 20, 0, TimeSpan.Zero);
    public static readonly Size Usual = new(80, 24);
    public static readonly Size Small = new(40, 20);
    public static readonly ImmutableArray<string> Programmes = ["voluntary-return", "stranded"];

    public static MeDto Amira { get; } = new(3, "Amira", StaffRole.ProtectionReviewer, ["ly"], AccessPolicy.Of(StaffRole.ProtectionReviewer).Actions);

    public static CountsDto Counts { get; } = new(3, 2, 2, 1, 6, 0);

    public static Localizer Texts { get; } = ReadTexts();

    public static DeskApp App(Locale? language = null) => new(Texts, language ?? Locale.English, Programmes, "desk");

    public static ImmutableArray<QueueRowDto> Rows { get; } =
    [
        Row("R-7K4M-2QXD", Priority.Critical, 0, "child", Locale.Amharic, "child-alone"),
        Row("R-2QXD-7K4M", Priority.Critical, -5, "counter-trafficking", Locale.Swahili, "danger-now") with { Assignee = 7, AssigneeName = "Omar" },
        Row("R-9TTA-0BCD", Priority.Critical, 0.3, "stranded", Locale.Arabic, "pregnant") with { Waiting = true },
        Row("R-5M2C-8F1K", Priority.High, 21, "voluntary-return", Locale.Persian, "fear-of-return") with { Locked = true, Assignee = 3, AssigneeName = "Amira" },
        Row("R-8HJE-44QS", Priority.High, 30, "stranded", Locale.French, "medicine-ends"),
        Row("R-1VBN-90ZX", Priority.Medium, 120, "family-reunification", Locale.Arabic, "asks-family"),
        Row("R-3WQZ-71MN", Priority.Medium, 145, "family-reunification", Locale.English, "asks-family") with { AssigneeName = "Lena\u001b[31m\u202e" },
        Row("R-6YPD-12RT", Priority.Low, 312, "talk", Locale.English, "any"),
    ];

    /// <summary>Closed within the last 90 days, the newest first.</summary>
    public static ImmutableArray<QueueRowDto> Closed { get; } =
    [
        Row("R-0CDE-1FGH", Priority.High, -20, "stranded", Locale.Arabic, "medicine-ends") with { Status = ReferralStatus.Closed, Closed = Now.AddHours(-2), AssigneeName = "Omar" },
        Row("R-2JKM-3NPQ", Priority.Critical, -90, "child", Locale.Amharic, "child-alone") with { Status = ReferralStatus.Withdrawn, Closed = Now.AddHours(-20) },
        Row("R-4RST-5VWX", Priority.Low, -900, "talk", Locale.English, "any") with { Status = ReferralStatus.Closed, Closed = Now.AddDays(-40), AssigneeName = "Amira" },
    ];

    public static ReferralDto Referral { get; } = new()
    {
        Reference = "R-5M2C-8F1K",
        Version = 4,
        Programme = "voluntary-return",
        Region = "ly",
        Priority = Priority.High,
        Status = ReferralStatus.Claimed,
        Moves = Lifecycle.From(ReferralStatus.Claimed),
        Received = Now.AddHours(-3),
        Due = Now.AddHours(21),
        LocalTime = Now.ToOffset(TimeSpan.FromHours(2)),
        Assignee = 3,
        AssigneeName = "Amira",
        Language = Locale.Persian,
        Channel = "web",
        Place = "ly",
        Locked = true,
        Person = new PersonDto("Musa", "Gargaresh", "man"),
        Contact = new ContactDto(new ContactDecision.Wait(ContactWay.WhatsApp, Now.AddHours(2).AddMinutes(40)), ContactWay.WhatsApp, null, [DayPart.Afternoon], OthersAnswer.Neutral, null, true),
        Rules = [new RuleDto("fear-of-return", 1, Priority.High, "fears return", "The person is afraid of going back or is not sure.")],
        Answers =
        [
            new AnswerDto("wish", "What would you like?", "Go home", false),
            new AnswerDto("fear", "Are you afraid to go back?", null, true, CanOpen: true),
            new AnswerDto("pressure", "Does anyone press you to go back?", null, true, CanOpen: true),
        ],
        Consent = new ConsentDto(["return"], ["office", "iom"], Locale.Persian, Now.AddHours(-3), true, "3f9a0c12", new Spoken(SpokenWay.Phone, Interpreter: true)),
        Timeline =
        [
            new EntryDto(1, Now.AddHours(-3), "person", "received", null, null, null, null, false),
            new EntryDto(2, Now.AddHours(-3), "machine", "prioritised", null, null, Priority.High, null, false),
            new EntryDto(3, Now.AddHours(-1), "person", "from-person", "نمی‌دانم آنجا امن است یا نه \u001b]0;owned\a", Locale.Persian, null, null, false),
            new EntryDto(4, Now.AddMinutes(-40), "Amira", "claimed", null, null, null, null, false),
        ],
        May = AccessPolicy.Of(StaffRole.ProtectionReviewer).Actions,
    };

    /// <summary>The lock was opened, and counselling has begun; one answer is hardly true, and a friend helped to write.</summary>
    public static ReferralDto Counselled { get; } = Referral with
    {
        Locked = false,
        Counselling = [.. CounsellingRules.All.Select(r => r.Step switch
        {
            CounsellingStep.Language => On(r.Step, "ti", done: true),
            CounsellingStep.Interpreter => On(r.Step, "yes", done: true),
            CounsellingStep.Risk => On(r.Step, "safe", done: true),
            CounsellingStep.FirstAsked => On(r.Step, CounsellingRules.OwnWish, done: true),
            CounsellingStep.Fitness => On(r.Step, "doctor", done: false),
            _ => new CounsellingDto(r.Step, false),
        })],
        Consent = Referral.Consent! with { Helper = HelperRole.Friend },
        Answers = [new AnswerDto("size", "How many travel together?", "90", false, Doubted: true), .. Referral.Answers],
        Timeline = [.. Referral.Timeline, new EntryDto(5, Now.AddMinutes(-20), "Amira", "counselled", null, null, null, null, false, Step: CounsellingStep.FirstAsked, Said: CounsellingRules.OwnWish)],
    };

    public static AnswerDto Fear { get; } = new("fear", "Are you afraid to go back?", "Not sure: my brother was taken", true, CanOpen: true);

    public static AlertDto Alert { get; } = new(12, UrgentKind.Danger, "ly", Locale.Arabic, "Gargaresh, near the mosque", Now.AddMinutes(-2).ToOffset(TimeSpan.FromHours(2)), false, null, true);

    public static DeskModel SignedIn(Size size, Locale? language = null) => App(language).Init(size).Model with
    {
        Me = Amira,
        Counts = Counts,
        Now = Now,
        Screen = new DeskScreen.Queue(),
        Queue = new QueueState { Rows = Rows },
        DueToday = "4",
    };

    public static DeskModel Open(Size size, Locale? language = null) => SignedIn(size, language) with { Screen = new DeskScreen.Referral(Referral) };

    /// <summary>A call is allowed now.</summary>
    public static DeskModel Called(Size size, Locale? language = null) => SignedIn(size, language) with
    {
        Screen = new DeskScreen.Referral(Referral with { Contact = Referral.Contact! with { Now = new ContactDecision.Allowed(ContactWay.Call), Way = ContactWay.Call, Number = "+218911234567" } }),
    };

    public static DeskModel Counselling(Size size, Locale? language = null) => SignedIn(size, language) with { Screen = new DeskScreen.Referral(Counselled) };

    private static CounsellingDto On(CounsellingStep step, string said, bool done) => new(step, done, said, new DateOnly(2026, 11, 20), "Amira");

    private static QueueRowDto Row(string reference, Priority priority, double hours, string programme, Locale language, string rule) => new(
        reference, priority, Now.AddHours(hours), Now.AddHours(-4), programme, "ly", ReferralStatus.Received, null, null, language, "web", null, [rule], false, false, false);

    /// <summary>English and Arabic as shipped.</summary>
    private static Localizer ReadTexts()
    {
        PoFile[] english = [Catalog("desk.pot"), Catalog("rules.pot")];
        return Localizer.Of(english.SelectMany(f => f.Entries), Locale.All.Skip(1).SelectMany(l => (PoFile[])[Catalog($"desk.{l.Tag}.po"), Catalog($"rules.{l.Tag}.po")]));
    }

    private static PoFile Catalog(string name)
    {
        var read = PoReader.ReadFile(Repository.At("localization", "catalogs", name));
        return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
    }
}
