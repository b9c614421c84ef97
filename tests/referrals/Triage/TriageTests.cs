using Outreach.Content.Dialogs;
using Outreach.Referrals.Triage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Triage;

public class TriageTests
{
    [Theory]
    [InlineData("in danger now", "stranded", "danger_now=yes", "danger-now", Priority.Critical, 0)]
    [InlineData("a child in danger", "child", "child_danger=yes; child_company=parent", "danger-now", Priority.Critical, 0)]
    [InlineData("a child who does not know", "child", "child_danger=unsure; child_company=parent", "child-danger-unsure", Priority.Critical, 0)]
    [InlineData("a child alone", "child", "child_company=alone", "child-alone", Priority.Critical, 0)]
    [InlineData("a child with another relative", "child", "child_company=relative", "child-with-other-adult", Priority.Critical, 0)]
    [InlineData("a child with a stranger", "child", "child_company=other", "child-with-other-adult", Priority.Critical, 0)]
    [InlineData("a child who does not say with whom", "child", "child_company=not_say", "child-company-not-said", Priority.Critical, 0)]
    [InlineData("a child who skipped the question", "child", "", "child-company-not-said", Priority.Critical, 0)]
    [InlineData("a child who is hurt", "child", "child_company=parent; child_doctor=yes", "child-hurt", Priority.Critical, 0)]
    [InlineData("a child with a parent", "child", "child_company=parent; child_danger=no; child_doctor=no", "child", Priority.High, 24)]
    [InlineData("perhaps in danger", "stranded", "danger_now=unsure", "danger-unsure", Priority.High, 24)]
    [InlineData("needs a doctor today", "stranded", "doctor_today=yes", "doctor-today", Priority.High, 24)]
    [InlineData("a doctor is missing", "stranded", "missing=doctor", "doctor-today", Priority.High, 24)]
    [InlineData("locked up", "voluntary-return", "detained=yes", "detained", Priority.High, 24)]
    [InlineData("held or forced", "stranded", "held=yes", "control-held", Priority.High, 24)]
    [InlineData("two control signs", "counter-trafficking", "leave_freely=no; debt=yes", "control-signs", Priority.High, 24)]
    [InlineData("threatened", "counter-trafficking", "threats=yes", "threats", Priority.High, 24)]
    [InlineData("papers taken", "counter-trafficking", "papers_kept=yes", "papers-kept", Priority.High, 24)]
    [InlineData("somebody keeps the passport", "stranded", "passport=kept", "papers-kept", Priority.High, 24)]
    [InlineData("not safe here", "protection-talk", "worries=here papers", "unsafe-here", Priority.High, 24)]
    [InlineData("needs a safe place to sleep", "counter-trafficking", "need_place=yes", "no-safe-place", Priority.High, 24)]
    [InlineData("must leave in three days", "voluntary-return", "leave_by=2026-11-24", "deadline-3-days", Priority.High, 24)]
    [InlineData("a deadline that has just passed", "protection-talk", "deadline=2026-11-20", "deadline-3-days", Priority.High, 24)]
    [InlineData("asks because somebody controls them", "counter-trafficking", "", "asks-trafficking", Priority.High, 24)]
    [InlineData("afraid to go back", "stranded", "afraid=yes", "fear-of-return", Priority.High, 48)]
    [InlineData("not sure about going back", "stranded", "afraid=unsure", "fear-of-return", Priority.High, 48)]
    [InlineData("wants to talk about the fear of going back", "protection-talk", "worries=going_back", "fear-of-return", Priority.High, 48)]
    [InlineData("pressed to return", "voluntary-return", "pressure=yes", "pressed-to-return", Priority.High, 48)]
    [InlineData("pregnant", "stranded", "health=pregnant", "pregnant", Priority.High, 48)]
    [InlineData("pregnant and ill: both are kept", "stranded", "health=pregnant illness", "serious-illness", Priority.High, 48)]
    [InlineData("medicine runs out", "stranded", "health=medicine", "medicine-ends", Priority.High, 48)]
    [InlineData("medicine is missing", "stranded", "missing=medicine", "medicine-ends", Priority.High, 48)]
    [InlineData("needs help to walk", "stranded", "health=walking", "disability", Priority.High, 48)]
    [InlineData("injured", "stranded", "health=injured", "injured", Priority.High, 48)]
    [InlineData("no bed, with children", "stranded", "missing=bed; company=children", "no-shelter-with-children", Priority.High, 48)]
    [InlineData("no bed, small children in the family", "stranded", "missing=bed; company=relatives; family/small_children=yes", "no-shelter-with-children", Priority.High, 48)]
    [InlineData("no food", "stranded", "missing=food", "no-food", Priority.High, 48)]
    [InlineData("older and alone", "stranded", "age=60_plus; company=alone", "older-alone", Priority.High, 48)]
    [InlineData("any of the companions is ill", "voluntary-return", "companion[1]/companion_ill=no; companion[2]/companion_ill=yes", "companion-in-need", Priority.High, 48)]
    [InlineData("somebody of the family is in danger", "family-reunification", "family_danger=yes", "family-in-danger", Priority.High, 48)]
    [InlineData("a child of the family without a parent", "family-reunification", "child_alone=yes", "family-child-alone", Priority.High, 48)]
    [InlineData("a child about to turn 18", "family-reunification", "turning_18=yes", "child-turns-18", Priority.High, 48)]
    [InlineData("must leave in 14 days", "voluntary-return", "leave_by=2026-12-05", "deadline-14-days", Priority.Medium, 168)]
    [InlineData("the decision is two months old", "family-reunification", "decision_date=2026-09-20", "family-deadline", Priority.Medium, 168)]
    [InlineData("no bed", "stranded", "missing=bed; company=alone", "no-shelter", Priority.Medium, 168)]
    [InlineData("lost papers", "voluntary-return", "passport=lost", "papers-lost", Priority.Medium, 168)]
    [InlineData("stranded", "stranded", "", "asks-stranded", Priority.Medium, 168)]
    [InlineData("a protection talk", "protection-talk", "", "asks-protection", Priority.Medium, 168)]
    [InlineData("a separated family", "family-reunification", "", "asks-family", Priority.Medium, 168)]
    [InlineData("a message to a person", "talk", "message=hello", "asks-person", Priority.Medium, 168)]
    [InlineData("a free wish to go home and no need", "voluntary-return", "afraid=no; pressure=no; home_country=Ghana; leave_by=2026-12-06", "any", Priority.Low, 336)]
    public void Orders_by_need(string why, string dialog, string answers, string rule, Priority priority, int hours)
    {
        var verdict = Samples.Judge(Samples.Draft(dialog, answers, child: dialog == "child"));

        Assert.True(verdict.Fired.Any(f => f.Id == rule), $"{why}: '{rule}' did not fire, but {string.Join(", ", verdict.Fired.Select(f => f.Id))}");
        Assert.True((priority, hours) == (verdict.Priority, (int)verdict.Within.TotalHours), $"{why}: {verdict.Priority} within {verdict.Within.TotalHours} h");
    }

    [Fact]
    public void Locked_by_what_was_said_earlier() =>
        Assert.Contains(Samples.Judge(Samples.Draft("stranded", locked: true)).Fired, f => f.Id == "return-locked");

    [Fact]
    public void One_control_sign_is_noted_and_is_not_two()
    {
        var fired = Samples.Judge(Samples.Draft("counter-trafficking", "debt=yes")).Fired;

        Assert.Contains(fired, f => f.Id == "control-sign");
        Assert.DoesNotContain(fired, f => f.Id == "control-signs");
    }

    [Fact]
    public void The_highest_decides_and_all_are_kept()
    {
        var verdict = Samples.Judge(Samples.Draft("stranded", "danger_now=yes; health=pregnant; missing=bed"));

        Assert.Equal(("danger-now", Priority.Critical), (verdict.Fired[0].Id, verdict.Priority));
        Assert.Equal(["danger-now", "pregnant", "no-shelter", "asks-stranded", "any"], verdict.Fired.Select(f => f.Id));
    }

    [Fact]
    public void Where_somebody_comes_from_and_wants_to_go_changes_nothing()
    {
        var one = Samples.Judge(Samples.Draft("voluntary-return", "home_country=Ghana; informed=yes"));
        var other = Samples.Judge(Samples.Draft("voluntary-return", "home_country=Nepal; informed=no"));

        Assert.Equal(one.Fired.AsEnumerable(), other.Fired);
    }

    [Fact]
    public void Every_rule_has_a_row_above()
    {
        var rows = typeof(TriageTests).GetMethod(nameof(Orders_by_need))!.GetCustomAttributesData()
            .Where(a => a.AttributeType == typeof(InlineDataAttribute))
            .Select(a => (string)((IReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!).ElementAt(3).Value!)
            .Append("return-locked").Append("control-sign").ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Samples.Rules.Rules, r => !rows.Contains(r.Id));
    }

    [Fact]
    public void Asking_twice_gives_the_same() => Assert.Equal(
        Samples.Judge(Samples.Draft("stranded", "missing=food")).Fired.AsEnumerable(), Samples.Judge(Samples.Draft("stranded", "missing=food")).Fired);
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
