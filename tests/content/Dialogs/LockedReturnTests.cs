namespace Outreach.Content.Tests.Core;

/// <summary>What happens to answers when fear or pressure shuts the door of return.</summary>
public class LockedReturnTests
{
    [Theory]
    [InlineData("fear", new[] { "1", "1", "30", "2" })]
    [InlineData("pressure, after the consent", new[] { "1", "1", "30", "1", "[yes]", "2" })]
    public void After_a_return_is_locked_the_talk_about_protection_asks_nothing_again_but_what_is_sensitive(string why, string[] answers)
    {
        var talk = Talks.In("en", "ly").Does("[ask:voluntary-return]").Does(answers);
        Assert.True(talk.State.ReturnLocked && talk.Says("return.locked"), why);
        Assert.True(talk.State.Carried!.Answers.ByPath.Keys.Order().SequenceEqual(["age", "alone", "danger_now"]), why);
        Assert.Equal("held", talk.Does("[ask:protection-talk]").Asks);
    }

    [Theory]
    [InlineData("[/stop]")]
    [InlineData("[/exit]")]
    [InlineData("[/delete]")]
    public void Nothing_is_carried_once_the_person_stops_or_leaves(string way) =>
        Assert.Null(Talks.In("en", "ly").Does("[ask:voluntary-return]", "1", "1", "30", "2", "[ask:protection-talk]", way).State.Carried);
}
