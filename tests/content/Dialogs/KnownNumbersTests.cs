using Outreach.Content.Dialogs;

namespace Outreach.Content.Tests.Core;

/// <summary>What number is not known is said.</summary>
public class KnownNumbersTests
{
    [Theory]
    [InlineData("a number of the police only", "cd", "doctor", "danger.no_ambulance", true)]
    [InlineData("an ambulance is known", "ly", "doctor", "danger.no_ambulance", false)]
    [InlineData("one number for all", "de", "doctor", "danger.no_ambulance", false)]
    [InlineData("danger of another kind needs no ambulance", "cd", "yes", "danger.no_ambulance", false)]
    public void That_no_ambulance_is_known_is_said_where_another_number_is_shown(string why, string place, string answer, string key, bool said)
    {
        var talk = Talks.In("en", place).Does("[ask:stranded]", "1", $"[{answer}]");
        Assert.True(talk.Last.Replies.Any(r => r.Kind == ReplyKind.Danger), why);
        Assert.True(talk.Says(key) == said, why);
    }
}
