using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Tests.Widgets;

public class QrPanelTests
{
    private static readonly QrPanel Panel = QrPanel.Of("https://outreach.example/c/K7Q4");

    [Fact]
    public void Has_a_quiet_zone_of_two_and_three_finder_patterns()
    {
        Assert.Equal(new Size(33, 17), Panel.Size);
        var screen = Sketch.Draw(40, 20, painter => Assert.True(Panel.Draw(painter, painter.Bounds)));
        Assert.Equal(new string('█', 33), screen.VisualRow(0));
        Assert.StartsWith("██ ▄▄▄▄▄ █", screen.VisualRow(1), StringComparison.Ordinal);
        Assert.EndsWith("█ ▄▄▄▄▄ ██", screen.VisualRow(1), StringComparison.Ordinal);
        Assert.Equal(Style.Of(Ink.BrightWhite, Ink.Black), screen[5, 5].Style);
    }

    [Fact]
    public void Is_not_mirrored_with_the_screen()
    {
        var plain = Sketch.Draw(33, 17, painter => Panel.Draw(painter, painter.Bounds));
        var mirrored = Sketch.Draw(33, 17, painter => Panel.Draw(painter, painter.Bounds), rightToLeft: true);
        Assert.Equal(plain.LogicalText(), mirrored.LogicalText());
    }

    [Fact]
    public void Is_left_out_where_it_does_not_fit() =>
        Assert.Equal("", Sketch.Of(32, 17, painter => Assert.False(Panel.Draw(painter, painter.Bounds))));
}
