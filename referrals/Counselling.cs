using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Directory;

namespace Outreach.Referrals;

/// <summary>What staff record with a person before they go back (DESIGN 7), in the order of the work. The names are stored.</summary>
public enum CounsellingStep
{
    /// <summary>The language they were counselled in.</summary>
    Language,

    /// <summary>Whether somebody interpreted.</summary>
    Interpreter,

    /// <summary>What was found about the risk after a return.</summary>
    Risk,

    /// <summary>Asked whether it is their own wish.</summary>
    FirstAsked,

    /// <summary>Asked the same on a later day: a wish that outlives a night is less likely somebody else's.</summary>
    SecondAsked,

    /// <summary>Told what else is possible.</summary>
    Alternatives,

    /// <summary>Whether they are well enough to travel.</summary>
    Fitness,

    /// <summary>Whether they can travel by their papers.</summary>
    Documents,

    /// <summary>What they want.</summary>
    Decision,

    /// <summary>Asked once more, after the decision and before they leave.</summary>
    AskedAgain,

    /// <summary>They have left.</summary>
    Departed,
}

/// <summary>What was recorded at a step.</summary>
/// <param name="Said">One of the answers of the step.</param>
/// <param name="Day">On which day, at the place of the person.</param>
/// <param name="By">By whom.</param>
public sealed record CounsellingMark(string Said, DateOnly Day, StaffId By)
{
    /// <summary>Never its content: this must not reach a log.</summary>
    public override string ToString() => "CounsellingMark ***";
}

/// <summary>A step, the answers it takes, and those with which a referral may be referred on and the person may leave; empty where that does not hang on it.</summary>
public sealed record CounsellingRule(CounsellingStep Step, ImmutableArray<string> Answers, ImmutableArray<string> ToReferOn, ImmutableArray<string> ToLeave);

/// <summary>The rules of counselling before a return: one table, which ledger, API and desk read.</summary>
public static class CounsellingRules
{
    /// <summary>It is their own wish.</summary>
    public const string OwnWish = "own-wish";

    /// <summary>Pressed, or not sure whether they are: locks return.</summary>
    public const string Pressed = "pressed";

    /// <summary>Afraid of going back, or not sure: locks return.</summary>
    public const string Afraid = "afraid";

    /// <summary>Not safe after a return: locks return.</summary>
    public const string NotSafe = "not-safe";

    /// <summary>They want to go.</summary>
    public const string Goes = "goes";

    /// <summary>They do not want to go, or not any more: ends it.</summary>
    public const string DoesNotGo = "does-not-go";

    /// <summary>The table.</summary>
    public static readonly ImmutableArray<CounsellingRule> All =
    [
        Recorded(CounsellingStep.Language, LanguageNames.Tags),
        Recorded(CounsellingStep.Interpreter, ["yes", "no"]),
        Needs(CounsellingStep.Risk, "safe", NotSafe, "not-known"),
        Needs(CounsellingStep.FirstAsked, OwnWish, Pressed, Afraid),
        Needs(CounsellingStep.SecondAsked, OwnWish, Pressed, Afraid),
        Needs(CounsellingStep.Alternatives, "explained"),
        new(CounsellingStep.Fitness, ["fit", "not-fit", "doctor"], ["fit", "not-fit", "doctor"], ["fit"]),
        new(CounsellingStep.Documents, ["have", "needed", "requested"], ["have", "needed", "requested"], ["have"]),
        Needs(CounsellingStep.Decision, Goes, DoesNotGo, "thinks"),
        new(CounsellingStep.AskedAgain, [OwnWish, Pressed, Afraid], [], [OwnWish]),
        new(CounsellingStep.Departed, ["left"], [], []),
    ];

    private static readonly FrozenDictionary<CounsellingStep, CounsellingRule> ByStep = All.ToFrozenDictionary(r => r.Step);

    /// <summary>Whether a step takes an answer.</summary>
    public static bool Takes(CounsellingStep step, string said) => ByStep.TryGetValue(step, out var rule) && rule.Answers.Contains(said);

    /// <summary>Whether an answer locks return again: fear, pressure or doubt about either, and a risk that was found.</summary>
    public static bool Locks(string said) => said is Pressed or Afraid or NotSafe;

    private static CounsellingRule Recorded(CounsellingStep step, ImmutableArray<string> answers) => new(step, answers, answers, answers);

    private static CounsellingRule Needs(CounsellingStep step, string needed, params ReadOnlySpan<string> others) => new(step, [needed, .. others], [needed], [needed]);
}

/// <summary>What was recorded with a person before they go back; filled in any order, over days, by several people.</summary>
public sealed record Counselling
{
    /// <summary>Nothing yet.</summary>
    public static readonly Counselling None = new();

    /// <summary>What holds only as long as nothing speaks against it: after fear, a "no" or a closed case it is asked anew.</summary>
    private static readonly ImmutableArray<CounsellingStep> Will =
        [CounsellingStep.Risk, CounsellingStep.FirstAsked, CounsellingStep.SecondAsked, CounsellingStep.Decision, CounsellingStep.AskedAgain, CounsellingStep.Departed];

    /// <summary>What was recorded, by step.</summary>
    public ImmutableSortedDictionary<CounsellingStep, CounsellingMark> Marks { get; init; } = ImmutableSortedDictionary<CounsellingStep, CounsellingMark>.Empty;

    /// <summary>What was recorded at a step; null where nothing was.</summary>
    public CounsellingMark? At(CounsellingStep step) => Marks.GetValueOrDefault(step);

    /// <summary>What is missing before the referral may be referred on.</summary>
    public ImmutableArray<CounsellingStep> MissingToReferOn => Missing(rule => rule.ToReferOn);

    /// <summary>What is missing before the person may leave.</summary>
    public ImmutableArray<CounsellingStep> MissingToLeave => Missing(rule => rule.ToLeave);

    /// <summary>With one more step. What an answer makes doubtful falls away with it.</summary>
    public Counselling With(CounsellingStep step, CounsellingMark mark)
    {
        var kept = (step, mark.Said) switch
        {
            (_, var said) when CounsellingRules.Locks(said) || said == CounsellingRules.DoesNotGo => Anew(),
            (CounsellingStep.FirstAsked, _) => Without(CounsellingStep.SecondAsked, CounsellingStep.AskedAgain),
            (CounsellingStep.Decision, _) => Without(CounsellingStep.AskedAgain),
            _ => this,
        };
        return kept with { Marks = kept.Marks.SetItem(step, mark) };
    }

    /// <summary>What is to be asked anew is gone; what stays true is kept.</summary>
    public Counselling Anew() => Without(Will.AsSpan());

    private Counselling Without(params ReadOnlySpan<CounsellingStep> steps) => this with { Marks = Marks.RemoveRange(steps.ToArray()) };

    private ImmutableArray<CounsellingStep> Missing(Func<CounsellingRule, ImmutableArray<string>> needed) =>
        [.. CounsellingRules.All.Where(r => !needed(r).IsEmpty && !(At(r.Step) is { } mark && needed(r).Contains(mark.Said))).Select(r => r.Step)];

    /// <summary>Never its content: this must not reach a log.</summary>
    public override string ToString() => "Counselling ***";
}
