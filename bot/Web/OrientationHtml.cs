using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>Orientation and programme pages as HTML, from the same blocks the chat shows.</summary>
internal sealed class OrientationHtml(Func<Book> book, Chrome chrome, BotOptions options)
{
    /// <summary>The list of a country's topics, or of the programmes.</summary>
    public HtmlWriter Index(Locale locale, string shelf, ImmutableArray<Page> pages, DateOnly today)
    {
        var title = ShelfName(locale, shelf);
        var html = Top(locale, shelf, shelf, title);
        html.Add($"<h1>{title}</h1><ul class=cards>");
        foreach (var page in pages)
        {
            html.Add($"<li><a href=\"/{page.Id.Value}?lang={locale.Tag}\"{Foreign(page, locale)}>{page.Front.Title}</a>");
            html.Add($"<span class=soft{Foreign(page, locale)}>{OldFacts.Said(page.Front.SummaryFact, today, book().Texts, page.Locale)} {page.Front.Summary}</span>");
        }
        html.Raw("</ul>");
        return Bottom(html, locale, shelf, topic: null);
    }

    /// <summary>One page.</summary>
    public HtmlWriter Page(Locale locale, Page page, DateOnly today)
    {
        var shelf = page.Id.Shelf;
        var html = Top(locale, page.Id.Value, shelf, page.Front.Title);
        html.Add($"<p class=up><a href=\"/{shelf}?lang={locale.Tag}\">{ShelfName(locale, shelf)}</a><article{Foreign(page, locale)}><h1>{page.Front.Title}</h1>");
        if (page.Locale != locale)
            html.Add($"<div lang={locale.Tag} dir={Direction(locale)}>");
        BlockHtml.Write(html, PageNotes.Of(page, book().Texts, locale, today), locale, "h2");
        html.Raw(page.Locale != locale ? "</div><div class=lead>" : "<div class=lead>");
        BlockHtml.Write(html, OldFacts.At(page.Lead, today, book().Texts, page.Locale), locale, "h2");
        html.Raw("</div>");
        if (page.Cards.Length > 2)
            Contents(html, locale, page);
        foreach (var card in page.Cards)
        {
            html.Add($"<section id=\"{card.Anchor}\"><h2>{card.Title}</h2>");
            BlockHtml.Write(html, OldFacts.At(card.Blocks, today, book().Texts, page.Locale), locale, "h3");
            html.Raw("</section>");
        }
        html.Raw("</article>");
        Ask(html, locale, page);
        Sources(html, locale, page);
        return Bottom(html, locale, page.Id.Value, page.Id.Value);
    }

    private HtmlWriter Top(Locale locale, string path, string shelf, string title)
    {
        var html = chrome.Open(new HtmlWriter(), locale, title, scripted: false);
        html.Add($"<b>{chrome.Name}</b><a class=button href=#languages>{locale.NativeName}</a>");
        chrome.Danger(html, locale, book().Places.ContainsKey(shelf) ? shelf : book().Office.Place, form: null);
        _ = path;
        return html.Raw("</header><main class=page>");
    }

    private void Contents(HtmlWriter html, Locale locale, Page page)
    {
        html.Add($"<nav class=toc aria-label=\"{chrome.Say(locale, "web.contents")}\"><ul>");
        foreach (var card in page.Cards)
            html.Add($"<li><a href=\"#{card.Anchor}\">{card.Title}</a>");
        html.Raw("</ul></nav>");
    }

    private void Ask(HtmlWriter html, Locale locale, Page page)
    {
        var programme = page.Id.Shelf == Library.ProgrammeShelf ? book().Programmes.FirstOrDefault(p => p.Id == page.Id.Topic) : null;
        var key = programme is { Openness: Openness.Open, Dialog: not null } ? "programme.ask" : "web.ask";
        html.Add($"<p class=do><a class=\"button primary\" href=\"/?lang={locale.Tag}&topic={page.Id.Value}\">{chrome.Say(locale, key)}</a>");
    }

    private void Sources(HtmlWriter html, Locale locale, Page page)
    {
        html.Add($"<section class=soft id=sources><h2>{chrome.Say(locale, "web.sources")}</h2><ul>");
        foreach (var source in page.Front.Sources)
            html.Add($"<li><a href=\"{source.Url.ToString()}\" dir=auto>{source.Title}</a> <bdi>{source.Date}</bdi>");
        html.Raw("</ul></section>");
    }

    private HtmlWriter Bottom(HtmlWriter html, Locale locale, string path, string? topic)
    {
        html.Add($"</main><footer><nav id=languages tabindex=-1 class=tools aria-label=\"{chrome.Say(locale, "web.languages")}\">");
        foreach (var other in Locale.All)
            html.Add($"<a href=\"/{path}?lang={other.Tag}\" hreflang={other.Tag} lang={other.Tag} dir={Direction(other)}{(other == locale ? " aria-current=true" : "")}>{other.NativeName}</a>");
        html.Raw("</nav>");
        if (topic is null)
            html.Add($"<p class=do><a class=\"button primary\" href=\"/?lang={locale.Tag}\">{chrome.Say(locale, "web.ask")}</a>");
        html.Add($"<p class=soft>{chrome.Say(locale, "home.free")}");
        if (!book().Office.Live)
            html.Add($" {chrome.Say(locale, "trial")}");
        return html.Add($"<p class=\"soft printed\"><bdi>{new Uri(options.PublicUrl, $"{path}?lang={locale.Tag}").AbsoluteUri}</bdi></footer>");
    }

    private string ShelfName(Locale locale, string shelf) => shelf == Library.ProgrammeShelf ? chrome.Say(locale, "web.programmes") : chrome.PlaceName(locale, shelf);

    private static string Foreign(Page page, Locale locale) => page.Locale == locale ? "" : $" lang={page.Locale.Tag} dir={Direction(page.Locale)}";

    private static string Direction(Locale locale) => locale.IsRightToLeft ? "rtl" : "ltr";
}
