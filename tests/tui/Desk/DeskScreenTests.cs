using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tests.Support;
using Outreach.Tui.Desk;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Tests.Desk;

/// <summary>The screens as plain text in tests/testdata/screens; OUTREACH_UPDATE=1 writes them anew.</summary>
public class DeskScreenTests
{
    public static TheoryData<string, string, int, int> Screens()
    {
        var data = new TheoryData<string, string, int, int>();
        foreach (var name in Models.Keys)
            foreach (var language in name == "trial" ? Locale.All.Select(l => l.Tag) : ["en", "ar"])
                foreach (var size in (Size[])[Sample.Usual, Sample.Small])
                    data.Add(name, language, size.Width, size.Height);
        return data;
    }

    internal static readonly Dictionary<string, Func<Size, Locale, DeskModel>> Models = new(StringComparer.Ordinal)
    {
        ["signin"] = (size, language) => Sample.App(language).Init(size).Model,
        ["queue"] = Sample.SignedIn,
        ["trial"] = (size, language) => Sample.SignedIn(size, language) with { Me = Sample.Amira with { Trial = true } },
        ["queue-alert"] = (size, language) => Sample.SignedIn(size, language) with { Alerts = [Sample.Alert], RoundTrip = TimeSpan.FromMilliseconds(740) },
        ["queue-closed"] = (size, language) => Sample.SignedIn(size, language) with { Queue = new QueueState { Tab = QueueTab.Closed, Rows = Sample.Closed } },
        ["referral"] = (size, language) => Sample.Open(size, language),
        ["reply"] = (size, language) => After(Sample.Open(size, language), language, "rHello Musa, when can we talk?"),
        ["reply-warned"] = (size, language) => After(Sample.Open(size, language), language, "rHello Musa, when can we talk?\x13"),
        ["counselling"] = (size, language) => Sample.Counselling(size, language),
        ["counselling-steps"] = (size, language) => After(Sample.Counselling(size, language), language, "g"),
        ["counselling-answers"] = (size, language) => After(Sample.Counselling(size, language), language, "g5"),
        ["counselling-missing"] = NotYet,
        ["answer-doubted"] = (size, language) => After(Sample.Counselling(size, language), language, "\x1b[F"),
        ["status"] = (size, language) => After(Sample.Open(size, language), language, "s"),
        ["alerts"] = (size, language) => Sample.SignedIn(size, language) with { Alerts = [Sample.Alert], Screen = new DeskScreen.Alerts(new DeskScreen.Queue()) },
        ["consent"] = (size, language) => Interview(Sample.SignedIn(size, language), language),
        ["how"] = (size, language) => After(Sample.SignedIn(size, language), language, "N5"),
        ["handover"] = HandedOver,
        ["link-lost"] = LinkLost,
        ["content"] = (size, language) => EditingSample.List(size, language),
        ["content-contact"] = (size, language) => After(EditingSample.Open(EditingSample.Contact, size, language), language, "9\t\t\t\tnew number on their door"),
        ["content-page"] = (size, language) => EditingSample.Open(EditingSample.Page, size, language),
        ["content-changes"] = (size, language) => After(EditingSample.Changes(size, language), language, "\r"),
        ["content-unanswered"] = (size, language) => EditingSample.List(size, language) with
        {
            Screen = new DeskScreen.Unanswered(new UnansweredDto(
                [new UnansweredRow(Locale.English, "sim card …", 12, "de"), new UnansweredRow(Locale.Arabic, "مدرسة … أطفال", 3)],
                [new HelpedRow("de/housing", Locale.Arabic, 2, 7, "de"), new HelpedRow("de/health", Locale.English, 9, 1)]), new DeskScreen.Queue()),
        },
        ["content-refused"] = Refused,
        ["help"] = (size, language) => Sample.Open(size, language) with { Help = true },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public void Looks_as_expected(string name, string language, int width, int height)
    {
        Assert.True(Locale.TryParse(language, out var locale));
        var text = Draw(Models[name](new Size(width, height), locale), locale).LogicalText();
        var file = Repository.At("tests", "testdata", "screens", $"desk-{name}.{language}.{width}x{height}.txt");
        if (Repository.Update)
            File.WriteAllText(file, text);
        Assert.Equal(File.ReadAllText(file), text);
    }

    [Fact]
    public void Nothing_a_person_wrote_reaches_the_terminal_as_a_command()
    {
        var bytes = System.Text.Encoding.UTF8.GetString(new Difference().Frame(Draw(Models["queue"](Sample.Usual, Locale.English), Locale.English)));
        Assert.DoesNotContain("[31m", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', bytes);
        Assert.DoesNotContain("owned", Draw(Models["referral"](Sample.Usual, Locale.English), Locale.English).LogicalText().Replace("]0;owned", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_of_the_desk_is_missing() => Assert.All(Models.Values, model =>
        Assert.DoesNotContain("⟦", Draw(model(Sample.Usual, Locale.English), Locale.English).LogicalText(), StringComparison.Ordinal));

    internal static Screen Draw(DeskModel model, Locale language)
    {
        var screen = new Screen(model.Size);
        Sample.App(language).View(model, new Painter(screen));
        return screen;
    }

    /// <summary>The model after keys, each translated as the loop does it.</summary>
    internal static DeskModel After(DeskModel model, Locale language, string keys)
    {
        var app = Sample.App(language);
        foreach (var input in Support.Keys.Of(keys))
            if (app.Translate(model, input) is { } message)
                model = app.Update(model, message).Model;
        return model;
    }

    /// <summary>The link broke while a note was on its way.</summary>
    private static DeskModel LinkLost(Size size, Locale language)
    {
        var saving = After(Sample.Open(size, language), language, "nCalled the clinic, they wait for her.\x13");
        return Sample.App(language).Update(saving, new DeskMsg.Acted(saving.Awaited, DeskProblems.ServerUnreachable(), new DeskAct.Note(new NoteRequest("")), Sample.Now)).Model;
    }

    /// <summary>Somebody wanted to refer it on before counselling was complete.</summary>
    private static DeskModel NotYet(Size size, Locale language)
    {
        var asked = After(Sample.Counselling(size, language), language, "s3to the airline\r");
        var missing = ReferralProblems.NotCounselled([CounsellingStep.SecondAsked, CounsellingStep.Alternatives, CounsellingStep.Documents, CounsellingStep.Decision]);
        return Sample.App(language).Update(asked, new DeskMsg.Acted(asked.Awaited, missing, new DeskAct.Status(new StatusRequest(ReferralStatus.ReferredOn)), Sample.Now)).Model;
    }

    /// <summary>A page that would break was proposed.</summary>
    private static DeskModel Refused(Size size, Locale language)
    {
        var asked = After(EditingSample.Open(EditingSample.Page, size, language), language, "<b>\tshorter\x13");
        var why = new Problem(3223, "", "library/de/housing.ar.md:1: the page must begin with '---'\nlibrary/de/housing.ar.md:4: HTML is not allowed; write it in Markdown");
        return Sample.App(language).Update(asked, new DeskMsg.ChangesLoaded(asked.Awaited, why, null, Sample.Now)).Model;
    }

    private static DeskModel HandedOver(Size size, Locale language)
    {
        var sent = new Reply { Kind = ReplyKind.Say, Language = Locale.Ukrainian, Blocks = [new PageBlock.Heading("Надіслано."), PageBlock.Paragraph.Of("Ваш номер: R-7K4M-2QXD.")], Options = [new Option("/menu", "Меню")] };
        var waiting = Sample.SignedIn(size, language) with { Screen = new DeskScreen.Interview("i", []), Awaited = 5, Waiting = Waiting.Saving };
        return Sample.App(language).Update(waiting, new DeskMsg.Heard(5, new InterviewDto("i", [sent], new HandOver("R-7K4M-2QXD", "0123-4567-89AB-CDEF")))).Model;
    }

    private static DeskModel Interview(DeskModel model, Locale language)
    {
        var asks = new Reply
        {
            Kind = ReplyKind.Ask,
            Language = Locale.English,
            Blocks = [new PageBlock.Heading("May we keep your answers?"), new PageBlock.Bullets(false, [[new Run("Only the team reads them.")]]), PageBlock.Paragraph.Of("Do you agree?")],
            Options = [new Option("yes", "Yes, I agree"), new Option("no", "No")],
            At = "consent",
        };
        var waiting = model with { Screen = new DeskScreen.Choosing(new ListBox([])), Awaited = 5, Waiting = Waiting.Loading };
        return Sample.App(language).Update(waiting, new DeskMsg.Heard(5, new InterviewDto("i", [asks]))).Model;
    }
}
