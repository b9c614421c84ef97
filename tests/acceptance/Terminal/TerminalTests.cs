using System.Diagnostics;
using Microsoft.Playwright;
using Outreach.Acceptance.Tests.Web;

namespace Outreach.Acceptance.Tests.Terminal;

/// <summary>The kiosk and the desk as they are run, in a real terminal (tmux), with the real bot beside them.</summary>
public sealed class TerminalTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Password = "a long pass phrase for this test";

    [Fact]
    public async Task A_visitor_chooses_Arabic_begins_a_request_and_leaves_an_empty_screen_at_once()
    {
        var recording = new Recording("kiosk", "A visitor at the kiosk, as a terminal of 80 columns showed it (made-up visitor; rows in Arabic stand in their reading order).");
        await using var kiosk = await Tmux.Open(chromium.Host.Environment, "kiosk", "--place", "ly");

        var welcome = recording.Add("nobody is there", await kiosk.Until("English"));
        await kiosk.Press("4");
        var home = recording.Add("4: Arabic", await kiosk.Until("طلب المساعدة"));
        Assert.True(ReadingOrder.IsJoined(home), home);
        (string Key, string Does, string Shows)[] way =
        [
            ("2", "ask for help", "ماذا حدث؟"),
            ("1", "stuck", "ما أكثر شيء تحتاج إليه"),
            ("2", "food, a place to sleep, or money", "هذه قد تساعدك"),
            ("1", "help for people who are stuck", "طلب التواصل معي حول هذا"),
            ("1", "ask to be contacted", "السؤال 1 من 11"),
            ("1", "it is safe to answer", "السؤال 2 من 11"),
        ];
        foreach (var (key, does, shows) in way)
        {
            await kiosk.Press(key);
            recording.Add($"{key}: {does}", await kiosk.Until(shows));
        }
        await kiosk.Press("Escape");
        var left = recording.Add("Esc: nothing is left of the visitor", await kiosk.Until("English"));

        Assert.Equal(welcome, left);
        Assert.DoesNotContain("السؤال", ReadingOrder.Of(await kiosk.Everything()), StringComparison.Ordinal);
        await recording.Keep();
    }

    [Fact]
    public async Task Staff_sign_in_see_who_needs_help_first_and_why_open_claim_and_answer_and_the_answer_reaches_the_web_chat()
    {
        var recording = new Recording("desk", "A request from the web chat at the desk, as a terminal of 80 columns showed it (made-up person; times and references are masked, the password is not shown).");
        await using var host = await HostProcess.StartAfter(AddAmira);
        await using var person = await chromium.Open("en", at: host.Address);
        await Ask(person);

        await using var desk = await Tmux.Open(host.Environment, "desk", "--language", "en");
        recording.Add("the desk opens", await desk.Until("assword"));
        await desk.Type("amira");
        await desk.Press("Tab");
        await desk.Type(Password);
        await desk.Press("Enter");
        recording.Add("signed in: the queue, with the reason", await desk.Until("pregnant or newborn"));
        await desk.Press("Enter");
        recording.Add("Enter: the request", await desk.Until("The person is pregnant"));
        await desk.Press("c");
        recording.Add("c: taken", await desk.Until("taken, amira"));
        await desk.Press("r");
        await desk.Until("Reply in English");
        await desk.Type("Can you come to the office today?");
        recording.Add("r: the answer is written", await desk.Until("come to the office"));
        await desk.Press("C-s");
        recording.Add("Ctrl-S: sent", await desk.Until("Sent into the conversation."));

        await person.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");      // the person looks at the page again
        await Assertions.Expect(person.Page.Locator("#log")).ToContainTextAsync("Can you come to the office today?", new() { Timeout = 40_000 });
        await recording.Keep();
    }

    /// <summary>The first account: a command, and a password that is typed twice.</summary>
    private static async Task AddAmira(IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "outreach.dll"), "staff", "add", "amira", "--role", "coordinator", "--region", "*"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync($"{Password}\n{Password}\n");
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
    }

    /// <summary>A person who is stuck, pregnant, and comes back to the page for an answer.</summary>
    private static async Task Ask(Window person)
    {
        await person.Page.GotoAsync("/");
        foreach (var value in (string[])["en", "ly", "ask", "list", "group:help", "programme/stranded", "ask:stranded", "yes", "no", "18_59", "no", "no", "yes", "+food", "+alone", "+pregnant", "/skip", "here", "send"])
        {
            if (value[0] == '+')
                await person.Page.Locator($"#log li:last-child label:has(input[value='{value[1..]}'])").ClickAsync();
            await person.Choose(value[0] == '+' ? "//many" : value);
        }
        await Assertions.Expect(person.Page.Locator("#log")).ToContainTextAsync("R-");
    }
}
