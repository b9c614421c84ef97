using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Outreach.Tests.Support;

namespace Outreach.Bench.Measures;

/// <summary>From starting the process to its first reply. Ours twice: with the content package of the start before, and with nothing at all.</summary>
internal static class Starts
{
    private const double Most = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const string Hello = """
        {"type":"message","id":"1","timestamp":"2026-01-01T00:00:00Z","serviceUrl":"http://127.0.0.1:9/","channelId":"test","from":{"id":"u"},
        "recipient":{"id":"bot"},"conversation":{"id":"c"},"locale":"en-US","text":"hi","deliveryMode":"expectReplies"}
        """;

    /// <summary>Measures it.</summary>
    public static async Task<Findings> Measure(BenchOptions options)
    {
        using var known = new TemporaryFolder();
        InterviewBook.Write(known.Path);
        var taken = new Dictionary<string, List<Start>>(StringComparer.Ordinal);
        var again = Peer.Interview(known.Path);
        await Once(again);                                 // makes key, data and content package
        for (var round = 0; round < options.Rounds; round++)
        {
            using var fresh = new TemporaryFolder();
            InterviewBook.Write(fresh.Path);
            foreach (var peer in (Peer[])[Peer.Kestrel, Peer.BotBuilder, again, Peer.Interview(fresh.Path, "Outreach, first start")])
                (taken.TryGetValue(peer.Name, out var list) ? list : taken[peer.Name] = []).Add(await Once(peer));
        }
        var floor = taken[Peer.Kestrel.Name];
        double Ratio(List<Start> starts) => starts.Zip(floor, (a, b) => a.Reply / b.Reply).Median();
        return new Findings(
            [
                new Table("Start to first reply", ["server", "listens ms", "first reply ms", "x Kestrel", "CPU ms", "memory MB"],
                [
                    .. taken.Select(t => ImmutableArray.Create(
                        t.Key,
                        $"{t.Value.Median(s => s.Listens):N0}",
                        $"{t.Value.Median(s => s.Reply):N0}",
                        $"{Ratio(t.Value):0.0}",
                        $"{t.Value.Median(s => s.Cpu):N0}",
                        $"{t.Value.Median(s => s.Memory):N0}")),
                ]),
            ],
            [new Aim("start to first reply, against bare Kestrel", Ratio(taken[again.Name]), Most, "x")],
            [$"Medians of {options.Rounds} interleaved starts, files in the disk cache; ratios are medians of the ratios within a round. \"First start\" makes keys and database and reads every page; the others of ours load the package it left."]);
    }

    private static async Task<Start> Once(Peer peer)
    {
        using var http = new HttpClient { Timeout = Patience };
        var clock = Stopwatch.StartNew();
        await using var server = Server.Start(peer);
        await server.Listening();
        var listens = clock.Elapsed;
        using var hello = new StringContent(Hello, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await http.PostAsync(new Uri(server.Address, "api/messages"), hello);
        var reply = clock.Elapsed;
        if (!(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Contains(InterviewBook.Steps[0].Hears, StringComparison.Ordinal))
            throw new InvalidOperationException($"{peer.Name} did not begin the interview");
        using var process = Process.GetProcessById(server.Id);
        return new Start(listens.TotalMilliseconds, reply.TotalMilliseconds, process.TotalProcessorTime.TotalMilliseconds, process.WorkingSet64 / 1e6);
    }

    private sealed record Start(double Listens, double Reply, double Cpu, double Memory);
}
