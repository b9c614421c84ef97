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

    [Theory]
    [InlineData("/de/housing?lang=ar")]
    [InlineData("/ly?lang=fr")]
    [InlineData("/programme/stranded?lang=sw")]
    public async Task A_page_shows_its_address_as_a_code_only_when_asked_and_names_it_on_paper_with_the_day(string address)
    {
        using var browser = await new Browser(App).Get(address);
        Assert.DoesNotContain("<svg", browser.Page);
        Assert.Contains($"href=\"{address}&amp;qr#share\"", browser.Page.Replace("&qr", "&amp;qr"));
        Assert.Matches($"class=\"soft printed\">[^<]*{DateTime.UtcNow.Year}[^<]*<bdi>http[^<]*{System.Text.RegularExpressions.Regex.Escape(address)}</bdi>", browser.Page);
        await browser.Get($"{address}&qr");
        Assert.Matches($"<svg class=qr role=img aria-label=\"http[^\"]*{System.Text.RegularExpressions.Regex.Escape(address)}\"", browser.Page);
    }

    [Fact]
    public async Task A_page_to_be_kept_has_a_title_that_says_nothing_and_what_is_to_be_said_when_it_has_grown_old()
    {
        using var browser = await new Browser(App).Get("/de/money?lang=fr&kept");
        Assert.Contains("<title>Informations</title>", browser.Page);
        Assert.Equal("no-store", browser.Response.Headers.CacheControl!.ToString());
        Assert.Contains("<p class=note data-until=2027-05-21 hidden>", browser.Page);
        Assert.Contains("<p class=note data-until=2027-11-21 hidden>", browser.Page);
        Assert.Contains("<small data-until=2027-11-21 hidden>", browser.Page);
        Assert.Contains("<button id=drop>", browser.Page);
    }

    [Theory]
    [InlineData("/de/keep", HttpStatusCode.OK)]
    [InlineData("/programme/keep", HttpStatusCode.NotFound)]
    [InlineData("/xx/keep", HttpStatusCode.NotFound)]
    public async Task Pages_of_places_can_be_kept_and_no_programme(string path, HttpStatusCode expected)
    {
        using var browser = await new Browser(App).Get(path);
        Assert.Equal(expected, browser.Response.StatusCode);
        Assert.DoesNotContain("kept\"", browser.Page);
    }

    [Fact]
    public async Task The_worker_stands_at_one_address_is_asked_for_anew_and_may_reach_nobody_else()
    {
        using var browser = await new Browser(App).Get("/w.js");
        Assert.Equal(("no-cache", "default-src 'none';connect-src 'self'"), (browser.Response.Headers.CacheControl!.ToString(), browser.Response.Headers.GetValues("Content-Security-Policy").Single()));
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
