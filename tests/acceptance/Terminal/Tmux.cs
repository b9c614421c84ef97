using System.Diagnostics;

namespace Outreach.Acceptance.Tests.Terminal;

/// <summary>One of our programs in a real terminal, as somebody sees and types it: tmux with a server of its own.</summary>
internal sealed class Tmux : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-tmux-").FullName;

    private Tmux() { }

    /// <summary>Opens the program with 80 columns and 24 rows.</summary>
    public static async Task<Tmux> Open(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var tmux = new Tmux();
        await File.WriteAllTextAsync(Path.Combine(tmux._folder, "conf"), "set -g default-terminal tmux-256color\nset -g status off\nset -g escape-time 0\nset -g remain-on-exit on\n");
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "outreach.dll"), .. arguments];
        await tmux.Run(["-u", "-f", Path.Combine(tmux._folder, "conf"), "new-session", "-d", "-x", "80", "-y", "24", .. environment.SelectMany(e => (string[])["-e", $"{e.Key}={e.Value}"]), .. program]);
        return tmux;
    }

    /// <summary>Presses keys by their names: Enter, Escape, Tab, C-s, 4.</summary>
    public Task Press(params string[] keys) => Run(["send-keys", .. keys]);

    /// <summary>Types words.</summary>
    public Task Type(string words) => Run(["send-keys", "-l", words]);

    /// <summary>What stands on the screen.</summary>
    public Task<string> Screen() => Run(["capture-pane", "-p"]);

    /// <summary>What stands on the screen and in what was scrolled away.</summary>
    public Task<string> Everything() => Run(["capture-pane", "-p", "-S", "-"]);

    /// <summary>The screen once words stand on it and it has come to rest; what is read from right to left is found in its reading order.</summary>
    public async Task<string> Until(string words)
    {
        var watch = Stopwatch.StartNew();
        var before = "";
        while (watch.Elapsed < Patience)
        {
            var now = await Screen();
            if (now == before && ReadingOrder.Of(now).Contains(words, StringComparison.Ordinal))
                return now;
            before = now;
            await Task.Delay(60);
        }
        throw new TimeoutException($"\"{words}\" did not appear:\n{ReadingOrder.Of(before)}");
    }

    public async ValueTask DisposeAsync()
    {
        await Run(["kill-server"]);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("tmux", ["-S", Path.Combine(_folder, "socket"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("TMUX");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"tmux {string.Join(' ', arguments)}: {await error}");
    }
}
