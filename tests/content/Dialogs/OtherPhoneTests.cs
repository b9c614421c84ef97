using Outreach.Content.Dialogs;

namespace Outreach.Content.Tests.Core;

/// <summary>Nothing is offered that cannot be done where the person is.</summary>
public class OtherPhoneTests
{
    [Theory]
    [InlineData("a phone of one's own", false)]
    [InlineData("a kiosk, where nothing can be continued", true)]
    public void Going_on_with_another_phone_is_offered_only_where_it_can_be_done(string why, bool atSite)
    {
        var talk = Talks.In("en", "ly", atSite).Does("/menu");
        Assert.True(talk.Offered.Contains("/continue") != atSite, why);
        talk.Does("[/human]", "[yes]", "hello");
        Assert.True(talk.Offered.Contains("here") != atSite, why);
        talk.Does("/skip", "[send]").Hears(new EffectResult.Submitted("R-7K4M", false, null));
        Assert.True(talk.Offered.Contains("/continue") != atSite, why);
    }
}
