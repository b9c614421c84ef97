using Outreach.Localization;

namespace Outreach.Acceptance.Tests.Web;

/// <summary>Orientation pages in real Chromium.</summary>
public sealed class OrientationTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private static readonly bool Everything = Environment.GetEnvironmentVariable("OUTREACH_LONG") == "1";

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    /// <summary>All pages are fetched, and those looked at have two neighbouring tags that no page before them had; OUTREACH_LONG=1 looks at all.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_page_has_a_finding_or_scrolls_sideways(string language)
    {
        var pages = await new WebPages(chromium.Host.Address, language).Fetch([.. WebPages.All, "/nothing", "/bye", "/de/keep", "/de/housing?qr", "/de/housing?kept"]);
        await using var plain = await chromium.Open(language, 320, 640, scripts: false);
        await using var scripted = await chromium.Open(language, 320, 640);
        var looked = Everything ? pages : WebPages.OfEachShape(pages);
        Assert.InRange(looked.Length, 5, pages.Length);
        foreach (var window in (Window[])[plain, scripted])
            await window.Page.RouteAsync("**/weather*", route => route.AbortAsync());
        foreach (var page in looked)
            foreach (var window in page.HasScript ? (Window[])[plain, scripted] : [plain])
            {
                await window.Page.GotoAsync(page.Address);
                Assert.True(await window.Findings() is "" and var none, $"{page.Address}: {await window.Findings()}");
                await window.Double();
                Assert.True(await window.Overflow() == 0, page.Address);
            }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_checker_finds_what_is_wrong(bool scripts)
    {
        await using var window = await chromium.Open(scripts: scripts);
        await window.Page.GotoAsync("/de?lang=en");
        await window.Page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('input'))");
        Assert.Contains("label at ", await window.Findings(), StringComparison.Ordinal);
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
