using System.Collections.Frozen;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Checks;

/// <summary>What a careful author would say about dialogs that load: the real ones, with one thing changed.</summary>
public class SurveyChecksTests
{
    private const string Question = "- {type: text, name: more, collects: topic, purpose: programme, label: \"What else?\"}";
    private static readonly FrozenSet<string> Everything = TestBook.Real.Dialogs.Values.SelectMany(d => Names(d.Items)).ToFrozenSet(StringComparer.Ordinal);

    [Fact]
    public void The_real_dialogs_have_no_remarks_when_rules_look_at_every_question() =>
        Assert.Empty(SurveyChecks.Inspect(TestBook.Real, Everything));

    [Theory]
    [InlineData("an answer that is no choice", "2180", "reintegration.yaml:15", "name: home_threat,", "name: home_threat, relevant: \"${since_home} = 'decades'\",")]
    [InlineData("an answer that leads out of the dialog", "2180", "voluntary-return.yaml:15", "name: obstacles,", "name: obstacles, relevant: \"${afraid} = 'yes'\",")]
    [InlineData("an age that leads to the child's dialog", "2180", "disaster.yaml:11", "name: hazard,", "name: hazard, relevant: \"${age} = '15_17'\",")]
    [InlineData("an answer that leads on", "", "", "name: obstacles,", "name: obstacles, relevant: \"${afraid} = 'no'\",", "voluntary-return.yaml")]
    [InlineData("a constraint that refuses one choice always", "2181", "health-travel.yaml:", "not(selected(., 'none') and count-selected(.) > 1)", "not(selected(., 'cough'))")]
    [InlineData("a name that stands twice", "2181", "complaint.yaml:", "{name: rude,", "{name: paid,")]
    [InlineData("a list that nobody uses", "2182", "complaint.yaml:", "choices:\n", "choices:\n  unused:\n    - {name: a, label: \"A\"}\n")]
    [InlineData("a decision that is left for the end", "2184", "disaster.yaml:", "name: hazard,", "name: hazard, extra: true,", "name: child_apart,", "name: child_apart, relevant: \"${hazard} != 'flood'\",")]
    [InlineData("a safety question that is left for the end", "2184", "child.yaml:", "name: child_company, safety: true,", "name: child_company, safety: true, extra: true,")]
    [InlineData("a message without a condition", "2185", "family-reunification.yaml:", " unlikely: \". > today()\",", "")]
    [InlineData("a thirteenth question", "2186", "reintegration.yaml", "  - include: where\n", "  - include: where\n  " + Question + "\n")]
    [InlineData("an eighth question to a child", "2186", "child.yaml", "choices:\n  now", "  " + Question + "\nchoices:\n  now")]
    [InlineData("a question that can be added at the summary does not count", "", "", "  - include: where\n", "  - include: where\n  - {type: text, name: more, extra: true, collects: topic, purpose: programme, label: \"What else?\"}\n", "reintegration.yaml")]
    [InlineData("a text longer than a screen", "2187", "disaster.yaml:", "What has happened?", "What has happened, and where, and when, and to whom, and how do you know about it, and who else knows about it, and what has been done about it until now, and by whom, and why not sooner, and what would you have liked to be done, and what should we know besides all of this, and who else can say it, and how can we find them, and what do they know that you do not, and what should we ask them first, and what last, and in which words, and when would be a good day?")]
    [InlineData("another programme", "2188", "disaster.yaml", "programme: disaster", "programme: displaced")]
    public void Finds(string what, string code, string where, params string[] changes)
    {
        var file = changes.Length % 2 == 1 ? changes[^1] : where.Split(':')[0];
        var found = SurveyChecks.Inspect(Changed(file, changes), Everything).Select(r => r.Problem.ToString()).ToList();
        Assert.True(code.Length == 0 ? found.Count == 0 : found.Exists(f => f.StartsWith($"dialogs/{where}", StringComparison.Ordinal) && f.Contains($": {code}: ", StringComparison.Ordinal)), $"{what}: {string.Join('\n', found)}");
    }

    [Fact]
    public void A_question_for_triage_that_nothing_looks_at_is_named_and_a_rule_is_enough()
    {
        var book = TestBook.Real;
        Assert.Contains(SurveyChecks.Inspect(book, Everything.Where(n => n != "hazard").ToHashSet(StringComparer.Ordinal)), r => r.Problem.Code == 2183 && r.Problem.Message.Contains("'hazard'", StringComparison.Ordinal));
        Assert.DoesNotContain(SurveyChecks.Inspect(book, Everything), r => r.Problem.Code == 2183);
    }

    [Fact]
    public void Nobody_is_asked_more_than_twelve_questions_and_no_child_more_than_seven()
    {
        Assert.Equal((12, 7), (SurveySize.MostQuestions, SurveySize.MostQuestionsOfChild));
        var sizes = TestBook.Real.Dialogs.Values.Select(d => SurveySize.Of(TestBook.Real, d)).ToList();
        Assert.DoesNotContain(sizes, s => s.Questions > s.Most);
        Assert.Equal(7, sizes.Single(s => s.Dialog == "child").Most);
        Assert.All(sizes, s => Assert.InRange(s.Questions, 3, 12));
    }

    [Fact]
    public void The_longest_way_asks_every_question_that_can_be_asked_together() => Assert.Equal(
        ["alone", "danger_now", "age", "held", "afraid", "consent", "missing", "company", "health", "region", "contact_way", "contact_number"],
        SurveyRoutes.Of(TestBook.Real, TestBook.Real.Dialogs["stranded"]).Longest.AsEnumerable());

    [Fact]
    public void The_table_of_the_documentation_is_true()
    {
        var path = Repository.At("docs", "dialogs.md");
        var text = File.ReadAllText(path);
        var start = text.IndexOf("| dialog | programme |", StringComparison.Ordinal);
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) is > 0 and var gap ? gap + 1 : text.Length;
        if (Repository.Update)
            File.WriteAllText(path, text[..start] + SurveySize.Table(TestBook.Real) + text[end..]);
        Assert.Equal(SurveySize.Table(TestBook.Real), File.ReadAllText(path)[start..end]);
    }

    [Fact]
    public void A_picture_shows_every_question_once_and_is_the_same_each_time()
    {
        foreach (var dialog in TestBook.Real.Dialogs.Values)
        {
            var svg = SurveyDrawing.Of(TestBook.Real, dialog, Locale.Arabic);
            Assert.Equal(svg, SurveyDrawing.Of(TestBook.Real, dialog, Locale.Arabic));
            var drawn = System.Xml.Linq.XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
            Assert.All(Names(dialog.Items), name => Assert.Single(drawn, t => t.StartsWith($"{name}: ", StringComparison.Ordinal)));
            Assert.Contains("direction=\"rtl\"", svg, StringComparison.Ordinal);
            Assert.Contains("CONSENT", svg, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("direction=\"rtl\"", SurveyDrawing.Of(TestBook.Real, TestBook.Real.Dialogs["stranded"], Locale.English), StringComparison.Ordinal);
    }

    private static Book Changed(string file, string[] changes)
    {
        var files = System.IO.Directory.GetFiles(Repository.At("content", "book", "dialogs"), "*.yaml").ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
        for (var i = 0; i + 1 < changes.Length; i += 2)
        {
            Assert.Contains(changes[i], files[file], StringComparison.Ordinal);
            files[file] = files[file].Replace(changes[i], changes[i + 1]);
        }
        var read = DialogReader.Read(files);
        Assert.True(read.Ok, string.Join('\n', read.Problems));
        return TestBook.Real with { Dialogs = read.Value.Dialogs, Texts = TestBook.Real.Texts.With(read.Value.English) };
    }

    private static IEnumerable<string> Names(IEnumerable<DialogItem> items) => items.SelectMany(item => item switch
    {
        DialogItem.Group g => Names(g.Items),
        DialogItem.Repeat r => Names(r.Items),
        _ => [item.Name],
    });
}
