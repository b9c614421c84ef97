using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Learning;
using Outreach.Content.Packages;
using Outreach.Content.Urgent;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Urgent;

/// <summary>From example messages to what is learned from them.</summary>
public sealed class UrgentLearningTests
{
    private static readonly UrgentWords NoWords = UrgentWords.None;

    [Theory]
    [InlineData("danger\tyes", "write kind, urgent and the message")]
    [InlineData("danger\tyes\ta\tb", "write kind, urgent and the message")]
    [InlineData("danger\tperhaps\thelp", "is not yes, ask or no")]
    [InlineData("none\tyes\thelp", "does not go with 'yes'")]
    [InlineData("danger\tno\thelp", "does not go with 'no'")]
    [InlineData("flood\tyes\thelp", "a kind of danger: child-alone, danger")]
    public void A_line_that_cannot_be_used_is_named(string line, string why)
    {
        var read = UrgentExamples.Read([new NamedText("en.tsv", $"# remark\nnone\tno\thello\n{line}\n")]);
        var problem = Assert.Single(read.Problems);
        Assert.Equal("safety/examples/en.tsv:3", problem.Where);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_language_we_do_not_speak_is_refused() =>
        Assert.Contains("no language we speak", Assert.Single(UrgentExamples.Read([new NamedText("xx.tsv", "none\tno\thello")]).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_language_teaches_every_kind()
    {
        var examples = Examples();
        foreach (var locale in Locale.All)
        {
            var own = examples.Where(e => e.Language == locale.Tag).ToList();
            Assert.InRange(own.Count(e => e.Kind is null), 300, 5_000);
            foreach (var kind in UrgentWords.Seriousness)
                Assert.True(own.Count(e => e.Kind == kind && !e.Unsure) >= 30, $"{locale.Tag} has too few examples of {kind}");
        }
    }

    [Theory]
    [InlineData("urgent-held.tsv"), InlineData("urgent-held-2.tsv"), InlineData("urgent-held-3.tsv"), InlineData("urgent-held-4.tsv")]
    public void Nothing_is_measured_on_what_was_taught(string file)
    {
        var taught = Examples().Select(e => Fold.Text(e.Text)).ToHashSet(StringComparer.Ordinal);
        var rows = UrgentEvaluation.Read(File.ReadAllText(Repository.At("tests", "testdata", "eval", file)), file).Value;
        Assert.Empty(rows.Where(r => r.Text.Length > 12 && taught.Contains(Fold.Text(r.Text))).Select(r => r.Id));
    }

    [Fact]
    public void The_same_examples_teach_the_same()
    {
        var examples = Lessons();
        Assert.Equal(
            UrgentWeightsFile.Write(UrgentLearner.Learn(NoWords, Ideas.None, examples, "x", new(0.5, 0.5, 0.1))),
            UrgentWeightsFile.Write(UrgentLearner.Learn(NoWords, Ideas.None, examples, "x", new(0.5, 0.5, 0.1))));
    }

    [Theory]
    [InlineData("the water rises in our boat", "sea unsure")]
    [InlineData("my father bleeds", "medical unsure")]
    [InlineData("when is the office open", "none")]
    public void What_was_taught_holds_for_other_sentences(string message, string expected)
    {
        var learned = UrgentLearner.Learn(NoWords, Ideas.None, Lessons(), "", new(0.5, 0.5, 0.1));
        Assert.Equal(expected, UrgentCase.Show(new UrgentScreen(NoWords, Ideas.None, learned).Find(message)));
    }

    [Fact]
    public void An_idea_taught_in_one_language_is_known_in_another()
    {
        var ideas = Ideas.Of(Compile(("en", "boat: \"boat, raft\"\nwater: \"water\"\nhouse: \"house, room\""), ("sw", "boat: \"mashua\"\nwater: \"maji*\"\nhouse: \"nyumba\"")).Value!);
        var learned = UrgentLearner.Learn(NoWords, ideas, Lessons(), "", new(0.5, 0.5, 0.1));
        var screen = new UrgentScreen(NoWords, ideas, learned);
        Assert.True(screen.Listen("maji ndani ya mashua").Guess.Danger > screen.Listen("nyumba").Guess.Danger + 0.2);
    }

    [Theory]
    [InlineData("en", "boat: \"boat\"\nfire: \"fire\"", "sw", "boat: \"mashua\"", "safety/ideas/sw.yaml", "there are no words for 'fire'")]
    [InlineData("en", "boat: \"bo*\"", "sw", "boat: \"mashua\"", "safety/ideas/en.yaml:1", "too short for *")]
    public void A_file_of_ideas_that_cannot_be_used_is_named(string first, string one, string second, string other, string where, string why)
    {
        var problem = Assert.Single(Compile((first, one), (second, other)).Problems);
        Assert.Equal(where, problem.Where);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var learned = UrgentLearner.Learn(NoWords, Ideas.None, Lessons(), "abc", new(0.5, 0.4, 0.1));
        var again = UrgentWeightsFile.Read(UrgentWeightsFile.Write(learned), UrgentWeightsFile.Name).Value!;
        Assert.Equal(UrgentWeightsFile.Write(learned), UrgentWeightsFile.Write(again));
        Assert.Equal((learned.Limits, "abc"), (again.Limits, again.Examples));
    }

    [Theory]
    [InlineData("table: ", "table: ?")]
    [InlineData("bias: ", "bias: 1 ")]
    [InlineData("unit: ", "unit: x")]
    public void A_file_that_was_edited_by_hand_is_refused(string part, string instead)
    {
        var text = UrgentWeightsFile.Write(UrgentLearner.Learn(NoWords, Ideas.None, Lessons(), "abc", new(0.5, 0.4, 0.1)));
        Assert.Equal(2215, Assert.Single(UrgentWeightsFile.Read(text.Replace(part, instead, StringComparison.Ordinal), "learned.yaml").Problems).Code);
    }

    [Fact]
    public void Examples_that_were_changed_after_learning_stop_the_start()
    {
        using var folders = new Packages.Folders();
        folders.Write("content/safety/examples/en.tsv", "none\tno\tgood evening\n");
        Assert.Equal(2214, Assert.Single(Read(folders)).Code);
        var hash = UrgentExamples.HashOf(ContentFiles.Read(folders.Content, null).Value!);
        folders.Write("content/" + UrgentWeightsFile.Name, UrgentWeightsFile.Write(UrgentLearner.Learn(NoWords, Ideas.None, Lessons(), hash, new(0.5, 0.4, 0.1))));
        Assert.Empty(Read(folders));
        folders.Write("content/safety/examples/en.tsv", "none\tno\tgood evening to all\n");
        Assert.Contains("outreach urgent learn", Assert.Single(Read(folders)).Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<Problem> Read(Packages.Folders folders) => BookReader.Read(folders.Content, folders.Catalogs, new Office()).Problems;

    private static ImmutableArray<UrgentExample> Examples()
    {
        var files = ContentFiles.Read(Repository.At("content", "book"), null).Value!;
        return UrgentExamples.Read(files.Under(UrgentExamples.Folder)).Value;
    }

    private static ImmutableArray<UrgentExample> Lessons() =>
    [
        .. Enumerable.Range(0, 6).SelectMany(_ => (UrgentExample[])
        [
            new("en", "water in the boat", UrgentKind.Sea, Unsure: false),
            new("en", "the boat fills with water", UrgentKind.Sea, Unsure: false),
            new("en", "water rises we are on a raft", UrgentKind.Sea, Unsure: false),
            new("en", "he bleeds a lot", UrgentKind.Medical, Unsure: false),
            new("en", "my mother bleeds", UrgentKind.Medical, Unsure: false),
            new("en", "is the office open today", null, Unsure: false),
            new("en", "when does school begin", null, Unsure: false),
            new("en", "when is the house free, we need a room", null, Unsure: false),
            new("en", "hello my friend", null, Unsure: false),
        ]),
    ];

    private static Result<UrgentTable> Compile(params (string Language, string Text)[] files) =>
        Ideas.Compile(ContentFiles.Of(files.Select(f => new NamedText($"{UrgentExamples.IdeasFolder}/{f.Language}.yaml", f.Text))), UrgentExamples.IdeasFolder);
}
