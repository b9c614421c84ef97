using System.Buffers.Text;
using System.Security.Cryptography;

namespace Outreach.Bot.Web;

/// <summary>The session: one random id in one cookie that scripts cannot read, gone when the browser closes or the person leaves.</summary>
internal sealed class WebSession(bool secure)
{
    /// <summary>Characters of an id: 128 random bits.</summary>
    public const int IdLength = 22;

    private readonly string _name = secure ? "__Host-o" : "o";

    /// <summary>The id the browser sent; null when it sent none, or something that was never ours.</summary>
    public string? Find(HttpRequest request) =>
        request.Cookies.TryGetValue(_name, out var id) && id.Length == IdLength && Base64Url.IsValid(id) ? id : null;

    /// <summary>A new id, set as a cookie of this browser session.</summary>
    public string Begin(HttpResponse response)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        response.Headers.SetCookie = $"{_name}={id}; path=/; httponly; samesite=lax{(secure ? "; secure" : "")}";
        return id;
    }

    /// <summary>Drops the cookie and, over https, everything else the browser kept of us.</summary>
    public void End(HttpResponse response)
    {
        response.Headers.SetCookie = $"{_name}=; path=/; max-age=0; httponly; samesite=lax{(secure ? "; secure" : "")}";
        if (secure)
            response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
    }
}
