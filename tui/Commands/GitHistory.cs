using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Outreach.Tui.Commands;

/// <summary>Older revisions of a page, from the history of the checkout: nothing is kept twice. Without git, or a history, nothing is known.</summary>
/// <param name="folder">The folder of the content.</param>
internal sealed class GitHistory(string folder)
{
    private const int MostCommits = 200;

    /// <summary>The newest file with this revision.</summary>
    public string? Find(string file, int revision)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"revision: {revision}");
        foreach (var commit in Git("log", "--format=%H", $"-{MostCommits}", "--", file)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [])
            if (Git("show", $"{commit}:./{file}") is { } text && text.Split('\n').Any(l => l.Split('#')[0].TrimEnd() == line))
                return text;
        return null;
    }

    private string? Git(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git", arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
