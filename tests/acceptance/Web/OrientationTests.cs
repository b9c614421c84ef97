using Outreach.Localization;

namespace Outreach.Acceptance.Tests.Web;

/// <summary>Orientation pages in real Chromium.</summary>
public sealed class OrientationTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static readonly string[] Pages = ["/de", "/de/housing", "/de/emergency", "/ly/help", "/programme", "/programme/voluntary-return", "/nothing", "/bye"];

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_page_has_a_finding_or_scrolls_sideways(string language)
    {
        await using var window = await chromium.Open(language, 320, 640);
        foreach (var page in Pages)
        {
            await window.Page.RouteAsync("**/weather*", route => route.AbortAsync());
            await window.Page.GotoAsync($"{page}?lang={language}");
            Assert.True(await window.Findings() is "" and var none, $"{page}: {await window.Findings()}");
            await window.Double();
            Assert.True(await window.Overflow() == 0, page);
        }
    }

    [Fact]
    public async Task The_checker_finds_what_is_wrong()
    {
        await using var window = await chromium.Open();
        await window.Page.GotoAsync("/de?lang=en");
        await window.Page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('input'))");
        Assert.Contains("label at ", await window.Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_english_page_is_clean()
    {
        await using var window = await chromium.Open();
        foreach (var place in (string[])["de", "ly"])
        {
            await window.Page.GotoAsync($"/{place}?lang=en");
            var pages = await window.Page.Locator(".cards a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
            Assert.NotEmpty(pages);
            foreach (var page in pages)
            {
                await window.Page.GotoAsync(page);
                Assert.True(await window.Findings() is "" and var none, $"{page}: {await window.Findings()}");
            }
        }
    }

    [Fact]
    public async Task A_page_leads_into_the_chat_and_prints_without_its_bars()
    {
        await using var window = await chromium.Open("ar");
        await window.Page.GotoAsync("/de/housing?lang=ar");
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.False(await window.Page.Locator("header.bar").IsVisibleAsync());
        Assert.True(await window.Page.Locator(".printed").IsVisibleAsync());
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
        await window.Page.Locator(".do a").ClickAsync();
        await window.Page.WaitForURLAsync("**/?lang=ar&topic=de/housing");
        Assert.Equal("rtl", await window.Page.GetAttributeAsync("html", "dir"));
        await window.Choose("card:0");
        Assert.Equal(1, await window.Page.Locator("#log .mine").CountAsync());
    }
}
