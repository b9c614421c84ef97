using Outreach.Content.Dialogs;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>At "What would you like to add?" and "Which answer would you like to change?" words never leave the request for the search.</summary>
public class AddingTests
{
    [Theory]
    [InlineData("en", "add", "city", "region")]
    [InlineData("en", "add", "what to call me", "called")]
    [InlineData("fr", "add", "ville", "region")]
    [InlineData("sw", "add", "mji", "region")]
    public void A_word_of_one_line_is_that_line(string language, string list, string said, string asked) =>
        Assert.Equal(asked, AtSummary(language).Does($"[{list}]", said).Asks);

    [Theory]
    [InlineData("en", "[add]", "please hurry my mother is very old")]
    [InlineData("ar", "[add]", "ابني عمره ست سنوات")]
    [InlineData("sw", "[add]", "nyumba yetu iko mbali sana")]
    [InlineData("en", "[/change]", "the thing about my house")]
    public void Words_that_are_no_line_are_told_so_and_the_same_is_asked_again(string language, string list, string said)
    {
        var talk = AtSummary(language).Does(list);
        var (mode, offered) = (talk.State.Mode, talk.Offered.ToList());

        talk.Does(said);

        Assert.True(talk.Says("add.choose"));
        Assert.Equal(mode, talk.State.Mode);
        Assert.Equal(offered, talk.Offered);
    }

    [Fact]
    public void Nothing_answered_is_lost_on_the_way()
    {
        var talk = AtSummary("en");
        var before = talk.State.Dialogs["protection-talk"];
        Assert.Equal("send", talk.Does("[add]", "please hurry", "[/back]").Asks);
        Assert.Equal(before, talk.State.Dialogs["protection-talk"]);
    }

    private static Talks AtSummary(string language)
    {
        var talk = Talks.In(language, "de").Does("[ask:protection-talk]", "1", "1", "30");
        while (talk.Asks is { } asked && asked != "send")
            talk.Does(asked == "consent" ? "[yes]" : "[/skip]");
        return talk;
    }
}
