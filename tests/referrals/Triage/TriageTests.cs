using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Triage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Triage;

public class TriageTests
{
    [Fact]
    public void Orders_by_need()
    {
        var wrong = TriageCase.All.Select(c => (Case: c, Verdict: Samples.Judge(c.Draft)))
            .Where(t => !t.Verdict.Fired.Select(f => f.Id).SequenceEqual(t.Case.Rules) || t.Verdict.Priority != t.Case.Priority || (int)t.Verdict.Within.TotalHours != t.Case.Hours)
            .Select(t => $"{t.Case.Name}: {t.Verdict.Priority} within {t.Verdict.Within.TotalHours} h by {string.Join(' ', t.Verdict.Fired.Select(f => f.Id))}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {TriageCase.All.Length}:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void The_table_has_enough_rows_to_say_something_and_every_dialog()
    {
        Assert.InRange(TriageCase.All.Length, 250, 1_000);
        Assert.Equal(TriageCase.All.Length, TriageCase.All.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(TestBook.Real.Dialogs.Keys.Except(TriageCase.All.Select(c => c.Submission.Dialog), StringComparer.Ordinal));
    }

    [Fact]
    public void The_highest_decides_and_all_are_kept()
    {
        var verdict = Samples.Judge(Samples.Draft("stranded", "danger_now=yes; health=pregnant; missing=bed"));

        Assert.Equal(("danger-now", Priority.Critical), (verdict.Fired[0].Id, verdict.Priority));
        Assert.Equal(["danger-now", "pregnant", "no-shelter", "asks-stranded"], verdict.Fired.Select(f => f.Id));
    }

    /// <summary>Intake would refuse most of these answers, because nobody asks for them: the rules would not look at them even so.</summary>
    [Theory]
    [InlineData("nationality", "home_country=Ghana; nationality=gh; relatives_country=Ghana", "home_country=Nepal; nationality=np; relatives_country=Nepal", "en", "en")]
    [InlineData("religion", "religion=a", "religion=b", "en", "en")]
    [InlineData("language", "language=en", "language=am", "en", "am")]
    [InlineData("willingness to return", "willing=yes; wants_return=yes; asylum_case=none; restart=job", "willing=no; wants_return=no; asylum_case=open; restart=home", "en", "en")]
    public void What_somebody_is_speaks_believes_or_wishes_changes_nothing(string what, string one, string other, string oneLanguage, string otherLanguage)
    {
        var changed = TriageCase.All.Where(c => !Fired(c, one, oneLanguage).SequenceEqual(Fired(c, other, otherLanguage)) || !Fired(c, one, oneLanguage).SequenceEqual(c.Rules)).Select(c => c.Name);
        Assert.True(!changed.Any(), $"{what}: {string.Join(", ", changed)}");
    }

    [Fact]
    public void Every_rule_has_a_row()
    {
        var rows = TriageCase.All.SelectMany(c => c.Rules).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Samples.Rules.Rules, r => !rows.Contains(r.Id));
    }

    [Fact]
    public void What_is_asked_for_triage_is_read_by_a_rule()
    {
        var read = Samples.Rules.Rules.SelectMany(r => r.When.Names).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(TestBook.Real.Dialogs.Values.SelectMany(d => Questions(d.Items).Where(q => q.Purpose == "triage" && !read.Contains(q.Name)).Select(q => $"{d.Id}: {q.Name}")));
    }

    /// <summary>"Of its own": its condition names the programme, and a row of the table shows it firing there.</summary>
    [Fact]
    public void Every_programme_that_may_be_asked_for_has_a_rule_of_its_own()
    {
        var fired = TriageCase.All.SelectMany(c => c.Rules.Select(r => (c.Draft.Programme, Rule: r))).ToHashSet();
        var own = Samples.Rules.Rules.Where(r => r.When.Names.Contains("programme")).ToList();
        Assert.Empty(Samples.Book.Programmes.Where(p => p.Dialog is not null && !own.Exists(r => r.When.Text.Contains($"'{p.Id}'", StringComparison.Ordinal) && fired.Contains((p.Id, r.Id)))).Select(p => p.Id));
    }

    [Fact]
    public void Asking_twice_gives_the_same() => Assert.Equal(
        Samples.Judge(Samples.Draft("stranded", "missing=food")).Fired.AsEnumerable(), Samples.Judge(Samples.Draft("stranded", "missing=food")).Fired);

    private static IEnumerable<DialogItem.Question> Questions(IEnumerable<DialogItem> items) => items.SelectMany(item => item switch
    {
        DialogItem.Group group => Questions(group.Items),
        DialogItem.Repeat repeat => Questions(repeat.Items),
        DialogItem.Question question => [question],
        _ => [],
    });

    private static IEnumerable<string> Fired(TriageCase row, string said, string language)
    {
        var draft = row.Draft;
        Assert.True(Locale.TryParse(language, out var spoken));
        return Samples.Judge(draft with { Language = spoken, Answers = draft.Answers.SetItems(Samples.Answers(said)) }).Fired.Select(f => f.Id).ToList();
    }
}

public class RulesReaderTests
{
    private const string Last = "\n  - {id: any, version: 1, priority: low, code: x, reason: x, when: 'true()'}";

    [Theory]
    [InlineData("nationality never counts", "{id: a, version: 1, priority: high, code: x, reason: x, when: \"${home_country} = 'x'\"}", 3104)]
    [InlineData("nor the wish to be called by a name", "{id: a, version: 1, priority: high, code: x, reason: x, when: \"${called} = 'x'\"}", 3104)]
    [InlineData("nor the kind of status", "{id: a, version: 1, priority: high, code: x, reason: x, when: \"${status_kind} = 'x'\"}", 3104)]
    [InlineData("nor where the family is", "{id: a, version: 1, priority: high, code: x, reason: x, when: \"${relatives_country} = 'x'\"}", 3104)]
    [InlineData("nor what way of contact was chosen", "{id: a, version: 1, priority: high, code: x, reason: x, when: \"${contact_way} = 'call'\"}", 3104)]
    [InlineData("a question nobody asks", "{id: a, version: 1, priority: high, code: x, reason: x, when: \"${religion} = 'x'\"}", 3103)]
    [InlineData("no reason", "{id: a, version: 1, priority: high, code: x, when: 'true()'}", 2090)]
    [InlineData("no version", "{id: a, priority: high, code: x, reason: x, when: 'true()'}", 2090)]
    [InlineData("a priority that is none", "{id: a, version: 1, priority: urgent, code: x, reason: x, when: 'true()'}", 2093)]
    [InlineData("a time that is none", "{id: a, version: 1, priority: high, within: soon, code: x, reason: x, when: 'true()'}", 2091)]
    [InlineData("a typing error", "{id: a, version: 1, priority: high, code: x, reason: x, when: 'true()', wehn: x}", 2112)]
    [InlineData("a name twice", "{id: any, version: 1, priority: high, code: x, reason: x, when: 'true()'}", 3102)]
    [InlineData("an expression that is none", "{id: a, version: 1, priority: high, code: x, reason: x, when: '1 +'}", 2300)]
    public void Refuses(string why, string rule, int code)
    {
        var read = Read($"rules:\n  - {rule}{Last}");

        Assert.True(read.Problems.Any(p => p.Code == code), $"{why}: {string.Join(", ", read.Problems)}");
    }

    [Theory]
    [InlineData("no rule for everybody", "rules:\n  - {id: a, version: 1, priority: high, code: x, reason: x, when: \"${programme} = 'x'\"}", 3106)]
    [InlineData("no list", "rule: x", 2090)]
    [InlineData("no YAML", "rules: [", 2100)]
    public void Refuses_a_file(string why, string text, int code) => Assert.True(Read(text).Problems.Any(p => p.Code == code), why);

    [Fact]
    public void Every_rule_can_be_said_in_any_language()
    {
        var english = Samples.Rules.English.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);

        Assert.All(Samples.Rules.Rules, r => Assert.True(english.Contains(TriageRule.Key(r.Id)) && english.Contains(TriageRule.CodeKey(r.Id))));
    }

    private static Localization.Result<RuleSet> Read(string text) =>
        RulesReader.Read(new Dictionary<string, string>(StringComparer.Ordinal) { ["a.yaml"] = text }, TestBook.Real.Dialogs.Values);
}
