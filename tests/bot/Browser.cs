using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Outreach.Bot.Tests;

/// <summary>A browser without scripts, as far as forms and one cookie go. Counts every byte that comes in, headers included.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _language;
    private long _bytes;

    public Browser(BotApp app, string language = "en")
    {
        _language = language;
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ConnectCallback = Connect };
        _http = new HttpClient(handler) { BaseAddress = app.Address };
    }

    public string? Session { get; set; }

    public string Page { get; private set; } = "";

    public HttpResponseMessage Response { get; private set; } = null!;

    /// <summary>Bytes received by the last call.</summary>
    public long Bytes { get; private set; }

    public bool Scripted { get; set; }

    public async Task<Browser> Get(string path)
    {
        await Send(new HttpRequestMessage(HttpMethod.Get, path));
        return this;
    }

    /// <summary>Presses a button of the page.</summary>
    public Task<Browser> Press(string value) => Post(Form(("c", value)));

    /// <summary>Writes into the field and sends it.</summary>
    public Task<Browser> Write(string words) => Post(Form(("w", words)));

    /// <summary>Ticks boxes and goes on.</summary>
    public Task<Browser> Tick(params string[] values) => Post(Form([.. values.Select(v => ("m", v)), ("c", "//many")]));

    /// <summary>The hidden fields of the page and some more; a script takes the token from the head of the replies.</summary>
    public (string, string)[] Form(params (string, string)[] more) => Scripted && !Page.StartsWith('<')
        ? [("t", Page.Split(' ')[0]), .. more]
        : [.. Hidden().Matches(Page).Take(1).Select(m => ("t", m.Groups[1].Value)), .. Hint().Matches(Page).Take(1).Select(m => ("h", m.Groups[1].Value)), .. more];

    /// <summary>Posts a form and follows the redirect, as browsers do.</summary>
    public async Task<Browser> Post((string Name, string Value)[] form, string path = "/chat")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        if (Scripted)
            request.Headers.Accept.ParseAdd("text/x-replies");
        await Send(request);
        if (Response.StatusCode == HttpStatusCode.SeeOther)
        {
            var bytes = Bytes;
            await Get(Response.Headers.Location!.OriginalString.Split('#')[0]);
            Bytes += bytes;
        }
        return this;
    }

    /// <summary>Sends anything.</summary>
    public async Task Send(HttpRequestMessage request)
    {
        if (Session is not null)
            request.Headers.Add("Cookie", $"o={Session}; __Host-o={Session}");
        request.Headers.AcceptLanguage.ParseAdd(_language);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var before = Interlocked.Read(ref _bytes);
        Response = await _http.SendAsync(request);
        var body = await Response.Content.ReadAsByteArrayAsync();
        Bytes = Interlocked.Read(ref _bytes) - before;
        Page = Response.Content.Headers.ContentEncoding.Contains("br") ? Unpacked(body) : Encoding.UTF8.GetString(body);
        if (Response.Headers.TryGetValues("Set-Cookie", out var cookies) && Cookie().Match(cookies.First()) is { Success: true } cookie)
            Session = cookie.Groups[1].Value.Length > 0 ? cookie.Groups[1].Value : null;
    }

    /// <summary>The page as text, to be looked through.</summary>
    public string Words => WebUtility.HtmlDecode(Tags().Replace(Page, " "));

    public void Dispose() => _http.Dispose();

    private static string Unpacked(byte[] body)
    {
        using var packed = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
        using var reader = new StreamReader(packed, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(context.DnsEndPoint, cancel);
        return new CountingStream(new NetworkStream(socket, ownsSocket: true), n => Interlocked.Add(ref _bytes, n));
    }

    [GeneratedRegex("name=t value=([\\w-]+)")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=h value=\"([^\"]*)\"")]
    private static partial Regex Hint();

    [GeneratedRegex("^(?:__Host-)?o=([^;]*);")]
    private static partial Regex Cookie();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    private sealed class CountingStream(Stream inner, Action<int> count) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            count(read);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count1) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count1) => inner.Write(buffer, offset, count1);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
