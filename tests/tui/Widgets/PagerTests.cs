using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Tests.Widgets;

public class PagerTests
{
    private static readonly Rect Area = new(0, 0, 24, 4);

    private static readonly Pager Page = new(
    [
        new("Going home", Style.Bold),
        new("Nobody may send you away against your will.", default, "-", 2),
        new("سلام، من از کابل هستم", default, "10:02", 7),
    ]);

    [Fact]
    public void Shows_blocks_with_their_leads_and_each_text_at_its_own_edge()
    {
        Assert.Equal(
            """
            Going home
            - Nobody may send you away
              against your will.
            10:02      سلام، من از کابل
                                  هستم
            """,
            Sketch.Of(26, 6, painter => Page.Draw(painter, painter.Bounds)));
    }

    [Theory]
    [InlineData("down", "\x1b[B", 1)]
    [InlineData("up stops at the top", "\x1b[A", 0)]
    [InlineData("space turns the page and stops at the end", " ", 2)]
    [InlineData("End", "\x1b[F", 2)]
    [InlineData("Home", "\x1b[F\x1b[H", 0)]
    [InlineData("the wheel", "\x1b[<65;1;1M", 2)]
    public void Scrolls(string why, string keys, int top)
    {
        var pager = Keys.Of(keys).Aggregate(Page, (now, input) => now.Update(input, Area));
        Assert.True(pager.Top == top, $"{why}: {pager.Top}");
    }

    [Fact]
    public void Knows_how_far_one_has_read()
    {
        Assert.Equal(0, Page.Percent(Area));
        Assert.Equal(100, Page.ToEnd(Area).Percent(Area));
        Assert.Equal(100, Page.Percent(new Rect(0, 0, 80, 20)));
    }

    [Fact]
    public void Never_shows_beyond_its_end() =>
        Assert.Equal("Going home", Sketch.Of(80, 5, painter => (Page with { Top = 99 }).Draw(painter, painter.Bounds)).Split('\n')[0]);
}
