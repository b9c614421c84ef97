using System.Collections.Immutable;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Bench.Measures;

/// <summary>What the web chat costs on a phone that pays for data: bytes of responses, headers included, as Chromium reports them.</summary>
internal static class WebBytes
{
    private const long FirstVisit = 14 * 1024;
    private const long ScriptedTurn = 1536;
    private const long ScriptlessTurn = 4 * 1024;

    /// <summary>Language and place: after them the frame around the conversation is another one, and the script loads the page anew.</summary>
    private const int TurnsThatChangeTheFrame = 2;

    private const int LongConversation = 10;

    /// <summary>What is pressed after the language, from the place to the middle of a request for help.</summary>
    private static readonly string[] Way = ["de", "ask", "stuck", "basics", "programme/stranded", "ask:stranded", "yes", "no", "18_59", "no", "no", "yes"];

    /// <summary>Measures it.</summary>
    public static async Task<Findings> Measure()
    {
        using var folder = new TemporaryFolder();
        await using var server = Server.Start(Peer.Chat(folder.Path));
        await server.Listening();
        await using var chromium = await ChromiumProcess.Start();
        var rows = new List<Row>();
        foreach (var language in Locale.All)
        {
            var (first, scripted) = await Walk(chromium, server, language, scripts: true);
            var (_, plain) = await Walk(chromium, server, language, scripts: false);
            rows.Add(new Row(language.Tag, first, scripted[..TurnsThatChangeTheFrame].Max(), scripted[TurnsThatChangeTheFrame..], plain[^1]));
        }
        return new Findings(
            [
                new Table("Bytes of the chat", ["language", "first visit", "language or place", "scripted turn, median", "scripted turn, most", $"scriptless turn after {LongConversation}"],
                [
                    .. rows.Select(r => ImmutableArray.Create(r.Language, $"{r.First:N0}", $"{r.Frame:N0}", $"{r.Scripted.Median(b => b):N0}", $"{r.Scripted.Max():N0}", $"{r.Plain:N0}")),
                ]),
            ],
            [
                new Aim("first visit, the dearest language", rows.Max(r => r.First), FirstVisit, "bytes"),
                new Aim("scripted turn, the dearest", rows.Max(r => r.Scripted.Max()), ScriptedTurn, "bytes"),
                new Aim($"scriptless turn after {LongConversation} turns, the dearest", rows.Max(r => r.Plain), ScriptlessTurn, "bytes"),
            ],
            ["Choosing another language or place changes the frame around the conversation (direction, emergency number); the script then loads the page once more, listed by itself."]);
    }

    private static async Task<(long First, long[] Turns)> Walk(ChromiumProcess chromium, Server server, Locale language, bool scripts)
    {
        await using var window = await Window.Open(chromium.Browser, server.Address, language.Tag, scripts);
        var first = await window.Bytes(() => window.Page.GotoAsync("/"));
        var turns = new List<long>();
        foreach (var press in Way.Prepend(language.Tag))
            turns.Add(await window.Bytes(() => window.Press(press)));
        if (turns.Count <= LongConversation)
            throw new InvalidOperationException("the way is too short for a long conversation");
        return (first, [.. turns]);
    }

    private sealed record Row(string Language, long First, long Frame, long[] Scripted, long Plain);
}
