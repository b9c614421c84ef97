using Microsoft.Playwright;
using Outreach.Tests.Support;

namespace Outreach.Acceptance.Tests.Web;

/// <summary>One host and one Chromium for all web tests; each test opens windows of its own.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright _playwright = null!;

    public HostProcess Host { get; private set; } = null!;

    public IBrowser Chromium { get; private set; } = null!;

    public string Axe { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var axe = Repository.At("tests", "acceptance", "node_modules", "axe-core", "axe.min.js");
        Axe = File.Exists(axe) ? await File.ReadAllTextAsync(axe) : throw new InvalidOperationException("run npm ci in tests/acceptance first");
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Quiet });
        Host = await HostProcess.Start();
    }

    public async Task DisposeAsync()
    {
        await Chromium.DisposeAsync();
        _playwright.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>A window, on the host of the fixture or another one. Errors the page reports are collected.</summary>
    public async Task<Window> Open(string language = "en", int width = 360, int height = 740, bool scripts = true, Uri? at = null)
    {
        var context = await Chromium.NewContextAsync(new()
        {
            BaseURL = (at ?? Host.Address).ToString(),
            Locale = language,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(40_000);
        return new Window(this, context, await context.NewPageAsync(), scripts);
    }
}

/// <summary>One window and what went wrong in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private const string Look = "async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(v => v.id + ' at ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')).join('; ')";
    private readonly ChromiumFixture _fixture;
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];
    private ICDPSession? _wire;

    public Window(ChromiumFixture fixture, IBrowserContext context, IPage page, bool scripts)
    {
        (_fixture, _context, Page, HasScripts) = (fixture, context, page, scripts);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    public bool HasScripts { get; }

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Presses the button with a value in the newest message and waits for what follows.</summary>
    public Task Choose(string value) => After(() => Page.Locator($"#log button[value='{value}']").Last.ClickAsync());

    /// <summary>Presses a button that is always there.</summary>
    public Task Press(string value) => After(() => Page.Locator($"header button[value='{value}'], nav.tools button[value='{value}']").First.ClickAsync());

    /// <summary>Ticks boxes of the newest message and goes on.</summary>
    public async Task Tick(params string[] values)
    {
        foreach (var value in values)
            await Page.Locator($"#log input[value='{value}']").CheckAsync();
        await Choose("//many");
    }

    /// <summary>Writes into the field and sends it.</summary>
    public Task Write(string words) => After(async () =>
    {
        await Page.FillAsync("#w", words);
        await Page.Locator("form.say button").ClickAsync();
    });

    /// <summary>Does something that makes a turn and waits for it.</summary>
    public async Task After(Func<Task> act)
    {
        var token = await Token();
        await act();
        for (var i = 0; i < 800 && await Token() == token; i++)
            await Task.Delay(25);
    }

    /// <summary>The token of the forms, which every turn changes.</summary>
    public async Task<string?> Token()
    {
        try
        {
            return await Page.Locator("form.say [name=t]").GetAttributeAsync("value", new() { Timeout = 2_000 });
        }
        catch (PlaywrightException)
        {
            return null;                                   // between two pages
        }
    }

    /// <summary>What axe-core finds, with the page's own policy left as it is: the checker comes in from outside.</summary>
    /// <remarks>A page that came without scripts stays as it came, with what stands there for those who have none: scripts are let in only while the checker looks.</remarks>
    public async Task<string> Findings()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        if (!HasScripts)
            await Stopped(false);
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
            await Page.EvaluateAsync(_fixture.Axe);        // half of the time a look takes
        var found = await Page.EvaluateAsync<string>(Look);
        if (!HasScripts)
            await Stopped(true);
        return found;
    }

    private async Task Stopped(bool value)
    {
        if (_wire is null)
        {
            _wire = await _context.NewCDPSessionAsync(Page);
            await Stopped(true);                           // a session says only what changes for it
        }
        await _wire.SendAsync("Emulation.setScriptExecutionDisabled", new() { ["value"] = value });
    }

    /// <summary>How many pixels the page is wider than its window.</summary>
    public Task<int> Overflow() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Text at twice its size.</summary>
    public Task Double() => Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
