using System.Collections.Frozen;
using Outreach.Content.Directory;

namespace Outreach.Content.Tests.Directory;

/// <summary>Which numbers a phone in a country gets through with.</summary>
public class NumberRulesTests
{
    private static readonly FrozenSet<string> Codes = new[] { "1", "33", "39", "44", "49", "61", "90", "218", "359", "964", "967" }.ToFrozenSet();

    [Theory]
    [InlineData("de", "112", true, "a service")]
    [InlineData("de", "116 117", true, "a European service")]
    [InlineData("de", "0800 1110111", true, "a free number")]
    [InlineData("de", "+49 30 19240", true, "from everywhere")]
    [InlineData("de", "030 18151111", true, "with its prefix")]
    [InlineData("de", "30 18151111", false, "the prefix lacks its zero")]
    [InlineData("de", "+49 030 18151111", false, "no zero behind the calling code")]
    [InlineData("de", "+48 30 19240", false, "nobody has this calling code here")]
    [InlineData("de", "+49 3", false, "far too short")]
    [InlineData("us", "911", true, "a service")]
    [InlineData("us", "1-800-799-7233", true, "eleven digits")]
    [InlineData("us", "1800799723", false, "a digit too few")]
    [InlineData("us", "+1 800 799 72335", false, "a digit too many")]
    [InlineData("us", "88788", true, "a word sent to five digits")]
    [InlineData("gb", "0800 1111", true, "a short one that children call")]
    [InlineData("gb", "08082000247", true, "eleven digits")]
    [InlineData("gb", "8082000247", false, "the prefix lacks its zero")]
    [InlineData("it", "+39 02 2327 2327", true, "the zero stays in Italy")]
    [InlineData("it", "1522", true, "a service")]
    [InlineData("ly", "091 712 76 44", true, "a mobile")]
    [InlineData("ly", "91 712 76 44", false, "the prefix lacks its zero")]
    [InlineData("tr", "444 48 68", true, "one number for the country")]
    [InlineData("au", "000", true, "a service")]
    [InlineData("au", "0002", false, "no such plan")]
    [InlineData("ye", "771070368", true, "a mobile without prefix")]
    [InlineData("fr", "115", true, "a country without a plan of ours")]
    [InlineData("fr", "1", false, "one digit is no number")]
    public void Knows_what_can_be_dialled(string place, string number, bool yes, string why) =>
        Assert.True(NumberRules.CanBeDialled(place, number, Codes) == yes, $"{number} in {place}: {why}");
}
