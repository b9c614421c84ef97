using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Text;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Tests.Widgets;

public class TextAreaTests
{
    private static readonly Rect Area = new(0, 0, 12, 3);

    [Theory]
    [InlineData("wraps", "one two three", "one two\nthree", 5, 1)]
    [InlineData("Enter begins a line", "a\rb", "a\nb", 1, 1)]
    [InlineData("each line keeps to its edge", "ab\rسلام", "ab\n         سلام", 8, 1)]
    [InlineData("up goes to the letter above", "abc\rde\x1b[A", "abc\nde", 2, 0)]
    [InlineData("Home and End stay in the line", "abc\rde\x1b[H", "abc\nde", 0, 1)]
    [InlineData("left goes on to the line before", "ab\rc\x1b[D\x1b[D", "ab\nc", 2, 0)]
    [InlineData("Backspace joins lines", "ab\rc\x1b[D\x7f", "abc", 2, 0)]
    [InlineData("more lines than fit: the page with the caret", "a\rb\rc\rd", "d", 1, 0)]
    [InlineData("a space at the end of a full line", "one two 1234 ", "one two\n1234", 5, 1)]
    public void Writes(string why, string keys, string rows, int x, int y)
    {
        var area = Type(keys);
        var screen = Draw(area);
        var shown = string.Join('\n', Enumerable.Range(0, 3).Select(screen.LogicalRow)).TrimEnd('\n');
        Assert.True(shown == rows, $"{why}: {shown}");
        Assert.True(screen.Caret == (x, y), $"{why}: {screen.Caret}");
    }

    [Fact]
    public void Survives_any_keys()
    {
        var random = new Random(8);
        string[] keys = ["a", "س", "لا", "\u064E", " ", "\r", "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B", "\x7f", "\x1b[3~", "\x1b[H", "\x1b[F", "👍", "\x1b[200~x\ny\x1b[201~"];
        for (var round = 0; round < 300; round++)
        {
            var area = new TextArea { MaxLength = 60 };
            for (var i = 0; i < 60; i++)
            {
                area = Keys.Of(keys[random.Next(keys.Length)]).Aggregate(area, (now, input) => now.Update(input, Area));
                Assert.True(area.Caret == Graphemes.AtOrAfter(area.Text, area.Caret), area.ToString());
                Assert.True(Draw(area).Caret is not null, area.ToString());
            }
        }
    }

    private static Screen Draw(TextArea area) => Sketch.Draw(12, 3, painter => area.Draw(painter, painter.Bounds));

    private static TextArea Type(string keys) => Keys.Of(keys).Aggregate(new TextArea(), (now, input) => now.Update(input, Area));
}
