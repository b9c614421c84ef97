using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Runtime;

public class PainterTests
{
    [Fact]
    public void Golden_rows_read_as_they_were_written()
    {
        Assert.Equal(
            """
            title
            --------------------
                        مرحبا بك
              +218 91 234
            """,
            Sketch.Of(20, 4, painter =>
            {
                painter.Text(0, 0, "title");
                painter.Rule(1);
                painter.Text(new Rect(0, 2, 20, 1), "مرحبا بك", default, new Placement(Align.Natural));
                painter.Text(new Rect(2, 3, 15, 1), "+218 91 234", default, Placement.Code);
            }));
    }

    [Fact]
    public void The_cells_hold_the_visual_order() =>
        Assert.Equal("ﻚﺑ ﺎﺒﺣﺮﻣ", Sketch.Draw(20, 1, painter => painter.Text(0, 0, "مرحبا بك")).VisualRow(0));

    [Fact]
    public void A_mirrored_painter_counts_from_the_right()
    {
        Assert.Equal("      b a", Sketch.Of(10, 1, painter =>
        {
            painter.Text(1, 0, "a");
            painter.Within(new Rect(3, 0, 4, 1)).Text(0, 0, "b");
        }, rightToLeft: true));
    }

    [Theory]
    [InlineData(Align.Start, "ab")]
    [InlineData(Align.End, "        ab")]
    [InlineData(Align.Center, "    ab")]
    [InlineData(Align.Natural, "ab")]
    public void Aligns(Align align, string row) =>
        Assert.Equal(row, Sketch.Of(10, 1, painter => painter.Text(painter.Bounds, "ab", default, new Placement(align))));

    [Fact]
    public void Nothing_is_drawn_outside_a_part()
    {
        Assert.Equal(
            "  ab…\n  --\n  xy",
            Sketch.Of(8, 4, painter =>
            {
                painter.Text(new Rect(2, 0, 3, 1), "abcdef");
                var part = painter.Within(new Rect(2, 1, 2, 2));
                part.Rule(new Rect(-5, 0, 30, 1));
                part.Line(new Rect(-1, 1, 9, 1), TextLayout.Line("_xyz"));
                part.Text(0, 5, "outside");
                part.Fill(new Rect(-9, 9, 99, 9), Style.Bold);
            }));
    }

    [Fact]
    public void Half_of_a_wide_letter_that_is_written_over_becomes_blank()
    {
        Assert.Equal(" x字", Sketch.Of(8, 1, painter =>
        {
            painter.Text(0, 0, "漢字");
            painter.Text(1, 0, "x");
        }));
    }

    [Fact]
    public void A_paragraph_tells_how_many_rows_it_takes()
    {
        var rows = 0;
        Assert.Equal("one two\nthree", Sketch.Of(8, 2, painter => rows = painter.Paragraph(painter.Bounds, "one two three four")));
        Assert.Equal(3, rows);
    }

    [Fact]
    public void A_later_text_takes_the_place_of_an_earlier_one_in_the_logical_row()
    {
        Assert.Equal("سلxx", Sketch.Of(4, 1, painter =>
        {
            painter.Text(0, 0, "سلكم");
            painter.Text(0, 0, "xx");
        }).Replace("xxسل", "سلxx", StringComparison.Ordinal));
    }
}
