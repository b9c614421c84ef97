using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Tests.Widgets;

public class TableTests
{
    private static readonly Table Queue = new(
        [new("pri", 4), new("due", 6, Placement.Code), new("reference", 9, Placement.Code), new("why", 0)],
        [
            new(["CRIT", "now", "R-7K4M", "under 18, alone"]),
            new(["high", "21 h", "R-5M2C", "fears return, and a very long reason"]),
            new(["med", "5 d", "R-1VBN", "گفت‌وگو"]),
        ]);

    [Fact]
    public void Shows_columns_and_a_marker()
    {
        Assert.Equal(
            """
              pri  due    reference why
              CRIT now    R-7K4M    under 18, alone
            > high 21 h   R-5M2C    fears return, a…
              med  5 d    R-1VBN    گفت‌وگو
            """,
            Sketch.Of(40, 5, painter => (Queue with { Selected = 1 }).Draw(painter, painter.Bounds)));
    }

    [Fact]
    public void Is_mirrored_with_references_still_from_left_to_right()
    {
        Assert.Equal(
            """
                           why reference    due  pri
               under 18, alone    R-7K4M    now CRIT >
            """,
            Sketch.Of(42, 2, painter => Queue.Draw(painter, painter.Bounds), rightToLeft: true));
    }

    [Theory]
    [InlineData("down marks the next", "\x1b[B", 1, null)]
    [InlineData("Enter chooses", "\x1b[B\r", 1, 1)]
    [InlineData("a touch chooses a row", "\x1b[<0;5;4M", 2, 2)]
    [InlineData("a touch on the headings does nothing", "\x1b[<0;5;1M", 0, null)]
    [InlineData("digits are left to the screen", "2", 0, null)]
    public void Answers_to(string why, string keys, int selected, int? chosen)
    {
        var (table, last) = (Queue, (int?)null);
        foreach (var input in Keys.Of(keys)) (table, last) = table.Update(input, new Rect(0, 0, 40, 5));
        Assert.True((table.Selected, last) == (selected, chosen), $"{why}: {table.Selected}, {last}");
    }

    [Fact]
    public void Turns_pages()
    {
        var table = new Table([new("n", 0)], [.. Enumerable.Range(1, 10).Select(number => new TableRow([$"{number}"]))]);
        var area = new Rect(0, 0, 10, 5);
        (table, _) = table.Update(new InputEvent.Pressed(Key.PageDown), area);
        Assert.Equal(new Page(4, 8), table.PageAt(area.Size));
        Assert.Equal("  n\n> 5\n  6\n  7\n  8", Sketch.Of(10, 5, painter => table.Draw(painter, painter.Bounds)));
    }

    [Fact]
    public void Keeps_its_mark_inside_when_rows_go() => Assert.Equal(0, (Queue with { Selected = 2 }).With([Queue.Rows[0]]).Selected);
}
