using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Tui.Desk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.Desk;

/// <summary>Screens of the desk with more than fits, where an arrow key scrolls.</summary>
internal static class LongScreens
{
    public const int Many = 40;

    private const string Told = "She says that the men from the workshop come every evening and ask where the others sleep, and that nobody in the house opens the door any more.";
    private const string ToldInArabic = "تقول إن رجال الورشة يأتون كل مساء ويسألون أين ينام الآخرون، ولم يعد أحد في البيت يفتح الباب، وهي تخاف على أخيها الصغير الذي لا يخرج منذ أسبوع.";

    public static readonly ImmutableDictionary<string, Func<Size, Locale, DeskModel>> Models = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, Func<Size, Locale, DeskModel>>
    {
        ["long queue"] = Queue,
        ["long referral"] = Referral,
        ["many alerts"] = Alerts,
        ["many choices"] = Choices,
    });

    private static DeskModel Queue(Size size, Locale language)
    {
        var model = Sample.SignedIn(size, language);
        return model with { Queue = model.Queue with { Rows = [.. Enumerable.Range(1000, Many).Select(i => Sample.Rows[i % Sample.Rows.Length] with { Reference = $"R-{i}-2QXD" })] } };
    }

    private static DeskModel Referral(Size size, Locale language)
    {
        var told = Enumerable.Range(1, Many / 2).Select(i => new EntryDto(4 + i, Sample.Now.AddMinutes(i - 40), i % 3 == 0 ? "Amira" : "person", i % 3 == 0 ? "note" : "from-person", $"{i}. {(i % 2 == 0 ? Told : ToldInArabic)}", i % 2 == 0 ? Locale.English : Locale.Arabic, null, null, false));
        return Sample.SignedIn(size, language) with { Screen = new DeskScreen.Referral(Sample.Referral with { Timeline = [.. Sample.Referral.Timeline, .. told] }) };
    }

    private static DeskModel Alerts(Size size, Locale language) => Sample.SignedIn(size, language) with
    {
        Alerts = [.. Enumerable.Range(1, Many / 2).Select(i => Sample.Alert with { Number = i, Whereabouts = i % 2 == 0 ? Told : ToldInArabic, At = Sample.Now.AddMinutes(-i) })],
        Screen = new DeskScreen.Alerts(new DeskScreen.Queue()),
    };

    private static DeskModel Choices(Size size, Locale language)
    {
        var label = language == Locale.Arabic ? "أريد أن أعرف المزيد عن العودة إلى البيت" : "I want to know more about going back home";
        var asks = new Reply
        {
            Kind = ReplyKind.Ask,
            Language = language,
            Blocks = [PageBlock.Paragraph.Of("?")],
            Options = [.. Enumerable.Range(1, Many).Select(i => new Option($"{i}", i % 5 == 0 ? $"{i} {label}" : $"{i}"))],
            At = "wish",
        };
        var waiting = Sample.SignedIn(size, language) with { Screen = new DeskScreen.Interview("i", []), Awaited = 5, Waiting = Waiting.Saving };
        return Sample.App(language).Update(waiting, new DeskMsg.Heard(5, new InterviewDto("i", [asks]))).Model;
    }
}
