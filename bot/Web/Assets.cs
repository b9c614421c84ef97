using System.IO.Compression;
using System.Security.Cryptography;

namespace Outreach.Bot.Web;

/// <summary>One file under a name that holds its hash, packed once.</summary>
internal sealed class Asset
{
    private Asset(string address, string type, byte[] plain, bool fixedAddress)
    {
        (Address, Type, Plain, FixedAddress) = (address, type, plain, fixedAddress);
        Brotli = Packed(plain, s => new BrotliStream(s, CompressionLevel.SmallestSize));
        Gzip = Packed(plain, s => new GZipStream(s, CompressionLevel.SmallestSize));
    }

    /// <summary>"/a/1f3c9b0a.css": a new content is a new address, so it can be kept for ever.</summary>
    public string Address { get; }

    /// <summary>True for what must always stand at the same address, and so is asked for anew each time.</summary>
    public bool FixedAddress { get; }

    /// <summary>Its media type.</summary>
    public string Type { get; }

    /// <summary>As it is.</summary>
    public byte[] Plain { get; }

    /// <summary>Packed with brotli.</summary>
    public byte[] Brotli { get; }

    /// <summary>Packed with gzip.</summary>
    public byte[] Gzip { get; }

    /// <summary>A file of wwwroot, which the program carries in itself.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="at">An address that never changes; null for one that names the content.</param>
    public static Asset Of(string name, string type, string? at = null)
    {
        using var file = typeof(Asset).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program");
        var plain = new byte[file.Length];
        file.ReadExactly(plain);
        return new Asset(at ?? $"/a/{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 4))}{Path.GetExtension(name)}", type, plain, at is not null);
    }

    private static byte[] Packed(byte[] plain, Func<Stream, Stream> pack)
    {
        using var into = new MemoryStream();
        using (var packing = pack(into))
            packing.Write(plain);
        return into.ToArray();
    }
}

/// <summary>The one stylesheet and the few scripts.</summary>
internal sealed class Assets
{
    private const string JavaScript = "text/javascript; charset=utf-8";
    private const string WorkerPolicy = "default-src 'none';connect-src 'self'";

    /// <summary>The stylesheet.</summary>
    public Asset Style { get; } = Asset.Of("look.css", "text/css; charset=utf-8");

    /// <summary>The script of the chat.</summary>
    public Asset Script { get; } = Asset.Of("chat.js", JavaScript);

    /// <summary>The script that keeps pages on a phone and removes them.</summary>
    public Asset Keep { get; } = Asset.Of("keep.js", JavaScript);

    /// <summary>What answers for kept pages without a network. A worker's address is its name: it never changes.</summary>
    public Asset Worker { get; } = Asset.Of("w.js", JavaScript, "/w.js");

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in (Asset[])[Style, Script, Keep, Worker])
            routes.MapGet(asset.Address, (RequestDelegate)(http => Send(http, asset)));
        routes.MapGet("/favicon.ico", (RequestDelegate)NoIcon);
    }

    /// <summary>No icon: an empty answer, asked for once.</summary>
    private static Task NoIcon(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers.CacheControl = "public, max-age=31536000";
        return Task.CompletedTask;
    }

    private static async Task Send(HttpContext http, Asset asset)
    {
        var encoding = WebAnswer.Accepted(http.Request);
        var body = encoding switch { "br" => asset.Brotli, "gzip" => asset.Gzip, _ => asset.Plain };
        var response = http.Response;
        response.ContentType = asset.Type;
        response.Headers.CacheControl = asset.FixedAddress ? "no-cache" : "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        if (asset.FixedAddress)
            response.Headers.ContentSecurityPolicy = WorkerPolicy;
        if (encoding is not null)
            (response.Headers.ContentEncoding, response.Headers.Vary) = (encoding, "Accept-Encoding");
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }
}
