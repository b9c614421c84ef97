using System.Runtime.InteropServices;
using System.Text;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Text;

public class ShapingTests
{
    private const string Letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةءآأإؤئ پچژکگی";
    private const string Marks = "\u064E\u0651\u0650";

    [Theory]
    [InlineData("letters of a word join", "سلام", "ﺳﻼﻡ")]
    [InlineData("alef does not join what follows", "باب", "ﺑﺎﺏ")]
    [InlineData("a mark between letters does not part them", "بَب", "ﺑَﺐ")]
    [InlineData("lam and alef become one letter over a mark", "لَا", "ﻻَ")]
    [InlineData("Persian letters have forms", "گچ", "ﮔﭻ")]
    [InlineData("a zero-width non-joiner parts letters", "ب\u200Cب", "ﺏ\u200Cﺏ")]
    [InlineData("Pashto letters without forms stay", "ښه", "ښﻪ")]
    public void Joins(string why, string text, string expected) => Assert.True(Shape(text) == expected, $"{why}: {Shape(text)}");

    /// <summary>Except that ICU turns marks into spacing forms, and takes U+0649 for right-joining where Unicode says dual.</summary>
    [Fact]
    public void Equals_ICU_on_random_strings()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = RandomText(random);
            var icu = Icu(text);
            Assert.True(Shape(text) == icu, $"{Codes(text)}: ours {Codes(Shape(text))}, ICU {Codes(icu)}");
        }
    }

    private static string RandomText(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(1, 14); length > 0; length--)
        {
            var kind = random.Next(20);
            text.Append(kind == 0 ? 'ل' : kind == 1 && text.Length > 0 ? Marks[random.Next(Marks.Length)] : Letters[random.Next(Letters.Length)]);
        }

        return text.ToString();
    }

    private static string Shape(string text)
    {
        var shaped = ArabicShaper.Shape([.. text.EnumerateRunes().Select(rune => rune.Value)]);
        return string.Concat(shaped.Where(code => code != ArabicShaper.Merged).Select(code => new Rune(code).ToString()));
    }

    private static string Icu(string text)
    {
        const uint shapeLetters = 8;
        var (source, target) = (ToUnits(text), new ushort[200]);
        var error = 0;
        var length = ShapeArabic(source, source.Length, target, target.Length, shapeLetters, ref error);
        Assert.True(error <= 0, $"ICU error {error}");
        return string.Concat(target.Take(length).Select(unit => (char)unit switch
        {
            '\uFE76' or '\uFE77' => '\u064E',
            '\uFE7A' or '\uFE7B' => '\u0650',
            '\uFE7C' or '\uFE7D' => '\u0651',
            var other => other,
        }));
    }

    private static ushort[] ToUnits(string text) => [.. text.Select(letter => (ushort)letter)];

    private static string Codes(string text) => string.Join(' ', text.Select(letter => $"{(int)letter:X4}"));

    [DllImport("libicuuc.so.72", EntryPoint = "u_shapeArabic_72")]
    private static extern int ShapeArabic(ushort[] source, int sourceLength, [Out] ushort[] target, int targetSize, uint options, ref int error);
}
