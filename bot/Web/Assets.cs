using System.IO.Compression;
using System.Security.Cryptography;

namespace Outreach.Bot.Web;

/// <summary>One file under a name that holds its hash, packed once.</summary>
internal sealed class Asset
{
    private Asset(string address, string type, byte[] plain)
    {
        (Address, Type, Plain) = (address, type, plain);
        Brotli = Packed(plain, s => new BrotliStream(s, CompressionLevel.SmallestSize));
        Gzip = Packed(plain, s => new GZipStream(s, CompressionLevel.SmallestSize));
    }

    /// <summary>"/a/1f3c9b0a.css": a new content is a new address, so it can be kept for ever.</summary>
    public string Address { get; }

    /// <summary>Its media type.</summary>
    public string Type { get; }

    /// <summary>As it is.</summary>
    public byte[] Plain { get; }

    /// <summary>Packed with brotli.</summary>
    public byte[] Brotli { get; }

    /// <summary>Packed with gzip.</summary>
    public byte[] Gzip { get; }

    /// <summary>Reads a file.</summary>
    public static Asset Of(string file, string type)
    {
        var plain = File.ReadAllBytes(file);
        return new Asset($"/a/{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 4))}{Path.GetExtension(file)}", type, plain);
    }

    private static byte[] Packed(byte[] plain, Func<Stream, Stream> pack)
    {
        using var into = new MemoryStream();
        using (var packing = pack(into))
            packing.Write(plain);
        return into.ToArray();
    }
}

/// <summary>The one stylesheet and the one script.</summary>
internal sealed class Assets
{
    /// <summary>The stylesheet.</summary>
    public Asset Style { get; } = Asset.Of(Path.Combine(AppContext.BaseDirectory, "wwwroot", "look.css"), "text/css; charset=utf-8");

    /// <summary>The script.</summary>
    public Asset Script { get; } = Asset.Of(Path.Combine(AppContext.BaseDirectory, "wwwroot", "chat.js"), "text/javascript; charset=utf-8");

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in (Asset[])[Style, Script])
            routes.MapGet(asset.Address, (RequestDelegate)(http => Send(http, asset)));
    }

    private static async Task Send(HttpContext http, Asset asset)
    {
        var encoding = WebAnswer.Accepted(http.Request);
        var body = encoding switch { "br" => asset.Brotli, "gzip" => asset.Gzip, _ => asset.Plain };
        var response = http.Response;
        response.ContentType = asset.Type;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.XContentTypeOptions = "nosniff";
        if (encoding is not null)
            (response.Headers.ContentEncoding, response.Headers.Vary) = (encoding, "Accept-Encoding");
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }
}
