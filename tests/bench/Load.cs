using System.Diagnostics;
using System.Text.Json;

namespace Outreach.Bench;

/// <summary>What the loader saw.</summary>
internal sealed record Load(double Turns, double TurnsPerSecond, double P50Us, double P99Us, double MaxUs, double Wrong, double BytesPerReply, double CpuUsPerTurn, double MemoryMb, double PeakMb)
{
    /// <summary>Plays interviews with a server. A wrong reply ends the measurement: a fast wrong answer is no figure.</summary>
    /// <param name="server">The server.</param>
    /// <param name="connections">How many ask at the same time.</param>
    /// <param name="seconds">How long is counted.</param>
    /// <param name="warm">How long is played before.</param>
    /// <param name="rate">Turns a second; 0 for as many as go.</param>
    public static async Task<Load> On(Server server, int connections, int seconds, int warm, int rate = 0)
    {
        var start = new ProcessStartInfo(Workshop.Loader, ["-p", $"{server.Port}", "-i", $"{server.Id}", "-c", $"{connections}", "-s", $"{seconds}", "-w", $"{warm}", "-r", $"{rate}"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{server.Name} answered wrongly: {said}");
        using var json = JsonDocument.Parse(said);
        double Of(string name) => json.RootElement.GetProperty(name).GetDouble();
        return new Load(Of("turns"), Of("turns_per_second"), Of("p50_us"), Of("p99_us"), Of("max_us"), Of("wrong"), Of("bytes_per_reply"), Of("cpu_us_per_turn"), Of("memory_mb"), Of("peak_mb"));
    }
}
