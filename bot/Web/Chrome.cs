using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>What every page of ours has around its content: head, "leave now" first of all, language, danger.</summary>
internal sealed class Chrome(Func<Book> book, Assets assets, TimeProvider clock)
{
    /// <summary>Texts in the language of one page.</summary>
    public string Say(Locale locale, string key, params ReadOnlySpan<(string Name, string Value)> args) => book().Texts.Text(locale, key, args);

    /// <summary>The document up to the body, and the form to leave: the first thing a keyboard reaches.</summary>
    public HtmlWriter Open(HtmlWriter html, Locale locale, string title, Asset? script = null)
    {
        html.Raw("<!doctype html>").Add($"<html lang={locale.Tag} dir={(locale.IsRightToLeft ? "rtl" : "ltr")}>");
        html.Add($"<meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>{title}</title><link rel=stylesheet href={assets.Style.Address}>");
        if (script is not null)
            html.Add($"<script src={script.Address} defer></script>");
        return html.Add($"<header class=bar><div class=row><form class=out method=post action=/leave><input type=hidden name=l value={locale.Tag}><button>{Say(locale, "web.leave")}</button></form>");
    }

    /// <summary>The bar of danger: who answers first at the place, or a way to say where one is.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="locale">The language.</param>
    /// <param name="place">The place; null when unknown.</param>
    /// <param name="form">The id of the form by which "danger" is said; null on pages, which have none.</param>
    /// <param name="kept">For a page that is kept on a phone: also what is to be said when the number has grown old.</param>
    public void Danger(HtmlWriter html, Locale locale, string? place, string? form, bool kept = false)
    {
        var first = FirstContact.At(place, book().Contacts, book().Texts, locale, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        html.Raw("</div><div class=danger>");
        if (form is not null)
            html.Add($"<button form={form} name=c value=/danger>{Say(locale, "web.danger")}</button>");
        if (first is not null)
        {
            html.Add($"<a href=\"tel:{first.Number}\">");
            if (form is null)
                html.Add($"{Say(locale, "web.danger_in", ("place", PlaceName(locale, place!)))} <bdi>{first.Number}</bdi></a><small>{first.Who}</small>");
            else
                html.Add($"<small>{first.Who}</small> <bdi>{first.Number}</bdi></a>");
            if (first.Old is { } old)
                html.Add($"<small>{old}</small>");
            else if (kept)
                html.Add($"<small data-until={Iso(first.Fact.Until)} hidden>{OldFacts.Text(first.Fact, book().Texts, locale)}</small>");
            if (first.Caution is { } caution)                                   // in the chat "danger" is one tap away and says it whole, with the other numbers
                html.Add($"<small>{(form is null ? caution : Say(locale, "web.may_report"))}</small>");
        }
        else if (form is null)
            html.Add($"<a href=\"/?lang={locale.Tag}\">{Say(locale, "web.danger")}</a>");
        html.Raw("</div>");
    }

    /// <summary>A page that says one sentence and leads back.</summary>
    public HtmlWriter Message(Locale locale, string sentence)
    {
        var html = Open(new HtmlWriter(), locale, Name);
        html.Add($"<b>{Name}</b>");
        Danger(html, locale, book().Office.Place, form: null);
        return html.Add($"</header><main><h1>{sentence}</h1><p><a class=button href=\"/?lang={locale.Tag}\">{Say(locale, "web.home")}</a></main>");
    }

    /// <summary>A day as scripts compare it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A country's name.</summary>
    public string PlaceName(Locale locale, string id) =>
        book().Countries.Find(id) is { } place ? place.Names.GetValueOrDefault(locale) ?? place.Names[Locale.English] : id;

    /// <summary>The service's name as people know it.</summary>
    public string Name => book().Office.Name;
}
