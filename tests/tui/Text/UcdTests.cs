using System.Globalization;
using System.Text;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Text;

/// <summary>The generated tables against the files they come from, read once more and differently.</summary>
public class UcdTests
{
    private static readonly Dictionary<string, JoiningType> JoiningTypes = new(StringComparer.Ordinal)
    {
        ["U"] = JoiningType.NonJoining,
        ["R"] = JoiningType.Right,
        ["L"] = JoiningType.Left,
        ["D"] = JoiningType.Dual,
        ["C"] = JoiningType.Causing,
        ["T"] = JoiningType.Transparent,
    };

    [Fact]
    public void Bidi_classes_are_current() => Check("extracted/DerivedBidiClass.txt", (code, fields) =>
        Assert.True(Ucd.BidiClassOf(code) == Enum.Parse<BidiClass>(fields[1]), $"{code:X4}"));

    [Fact]
    public void Joining_types_are_current() => Check("extracted/DerivedJoiningType.txt", (code, fields) =>
        Assert.True(Ucd.JoiningOf(code) == JoiningTypes[fields[1]], $"{code:X4}"));

    [Fact]
    public void Mirrors_are_current() => Check("BidiMirroring.txt", (code, fields) =>
        Assert.True(Ucd.MirrorOf(code) == int.Parse(fields[1], NumberStyles.HexNumber), $"{code:X4}"));

    [Fact]
    public void Brackets_are_current() => Check("BidiBrackets.txt", (code, fields) =>
    {
        Assert.True(Ucd.BracketOf(code, out var other) == (fields[2] == "o" ? 1 : 2), $"{code:X4}");
        Assert.True(other == int.Parse(fields[1], NumberStyles.HexNumber), $"{code:X4}");
    });

    [Fact]
    public void Wide_letters_take_two_cells_unless_they_are_marks() => Check("EastAsianWidth.txt", (code, fields) =>
    {
        var wide = fields[1] is "W" or "F";
        if (wide) Assert.True(Ucd.WidthOf(code) is 2 or 0, $"{code:X4}");
        else Assert.True(Ucd.WidthOf(code) is 1 or 0, $"{code:X4}");
    });

    [Theory]
    [InlineData("a letter", "a", 1)]
    [InlineData("a mark adds nothing", "e\u0301", 1)]
    [InlineData("a wide letter", "漢", 2)]
    [InlineData("an emoji", "👍", 2)]
    [InlineData("a flag", "🇺🇦", 2)]
    [InlineData("an Arabic letter with its vowel", "بَ", 1)]
    [InlineData("an Ethiopic letter", "ሰ", 1)]
    [InlineData("a Hangul syllable in parts", "각", 2)]
    public void Counts_cells(string why, string text, int cells) => Assert.True(CellWidth.Of(text.Normalize(NormalizationForm.FormC)) == cells, why);

    private static void Check(string file, Action<int, string[]> check)
    {
        var checkedCodes = 0;
        foreach (var line in File.ReadLines("/usr/share/unicode/" + file))
        {
            var fields = line.Split('#')[0].Split(';', StringSplitOptions.TrimEntries);
            if (fields[0].Length == 0) continue;
            var range = fields[0].Split("..");
            var last = int.Parse(range[^1], NumberStyles.HexNumber);
            for (var code = int.Parse(range[0], NumberStyles.HexNumber); code <= last; code++, checkedCodes++) check(code, fields);
        }

        Assert.True(checkedCodes > 100);
    }
}
