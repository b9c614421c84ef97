using System.Collections.Immutable;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Bench.Measures;

/// <summary>The first visit over 50 kbit/s and 500 ms with a processor four times slower, throttled by Chromium: until the first message can be read.</summary>
internal static class SlowLine
{
    private const int BytesPerSecond = 50_000 / 8;
    private const int LatencyMs = 500;
    private const int SlowerProcessor = 4;
    private const double MostSeconds = 4;
    /// <summary>
    /// Notes when the first message has been painted. Frames are not drawn while the style sheet is awaited, although
    /// the message can be found in the page; the frame after the first one that has it comes after its painting.
    /// </summary>
    private const string Watch = """
        (function look() {
          requestAnimationFrame(() => document.querySelector('#log li')
            ? requestAnimationFrame(() => { window.messagePainted = performance.now(); })
            : look());
        })();
        """;

    private const string FirstPaint = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0";

    /// <summary>Measures it.</summary>
    public static async Task<Findings> Measure(BenchOptions options)
    {
        using var folder = new TemporaryFolder();
        await using var server = Server.Start(Peer.Chat(folder.Path));
        await server.Listening();
        await using var chromium = await ChromiumProcess.Start();
        await Visit(chromium, server, Locale.English);     // the host's first answer is the business of another table
        var rows = new List<(string Language, double[] Message, double[] Painted)>();
        foreach (var language in Locale.All)
        {
            var visits = new List<(double Message, double Painted)>();
            for (var round = 0; round < options.Rounds; round++)
                visits.Add(await Visit(chromium, server, language));
            rows.Add((language.Tag, [.. visits.Select(v => v.Message)], [.. visits.Select(v => v.Painted)]));
        }
        return new Findings(
            [
                new Table("First message at 50 kbit/s, 500 ms, processor 4x slower", ["language", "message s, median", "message s, most", "first paint s, median"],
                [
                    .. rows.Select(r => ImmutableArray.Create(r.Language, $"{r.Message.Median():0.00}", $"{r.Message.Max():0.00}", $"{r.Painted.Median():0.00}")),
                ]),
            ],
            [new Aim("first message painted, median of the slowest language", rows.Max(r => r.Message.Median()), MostSeconds, "s")],
            ["In the page's own clock, from the order to go there until the frame with the message has been drawn. Chromium's throttle delays each request by the latency; it does not slow the TCP handshake."]);
    }

    private static async Task<(double Message, double Painted)> Visit(ChromiumProcess chromium, Server server, Locale language)
    {
        await using var window = await Window.Open(chromium.Browser, server.Address, language.Tag);
        await window.Wire.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false,
            ["latency"] = LatencyMs,
            ["downloadThroughput"] = BytesPerSecond,
            ["uploadThroughput"] = BytesPerSecond,
        });
        await window.Wire.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = SlowerProcessor });
        await window.Page.AddInitScriptAsync(Watch);
        await window.Page.GotoAsync("/");
        var message = await window.Page.WaitForFunctionAsync("() => window.messagePainted");
        return (await message.JsonValueAsync<double>() / 1000, await window.Page.EvaluateAsync<double>(FirstPaint) / 1000);
    }
}
