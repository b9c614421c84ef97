using System.Diagnostics;
using Outreach.Tests.Support;

namespace Outreach.Bench;

/// <summary>Makes what is measured, below artifacts/bench: the bot and bare Kestrel published alike, the loader compiled.</summary>
internal static class Workshop
{
    private static readonly string Place = Repository.At("artifacts", "bench");

    private static readonly string Peers = Repository.At("tests", "bench", "peers");

    /// <summary>The published bot.</summary>
    public static string Bot => Path.Combine(Place, "bot", "Outreach.Bot.dll");

    /// <summary>Published bare Kestrel.</summary>
    public static string Kestrel => Path.Combine(Place, "kestrel", "Outreach.Bench.Kestrel.dll");

    /// <summary>The botbuilder bot.</summary>
    public static string BotBuilder => Path.Combine(Peers, "js", "bot.js");

    /// <summary>The compiled loader.</summary>
    public static string Loader => Path.Combine(Place, "turnload");

    /// <summary>Publishes and compiles; what exists is taken as it is when asked so.</summary>
    public static async Task Make(bool built)
    {
        if (!Directory.Exists(Path.Combine(Peers, "node_modules")))
            await Run("npm", Peers, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        if (built && File.Exists(Bot) && File.Exists(Kestrel) && File.Exists(Loader))
            return;
        await Publish(Repository.At("bot", "bot.csproj"), "bot");
        await Publish(Path.Combine(Peers, "kestrel", "kestrel.csproj"), "kestrel");
        await Run("gcc", Place, "-O2", "-o", Loader, Path.Combine(Peers, "turnload.c"), "-lm");
    }

    private static Task Publish(string project, string folder) => Run("dotnet", Repository.Root,
        "publish", project, "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-o", Path.Combine(Place, folder), "-v", "q");

    private static async Task Run(string program, string folder, params string[] arguments)
    {
        await Console.Error.WriteLineAsync($"{program} {string.Join(' ', arguments)}");
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed:\n{said}");
    }
}
