using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Directory;

/// <summary>Runs a script of tests/content/oracle and gives what it printed.</summary>
internal static class NodeOracle
{
    private static readonly string Folder = Repository.At("tests", "content", "oracle");

    public static async Task<JsonDocument> Run(string script, params IEnumerable<string> arguments)
    {
        Assert.True(System.IO.Directory.Exists(Path.Combine(Folder, "node_modules", "ajv")), "The oracles are not installed: run `npm ci` in tests/content/oracle (test.sh does).");
        using var node = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var errors = node.StandardError.ReadToEndAsync(limit.Token);
        var printed = await node.StandardOutput.ReadToEndAsync(limit.Token);
        await node.WaitForExitAsync(limit.Token);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonDocument.Parse(printed);
    }
}
