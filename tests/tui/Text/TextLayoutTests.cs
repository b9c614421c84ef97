using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Text;

public class TextLayoutTests
{
    [Theory]
    [InlineData("Latin stays", "abc", "abc")]
    [InlineData("Arabic is turned and joined", "سلام", "ﻡﻼﺳ")]
    [InlineData("numbers keep their order", "رقم 12", "12 ﻢﻗﺭ")]
    [InlineData("brackets are mirrored", "(سلام)", "(ﻡﻼﺳ)")]
    [InlineData("a foreign word keeps its order", "من abc هنا", "ﺎﻨﻫ abc ﻦﻣ")]
    [InlineData("an isolate keeps a number together and is not sent", "رقم \u2066+218 91\u2069", "+218 91 ﻢﻗﺭ")]
    [InlineData("a non-joiner parts letters and is not sent", "می\u200Cخواهم", "ﻢﻫﺍﻮﺧﯽﻣ")]
    [InlineData("control characters are not sent", "a\x1b[31mb\u0007", "a[31mb")]
    public void Lines_are_in_visual_order(string why, string text, string expected)
    {
        var visual = TextLayout.Line(text).Visual;
        Assert.True(visual == expected, $"{why}: {visual}");
    }

    [Theory]
    [InlineData("words wrap at spaces", "one two three", 7, "one two|three")]
    [InlineData("spaces at a break are not drawn", "one   two", 4, "one|two")]
    [InlineData("a word longer than the line is cut", "abcdefgh", 3, "abc|def|gh")]
    [InlineData("a hyphen lets a word break", "self-referral", 8, "self-|referral")]
    [InlineData("a reference stays whole", "your number K7Q4-M2XD", 19, "your number|K7Q4-M2XD")]
    [InlineData("a date stays whole", "on 2026-11-21", 9, "on|2026-11-2|1")]
    [InlineData("line breaks stay", "a\n\nb", 9, "a||b")]
    [InlineData("an empty text is an empty line", "", 9, "")]
    [InlineData("wide letters take two cells", "漢字漢字", 5, "漢字|漢字")]
    [InlineData("lam-alef is one cell", "لالالا", 3, "لالالا")]
    [InlineData("indentation stays", "  a b", 9, "  a b")]
    public void Wraps_as_it_was_written(string why, string text, int width, string expected)
    {
        var wrapped = string.Join('|', TextLayout.Wrap(text, width).Select(line => line.Logical));
        Assert.True(wrapped == expected, $"{why}: {wrapped}");
    }

    [Fact]
    public void Each_wrapped_line_begins_at_the_right()
    {
        var lines = TextLayout.Wrap("أين ومتى 12", 8);
        Assert.Equal(["ﻰﺘﻣﻭ ﻦﻳﺃ", "12"], lines.Select(line => line.Visual));
        Assert.All(lines, line => Assert.True(line.RightToLeft));
    }

    [Fact]
    public void No_line_is_wider_than_asked_and_no_letter_is_lost()
    {
        var random = new Random(9);
        string[] words = ["abc", "مرحبا", "لا", "漢字", "self-help", "12,5", "नमस्ते", "(ok)", "می‌خواهم", "ሰላም", "Україна"];
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)]));
            var width = random.Next(3, 30);
            var lines = TextLayout.Wrap(text, width);
            Assert.All(lines, line => Assert.InRange(line.Width, 0, width));
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines.Select(line => line.Logical)).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Ethiopic_letters_can_have_two_cells()
    {
        var line = TextLayout.Line("ሰላም", Flow.Auto, Typesetting.Joined with { SpacesEthiopic = true });
        Assert.Equal(6, line.Width);
        Assert.Equal("ሰ ላ ም ", line.Visual);
    }

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("سلام عليكم", 5, "…ﻡﻼﺳ")]
    public void Text_that_is_cut_says_so(string text, int width, string expected) =>
        Assert.Equal(expected, TextLayout.Cut(TextLayout.Line(text), width).Visual.Replace(" ", "", StringComparison.Ordinal));

    [Fact]
    public void The_caret_stands_on_the_letter_that_follows()
    {
        var map = new CaretMap(TextLayout.Line("اب 12"));       // on the screen: 12 ba
        Assert.Equal([4, 3, 2, 0, 1, -1], Enumerable.Range(0, 6).Select(map.ColumnOf));
    }

    [Fact]
    public void The_caret_moves_on_the_screen()
    {
        var map = new CaretMap(TextLayout.Line("اب 12"));
        Assert.Equal(1, map.Step(0, -1));
        Assert.Equal(0, map.Step(0, +1));
        Assert.Equal(4, map.Step(2, -1));
        Assert.Equal(5, map.Step(3, -1));
    }
}
