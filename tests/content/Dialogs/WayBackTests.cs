using Outreach.Content.Dialogs;

namespace Outreach.Content.Tests.Core;

/// <summary>Back leads to where one came from.</summary>
public class WayBackTests
{
    [Theory]
    [InlineData("the front door's result", ChoosingWhat.Doors, "[ask]", "[stuck]", "[basics]", "[programme/stranded]")]
    [InlineData("the same after reading a card", ChoosingWhat.Doors, "[ask]", "[stuck]", "[basics]", "[programme/stranded]", "[card:1]", "/back")]
    [InlineData("a group of the list", ChoosingWhat.Programme, "[ask]", "[list]", "[group:help]", "[programme/stranded]")]
    [InlineData("some cards that were found", ChoosingWhat.Found, "i am block here no money no sleep place", "1", "/back")]
    public void Back_from_a_page_leads_to_the_list_it_was_chosen_from(string why, ChoosingWhat what, params string[] way)
    {
        var talk = Talks.In("en", "tn").Does(way);
        Assert.True(talk.State.Mode is Mode.Reading, why);
        var list = talk.Does("/back").Offered.ToList();
        Assert.True(talk.State.Mode is Mode.Choosing { What: var shown } && shown == what, why);
        Assert.True(way.Contains($"[{list[0]}]") || what != ChoosingWhat.Programme || list.Contains("programme/stranded"), why);
    }

    [Fact]
    public void A_child_is_not_led_back_to_programmes_for_adults()
    {
        var reading = Talks.In("en", "tn").Does("[ask]", "[stuck]", "[basics]", "[programme/stranded]").State;
        var talk = Talks.In(reading with { Child = true }).Does("/back");
        Assert.DoesNotContain("programme/stranded", talk.Offered);
    }

    [Fact]
    public void Searching_from_page_to_page_does_not_pile_up_lists()
    {
        var talk = Talks.In("en", "tn");
        for (var i = 0; i < 3; i++)
            talk.Does("i am block here no money no sleep place", "1");
        Assert.True(talk.State.Mode is Mode.Reading { From: Mode.Choosing { Then: Mode.Home or Mode.Reading { From: null } } });
    }
}
