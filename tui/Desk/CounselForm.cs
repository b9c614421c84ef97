using System.Collections.Immutable;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Runtime;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Desk;

/// <summary>Recording counselling before a return: a step, then one of its answers, kept at once; two digits a step.</summary>
internal static class CounselForm
{
    /// <summary>The steps; the first that is not done is marked.</summary>
    public static Compose Steps(ReferralDto dto, DeskWords words, CounsellingStep? marked = null)
    {
        var at = marked is { } step ? CounsellingRules.All.Select(r => r.Step).ToList().IndexOf(step) : dto.Counselling.ToList().FindIndex(line => !line.Done);
        return new(ComposeKind.Counsel) { Choices = new([.. dto.Counselling.Select(line => new ListItem(words.CounsellingStep(line)))]) { Selected = Math.Max(0, at) } };
    }

    /// <summary>After a key: another mark, the answers of a step, or what is to be recorded.</summary>
    public static (Compose Form, CounselRequest? Recorded) Touched(DeskModel model, DeskScreen.Referral screen, Compose form, InputEvent input, DeskWords words)
    {
        var touched = ComposeUpdate.Touched(model, form, input);
        if (touched.Chosen is not { } chosen)
            return (touched, null);
        if (touched.Step is not { } step)
            return (Answers(screen.Dto, words, screen.Dto.Counselling[chosen].Step), null);
        var named = ComposeUpdate.Named(model, touched);
        return (named with { Chosen = null }, new CounselRequest(step, AnswersOf(screen.Dto, step)[chosen], ComposeUpdate.IdOf(model, named)));
    }

    private static Compose Answers(ReferralDto dto, DeskWords words, CounsellingStep step) =>
        new(ComposeKind.Counsel) { Step = step, Choices = new([.. AnswersOf(dto, step).Select(said => new ListItem(words.Counselled(step, said), words.Effect(step, said)))]) };

    /// <summary>Their own language first: most are counselled in it.</summary>
    private static ImmutableArray<string> AnswersOf(ReferralDto dto, CounsellingStep step)
    {
        var answers = CounsellingRules.All.Single(r => r.Step == step).Answers;
        return step == CounsellingStep.Language ? [dto.Language.Tag, .. answers.Remove(dto.Language.Tag)] : answers;
    }
}
