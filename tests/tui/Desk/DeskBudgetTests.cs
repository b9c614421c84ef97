using System.Text;
using Outreach.Localization;
using Outreach.Tui.Desk;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;

namespace Outreach.Tui.Tests.Desk;

/// <summary>Exact bytes of what a case worker does most: a number that grows here is a slower desk on a few kbit/s.</summary>
public class DeskBudgetTests
{
    private const string Down = "\x1b[B";
    private const string Up = "\x1b[A";

    [Fact]
    public void An_arrow_key_in_the_queue_moves_the_marker()
    {
        Assert.Equal([12, 5, 7], KeyCosts.Desk(Sample.SignedIn(Sample.Usual), Locale.English, Down, Down, Up));
        Assert.All(KeyCosts.Desk(Sample.SignedIn(Sample.Usual, Locale.Arabic), Locale.Arabic, Down, Down, Up), cost => Assert.InRange(cost, 1, 40));
    }

    [Fact]
    public void An_arrow_key_is_light_on_every_screen() =>
        Assert.All(KeyCosts.DeskArrows(), cost => Assert.True(cost.Bytes <= KeyCosts.DeskArrow, $"{cost}"));

    [Fact]
    public void The_screens_are_small() => Assert.Equal(
        (849, 1064, 523),
        (First(Sample.SignedIn(Sample.Usual)), First(Sample.Open(Sample.Usual)), First(Sample.SignedIn(Sample.Small))));

    [Fact]
    public void A_letter_of_a_reply_is_a_byte_once_the_caret_is_there() => Assert.Equal([5, 1, 1], KeyCosts.Desk(
        DeskScreenTests.After(Sample.Open(Sample.Usual), Locale.English, "rHel"), Locale.English, "l", "o", "!"));

    [Fact]
    public void A_step_of_counselling_is_two_short_lists() => Assert.All(
        [.. KeyCosts.Desk(Sample.Counselling(Sample.Usual), Locale.English, "g", "3", "1"), .. KeyCosts.Desk(Sample.Counselling(Sample.Usual, Locale.Arabic), Locale.Arabic, "g", "3", "1")],
        cost => Assert.InRange(cost, 1, 900));

    private static int First(DeskModel model) => new Difference().Frame(DeskScreenTests.Draw(model, Locale.English)).Length;
}
