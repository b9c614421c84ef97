using Outreach.Content.Programmes;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Programmes;

/// <summary>Programmes are offered in the order their files say, and no sensitive one first.</summary>
public class ProgrammeOrderTests
{
    [Fact]
    public void What_is_offered_begins_with_the_door_that_prejudges_nothing()
    {
        var all = TestBook.Real.Programmes;

        Assert.Equal("stranded", all[0].Id);
        Assert.All(all.GroupBy(p => p.Group), group => Assert.False(group.First().Sensitive, $"{group.Key}: the first name endangers whoever is seen reading it"));
    }

    [Theory]
    [InlineData("the number decides, not the name", "b 1, a 2, c 10", "b a c")]
    [InlineData("a sensitive one may stand anywhere but first", "a 1, b 2 sensitive, c 3", "a b c")]
    [InlineData("a sensitive one that is the only one has no other before it", "a 1 sensitive", "a")]
    [InlineData("a sensitive one is not first", "a 2, b 1 sensitive", "2266 programmes/b/programme.yaml")]
    [InlineData("two do not share a place", "a 1, b 2, c 2", "2265 programmes/c/programme.yaml")]
    public void Follows_the_table(string why, string programmes, string expected)
    {
        var read = ProgrammeOrder.Of(programmes.Split(", ").Select(Programme));
        var found = read.Ok ? read.Value.Select(p => p.Id) : read.Problems.Select(p => $"{p.Code} {p.Where}");
        Assert.True(string.Join(' ', found) == expected, why);
    }

    private static Programme Programme(string line) => line.Split(' ') is [var id, var order, .. var rest]
        ? new() { Id = id, Order = int.Parse(order), Sensitive = rest.Length > 0, Group = DoorGroup.Help, Openness = Openness.Open, Kind = ProgrammeKind.Adult, Places = ["any"] }
        : throw new ArgumentException(line);
}
