using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>In which language a request is answered.</summary>
internal sealed class PageLanguage(WebSession sessions)
{
    /// <summary>The first language of ours in the address (<c>?lang=</c>); null when it names none.</summary>
    public static Locale? Chosen(HttpRequest request)
    {
        foreach (var tag in request.Query["lang"])
            if (Locale.TryParse(tag, out var locale))
                return locale;
        return null;
    }

    /// <summary>What the browser asks for first among ours.</summary>
    public static Locale OfBrowser(HttpRequest request) => Locale.FromAcceptLanguage(request.Headers.AcceptLanguage) ?? Locale.English;

    /// <summary>For pages that browsers keep: the same address and browser, the same language.</summary>
    public static Locale OfPage(HttpRequest request) => Chosen(request) ?? OfBrowser(request);

    /// <summary>For what is said in between, also when the store cannot be asked: as the person is spoken to.</summary>
    public Locale OfPerson(HttpRequest request) => Chosen(request) ?? sessions.LanguageOf(request) ?? OfBrowser(request);
}
