using System.Text.Json;
using Microsoft.Playwright;

namespace Outreach.Bench;

/// <summary>A fresh window of Chromium with an empty cache, which counts what comes over the wire as Chromium itself reports it.</summary>
internal sealed class Window : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IBrowserContext _context;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private long _bytes;
    private long _changed;

    private Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Orders to Chromium itself.</summary>
    public ICDPSession Wire { get; private set; } = null!;

    /// <summary>Opens one.</summary>
    public static async Task<Window> Open(IBrowser chromium, Uri address, string language, bool scripts = true)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = language,
            ViewportSize = new() { Width = 360, Height = 740 },
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var window = new Window(context, await context.NewPageAsync());
        window.Wire = await context.NewCDPSessionAsync(window.Page);
        window.On("Network.requestWillBeSent", window.Begins);
        window.On("Network.loadingFinished", e => window.Ends(e, e.GetProperty("encodedDataLength").GetDouble()));
        window.On("Network.loadingFailed", e => window.Ends(e, 0));
        await window.Wire.SendAsync("Network.enable");
        return window;
    }

    /// <summary>Bytes of all responses to what is done, headers included, once the wire is quiet.</summary>
    public async Task<long> Bytes(Func<Task> act)
    {
        var before = Interlocked.Read(ref _bytes);
        var begun = Environment.TickCount64;
        Interlocked.Exchange(ref _changed, begun);
        await act();
        while (Busy || Environment.TickCount64 - Interlocked.Read(ref _changed) < Quiet.TotalMilliseconds || Interlocked.Read(ref _bytes) == before)
        {
            if (Environment.TickCount64 - begun > Patience.TotalMilliseconds)
                throw new TimeoutException("the wire does not become quiet");
            await Task.Delay(Tick);
        }
        return Interlocked.Read(ref _bytes) - before;
    }

    /// <summary>Presses the button with a value in the newest message.</summary>
    public Task Press(string value) => Page.Locator($"#log button[value='{value}']").Last.ClickAsync();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private bool Busy
    {
        get
        {
            lock (_open)
                return _open.Count > 0;
        }
    }

    /// <summary>A redirect ends under the same id, and its bytes are told with the request that follows it.</summary>
    private void Begins(JsonElement e)
    {
        lock (_open)
            _open.Add(e.GetProperty("requestId").GetString()!);
        if (e.TryGetProperty("redirectResponse", out var redirect))
            Add(redirect.GetProperty("encodedDataLength").GetDouble());
    }

    private void Ends(JsonElement e, double bytes)
    {
        Add(bytes);
        lock (_open)
            _open.Remove(e.GetProperty("requestId").GetString()!);
    }

    private void Add(double bytes)
    {
        Interlocked.Add(ref _bytes, (long)bytes);
        Interlocked.Exchange(ref _changed, Environment.TickCount64);
    }

    private void On(string name, Action<JsonElement> hear) => Wire.Event(name).OnEvent += (_, e) =>
    {
        if (e is { } told)
            hear(told);
    };
}
