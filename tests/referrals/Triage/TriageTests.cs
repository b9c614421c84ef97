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
    [InlineData("a child who is hurt", "child", "child_company=parent; child_danger=doctor", "child-hurt", Priority.Critical, 0)]
    [InlineData("a child with a parent", "child", "child_company=parent; child_danger=no", "child", Priority.High, 24)]
    [InlineData("perhaps in danger", "stranded", "danger_now=unsure", "danger-unsure", Priority.High, 24)]
    [InlineData("needs a doctor today", "stranded", "danger_now=doctor", "doctor-today", Priority.High, 24)]
    [InlineData("a doctor is missing", "stranded", "missing=doctor", "doctor-today", Priority.High, 24)]
    [InlineData("locked up", "voluntary-return", "obstacles=detained", "detained", Priority.High, 24)]
    [InlineData("held or forced", "stranded", "held=yes", "control-held", Priority.High, 24)]
    [InlineData("two control signs", "counter-trafficking", "control_signs=cannot_leave debt", "control-signs", Priority.High, 24)]
    [InlineData("threatened", "counter-trafficking", "control_signs=threats", "threats", Priority.High, 24)]
    [InlineData("papers taken", "counter-trafficking", "control_signs=papers_kept", "papers-kept", Priority.High, 24)]
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
    [InlineData("no bed, small children in the family", "stranded", "missing=bed; company=relatives small_children", "no-shelter-with-children", Priority.High, 48)]
    [InlineData("no food", "stranded", "missing=food", "no-food", Priority.High, 48)]
    [InlineData("older and alone", "stranded", "age=60_plus; company=alone", "older-alone", Priority.High, 48)]
    [InlineData("somebody of the family is in danger", "family-reunification", "family_urgent=danger", "family-in-danger", Priority.High, 48)]
    [InlineData("a child of the family without a parent", "family-reunification", "family_urgent=child_alone", "family-child-alone", Priority.High, 48)]
    [InlineData("a child about to turn 18", "family-reunification", "family_urgent=turning_18", "child-turns-18", Priority.High, 48)]
    [InlineData("must leave in 14 days", "voluntary-return", "leave_by=2026-12-05", "deadline-14-days", Priority.Medium, 168)]
    [InlineData("the decision is two months old", "family-reunification", "decision_date=2026-09-20", "family-deadline", Priority.Medium, 168)]
    [InlineData("no bed", "stranded", "missing=bed; company=alone", "no-shelter", Priority.Medium, 168)]
    [InlineData("lost papers", "voluntary-return", "obstacles=no_papers", "papers-lost", Priority.Medium, 168)]
    [InlineData("stranded", "stranded", "", "asks-stranded", Priority.Medium, 168)]
    [InlineData("a protection talk", "protection-talk", "", "asks-protection", Priority.Medium, 168)]
    [InlineData("a separated family", "family-reunification", "", "asks-family", Priority.Medium, 168)]
    [InlineData("a message to a person", "talk", "message=hello", "asks-person", Priority.Medium, 168)]
    [InlineData("thinks of dying", "psychosocial", "feelings=sleep dying", "self-harm", Priority.Critical, 0)]
    [InlineData("a relative at sea without news", "relative", "relative_state=at_sea; last_word=days", "at-sea", Priority.Critical, 0)]
    [InlineData("a child locked up", "detention", "locked_up=child", "child-detained", Priority.High, 24)]
    [InlineData("in danger when sent back from detention", "detention", "locked_up=relative; held_afraid=unsure", "fears-from-detention", Priority.High, 24)]
    [InlineData("a child separated while fleeing", "displaced", "child_apart=unsure", "child-apart", Priority.High, 24)]
    [InlineData("a missing child", "relative", "relative_state=missing; relative_child=yes", "child-missing", Priority.High, 24)]
    [InlineData("a doctor after violence", "violence-support", "support=doctor", "care-first-days", Priority.High, 24)]
    [InlineData("sex asked for help", "complaint", "complaint_about=sexual", "sex-asked", Priority.High, 24)]
    [InlineData("cannot leave the job", "labour-migration", "work_topic=cannot_leave", "cannot-leave-job", Priority.High, 24)]
    [InlineData("told to leave by an unknown day", "voluntary-return", "obstacles=told_to_leave", "told-to-leave", Priority.High, 48)]
    [InlineData("the family does not agree", "repatriation", "family_agrees=no", "family-disagrees", Priority.High, 48)]
    [InlineData("perhaps threatened at home", "reintegration", "home_threat=unsure", "home-threat-unsure", Priority.High, 48)]
    [InlineData("locked up without a lawyer", "detention", "locked_up=relative; lawyer=no", "no-lawyer", Priority.High, 24)]
    [InlineData("cannot reach a meeting point", "evacuation", "can_reach=no", "cannot-reach", Priority.High, 24)]
    [InlineData("a risk on the journey", "health-travel", "fit_to_travel=cough", "travel-risk", Priority.High, 48)]
    [InlineData("travels within a week", "health-travel", "travel_day=2026-11-25", "travel-soon", Priority.High, 48)]
    [InlineData("a newborn without papers", "documents", "paper_lost=newborn", "newborn-papers", Priority.Medium, 168)]
    [InlineData("asked to pay for a job", "labour-migration", "work_paid=yes", "asked-to-pay", Priority.Medium, 168)]
    [InlineData("pay is not paid", "labour-migration", "work_topic=unpaid", "cheated-at-work", Priority.Medium, 168)]
    [InlineData("has lost somebody", "psychosocial", "feelings=grief", "hard-feelings", Priority.Medium, 168)]
    [InlineData("in hospital lately", "health-travel", "fit_to_travel=hospital", "hospital-lately", Priority.Medium, 168)]
    [InlineData("a relative is missing", "relative", "relative_state=missing", "relative-sought", Priority.Medium, 168)]
    [InlineData("asks for care after violence", "violence-support", "", "asks-violence-support", Priority.High, 24)]
    [InlineData("asks about detention", "detention", "", "asks-detention", Priority.High, 24)]
    [InlineData("asks to get out of a war", "evacuation", "", "asks-evacuation", Priority.High, 24)]
    [InlineData("displaced", "displaced", "", "asks-displaced", Priority.Medium, 168)]
    [InlineData("after a disaster", "disaster", "", "asks-disaster", Priority.Medium, 168)]
    [InlineData("asks about a relative", "relative", "", "asks-relative", Priority.Medium, 168)]
    [InlineData("wants to be heard", "psychosocial", "", "asks-listening", Priority.Medium, 168)]
    [InlineData("complains", "complaint", "", "asks-complaint", Priority.Medium, 168)]
    [InlineData("a health check before a journey", "health-travel", "", "asks-health-travel", Priority.Medium, 168)]
    [InlineData("a free wish to go home and no need", "voluntary-return", "afraid=no; pressure=no; home_country=Ghana; leave_by=2026-12-06", "any", Priority.Low, 336)]
    public void Orders_by_need(string why, string dialog, string answers, string rule, Priority priority, int hours)
    {
        var verdict = Samples.Judge(Samples.Draft(dialog, answers, child: dialog == "child"));

        Assert.True(verdict.Fired.Any(f => f.Id == rule), $"{why}: '{rule}' did not fire, but {string.Join(", ", verdict.Fired.Select(f => f.Id))}");
        Assert.True((priority, hours) == (verdict.Priority, (int)verdict.Within.TotalHours), $"{why}: {verdict.Priority} within {verdict.Within.TotalHours} h");
    }

    [Theory]
    [InlineData("words suggested a child, the person says 18 or older: staff look within a day", true, false, true)]
    [InlineData("nothing suggested a child", false, false, false)]
    [InlineData("a child all the same: the stronger rule stands alone", true, true, false)]
    public void A_lock_by_words_that_the_persons_own_word_opened_is_told_to_staff(string why, bool says, bool child, bool fires)
    {
        var draft = Samples.Must(Intake.Read(Samples.Book, Samples.Routing, Samples.Submission("talk", "message=hello", child) with { SaysAdult = says }, oral: false));
        var verdict = Samples.Judge(draft);
        Assert.True(verdict.Fired.Any(f => f.Id == "says-adult") == fires, why);
        Assert.True(!fires || (verdict.Priority, verdict.Within) == (Priority.High, TimeSpan.FromHours(24)), why);
    }

    [Fact]
    public void Locked_by_what_was_said_earlier() =>
        Assert.Contains(Samples.Judge(Samples.Draft("stranded", locked: true)).Fired, f => f.Id == "return-locked");

    [Fact]
    public void One_control_sign_is_noted_and_is_not_two()
    {
        var fired = Samples.Judge(Samples.Draft("counter-trafficking", "control_signs=debt")).Fired;

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
        var one = Samples.Judge(Samples.Draft("voluntary-return", "home_country=Ghana"));
        var other = Samples.Judge(Samples.Draft("voluntary-return", "home_country=Nepal"));

        Assert.Equal(one.Fired.AsEnumerable(), other.Fired);
    }

    [Fact]
    public void Every_rule_has_a_row_above()
    {
        var rows = typeof(TriageTests).GetMethod(nameof(Orders_by_need))!.GetCustomAttributesData()
            .Where(a => a.AttributeType == typeof(InlineDataAttribute))
            .Select(a => (string)((IReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!).ElementAt(3).Value!)
            .Append("return-locked").Append("control-sign").Append("says-adult").ToHashSet(StringComparer.Ordinal);

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
