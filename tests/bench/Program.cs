using System.CommandLine;
using Outreach.Bench;
using Outreach.Bench.Measures;

string[] everything = ["turns", "start", "bytes", "slow", "keys", "search", "dialogs"];
var what = new Argument<string>("what") { Description = "What to measure.", DefaultValueFactory = _ => "all" };
what.AcceptOnlyFromAmong([.. everything, "all"]);
var rounds = new Option<int>("--rounds") { Description = "Interleaved rounds; figures are their medians.", DefaultValueFactory = _ => 5 };
var seconds = new Option<int>("--seconds") { Description = "Seconds of load for each server in a round.", DefaultValueFactory = _ => 5 };
var warm = new Option<int>("--warm") { Description = "Seconds of load before the first round.", DefaultValueFactory = _ => 10 };
var connections = new Option<int>("--connections") { Description = "Connections that ask at the same time.", DefaultValueFactory = _ => 16 };
var built = new Option<bool>("--built") { Description = "Measure what was published before." };
var markdown = new Option<bool>("--markdown") { Description = "Tables in Markdown." };
var strict = new Option<bool>("--strict") { Description = "Exit code 1 when an aim is missed." };
var root = new RootCommand("Measures Outreach beside bare Kestrel, botbuilder for Node, minisearch and nlp.js.") { what, rounds, seconds, warm, connections, built, markdown, strict };
root.SetAction(async (parsed, _) =>
{
    var options = new BenchOptions
    {
        Rounds = parsed.GetValue(rounds),
        Seconds = parsed.GetValue(seconds),
        Warm = parsed.GetValue(warm),
        Connections = parsed.GetValue(connections),
        Built = parsed.GetValue(built),
        Markdown = parsed.GetValue(markdown),
    };
    var chosen = parsed.GetValue(what)!;
    if (chosen is not ("keys" or "dialogs"))
        await Workshop.Make(options.Built);
    var met = true;
    foreach (var measure in chosen == "all" ? everything : [chosen])
    {
        var findings = await Measure(measure, options);
        Console.Write(Report.Of(findings, options.Markdown));
        met &= findings.Aims.All(a => a.Met);
    }
    return met || !parsed.GetValue(strict) ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();

static Task<Findings> Measure(string what, BenchOptions options) => what switch
{
    "turns" => Turns.Measure(options),
    "start" => Starts.Measure(options),
    "bytes" => WebBytes.Measure(),
    "slow" => SlowLine.Measure(options),
    "keys" => Presses.Measure(),
    "search" => Searches.Measure(),
    "dialogs" => Task.FromResult(Screens.Measure()),
    _ => throw new System.Diagnostics.UnreachableException(),
};
