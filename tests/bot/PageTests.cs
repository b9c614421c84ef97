using System.Net;
using Outreach.Localization;

namespace Outreach.Bot.Tests;

public sealed class PageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private BotApp App => shared.App;

    [Fact]
    public async Task Every_page_is_there_in_every_language()
    {
        using var browser = new Browser(App);
        foreach (var locale in Locale.All)
            foreach (var id in App.Book.Library.All.Select(p => p.Id).Distinct())
            {
                await browser.Get($"/{id.Value}?lang={locale.Tag}");
                Assert.True(browser.Response.StatusCode == HttpStatusCode.OK, $"{id} {locale}");
                Assert.Contains($"<html lang={locale.Tag} ", browser.Page);
                Assert.DoesNotContain("⟦", browser.Page);
            }
    }

    [Fact]
    public async Task Terms_of_the_place_numbers_and_links_are_marked_up()
    {
        using var browser = await new Browser(App).Get("/de/housing?lang=ar");
        Assert.Contains("<i lang=\"de\" dir=auto>Notunterkunft</i>", browser.Page);
        Assert.Contains("<bdi><a href=\"tel:112\">112</a></bdi>", browser.Page);
        Assert.Contains("href=\"/de/arrival?lang=ar\"", browser.Page);
        Assert.Contains("hreflang=uk", browser.Page);
        Assert.Contains("href=\"/?lang=ar&topic=de/housing\"", browser.Page);
        Assert.Contains("id=sources", browser.Page);
    }

    [Theory]
    [InlineData("/ly", true)]
    [InlineData("/ly/health", true)]
    [InlineData("/de/housing", false)]
    public async Task Beside_a_number_that_may_report_people_without_papers_the_bar_says_so(string path, bool warns)
    {
        using var browser = await new Browser(App).Get($"{path}?lang=en");
        var bar = browser.Page[browser.Page.IndexOf("<div class=danger>", StringComparison.Ordinal)..browser.Page.IndexOf("</header>", StringComparison.Ordinal)];
        Assert.Equal(warns, bar.Contains(App.Book.Texts.Text(Locale.English, "contact.exposes"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ly", true)]
    [InlineData("de", false)]
    public async Task The_bar_of_the_chat_says_so_too_in_few_words(string place, bool warns)
    {
        using var browser = await new Browser(App).Get("/?lang=en");
        await browser.Press(place);
        await browser.Get("/");
        var bar = browser.Page[browser.Page.IndexOf("<div class=danger>", StringComparison.Ordinal)..browser.Page.IndexOf("</header>", StringComparison.Ordinal)];
        Assert.Equal(warns, bar.Contains(App.Book.Texts.Text(Locale.English, "web.may_report"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_not_in_the_language_says_so_and_is_marked_as_what_it_is()
    {
        var page = App.Book.Library.All.First(p => p.Locale == Locale.English && App.Book.Library.Exactly(p.Id, Locale.Amharic) is null);
        using var browser = await new Browser(App).Get($"/{page.Id.Value}?lang=am");
        Assert.Contains("<article lang=en dir=ltr>", browser.Page);
    }

    [Fact]
    public async Task A_country_lists_its_pages()
    {
        using var browser = await new Browser(App).Get("/de?lang=fr");
        Assert.Contains("Allemagne", browser.Words);
        Assert.Contains("href=\"/de/housing?lang=fr\"", browser.Page);
        await browser.Get("/programme?lang=fr");
        Assert.Contains("href=\"/programme/stranded?lang=fr\"", browser.Page);
    }

    [Fact]
    public async Task An_unchanged_page_is_not_sent_twice()
    {
        using var browser = await new Browser(App).Get("/de/housing?lang=en");
        var tag = browser.Response.Headers.ETag!;
        var request = new HttpRequestMessage(HttpMethod.Get, "/de/housing?lang=en");
        request.Headers.IfNoneMatch.Add(tag);
        await browser.Send(request);
        Assert.Equal(HttpStatusCode.NotModified, browser.Response.StatusCode);
        Assert.Equal("", browser.Page);
    }

    [Theory]
    [InlineData("/xx")]
    [InlineData("/de/nothing")]
    [InlineData("/programme/nothing")]
    [InlineData("/de/housing/x/y")]
    [InlineData("/%2e%2e/%2e%2e/etc")]
    public async Task What_is_not_there_says_so_in_the_persons_language(string path)
    {
        using var browser = await new Browser(App, "sw").Get(path);
        Assert.Equal(HttpStatusCode.NotFound, browser.Response.StatusCode);
        Assert.Contains("<html lang=sw ", browser.Page);
        Assert.Contains(App.Book.Texts.Text(Locale.Swahili, "web.not_found"), browser.Words);
    }
}
