using Microsoft.Playwright;
using Outreach.Localization;

namespace Outreach.Acceptance.Tests.Web;

/// <summary>
/// The states of the chat that lie behind answers: consent, a problem, the summary, a request that was sent, writing to staff,
/// the status, danger; and the pages beside it. The log keeps all replies, so a look at the end of a stretch sees all of it.
/// </summary>
public sealed class StateTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_state_behind_answers_has_a_finding(string language)
    {
        await using var window = await chromium.Open(language);
        await window.Page.GotoAsync("/");
        await window.Choose(language);
        await window.Choose("ly");
        await window.After(() => window.Page.Locator("nav.tools button[value='/human']").ClickAsync());
        Assert.Equal(1, await window.Page.Locator("#log button[value=yes]").CountAsync());
        await Write(window, "zzzz");
        await Clean(window, "consent, and an answer that is none", "#log li.p, #log li.a");

        await window.Choose("yes");
        await Write(window, "zzzz");
        await window.Choose("here");
        await Clean(window, "the summary", "#log li:last-child button");

        await Write(window, "1");
        await window.After(() => window.Page.Locator("nav.tools button[value='/human']").ClickAsync());
        await Write(window, "zzzz");
        await Clean(window, "sent, and writing to staff", "main[data-w]");

        await Write(window, "/status");
        await Write(window, "1");
        await window.After(() => window.Page.Locator("header button[value='/danger']").ClickAsync());
        await Clean(window, "the status, and danger", "#log li.d");

        await window.Page.GotoAsync("/said");
        await Clean(window, "what staff said", "main.said");
        await window.Page.GotoAsync("/");
        await window.Page.EvaluateAsync("() => { document.querySelectorAll('[name=t]').forEach(t => t.value = 'broken'); document.querySelector('form.say').submit(); }");
        await window.Page.WaitForURLAsync("**/chat");
        await Clean(window, "a form that is no longer good", "#log li");
        Assert.Empty(window.Errors);
    }

    private static Task Write(Window window, string words) => window.After(async () =>
    {
        await window.Page.FillAsync("#w", words);
        await window.Page.Keyboard.PressAsync("Enter");
    });

    /// <summary>Nothing found and nothing wider than the window, in a state that shows what it should.</summary>
    private static async Task Clean(Window window, string state, string shows)
    {
        await window.Page.Locator(shows).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await window.Page.WaitForLoadStateAsync(LoadState.Load);
        Assert.True(await window.Findings() is "" and var none, $"{state}: {await window.Findings()}");
        Assert.True(await window.Overflow() == 0, state);
    }
}
