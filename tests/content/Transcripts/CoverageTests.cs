using Outreach.Content.Checks;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Transcripts;

/// <summary>How many questions and choices of the dialogs the transcripts reach; 'outreach dialogs coverage' names the others. The floors may only rise.</summary>
public sealed class CoverageTests
{
    private const int FloorOfQuestions = 60;
    private const int FloorOfChoices = 25;

    private static readonly Lazy<List<(Branch Branch, bool Reached)>> Played = new(() =>
    {
        var coverage = new SurveyCoverage(TestBook.Real);
        foreach (var transcript in Transcript.All.Where(t => t.WhyNot(Channels.Core) is null))
            coverage.Play(File.ReadAllText(Transcript.PathOf(transcript.Name)));
        return [.. coverage.Branches()];
    });

    [Fact]
    public void Transcripts_reach_the_branches_of_the_dialogs()
    {
        var (asked, chosen) = (Share(b => b.Choice is null), Share(b => b.Choice is not null));
        Assert.True(asked >= FloorOfQuestions && chosen >= FloorOfChoices, $"transcripts reach {asked} % of the questions (floor {FloorOfQuestions}) and {chosen} % of the choices (floor {FloorOfChoices})");
    }

    [Fact]
    public void A_branch_knows_its_file_and_line() => Assert.All(Played.Value.Where(b => b.Branch.Question is not ("consent" or "assent")), b => Assert.Matches(@"^dialogs/[a-z-]+\.yaml:\d+$", b.Branch.Where));

    [Fact]
    public void A_conversation_of_three_lines_reaches_what_it_answers_and_what_is_asked_then_and_nothing_else()
    {
        var coverage = new SurveyCoverage(TestBook.Real);
        coverage.Play("# language: en   place: ly\n> [ask:stranded]\n> 1\n");
        Assert.Equal(["start", "alone", "alone=yes", "danger_now"], coverage.Branches().Where(b => b.Reached && b.Branch.Dialog == "stranded").Select(b => b.Branch.Name));
    }

    private static int Share(Func<Branch, bool> of)
    {
        var branches = Played.Value.Where(b => of(b.Branch)).ToList();
        return 100 * branches.Count(b => b.Reached) / branches.Count;
    }
}
