using Microsoft.Playwright;

namespace Outreach.Bench;

/// <summary>Debian's Chromium, driven by Playwright.</summary>
internal sealed class ChromiumProcess(IPlaywright playwright, IBrowser browser) : IAsyncDisposable
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public IBrowser Browser => browser;

    public static async Task<ChromiumProcess> Start()
    {
        var playwright = await Playwright.CreateAsync();
        return new ChromiumProcess(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Quiet }));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
