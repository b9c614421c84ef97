using Outreach.Content.Dialogs;

namespace Outreach.Referrals.Tests;

/// <summary>What stays in the conversation once a request was sent.</summary>
public class CarriedTests
{
    [Fact]
    public async Task Choices_go_along_to_the_next_request_but_nothing_sensitive_and_nothing_that_names_or_reaches_anybody()
    {
        await using var office = new Workplace();
        await office.Asks("hana", "stranded", "alone=yes; danger_now=no; age=18_59; held=no; afraid=no; missing=food; company=alone; health=illness; region=Gargaresh; contact_way=call; contact_number=+218911234567; called=Hana");

        var kept = (await office.StateOf("hana")).Carried!.Answers.ByPath;

        Assert.Equal(new Answer.Given("alone"), kept["company"]);
        Assert.Empty(kept.Keys.Intersect(["afraid", "held", "health", "region", "contact_number", "called"]));
    }
}
