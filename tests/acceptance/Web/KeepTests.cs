using Microsoft.Playwright;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Acceptance.Tests.Web;

/// <summary>Pages on a weak phone in real Chromium: light, and, for whoever wants it, there without a network until they are removed.</summary>
public sealed class KeepTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const int FirstVisit = 10 * 1024;
    private const int Weighed = 3;
    private const string Kept = "async () => (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length";

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [InlineData("ar", "rtl", "معلومات")]
    [InlineData("fr", "ltr", "Informations")]
    public async Task Kept_pages_open_without_a_network_the_chat_does_not_and_one_tap_removes_them(string language, string direction, string title)
    {
        var host = await HostProcess.Start();
        await using var window = await chromium.Open(language, at: host.Address);
        var page = window.Page;
        await page.GotoAsync($"/?lang={language}");                          // somebody who has chatted before
        await window.Choose("de");
        await Keep(page, language);
        await page.GotoAsync($"/de/housing?lang={language}");
        Assert.Equal(title, await page.TitleAsync());
        await host.DisposeAsync();                                           // the network is cut

        await page.GotoAsync($"/de/health?lang={language}");
        Assert.Equal((title, direction), (await page.TitleAsync(), await page.GetAttributeAsync("html", "dir")));
        Assert.True(await page.Locator("a[href='tel:112']").First.IsVisibleAsync());
        Assert.NotEqual("rgba(0, 0, 0, 0)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        if (Repository.Update && language == "ar")
            await page.ScreenshotAsync(new() { Path = Repository.At("docs", "images", "offline-ar.png") });
        await page.Locator(".up a").ClickAsync();
        Assert.EndsWith($"/de?lang={language}", page.Url);
        Assert.InRange(await page.Locator(".cards a").CountAsync(), 10, 20);
        foreach (var chat in (string[])["/", $"/?lang={language}&topic=de/housing", "/chat", "/news?v=1", "/said"])
            await Fails(page, chat);

        await Visit(page, $"/de/housing?lang={language}");
        Assert.All(await page.EvaluateAsync<string[]>("async () => (await Promise.all((await caches.keys()).map(async n => (await (await caches.open(n)).keys()).map(r => new URL(r.url).pathname)))).flat()"),
            path => Assert.Matches("^/(de(/[a-z-]+)?|a/[0-9a-f]{8}\\.(css|js))$", path));
        await page.Locator("#drop").ClickAsync();
        await page.Locator("#said").WaitForAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>(Kept));
        await Fails(page, $"/de/housing?lang={language}");
    }

    [Theory]
    [InlineData("a kept page", "/de/housing?lang=en")]
    [InlineData("the chat", "/?lang=en")]
    [InlineData("a page that is not kept", "/ly/help?lang=en")]
    public async Task Leaving_removes_what_was_kept(string from, string address)
    {
        await using var window = await chromium.Open();
        await window.Page.RouteAsync("**/weather*", route => route.AbortAsync());
        await Keep(window.Page, "en");
        await window.Page.GotoAsync(address);
        Assert.NotEqual(0, await window.Page.EvaluateAsync<int>(Kept));
        await window.Page.Locator(".out button").ClickAsync();
        await window.Page.WaitForURLAsync("**/bye*");
        await window.Page.GotoAsync("/ly?lang=en");
        for (var i = 0; i < 40 && await window.Page.EvaluateAsync<int>(Kept) > 0; i++)
            await Task.Delay(25);
        Assert.True(await window.Page.EvaluateAsync<int>(Kept) == 0, from);
    }

    [Fact]
    public async Task Nothing_is_kept_before_somebody_asks_for_it_below_a_warning_for_shared_phones()
    {
        await using var window = await chromium.Open();
        var page = window.Page;
        await page.GotoAsync("/de/housing?lang=en");
        await page.Locator("a[href='/de/keep?lang=en']").ClickAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>(Kept));
        var (warning, button) = (await page.Locator(".note").BoundingBoxAsync(), await page.Locator("#keep").BoundingBoxAsync());
        Assert.True(warning!.Y < button!.Y);
        Assert.False(await page.Locator("#drop").IsVisibleAsync());
        Assert.False(await page.Locator("#cannot").IsVisibleAsync());
    }

    [Fact]
    public async Task Without_scripts_it_says_that_it_cannot_be_and_offers_paper()
    {
        await using var window = await chromium.Open(scripts: false);
        await window.Page.GotoAsync("/de/keep?lang=en");
        Assert.True(await window.Page.Locator("#cannot").IsVisibleAsync());
        Assert.False(await window.Page.Locator("#keep").IsVisibleAsync());
    }

    [Fact]
    public async Task When_pages_cannot_all_be_loaded_none_is_kept_and_it_says_so()
    {
        await using var window = await chromium.Open();
        await window.Page.RouteAsync("**/de/health*", route => route.AbortAsync());
        await window.Page.GotoAsync("/de/keep?lang=en");
        await window.Page.Locator("#keep").ClickAsync();
        await Says(window.Page, "That did not work, and nothing was kept. Please try again with a connection.");
        Assert.Empty(await window.Page.EvaluateAsync<string[]>("() => caches.keys()"));
    }

    [Fact]
    public async Task A_kept_page_says_by_itself_what_has_grown_old_meanwhile()
    {
        var host = await HostProcess.Start();
        await using var window = await chromium.Open(at: host.Address);
        await Keep(window.Page, "en");
        await window.Page.GotoAsync("/de/money?lang=en");
        Assert.Equal(0, await window.Page.Locator("[data-until]:visible").CountAsync());
        await host.DisposeAsync();
        await window.Page.Clock.SetFixedTimeAsync(new DateTime(2027, 12, 22, 0, 0, 0, DateTimeKind.Utc));
        await window.Page.GotoAsync("/de/money?lang=en");
        var all = await window.Page.Locator("[data-until]").CountAsync();
        Assert.InRange(all, 10, 60);
        Assert.Equal(all, await window.Page.Locator("[data-until]:visible").CountAsync());
    }

    /// <summary>Every page is weighed on the wire by the byte budget of the bot; here Chromium confirms it for the heaviest ones.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_heaviest_pages_are_light_on_the_first_visit_as_chromium_counts_it(string language)
    {
        var heaviest = (await new WebPages(chromium.Host.Address, language).Fetch(WebPages.All)).OrderByDescending(p => p.Bytes).Take(Weighed);
        await using var window = await chromium.Open(language);
        var wire = await window.Page.Context.NewCDPSessionAsync(window.Page);
        var bytes = 0.0;
        wire.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await wire.SendAsync("Network.enable");
        await wire.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        foreach (var page in heaviest)
        {
            bytes = 0;
            await window.Page.GotoAsync(page.Address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.True(bytes > page.Bytes && bytes <= FirstVisit, $"{page.Address}: {page.Bytes} of its own, {bytes} in all");
        }
    }

    private static async Task Keep(IPage page, string language)
    {
        await page.GotoAsync($"/de/keep?lang={language}");
        await page.Locator("#keep").ClickAsync();
        await page.Locator("#drop").WaitForAsync();
    }

    private static async Task Says(IPage page, string text) => await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync(text);

    /// <summary>Chromium goes to its own error page a moment after a failed visit, and that interrupts the next one.</summary>
    private static async Task Visit(IPage page, string address)
    {
        for (var left = 5; ; left--)
        {
            try
            {
                await page.GotoAsync(address);
                return;
            }
            catch (PlaywrightException e) when (left > 0 && e.Message.Contains("interrupted by another navigation", StringComparison.Ordinal))
            {
                await page.WaitForTimeoutAsync(200);
            }
        }
    }

    private static async Task Fails(IPage page, string address) =>
        Assert.Contains("ERR_", (await Assert.ThrowsAnyAsync<PlaywrightException>(() => Visit(page, address))).Message, StringComparison.Ordinal);
}
