using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Outreach.Content.Learning;
using Outreach.Content.Packages;
using Outreach.Content.Search;
using Outreach.Content.Urgent;

namespace Outreach.Tui.Commands;

/// <summary>outreach search: what the search learns from examples of questions.</summary>
internal static class SearchCommand
{
    /// <summary>The command.</summary>
    public static Command Build()
    {
        var learn = new Command("learn", $"learns from {TopicExamples.Folder} anew and writes {TopicWeightsFile.Name}; prints how well each fifth of the examples is told by what was learned from the others") { Sources.ContentOption };
        learn.SetAction(parsed => Learn(Sources.Of(parsed).Content, Streams.Of(parsed)));
        return new Command("search", "teaches the search to tell what a question is about") { learn };
    }

    private static int Learn(string folder, Streams streams)
    {
        var files = ContentFiles.Read(folder, catalogsFolder: null);
        if (!files.Ok)
            return Output.Fail(streams.Error, "The content cannot be read:", files.Problems);
        var examples = TopicExamples.Read(files.Value);
        var compiled = Ideas.Compile(files.Value, TopicExamples.IdeasFolder);
        var danger = Ideas.Compile(files.Value, UrgentExamples.IdeasFolder);
        if (!examples.Ok || !compiled.Ok || !danger.Ok)
            return Output.Fail(streams.Error, "Nothing was learned:", [.. examples.Problems.Concat(compiled.Problems).Concat(danger.Problems).Select(files.Value.Locate)]);
        if (examples.Value.IsEmpty)
            return Output.Fail(streams.Error, $"There are no examples in {Path.Combine(folder, TopicExamples.Folder)}; write some, as docs/search.md says.");
        var ideas = new TopicIdeas(Ideas.Of(compiled.Value), Ideas.Of(danger.Value));
        var heard = TopicTrial.Hear(ideas, examples.Value);
        var (answer, offer) = TopicTrial.Limits(heard);
        Say(heard, answer, offer, streams.Say);
        var learned = TopicLearner.Learn(ideas, examples.Value, TopicExamples.HashOf(files.Value), answer, offer);
        var path = Path.Combine(folder, TopicWeightsFile.Name);
        if (!Output.Save(streams.Error, (path, Encoding.UTF8.GetBytes(TopicWeightsFile.Write(learned)))))
            return 1;
        streams.Say.WriteLine($"written: {path}");
        return 0;
    }

    private static void Say(ImmutableArray<TopicHearing> heard, double answer, double offer, TextWriter say)
    {
        say.WriteLine("                n   hit@1   hit@3");
        foreach (var language in heard.GroupBy(h => h.Example.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            say.WriteLine(Line(language.Key, [.. language]));
        foreach (var topic in heard.GroupBy(h => h.Example.Topic, StringComparer.Ordinal))
            say.WriteLine(Line(topic.Key, [.. topic]));
        say.WriteLine(Line("all", heard));
        say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answers from {answer:0.00}, offers three from {offer:0.00}"));
    }

    private static string Line(string name, IReadOnlyCollection<TopicHearing> heard) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-12}{heard.Count,5}{heard.Count(h => h.Rank == 0) / (double)heard.Count,8:0.00}{heard.Count(h => h.Rank < SearchIndex.MostFound) / (double)heard.Count,8:0.00}");
}
