using Outreach.Content.Dialogs;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>Days that are over are doubted kindly, once.</summary>
public class PastDayTests
{
    private static readonly AnswerPath Deadline = new("deadline");

    [Theory]
    [InlineData("a year long past", "3 May 1985", "3 May 1985", "1985-05-03", true)]
    [InlineData("yesterday", "20 November 2026", "20 November 2026", "2026-11-20", true)]
    [InlineData("a slip, corrected", "3 May 1985", "3 May 2027", "2027-05-03", false)]
    public void A_day_that_is_over_is_asked_about_once_and_then_taken_with_a_mark_for_staff(string why, string first, string second, string kept, bool doubted)
    {
        var talk = Talks.In("en", "de").Does("[ask:documents]", "1", "1", "30");
        while (talk.Asks is { } asked && asked != Deadline.Value)
            talk.Does(asked == "consent" ? "[yes]" : "[/skip]");
        talk.Does(first);
        Assert.True(talk.Asks == Deadline.Value && talk.Last.Replies[0].Kind == ReplyKind.Problem, why);
        talk.Does(second);
        Assert.NotEqual(Deadline.Value, talk.Asks);
        Assert.Equal(new Answer.Given(kept, doubted), talk.State.Dialogs["documents"].At(Deadline));
    }

    [Fact]
    public void Every_day_that_is_asked_for_has_a_side_on_which_it_is_doubted() =>
        Assert.All(
            TestBook.Real.Dialogs.Values.SelectMany(d => DialogChecks.Flatten(d.Items)).OfType<DialogItem.Question>().Where(q => q.Type is AnswerType.Date),
            q => Assert.True(q is { Unlikely: not null, UnlikelyMessage: not null }, q.Label));
}
