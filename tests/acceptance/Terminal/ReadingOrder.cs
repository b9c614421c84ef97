using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Outreach.Acceptance.Tests.Terminal;

/// <summary>
/// Rows of a terminal that knows nothing of right-to-left, as somebody reads them: what we send there is joined already and
/// turned round. Knows nothing of the code that did it.
/// </summary>
internal static partial class ReadingOrder
{
    private static readonly Lazy<Dictionary<char, string>> Letters = new(ReadLetters);
    private const string Pairs = "()[]«»{}";

    /// <summary>A screen whose title is from right to left is read so row by row; in any other only such words are turned.</summary>
    public static string Of(string screen)
    {
        var rows = screen.Split('\n');
        return string.Join('\n', rows[0].Any(IsRightToLeft) ? rows.Select(r => Turned(r).Trim()) : rows.Select(r => RightToLeft().Replace(r, words => Turned(words.Value))));
    }

    /// <summary>True when letters are joined: they stand in the forms they have inside a word.</summary>
    public static bool IsJoined(string screen) => screen.Any(c => c is >= '\uFE70' and <= '\uFEFC') && !screen.Any(c => c is >= '\u0627' and <= '\u064A' and not '\u0640');

    private static string Turned(string row)
    {
        var turned = new StringBuilder();
        foreach (var cell in Cells(row.TrimEnd()).Reverse())
            turned.Append(Pairs.IndexOf(cell, StringComparison.Ordinal) is >= 0 and var i ? $"{Pairs[i ^ 1]}" : string.Concat(cell.Select(c => Letters.Value.GetValueOrDefault(c, $"{c}"))));
        return LeftToRight().Replace(turned.ToString(), run => new string([.. run.Value.Reverse()]));
    }

    /// <summary>A letter and the marks on it stay together.</summary>
    private static IEnumerable<string> Cells(string row)
    {
        var cells = StringInfo.GetTextElementEnumerator(row);
        while (cells.MoveNext())
            yield return cells.GetTextElement();
    }

    /// <summary>Unicode's own table: the letters behind each form.</summary>
    private static Dictionary<char, string> ReadLetters() => File.ReadLines("/usr/share/unicode/UnicodeData.txt")
        .Select(line => line.Split(';'))
        .Where(f => f[0].Length == 4 && f[0] is ['F', ..] && f[5] is ['<', ..])
        .ToDictionary(f => (char)Code(f[0]), f => string.Concat(f[5].Split(' ').Skip(1).Select(l => (char)Code(l))));

    private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    [GeneratedRegex("[()]?[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]([^A-Za-z0-9\u0400-\u04FF\u0900-\u1FFF]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])?[()]?")]
    private static partial Regex RightToLeft();

    /// <summary>Numbers and Latin words, which run the other way inside such a row.</summary>
    [GeneratedRegex("[0-9A-Za-z\u00C0-\u024F]([0-9A-Za-z\u00C0-\u024F.,:/-]*[0-9A-Za-z\u00C0-\u024F])?")]
    private static partial Regex LeftToRight();
}
