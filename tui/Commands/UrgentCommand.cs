using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Outreach.Content.Learning;
using Outreach.Content.Packages;
using Outreach.Content.Urgent;
using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>outreach urgent: what the bot learns from example messages beside its list of urgent words.</summary>
internal static class UrgentCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var learn = new Command("learn", $"learns from {UrgentExamples.Folder} anew and writes {UrgentWeightsFile.Name}; prints how well each fifth of the examples is heard by what was learned from the others") { Sources.ContentOption };
        learn.SetAction(parsed => Learn(Sources.Of(parsed).Content, Streams.Of(parsed)));
        return new Command("urgent", "teaches the bot to hear calls for help") { learn };
    }

    private static int Learn(string folder, Streams streams)
    {
        var files = ContentFiles.Read(folder, catalogsFolder: null);
        if (!files.Ok)
            return Output.Fail(streams.Error, "The content cannot be read:", files.Problems);
        ImmutableArray<NamedText> examples = [.. files.Value.Under(UrgentExamples.Folder)];
        var read = UrgentExamples.Read(examples);
        var words = UrgentWords.Read(files.Value.All.FirstOrDefault(f => f.Name == UrgentWords.File)?.Text ?? "", UrgentWords.File);
        var compiled = Ideas.Compile(files.Value, UrgentExamples.IdeasFolder);
        if (!read.Ok || !words.Ok || !compiled.Ok)
            return Output.Fail(streams.Error, "Nothing was learned:", [.. read.Problems.Concat(words.Problems).Concat(compiled.Problems).Select(files.Value.Locate)]);
        if (read.Value.IsEmpty)
            return Output.Fail(streams.Error, $"There are no examples in {Path.Combine(folder, UrgentExamples.Folder)}; write some, as docs/urgent.md says.");
        var ideas = Ideas.Of(compiled.Value);
        var heard = UrgentTrial.Hear(words.Value, ideas, read.Value);
        var limits = UrgentTrial.Limits(heard);
        Say(heard, limits, streams.Say);
        var learned = UrgentLearner.Learn(words.Value, ideas, read.Value, UrgentExamples.HashOf(files.Value), limits);
        var path = Path.Combine(folder, UrgentWeightsFile.Name);
        if (!Output.Save(streams.Error, (path, Encoding.UTF8.GetBytes(UrgentWeightsFile.Write(learned)))))
            return 1;
        streams.Say.WriteLine($"written: {path}");
        return 0;
    }

    private static void Say(ImmutableArray<UrgentHearing> heard, UrgentLimitsOfDoubt limits, TextWriter say)
    {
        say.WriteLine("                        n    recall  precision  of alarms");
        say.WriteLine(Line("list alone", UrgentTrial.FiguresOfList(heard)));
        say.WriteLine(Line("list and examples", UrgentTrial.Figures(heard, limits)));
        foreach (var language in heard.GroupBy(h => h.Example.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            say.WriteLine(Line($"  {language.Key}", UrgentTrial.Figures(language, limits)));
        foreach (var kind in heard.Where(h => h.Example.Kind is not null).GroupBy(h => h.Example.Kind))
            say.WriteLine(Line($"  {kind.Key.ToString()!.ToLowerInvariant()}", UrgentTrial.Figures(kind, limits)));
        say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"limits: ask from {limits.Ask:0.00}, doubt the list below {limits.Doubt:0.00}, leave it below {limits.Leave:0.00}"));
    }

    private static string Line(string name, UrgentFigures s) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-20}{s.Rows,6}{s.Recall,9:0.000}{s.Precision,11:0.000}{s.PrecisionOfAlarms,11:0.000}");
}
