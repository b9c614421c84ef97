using System.Collections.Immutable;
using Outreach.Tests.Support;

namespace Outreach.Bench.Measures;

/// <summary>What a turn costs: the six-step interview, ours screened, sealed and durable, beside bare Kestrel and botbuilder with their state in memory.</summary>
internal static class Turns
{
    private const int SteadyRate = 150;
    private const double MostCpu = 4;

    /// <summary>Measures it.</summary>
    public static async Task<Findings> Measure(BenchOptions options)
    {
        using var folder = new TemporaryFolder();
        InterviewBook.Write(folder.Path);
        var servers = new List<Server>();
        try
        {
            foreach (var peer in (Peer[])[Peer.Kestrel, Peer.BotBuilder, Peer.Interview(folder.Path)])
                servers.Add(Server.Start(peer));
            foreach (var server in servers)
                await server.Listening();
            foreach (var server in servers)
                await Load.On(server, options.Connections, 1, options.Warm);
            var full = servers.ToDictionary(s => s.Name, _ => new List<Load>(), StringComparer.Ordinal);
            var steady = servers.ToDictionary(s => s.Name, _ => new List<Load>(), StringComparer.Ordinal);
            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var server in servers)
                    full[server.Name].Add(await Load.On(server, options.Connections, options.Seconds, warm: 1));
                foreach (var server in servers)
                    steady[server.Name].Add(await Load.On(server, options.Connections, options.Seconds, warm: 1, SteadyRate));
            }
            return Found([.. servers.Select(s => s.Name)], full, steady, options);
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }

    private static Findings Found(ImmutableArray<string> names, Dictionary<string, List<Load>> full, Dictionary<string, List<Load>> steady, BenchOptions options)
    {
        var (floor, peer, ours) = (full[names[0]], full[names[1]], full[names[2]]);
        return new Findings(
            [Table($"The interview, {options.Connections} connections, as fast as it goes", names, full), Table($"The same at {SteadyRate} turns a second", names, steady)],
            [
                new Aim("CPU per durable turn, against bare Kestrel", Ratio(ours, floor, l => l.CpuUsPerTurn), MostCpu, "x"),
                new Aim("p99 as fast as it goes, against botbuilder Node", Ratio(ours, peer, l => l.P99Us), 1, "x"),
                new Aim($"p99 at {SteadyRate} turns a second, against botbuilder Node", Ratio(steady[names[2]], steady[names[1]], l => l.P99Us), 1, "x"),
            ],
            [
                "Outreach: every message screened for danger, state sealed, every turn in SQLite with synchronous=FULL before it is answered. The others keep state in memory.",
                $"Medians of {options.Rounds} interleaved rounds of {options.Seconds} s; ratios are medians of the ratios within a round. The loader shares the cores ({Environment.ProcessorCount}).",
            ]);
    }

    private static Table Table(string title, ImmutableArray<string> names, Dictionary<string, List<Load>> loads) => new(
        title,
        ["server", "CPU us/turn", "x Kestrel", "turns/s", "p50 ms", "p99 ms", "memory MB", "peak MB", "bytes/reply"],
        [
            .. names.Select(name => ImmutableArray.Create(
                name,
                $"{loads[name].Median(l => l.CpuUsPerTurn):N0}",
                $"{Ratio(loads[name], loads[names[0]], l => l.CpuUsPerTurn):0.0}",
                $"{loads[name].Median(l => l.TurnsPerSecond):N0}",
                $"{loads[name].Median(l => l.P50Us) / 1000:0.00}",
                $"{loads[name].Median(l => l.P99Us) / 1000:0.00}",
                $"{loads[name].Median(l => l.MemoryMb):N0}",
                $"{loads[name].Max(l => l.PeakMb):N0}",
                $"{loads[name].Median(l => l.BytesPerReply):N0}")),
        ]);

    private static double Ratio(List<Load> ours, List<Load> theirs, Func<Load, double> look) => ours.Zip(theirs, (a, b) => look(a) / look(b)).Median();
}
