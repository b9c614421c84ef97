using System.Globalization;
using System.Text;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Text;

public class SanitizerTests
{
    [Theory]
    [InlineData("plain text stays", "Hello, world", "Hello, world")]
    [InlineData("an escape sequence loses its escape", "a\x1b[31mred", "a[31mred")]
    [InlineData("a window title cannot be set", "\x1b]0;owned\abye", "]0;ownedbye")]
    [InlineData("C1 controls are dropped", "a\u009b31mb\u0085c", "a31mb\nc")]
    [InlineData("backspace and delete are dropped", "ab\b\u007fc", "abc")]
    [InlineData("a carriage return cannot overwrite", "good\rbad", "good\nbad")]
    [InlineData("line separators are line breaks", "a\u2028b\r\nc", "a\nb\nc")]
    [InlineData("tabs are spaces", "a\tb", "a b")]
    [InlineData("overrides and isolates are dropped", "\u202Etxt.exe\u202C \u2067x\u2069\u200F", "txt.exe x")]
    [InlineData("invisible characters are dropped", "a\u00AD\u200Bb\uFEFFc\U000E0041", "abc")]
    [InlineData("joiners of Persian stay", "نمی\u200Cدانم", "نمی\u200Cدانم")]
    [InlineData("joiners of Hindi stay", "क्\u200Dष", "क्\u200Dष")]
    [InlineData("vowel marks stay", "مُحَمَّد", "مُحَمَّد")]
    [InlineData("towers of marks are cut", "a\u0300\u0301\u0302\u0303\u0304\u0305\u0306b", "a\u0300\u0301\u0302\u0303b")]
    [InlineData("a family is its first person", "👩‍👩‍👧 ok", "👩 ok")]
    [InlineData("a skin tone is left out", "👍🏽", "👍")]
    [InlineData("a heart is a heart", "❤\uFE0F", "❤")]
    [InlineData("a keycap is its digit", "1\uFE0F\u20E3", "1")]
    [InlineData("a flag stays", "🇺🇦", "🇺🇦")]
    public void Cleans(string why, string text, string expected) => Assert.True(Sanitizer.Clean(text) == expected, $"{why}: {Sanitizer.Clean(text)}");

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("a\uFFFD", Sanitizer.Clean("a" + (char)0xD83D));

    [Fact]
    public void A_line_has_no_line_breaks() => Assert.Equal("a b", Sanitizer.Line("a\nb"));

    [Fact]
    public void Cleaning_twice_changes_nothing_and_leaves_no_control()
    {
        var random = new Random(5);
        int[] likely = [0x1B, 0x9B, 0x202E, 0x2067, 0x200D, 0xFE0F, 0x1F469, 0x1F3FD, 0x301, 0x64E, 0x644, 0x627, 0x41, 0x20, 0x0A, 0x1F1FA, 0xE0041];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => new Rune(
                random.Next(4) > 0 ? likely[random.Next(likely.Length)] : random.Next(0x20, 0xD7FF)).ToString()));
            var clean = Sanitizer.Clean(text);
            Assert.Equal(clean, Sanitizer.Clean(clean));
            Assert.All(clean.EnumerateRunes(), rune => Assert.True(rune.Value == '\n' || !Rune.IsControl(rune)));
            Assert.All(clean.EnumerateRunes(), rune => Assert.False(Sanitizer.IsBidiControl(rune.Value)));
        }
    }

    [Fact]
    public void Nothing_drawn_can_move_the_cursor()
    {
        var random = new Random(6);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 20).Select(_ => (char)random.Next(0, 0x3000)));
            var screen = Sketch.Draw(30, 2, painter => painter.Paragraph(painter.Bounds, text));
            for (var x = 0; x < 30; x++) Assert.DoesNotContain(screen[x, 0].Text ?? "", letter => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Control);
        }
    }
}
