using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Text;
using Outreach.Tui.Widgets;

namespace Outreach.Tui.Tests.Widgets;

public class TextFieldTests
{
    private const string Left = "\x1b[D";
    private const string Right = "\x1b[C";

    [Theory]
    [InlineData("typed text stands at the left, the caret behind it", "abc", "abc", 3)]
    [InlineData("Arabic stands at the right, the caret left of it", "سلام", "         سلام", 8)]
    [InlineData("left moves on the screen: into Latin", "abc" + Left, "abc", 2)]
    [InlineData("right moves on the screen: into Arabic", "سلا" + Right, "          سلا", 10)]
    [InlineData("Home goes to the first letter: the right one", "سلا\x1b[H", "          سلا", 11)]
    [InlineData("Backspace takes a letter with its marks", "be\u0301\x7f", "b", 1)]
    [InlineData("Backspace takes the letter written before", "سلام\x7f", "          سلا", 9)]
    [InlineData("Delete takes the letter under the caret", "abc\x1b[H\x1b[3~", "bc", 0)]
    [InlineData("a letter goes in at the caret", "ac" + Left + "b", "abc", 2)]
    [InlineData("a paste loses its line breaks and controls", "\x1b[200~a\n\u202Eb\x1b[201~", "a b", 3)]
    [InlineData("Enter and Tab are left to the screen", "a\r\t", "a", 1)]
    [InlineData("a long text shows the part around the caret", "abcdefghijklmnop", "ghijklmnop", 10)]
    public void Writes(string why, string keys, string row, int caret)
    {
        var field = Type(new TextField(), keys);
        var screen = Draw(field);
        Assert.True(screen.LogicalRow(0) == row, $"{why}: {screen.LogicalRow(0)}");
        Assert.True(screen.Caret == (caret, 0), $"{why}: {screen.Caret}");
    }

    [Fact]
    public void Takes_no_more_than_its_length() => Assert.Equal("abc", Type(new TextField { MaxLength = 3 }, "abcdef").Text);

    [Fact]
    public void Never_cuts_a_letter_at_its_length() => Assert.Equal("ab", Type(new TextField { MaxLength = 3 }, "ab👍").Text);

    [Fact]
    public void Hides_a_secret()
    {
        var field = Type(new TextField { Mask = '*' }, "سرّ1" + Left);
        Assert.Equal("****"[..3], Draw(field).LogicalRow(0)[..3]);
        Assert.DoesNotContain("س", Draw(field).LogicalText(), StringComparison.Ordinal);
        Assert.Equal(2, Draw(field).Caret!.Value.X);
    }

    [Fact]
    public void Numbers_in_a_mirrored_screen_keep_to_its_edge_and_their_order()
    {
        var field = TextField.Of("+218 91 234");
        var screen = Sketch.Draw(16, 1, painter => field.Draw(painter, painter.Bounds), rightToLeft: true);
        Assert.Equal("    +218 91 234", screen.LogicalRow(0));
        Assert.Equal((15, 0), screen.Caret);
    }

    [Fact]
    public void Shows_no_caret_while_another_has_the_focus() =>
        Assert.Null(Sketch.Draw(8, 1, painter => new TextField().Draw(painter, painter.Bounds, Focus.Elsewhere)).Caret);

    [Fact]
    public void Survives_any_keys()
    {
        var random = new Random(8);
        string[] keys = ["a", "س", "ل", "ا", "\u064E", "1", " ", "(", Left, Right, "\x7f", "\x1b[3~", "\x1b[H", "\x1b[F", "👍", "\u0301", "\x1b[200~لا b\x1b[201~"];
        for (var round = 0; round < 500; round++)
        {
            var field = new TextField { MaxLength = 20 };
            for (var i = 0; i < 40; i++)
            {
                field = Type(field, keys[random.Next(keys.Length)]);
                Assert.True(field.Caret == Graphemes.AtOrAfter(field.Text, field.Caret), field.ToString());
                Assert.InRange(field.Text.Length, 0, 20);
                Assert.NotNull(Draw(field).Caret);
            }
        }
    }

    private static Screen Draw(TextField field) => Sketch.Draw(12, 1, painter => field.Draw(painter, painter.Bounds));

    private static TextField Type(TextField field, string keys) => Keys.Of(keys).Aggregate(field, (now, input) => now.Update(input));
}
