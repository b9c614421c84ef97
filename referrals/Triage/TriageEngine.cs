using System.Collections.Immutable;
using Outreach.Content.Dialogs;

namespace Outreach.Referrals.Triage;

/// <summary>Orders, never judges: which rules fire for a referral. The highest wins, all are kept. No clock, no I/O.</summary>
public static class TriageEngine
{
    /// <summary>What the rules say of a draft.</summary>
    public static Verdict Judge(RuleSet rules, ReferralDraft draft, Moment now)
    {
        var source = new DraftAnswers(draft, now);
        var fired = rules.Rules.Where(r => r.When.IsTrue(source))
            .OrderByDescending(r => r.Priority).ThenBy(r => r.Within)
            .ToImmutableArray();
        if (fired.Any(r => !r.IsLast))
            fired = fired.RemoveAll(r => r.IsLast);
        return fired is [var first, ..]
            ? new Verdict(first.Priority, first.Within, [.. fired.Select(r => new FiredRule(r.Id, r.Version, r.Priority, r.Code))])
            : new Verdict(Priority.Low, Windows.Of(Priority.Low), []);
    }
}
