using Microsoft.Playwright;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Acceptance.Tests.Web;

/// <summary>The chat in real Chromium, with scripts and without, in Arabic too.</summary>
public sealed class ChatTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    /// <summary>What is pressed from the greeting to the sent request: help for somebody who is stuck.</summary>
    private static readonly string[] Way = ["de", "ask", "list", "group:help", "programme/stranded", "ask:stranded", "yes", "no", "18_59", "no", "no"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Arabic_fits_320_pixels_at_twice_the_text_size(bool scripts)
    {
        await using var window = await chromium.Open("ar", 320, 640, scripts);
        await window.Page.GotoAsync("/");
        foreach (var value in (string[])["ar", .. Way])
        {
            await window.Choose(value);
            Assert.Equal(0, await window.Overflow());
            await window.Double();
            Assert.True(await window.Overflow() == 0, value);
            Assert.Equal("rtl", await window.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).direction"));
        }
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("am")]
    public async Task Without_scripts_the_newest_reply_has_the_focus_and_no_older_one_is_read_again(string language)
    {
        await using var window = await chromium.Open(language, scripts: false);
        await window.Page.GotoAsync("/");
        var before = Array.Empty<string>();
        foreach (var value in (string[])[language, .. Way])
        {
            await window.Choose(value);
            Assert.EndsWith("/#now", window.Page.Url, StringComparison.Ordinal);
            Assert.True(await window.Page.Locator("#log > ol > li:first-child").EvaluateAsync<bool>("e => document.activeElement === e && e.id === 'now'"), value);
            var replies = await window.Page.Locator("#log > ol > li").AllInnerTextsAsync();
            Assert.Empty(replies.Intersect(before, StringComparer.Ordinal));
            before = [.. replies];
        }
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    [InlineData("am", true)]
    [InlineData("am", false)]
    public async Task The_whole_request_can_be_made_by_keyboard_alone(string language, bool scripts)
    {
        await using var window = await chromium.Open(language, scripts: scripts);
        await window.Page.GotoAsync("/");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("/leave", await window.Page.EvaluateAsync<string>("() => new URL(document.activeElement.form.action).pathname"));
        foreach (var value in (string[])[language, .. Way, "yes"])
            await Key(window, value);
        for (var i = 0; i < 25 && !await Sent(window); i++)
            await AnswerByKeyboard(window);
        Assert.True(await Sent(window), await window.Page.InnerTextAsync("main"));
        Assert.Contains(TestBook.Real.Texts.Text(Locale.All.Single(l => l.Tag == language), "sent.title"), await window.Page.InnerTextAsync("#log"), StringComparison.Ordinal);
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("am")]
    public async Task Each_new_reply_is_put_into_the_live_region_once(string language)
    {
        await using var window = await chromium.Open(language);
        await window.Page.GotoAsync("/");
        await window.Choose(language);
        await window.Choose("de");
        await window.Page.EvaluateAsync("""
            () => { window.added = []; new MutationObserver(all => all.forEach(m => m.addedNodes.forEach(n => window.added.push([n.className, n.textContent.slice(0, 60)])))).observe(document.querySelector('[role=log]'), { childList: true, subtree: true, characterData: true }); }
            """);
        foreach (var value in Way[1..6])
            await window.Choose(value);
        var added = await window.Page.EvaluateAsync<string[][]>("() => window.added");
        var replies = added.Where(a => a[0] != "mine").ToArray();
        Assert.Equal(6, replies.Length);                   // what happened, groups, programmes, page, note, question
        Assert.Equal(replies.Length, replies.Select(r => r[1]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5, added.Count(a => a[0] == "mine"));
        Assert.Equal(5, await window.Page.Locator("#log .mine[aria-live=off]").CountAsync());
    }

    [Fact]
    public async Task Words_survive_a_lost_connection_and_are_sent_once()
    {
        await using var window = await chromium.Open();
        await window.Page.GotoAsync("/");
        await window.Choose("en");
        await window.Choose("de");
        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.FillAsync("#w", "where can I sleep");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator("#note")).ToContainTextAsync("No connection");
        Assert.Equal("where can I sleep", await window.Page.InputValueAsync("#w"));
        await window.Page.Context.SetOfflineAsync(false);
        await window.After(() => window.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal("", await window.Page.InputValueAsync("#w"));
        Assert.Equal(1, await window.Page.Locator("#log .mine", new() { HasText = "where can I sleep" }).CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_goes_to_a_harmless_page_and_nothing_is_left(bool scripts)
    {
        await using var window = await chromium.Open("en", scripts: scripts);
        await window.Page.GotoAsync("/");
        await window.Choose("en");
        await window.Page.RouteAsync("**/weather", route => route.FulfillAsync(new() { Body = "sunny" }));
        await window.Page.Locator(".out button").ClickAsync();
        await window.Page.WaitForURLAsync("**/bye?lang=en");
        Assert.DoesNotContain("help", await window.Page.InnerTextAsync("body"), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await window.Page.Context.CookiesAsync());
        await window.Page.WaitForURLAsync("**/weather");
    }

    [Fact]
    public async Task Switching_the_language_turns_the_whole_page_round()
    {
        await using var window = await chromium.Open();
        await window.Page.GotoAsync("/");
        await window.Choose("en");
        await window.After(() => window.Page.Locator("header button[value='/language']").ClickAsync());
        await window.Choose("fa");
        await Assertions.Expect(window.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
    }

    /// <summary>True when staff may answer: something was sent.</summary>
    private static Task<bool> Sent(Window window) => window.Page.EvaluateAsync<bool>("() => 'w' in document.querySelector('main').dataset");

    /// <summary>Goes to a button of the newest message with Tab alone and presses it.</summary>
    private static async Task Key(Window window, string value)
    {
        await TabTo(window, $"#log li:last-child button[value='{value}']");
        await window.After(() => window.Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Answers whatever is asked: the first box, the first button, or a few words.</summary>
    private static async Task AnswerByKeyboard(Window window)
    {
        if (await window.Page.Locator("#log input[type=checkbox]").CountAsync() > 0)
        {
            await TabTo(window, "#log input[type=checkbox] >> nth=0");
            await window.Page.Keyboard.PressAsync("Space");
            await Key(window, "//many");
        }
        else if (await window.Page.Locator("#log li:last-child fieldset button:not([value^='/'])").CountAsync() > 0)
        {
            await Key(window, (await window.Page.Locator("#log li:last-child fieldset button:not([value^='/'])").First.GetAttributeAsync("value"))!);
        }
        else
        {
            await TabTo(window, "#w");
            await window.Page.Keyboard.TypeAsync("12");
            if (!window.HasScripts)
                await window.Page.Keyboard.PressAsync("Tab");              // without the script Enter begins a line; "send" is the next stop
            await window.After(() => window.Page.Keyboard.PressAsync("Enter"));
        }
    }

    private static async Task TabTo(Window window, string selector)
    {
        var target = window.Page.Locator(selector);
        for (var i = 0; i < 80; i++)
        {
            if (await target.EvaluateAsync<bool>("e => document.activeElement === e"))
                return;
            await window.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{selector} cannot be reached with Tab");
    }
}
