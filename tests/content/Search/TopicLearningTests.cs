using System.Collections.Immutable;
using Outreach.Content.Learning;
using Outreach.Content.Packages;
using Outreach.Content.Pages;
using Outreach.Content.Search;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Search;

/// <summary>From example questions to what the search knows topics by.</summary>
public sealed class TopicLearningTests
{
    [Theory]
    [InlineData("housing\tflat", "write the topic, other topics that answer as well (or nothing) and the question")]
    [InlineData("housing\t\tflat\tplease", "write the topic, other topics")]
    [InlineData("housing\t\t ", "write the topic, other topics")]
    [InlineData("flats\t\ti need a room", "'flats' is no topic; topics are arrival, emergency")]
    [InlineData("housing\tmoney, rent\ti need a room", "'rent' is no topic")]
    public void A_line_that_cannot_be_used_is_named(string line, string why)
    {
        var problem = Assert.Single(Examples("en", $"# remark\nwork\t\tjob\n{line}\n").Problems);
        Assert.Equal("search/examples/en.tsv:3", problem.Where);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_language_we_do_not_speak_is_refused() =>
        Assert.Contains("no language we speak", Assert.Single(Examples("xx", "work\t\tjob").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_language_teaches_every_topic()
    {
        var examples = Real();
        foreach (var locale in Locale.All)
            foreach (var topic in Topics.Ordered)
                Assert.InRange(examples.Count(e => e.Language == locale.Tag && e.Topic == topic), 40, 400);
    }

    [Theory]
    [InlineData("questions-held.tsv"), InlineData("questions-held-2.tsv")]
    public void Nothing_is_measured_on_what_was_taught(string file)
    {
        var taught = Real().Select(e => Fold.Text(e.Text)).ToHashSet(StringComparer.Ordinal);
        var rows = QuestionEvaluation.Read(File.ReadAllText(Repository.At("tests", "testdata", "eval", file)), file).Value;
        Assert.Empty(rows.Where(r => r.Text.Length > 20 && taught.Contains(Fold.Text(r.Text))).Select(r => r.Id));
    }

    [Fact]
    public void The_same_examples_teach_the_same() => Assert.Equal(TopicWeightsFile.Write(Learn()), TopicWeightsFile.Write(Learn()));

    [Theory]
    [InlineData("my landlord wants the rent", "housing")]
    [InlineData("where is a doctor for my tooth", "health")]
    [InlineData("my boss does not pay my job", "work")]
    public void What_was_taught_holds_for_other_questions(string question, string topic)
    {
        var guess = new TopicModel(TopicIdeas.None, Learn()).Guess(question);
        Assert.Equal(topic, Topics.Ordered[guess.Probabilities.IndexOf(guess.Probabilities.Max())]);
        Assert.Equal(1, guess.Probabilities.Sum(), 6);
    }

    [Fact]
    public void An_idea_taught_in_one_language_is_known_in_another()
    {
        var ideas = new TopicIdeas(Compile(("en", "flat: \"flat, rent, landlord\"\nill: \"doctor, tooth\""), ("sw", "flat: \"nyumba\"\nill: \"daktari\"")), Ideas.None);
        var model = new TopicModel(ideas, TopicLearner.Learn(ideas, Lessons(), "", 0.5, 0.5));
        Assert.True(model.Guess("nyumba")["housing"] > model.Guess("daktari")["housing"] + 0.2);
    }

    [Fact]
    public void Words_nobody_ever_met_are_told_from_words_that_were()
    {
        var model = new TopicModel(TopicIdeas.None, Learn());
        Assert.Equal(0, model.Guess("xqzt vwkp bbrrt").Known);
        Assert.Equal(1, model.Guess("the landlord").Known);
        Assert.Equal(0, model.Guess("").Known);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var learned = Learn();
        var again = TopicWeightsFile.Read(TopicWeightsFile.Write(learned), TopicWeightsFile.Name).Value!;
        Assert.Equal(TopicWeightsFile.Write(learned), TopicWeightsFile.Write(again));
    }

    [Theory]
    [InlineData("table: ", "table: ?")]
    [InlineData("  help: ", "  help: much")]
    [InlineData("offer: ", "offer: x")]
    public void A_file_that_was_edited_by_hand_is_refused(string part, string instead) =>
        Assert.Equal(2243, Assert.Single(TopicWeightsFile.Read(TopicWeightsFile.Write(Learn()).Replace(part, instead, StringComparison.Ordinal), "learned.yaml").Problems).Code);

    [Fact]
    public void Examples_that_were_changed_after_learning_stop_the_start()
    {
        using var folders = new Packages.Folders();
        folders.Write("content/search/examples/en.tsv", "housing\t\ti need a room\n");
        Assert.Equal(2242, Assert.Single(Read(folders)).Code);
        var hash = TopicExamples.HashOf(ContentFiles.Read(folders.Content, null).Value!);
        folders.Write("content/" + TopicWeightsFile.Name, TopicWeightsFile.Write(TopicLearner.Learn(TopicIdeas.None, Lessons(), hash, 0.5, 0.5)));
        Assert.Empty(Read(folders));
        folders.Write("content/search/examples/en.tsv", "housing\t\ti need two rooms\n");
        Assert.Equal(2242, Assert.Single(Read(folders)).Code);
    }

    private static ImmutableArray<Problem> Read(Packages.Folders folders) => BookReader.Read(folders.Content, folders.Catalogs, new Outreach.Content.Dialogs.Office()).Problems;

    private static TopicWeights Learn() => TopicLearner.Learn(TopicIdeas.None, Lessons(), "abc", 0.5, 0.5);

    private static ImmutableArray<TopicExample> Lessons() =>
    [
        .. from lesson in (string[])["housing|the landlord raised the rent", "housing|i look for a flat with low rent", "housing|landlord keeps my deposit", "health|i need a doctor", "health|my tooth hurts, which doctor",
               "health|doctor for my child", "work|the boss did not pay", "work|i look for a job", "work|my boss says i work without a contract"]
           let parts = lesson.Split('|')
           from time in Enumerable.Range(0, 3)
           select new TopicExample("en", parts[0], [], parts[1]),
    ];

    private static ImmutableArray<TopicExample> Real() => TopicExamples.Read(ContentFiles.Read(Repository.At("content", "book"), null).Value!).Value;

    private static Result<ImmutableArray<TopicExample>> Examples(string language, string text) =>
        TopicExamples.Read(ContentFiles.Of([new NamedText($"{TopicExamples.Folder}/{language}.tsv", text)]));

    private static Ideas Compile(params (string Language, string Text)[] files) =>
        Ideas.Of(Ideas.Compile(ContentFiles.Of(files.Select(f => new NamedText($"i/{f.Language}.yaml", f.Text))), "i").Value!);
}
