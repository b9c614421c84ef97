using System.Text;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Text;

public class OutputTests
{
    [Theory]
    [InlineData("an Arabic field at the left", 2, "مرحبا بكم", false)]
    [InlineData("an Arabic field at the right", 2, "مرحبا بكم", true)]
    [InlineData("Arabic with a number and a foreign word", 4, "رقم 12 abc هنا", true)]
    [InlineData("English with an Arabic word", 3, "the word سلام means peace", false)]
    [InlineData("Persian with a joiner", 1, "نمی‌دانم", true)]
    public void A_terminal_that_orders_rows_shows_what_was_drawn(string why, int x, string text, bool rightToLeft)
    {
        var drawn = Sketch.Draw(40, 1, painter => painter.Text(x, 0, text), rightToLeft, Typesetting.Plain);
        var sent = new LogicalOutput().Arrange(drawn);
        Assert.True(Ordered(Row(sent)) == Row(drawn), $"{why}: {Row(sent)}");
    }

    [Fact]
    public void Rows_without_reordered_text_are_sent_as_drawn()
    {
        var drawn = Sketch.Draw(20, 1, painter => painter.Text(1, 0, "漢字 plain"), typesetting: Typesetting.Plain);
        Assert.Equal(drawn.Row(0).ToArray(), new LogicalOutput().Arrange(drawn).Row(0).ToArray());
    }

    [Fact]
    public void Kitty_gets_words_in_place_and_letters_as_written()
    {
        var drawn = Sketch.Draw(20, 1, painter => painter.Text(0, 0, "سلام دنیا", default), typesetting: Typesetting.Plain);
        Assert.Equal("دنیا سلام", new KittyOutput().Arrange(drawn).VisualRow(0));
    }

    [Fact]
    public void The_caret_goes_with_its_letter()
    {
        var drawn = Sketch.Draw(20, 1, painter => painter.Text(0, 0, "سلام"), typesetting: Typesetting.Plain);
        drawn.Caret = (3, 0);                                   // on the first letter, which stands at the right
        var sent = new LogicalOutput().Arrange(drawn);
        Assert.Equal("س", sent[sent.Caret!.Value.X, 0].Text);
    }

    private static string Row(Screen screen)
    {
        var row = new StringBuilder();
        foreach (var cell in screen.Row(0)) row.Append(cell.Text ?? " ");
        return row.ToString();
    }

    /// <summary>What a terminal does that orders a row by the direction of its first strong letter.</summary>
    private static string Ordered(string row) =>
        string.Concat(TextLayout.Line(row, Flow.Auto, Typesetting.Plain).Clusters.Select(cluster => cluster.Visible));
}
