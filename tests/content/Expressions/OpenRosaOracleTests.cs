using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace Outreach.Content.Tests.Expressions;

/// <summary>
/// The expressions of tests/content/oracle/expressions.json give the same as Enketo's evaluator in a browser. Where that one is
/// wrong, the file says what we give instead and why; such an exception fails here once the two agree.
/// </summary>
public class OpenRosaOracleTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "content", "oracle");

    [Fact]
    public async Task Agrees_with_the_evaluator_of_Enketo()
    {
        Assert.True(System.IO.Directory.Exists(Path.Combine(Folder, "node_modules", "openrosa-xpath-evaluator")),
            "The oracle is not installed: run `npm ci` in tests/content/oracle (test.sh does).");
        var written = await File.ReadAllTextAsync(Path.Combine(Folder, "expressions.json"));
        var file = JsonSerializer.Deserialize<OracleFile>(written, JsonSerializerOptions.Web)!;
        var answers = await Ask();
        var (same, exceptions) = (0, 0);
        var wrong = new List<string>();
        foreach (var (group, results) in file.Groups.Zip(answers))
        {
            var source = InstanceAnswers.At(file, group);
            foreach (var (item, theirs) in group.Cases.Select(OracleCase.Of).Zip(results))
            {
                var problem = item.Because is null ? Compare(item, source, theirs) : CompareException(item, source, theirs);
                if (problem is not null) wrong.Add($"{group.About}: {item.Expression}: {problem}");
                if (item.Because is null) same++;
                else exceptions++;
                if (item.Because is not null) output.WriteLine($"{item.Expression} is {item.Ours}, there {theirs.Text}: {item.Because}");
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n{string.Join('\n', wrong)}");
        Assert.True(same >= 400, $"{same} expressions");
        Assert.True(exceptions <= 32, $"{exceptions} exceptions: the list is growing");
    }

    private static string? Compare(OracleCase item, InstanceAnswers source, OracleResult theirs)
    {
        var ours = Answers.Read(item.Expression);
        if (ours.AsText(source) != theirs.Text && !SameNumber(ours.AsText(source), theirs.Text)) return $"text {ours.AsText(source)}, there {theirs.Text}";
        var number = ours.AsNumber(source).ToString("R", CultureInfo.InvariantCulture);
        // Away from Greenwich the oracle counts days from another midnight: an exception of its own.
        if (source.Now.Zone.Id == "UTC" && number != theirs.Number && !SameNumber(number, theirs.Number)) return $"number {number}, there {theirs.Number}";
        // A question alone is a node there, which is true even when it is empty: the first of the exceptions.
        if (item.Expression.StartsWith("${", StringComparison.Ordinal) && item.Expression.EndsWith('}') || item.Expression is ".") return null;
        var truth = ours.IsTrue(source) ? "true" : "false";
        return truth == theirs.Truth ? null : $"boolean {truth}, there {theirs.Truth}";
    }

    private static string? CompareException(OracleCase item, InstanceAnswers source, OracleResult theirs)
    {
        var ours = Answers.Read(item.Expression).AsText(source);
        if (ours != item.Ours) return $"the exception promises {item.Ours}, found {ours}";
        return ours == theirs.Text ? "is no exception any more" : null;
    }

    private static bool SameNumber(string a, string b) =>
        double.TryParse(a, CultureInfo.InvariantCulture, out var x) && double.TryParse(b, CultureInfo.InvariantCulture, out var y) && x.Equals(y);

    private static async Task<OracleResult[][]> Ask()
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["run.mjs", "expressions.json"])
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
        Assert.True(node.ExitCode == 0, $"node run.mjs failed: {await errors}");
        return JsonSerializer.Deserialize<OracleResult[][]>(printed, JsonSerializerOptions.Web)!;
    }
}

internal sealed record OracleResult(string Text, string Number, string Truth);

internal sealed record OracleFile(string Now, string Instance, string[] Repeats, OracleGroup[] Groups);

internal sealed record OracleGroup(string About, string At, string? Zone, JsonElement[] Cases);

/// <summary>An expression; with what we give and why where that differs from the oracle.</summary>
internal sealed record OracleCase(string Expression, string? Ours = null, string? Because = null)
{
    public static OracleCase Of(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? new OracleCase(element.GetString()!)
        : element.Deserialize<OracleCase>(JsonSerializerOptions.Web)!;
}
