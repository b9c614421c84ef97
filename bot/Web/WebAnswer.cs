using System.Buffers;
using System.IO.Compression;

namespace Outreach.Bot.Web;

/// <summary>Sends what was written: compressed in one piece, with the headers that keep it private and harmless.</summary>
internal static class WebAnswer
{
    /// <summary>Nothing but our own files; no inline script, no frame around us.</summary>
    public const string Policy = "default-src 'none';style-src 'self';script-src 'self';connect-src 'self';frame-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'";

    /// <summary>The same for the frame of staff messages, which only our own page may show.</summary>
    public const string FramePolicy = "default-src 'none';style-src 'self';frame-ancestors 'self';base-uri 'none'";

    private const string FragmentPolicy = "default-src 'none'";
    private const int Quality = 5;
    private const int Window = 18;
    private const int SmallestWorthIt = 200;

    /// <summary>A page that must leave no trace: never cached.</summary>
    public static Task Page(HttpContext http, HtmlWriter html, int status = 200, string policy = Policy)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        Guard(http.Response, policy);
        return Send(http, html.Written, "text/html; charset=utf-8");
    }

    /// <summary>A fragment for the script: as few headers as are safe.</summary>
    public static Task Fragment(HttpContext http, HtmlWriter html)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = FragmentPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Send(http, html.Written, "text/html; charset=utf-8");
    }

    /// <summary>Elsewhere, by GET.</summary>
    public static void SeeOther(HttpContext http, string where)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = where;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentLength = 0;
    }

    /// <summary>The headers of everything a browser shows.</summary>
    public static void Guard(HttpResponse response, string policy = Policy)
    {
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    /// <summary>The body, in the smallest form the browser takes.</summary>
    public static async Task Send(HttpContext http, ReadOnlyMemory<byte> body, string type)
    {
        http.Response.ContentType = type;
        if (body.Length < SmallestWorthIt || Accepted(http.Request) is not { } encoding)
        {
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
            return;
        }
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length) + 64);
        try
        {
            var length = Pack(encoding, body.Span, packed);
            http.Response.Headers.ContentEncoding = encoding;
            if (http.Response.Headers.Vary.Count == 0)
                http.Response.Headers.Vary = "Accept-Encoding";
            http.Response.ContentLength = length;
            await http.Response.Body.WriteAsync(packed.AsMemory(0, length), http.RequestAborted);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed, clearArray: true);
        }
    }

    /// <summary>"br" or "gzip", whichever the browser takes first; null for neither.</summary>
    public static string? Accepted(HttpRequest request)
    {
        var accept = request.Headers.AcceptEncoding.ToString();
        return accept.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accept.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : null;
    }

    private static int Pack(string encoding, ReadOnlySpan<byte> body, byte[] packed)
    {
        if (encoding == "br" && BrotliEncoder.TryCompress(body, packed, out var written, Quality, Window))
            return written;
        using var into = new MemoryStream(packed);
        using (var gzip = new GZipStream(into, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(body);
        return (int)into.Position;
    }
}
