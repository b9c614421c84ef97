using System.Buffers.Text;
using System.Security.Cryptography;
using Outreach.Localization;

namespace Outreach.Bot.Web;

/// <summary>The session: one random id in one cookie that scripts cannot read, gone when the browser closes or the person leaves. Behind the id stands the language spoken, so that even a failing service speaks it.</summary>
internal sealed class WebSession(bool secure)
{
    /// <summary>Characters of an id: 128 random bits.</summary>
    public const int IdLength = 22;

    private readonly string _name = secure ? "__Host-o" : "o";

    /// <summary>The id the browser sent; null when it sent none, or something that was never ours.</summary>
    public string? Find(HttpRequest request) => Read(request).Id;

    /// <summary>The language last spoken in the session; null when there is none yet.</summary>
    public Locale? LanguageOf(HttpRequest request) => Read(request).Language;

    /// <summary>A new id, set as a cookie of this browser session.</summary>
    public string Begin(HttpResponse response)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        Set(response, id);
        return id;
    }

    /// <summary>Keeps the language now spoken, where the cookie does not say it yet.</summary>
    public void Speak(HttpContext http, Locale language)
    {
        if (Read(http.Request) is { Id: { } id } known && known.Language != language)
            Set(http.Response, $"{id}.{language.Tag}");
    }

    /// <summary>Drops the cookie and, over https, everything else the browser kept of us.</summary>
    public void End(HttpResponse response)
    {
        Set(response, "", "; max-age=0");
        if (secure)
            response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
    }

    private void Set(HttpResponse response, string value, string age = "") =>
        response.Headers.SetCookie = $"{_name}={value}; path=/{age}; httponly; samesite=lax{(secure ? "; secure" : "")}";

    private (string? Id, Locale? Language) Read(HttpRequest request)
    {
        if (!request.Cookies.TryGetValue(_name, out var cookie) || cookie.Split('.', 2) is not [{ Length: IdLength } id, ..] parts || !Base64Url.IsValid(id))
            return (null, null);
        return (id, parts is [_, var tag] && Locale.TryParse(tag, out var language) ? language : null);
    }
}
