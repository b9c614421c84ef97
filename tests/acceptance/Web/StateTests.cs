using Microsoft.Playwright;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Acceptance.Tests.Web;

/// <summary>Every state of the chat in every language, with scripts and without: nothing for the checker to find, nothing wider than the window.</summary>
public sealed class StateTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    /// <summary>Stands for the language of the walk.</summary>
    private const string Own = "LANGUAGE";

    /// <summary>Stands for a word that several pages answer.</summary>
    private const string Searched = "= WORD";

    /// <summary>A person reads, looks for help, asks for it, changes their mind, sends it, writes to staff, and deletes everything.</summary>
    private static readonly State[] Asking =
    [
        new("the greeting", "#log button[value=ti]"),
        new("the countries", "#log button[value=other]", Own),
        new("the menu", "#log button[value=ask]", "de"),
        new("the topics", "#log button[value='de/housing']", "read", "de"),
        new("a page", "#log button[value='card:0']", "de/housing"),
        new("a card", "#log button[value='/back']", "card:0"),
        new("what was found", "#log button[value=none]", Searched),
        new("services of the directory", "#log .call", "= doctor in Berlin"),
        new("easy reading", "#log button[value='/more']", "= /easy"),
        new("danger", "#log li.d .call", "= /easy", "/danger"),
        new("what has happened", "#log button[value=list]", "/menu", "ask"),
        new("the programmes", "#log button[value='programme/stranded']", "list", "group:help"),
        new("a programme", "#log button[value='ask:stranded']", "programme/stranded"),
        new("a question", "#log li.a button[value='/skip']", "ask:stranded"),
        new("consent", "#log li.a button[value='/helper']", "yes", "no", "18_59", "no", "no"),
        new("an answer that is none", "#log li.p", "= zzzz"),
        new("a question with several answers", "#log input[type=checkbox]", "yes"),
        new("a question for words", "#log li.a:last-child button:only-child", "+ food bed", "+ alone", "+ none"),
        new("the summary", "#log button[value=send]", "= zzzz", "here"),
        new("the answers that can be changed", "#log button[value=missing]", "/change"),
        new("what can be added", "#log button[value=called]", "/back", "add"),
        new("about to delete everything", "details[open] button[value='/delete']", "/back", "(open details)"),
        new("sent, and staff may answer", "main[data-w]", "send"),
        new("writing to staff", "#log li:last-child button:only-child", "/human"),
        new("a message that was sent", "#log li:last-child button:only-child", "= zzzz"),
        new("going on elsewhere", "#log button[value=new-code]", "= /continue"),
        new("the code for it", "#log li:nth-last-child(2)", "new-code"),
        new("the question for a number", "#log button[value^='R-']", "= /status"),
        new("how far the request is", "#log li:nth-last-child(2)", "= 1"),
        new("help", "#log li", "/help"),
        new("everything was deleted", "#log button[value=read]", "= /delete"),
    ];

    private static readonly State[] Afraid =
    [
        new("return is locked", "#log button[value='ask:protection-talk']", Own, "ly", "ask", "list", "group:home", "programme/voluntary-return", "ask:voluntary-return", "yes", "no", "18_59", "yes"),
    ];

    private static readonly State[] Young =
    [
        new("the way for children", "#log li.a button[value=doctor]", Own, "ly", "ask", "list", "group:help", "programme/stranded", "ask:stranded", "yes", "no", "15_17"),
        new("consent of a child", "#log li.a button[value=no]:last-child", "no", "alone"),
        new("the summary of a child", "#log button[value=send]", "yes", "= zzzz", "= zzzz", "/skip"),
    ];

    public static TheoryData<string, bool> Languages
    {
        get
        {
            var all = new TheoryData<string, bool>();
            foreach (var locale in Locale.All)
            {
                all.Add(locale.Tag, true);
                all.Add(locale.Tag, false);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_state_has_a_finding(string language, bool scripts)
    {
        foreach (var walk in (State[][])[Asking, Afraid, Young])
        {
            await using var window = await chromium.Open(language, scripts: scripts);
            await window.Page.GotoAsync("/");
            foreach (var state in walk)
            {
                foreach (var step in state.Steps)
                    await Do(window, step, language);
                await Clean(window, state.Name, state.Shows);
            }
            Assert.Empty(window.Errors);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_staff_said_and_a_form_that_is_no_longer_good_have_none(string language, bool scripts)
    {
        await using var window = await chromium.Open(language, scripts: scripts);
        await window.Page.GotoAsync("/");
        await window.Choose(language);
        await window.Page.GotoAsync("/said");
        await Clean(window, "what staff said", "main.said");
        await window.Page.GotoAsync("/");
        await window.Page.EvaluateAsync("() => document.querySelectorAll('[name=t]').forEach(t => t.value = 'broken')");
        await window.Write("zzzz");
        await Clean(window, "a form that is no longer good", "#log li.p");
    }

    private static Task Do(Window window, string step, string language) => step switch
    {
        Own => window.Choose(language),
        Searched => window.Write(WordFor(language)),
        "(open details)" => window.Page.Locator("details summary").ClickAsync(),
        ['=', ' ', .. var words] => window.Write(words),
        ['+', ' ', .. var boxes] => window.Tick(boxes.Split(' ')),
        "/danger" or "/menu" or "/human" or "/help" => window.Press(step),
        _ => window.Choose(step),
    };

    /// <summary>A word of the titles to which the core answers with several pages; many a word is a command or small talk.</summary>
    private static string WordFor(string language)
    {
        var (book, locale) = (TestBook.Real, Locale.All.Single(l => l.Tag == language));
        var reader = ConversationState.New with { Language = locale, Place = "de", Mode = Mode.Home.Instance };
        var noon = new Moment(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), TimeSpan.Zero);
        return book.Library.All.Where(p => p.Locale == locale).SelectMany(p => p.Front.Title.Split(' ')).Distinct()
            .First(word => word.Length > 3 && DialogEngine.Step(book, reader, new Input.Text(word), noon).Replies.Any(r => r.Options.Any(o => o.Value == "none")));
    }

    /// <summary>Nothing found and nothing wider than the window, in a state that shows what it should.</summary>
    private static async Task Clean(Window window, string state, string shows)
    {
        Assert.True(await window.Page.Locator(shows).CountAsync() > 0, $"{state}: {await window.Page.Locator("main").InnerTextAsync()}");
        Assert.True(await window.Findings() is "" and var none, $"{state}: {await window.Findings()}");
        Assert.True(await window.Overflow() == 0, state);
    }

    /// <summary>A state: what shows that it is there, and the steps from the one before it: a button's value, "= words", "+ boxes".</summary>
    private sealed record State(string Name, string Shows, params string[] Steps);
}
