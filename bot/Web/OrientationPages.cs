using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>Pages at addresses of their own, to be shared and printed: /de, /de/housing, /programme/stranded, each in eight languages.</summary>
internal sealed class OrientationPages(Func<Book> book, OrientationHtml html, Chrome chrome, PageLanguage languages, TimeProvider clock, ZoneClock zones)
{
    /// <summary>How a page is asked for; previews of shared links ask for its head.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private const string Fresh = "private, max-age=300";

    /// <summary>Maps them, and the page for everything that is not there.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/{shelf}", Reading, (RequestDelegate)Index);
        routes.MapMethods("/{shelf}/keep", Reading, (RequestDelegate)Keep);
        routes.MapMethods("/{shelf}/{topic}", Reading, (RequestDelegate)Page);
        routes.MapFallback("{*path}", (RequestDelegate)Missing);
    }

    private Task Index(HttpContext http)
    {
        var (shelf, _, locale) = Asked(http);
        return shelf == Library.ProgrammeShelf || book().Places.ContainsKey(shelf)
            ? Send(http, View(http, shelf, locale), () => html.Index(View(http, shelf, locale), shelf, Shelf(shelf, locale)))
            : Missing(http);
    }

    private Task Page(HttpContext http)
    {
        var (shelf, topic, locale) = Asked(http);
        return topic.Length > 0 && book().Library.Find(new PageId(shelf, topic), locale) is { } page
            ? Send(http, View(http, shelf, locale), () => html.Page(View(http, shelf, locale), page))
            : Missing(http);
    }

    /// <summary>Places only: that somebody keeps the pages of a programme can endanger them.</summary>
    private Task Keep(HttpContext http)
    {
        var (shelf, _, locale) = Asked(http);
        return book().Places.ContainsKey(shelf) ? WebAnswer.Page(http, html.Keep(View(http, shelf, locale), shelf, Shelf(shelf, locale))) : Missing(http);
    }

    private ImmutableArray<Page> Shelf(string shelf, Locale locale) =>
    [
        .. (shelf == Library.ProgrammeShelf ? book().Programmes.Select(p => book().Library.Programme(p.Id, locale)) : book().Places[shelf].Topics.Select(t => book().Library.Find(new PageId(shelf, t), locale))).OfType<Page>(),
    ];

    private Task Missing(HttpContext http)
    {
        var locale = languages.OfPerson(http.Request);
        return WebAnswer.Page(http, chrome.Message(locale, chrome.Say(locale, "web.not_found")), StatusCodes.Status404NotFound);
    }

    /// <summary>Kept by the browser a while, and asked about by tag after that: the same page is not loaded twice. What the phone is to keep it keeps by itself.</summary>
    private Task Send(HttpContext http, PageView view, Func<HtmlWriter> page)
    {
        if (view.Kept)
            return WebAnswer.Page(http, page());
        var tag = $"\"{book().Revision}-{view.Locale.Tag}-{view.Today.DayNumber.ToString("x", CultureInfo.InvariantCulture)}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = Fresh;
        http.Response.Headers.Vary = "Accept-Encoding, Accept-Language";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        WebAnswer.Guard(http.Response);
        return WebAnswer.Send(http, page().Written, "text/html; charset=utf-8");
    }

    private PageView View(HttpContext http, string shelf, Locale locale) =>
        new(locale, zones.At(book(), shelf, clock.GetUtcNow()).Today, http.Request.Query.ContainsKey("kept"), http.Request.Query.ContainsKey("qr"));

    private static (string Shelf, string Topic, Locale Locale) Asked(HttpContext http) =>
        (http.Request.RouteValues["shelf"] as string ?? "", http.Request.RouteValues["topic"] as string ?? "", PageLanguage.OfPage(http.Request));
}
