using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>How a page is asked for.</summary>
/// <param name="Locale">The reader's language.</param>
/// <param name="Today">The day at the place.</param>
/// <param name="Kept">To be kept on the phone: with a title that says nothing, what will grow old, and a way to remove it.</param>
/// <param name="Qr">With its address as a QR code.</param>
internal sealed record PageView(Locale Locale, DateOnly Today, bool Kept = false, bool Qr = false);

/// <summary>Orientation and programme pages as HTML, from the same blocks the chat shows.</summary>
internal sealed class OrientationHtml(Func<Book> book, Chrome chrome, Assets assets, BotOptions options)
{
    /// <summary>The list of a country's topics, or of the programmes.</summary>
    public HtmlWriter Index(PageView view, string shelf, ImmutableArray<Page> pages)
    {
        var (locale, title) = (view.Locale, ShelfName(view.Locale, shelf));
        var html = Top(view, shelf, title);
        html.Add($"<h1>{title}</h1><ul class=cards>");
        foreach (var page in pages)
        {
            html.Add($"<li><a href=\"{Address(page.Id.Value, locale)}\"{Foreign(page, locale)}>{page.Front.Title}</a>");
            WillBeOld(html, view, page.Front.SummaryFact, page.Locale);
            html.Add($"<span class=soft{Foreign(page, locale)}>{OldFacts.Said(page.Front.SummaryFact, view.Today, book().Texts, page.Locale)} {page.Front.Summary}</span>");
        }
        html.Raw("</ul>");
        return Bottom(html, view, shelf, topic: null);
    }

    /// <summary>One page.</summary>
    public HtmlWriter Page(PageView view, Page page)
    {
        var (locale, shelf) = (view.Locale, page.Id.Shelf);
        var html = Top(view, shelf, page.Front.Title);
        html.Add($"<p class=up><a href=\"{Address(shelf, locale)}\">{ShelfName(locale, shelf)}</a><article{Foreign(page, locale)}><h1>{page.Front.Title}</h1>");
        if (page.Locale != locale)
            html.Add($"<div lang={locale.Tag} dir={Direction(locale)}>");
        BlockHtml.Write(html, PageNotes.Of(page, book().Texts, locale, view.Today), locale, "h2");
        html.Raw(page.Locale != locale ? "</div><div class=lead>" : "<div class=lead>");
        Blocks(html, view, page, page.Lead, "h2");
        html.Raw("</div>");
        if (page.Cards.Length > 2)
            Contents(html, locale, page);
        foreach (var card in page.Cards)
        {
            html.Add($"<section id=\"{card.Anchor}\"><h2>{card.Title}</h2>");
            Blocks(html, view, page, card.Blocks, "h3");
            html.Raw("</section>");
        }
        html.Raw("</article>");
        Ask(html, locale, page);
        Sources(html, locale, page);
        return Bottom(html, view, page.Id.Value, page.Id.Value);
    }

    /// <summary>What keeping pages on this phone means, and the buttons for it.</summary>
    public HtmlWriter Keep(PageView view, string place, ImmutableArray<Page> pages)
    {
        var locale = view.Locale;
        var html = chrome.Open(new HtmlWriter(), locale, Say("web.kept.title"), assets.Keep).Add($"<b>{chrome.Name}</b>");
        chrome.Danger(html, locale, place, form: null);
        html.Add($"</header><main class=page data-keep=\"/{place}\" data-lang={locale.Tag} data-wait=\"{Say("web.keep.wait")}\" data-done=\"{Say("web.keep.done")}\" data-failed=\"{Say("web.keep.failed")}\" data-gone=\"{Say("web.drop.done")}\">");
        html.Add($"<p class=up><a data-k href=\"{Address(place, locale)}\">{ShelfName(locale, place)}</a><h1>{Say("web.keep")}</h1><p class=note>{Say("web.keep.shared")}</p><p>{Say("web.keep.about")}</p>");
        html.Add($"<p id=cannot>{Say("web.keep.cannot")}</p><p id=can hidden><button id=keep class=primary>{Say("web.keep")}</button> <button id=drop hidden>{Say("web.drop")}</button></p><p id=said role=status></p><ul>");
        foreach (var page in pages)
            html.Add($"<li><a data-k href=\"{Address(page.Id.Value, locale)}\"{Foreign(page, locale)}>{page.Front.Title}</a>");
        html.Raw("</ul></main><footer>");
        Languages(html, locale, $"{place}/keep");
        return html.Raw("</footer>");

        string Say(string key) => chrome.Say(locale, key);
    }

    private HtmlWriter Top(PageView view, string shelf, string title)
    {
        var locale = view.Locale;
        var html = chrome.Open(new HtmlWriter(), locale, view.Kept ? chrome.Say(locale, "web.kept.title") : title, view.Kept ? assets.Keep : null);
        html.Add($"<b>{chrome.Name}</b><a class=button href=#languages>{locale.NativeName}</a>");
        chrome.Danger(html, locale, book().Places.ContainsKey(shelf) ? shelf : book().Office.Place, form: null, view.Kept);
        if (!view.Kept)
            return html.Raw("</header><main class=page>");
        html.Add($"</header><main class=page data-gone=\"{chrome.Say(locale, "web.drop.done")}\"><p class=soft>{chrome.Say(locale, "web.kept", ("date", PageNotes.Day(book().Texts, locale, view.Today)))}</p>");
        return html.Add($"<p><button id=drop>{chrome.Say(locale, "web.drop")}</button></p>");
    }

    /// <summary>Blocks as they may be said today; where they are kept, also what is to be said later, which the script shows in time.</summary>
    private void Blocks(HtmlWriter html, PageView view, Page page, ImmutableArray<PageBlock> blocks, string heading)
    {
        if (!view.Kept)
        {
            BlockHtml.Write(html, OldFacts.At(blocks, view.Today, book().Texts, page.Locale), view.Locale, heading);
            return;
        }
        foreach (var block in blocks)
        {
            WillBeOld(html, view, block.Fact, page.Locale);
            BlockHtml.Write(html, OldFacts.At([block], view.Today, book().Texts, page.Locale), view.Locale, heading);
        }
    }

    private void WillBeOld(HtmlWriter html, PageView view, Fact? fact, Locale said)
    {
        if (view.Kept && fact is { Kind: not FactKind.Lasting } && fact.Until >= view.Today)
            html.Add($"<p class=note data-until={Chrome.Iso(fact.Until)} hidden>{OldFacts.Text(fact, book().Texts, said)}</p>");
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

    private HtmlWriter Bottom(HtmlWriter html, PageView view, string path, string? topic)
    {
        var (locale, address) = (view.Locale, new Uri(options.PublicUrl, $"{path}?lang={view.Locale.Tag}").AbsoluteUri);
        html.Raw("</main><footer>");
        if (view.Qr)
            QrSvg.Write(html.Raw("<p id=share>"), address, address);
        Languages(html, locale, path);
        if (topic is null)
            html.Add($"<p class=do><a class=\"button primary\" href=\"/?lang={locale.Tag}\">{chrome.Say(locale, "web.ask")}</a>");
        html.Add($"<p class=tools><a href=\"{Address(path, locale)}&qr#share\">{chrome.Say(locale, "web.qr")}</a>");
        if (book().Places.ContainsKey(path.Split('/')[0]))
            html.Add($"<a href=\"{Address($"{path.Split('/')[0]}/keep", locale)}\">{chrome.Say(locale, "web.keep")}</a>");
        html.Add($"<p class=soft>{chrome.Say(locale, "home.free")}");
        if (!book().Office.Live)
            html.Add($" {chrome.Say(locale, "trial")}");
        return html.Add($"<p class=\"soft printed\">{chrome.Say(locale, "web.printed", ("date", PageNotes.Day(book().Texts, locale, view.Today)))} <bdi>{address}</bdi></footer>");
    }

    /// <summary>The same page in the other languages.</summary>
    private void Languages(HtmlWriter html, Locale locale, string path)
    {
        html.Add($"<nav id=languages tabindex=-1 class=tools aria-label=\"{chrome.Say(locale, "web.languages")}\">");
        foreach (var other in Locale.All)
            html.Add($"<a href=\"{Address(path, other)}\" hreflang={other.Tag} lang={other.Tag} dir={Direction(other)}{(other == locale ? " aria-current=true" : "")}>{other.NativeName}</a>");
        html.Raw("</nav>");
    }

    private static string Address(string path, Locale locale) => $"/{path}?lang={locale.Tag}";

    private string ShelfName(Locale locale, string shelf) => shelf == Library.ProgrammeShelf ? chrome.Say(locale, "web.programmes") : chrome.PlaceName(locale, shelf);

    private static string Foreign(Page page, Locale locale) => page.Locale == locale ? "" : $" lang={page.Locale.Tag} dir={Direction(page.Locale)}";

    private static string Direction(Locale locale) => locale.IsRightToLeft ? "rtl" : "ltr";
}
