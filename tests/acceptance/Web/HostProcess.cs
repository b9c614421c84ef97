using System.Diagnostics;
using Outreach.Tests.Support;

namespace Outreach.Acceptance.Tests.Web;

/// <summary>The bot as people run it: a process of its own, with temporary data, on a free port.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string DataDir = "OUTREACH__DATADIR";
    private const string KeyFile = "OUTREACH__KEYFILE";
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private readonly string _folder;
    private readonly Process _process;

    private HostProcess(string folder, Process process) => (_folder, _process) = (folder, process);

    public Uri Address { get; private set; } = null!;

    /// <summary>What it printed until it listened.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>Where the other programs of this machine find its data and its key.</summary>
    public IReadOnlyDictionary<string, string> Environment => EnvironmentOf(_folder);

    public static Task<HostProcess> Start(params string[] settings) => StartAfter(_ => Task.CompletedTask, settings);

    /// <summary>Starts it when something else was done with its data, as the first account is made.</summary>
    public static async Task<HostProcess> StartAfter(Func<IReadOnlyDictionary<string, string>, Task> prepare, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-web-").FullName;
        await prepare(EnvironmentOf(folder));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var argument in (string[])
        [
            Path.Combine(AppContext.BaseDirectory, "Outreach.Bot.dll"),
            $"--Outreach:DataDir={EnvironmentOf(folder)[DataDir]}",
            $"--Outreach:KeyFile={EnvironmentOf(folder)[KeyFile]}",
            $"--Outreach:ContentDir={Repository.At("content", "book")}",
            $"--Outreach:CatalogsDir={Repository.At("localization", "catalogs")}",
            "--Outreach:Urls=http://127.0.0.1:0",
            "--Outreach:LeaveTo=http://127.0.0.1:9/weather",
            .. settings,
        ])
            start.ArgumentList.Add(argument);
        var host = new HostProcess(folder, Process.Start(start)!);
        await host.Listening().WaitAsync(StartTime);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string> EnvironmentOf(string folder) => new(StringComparer.Ordinal)
    {
        [DataDir] = Path.Combine(folder, "data"),
        [KeyFile] = Path.Combine(folder, "key", "master.key"),
    };

    private async Task Listening()
    {
        while (Address is null)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"the bot stopped: {Printed}{await _process.StandardError.ReadToEndAsync()}");
            Printed += line + "\n";
            if (line.Contains("listening on ", StringComparison.Ordinal))
                Address = new Uri(line.Split("listening on ")[1].Split(' ', ';')[0]);
        }
        _ = Task.Run(async () => Printed += await _process.StandardOutput.ReadToEndAsync());
        _ = Task.Run(_process.StandardError.ReadToEndAsync);
    }
}
