using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>
/// The patterns of <c>regex()</c>: a match is of the whole text, as in ODK, and <c>\d \w \s</c> mean the ASCII ones, as in Java
/// and JavaScript. Matching takes time linear in the answer; what cannot be matched so (looking around, back references) is refused.
/// </summary>
internal static class Pattern
{
    /// <summary>Never reached by an honest pattern; reaching it counts as no match.</summary>
    private static readonly TimeSpan LastResort = TimeSpan.FromSeconds(1);

    public static Result<Regex> Read(string pattern, string where, int column)
    {
        Problem Refused(string reason) => ExpressionProblems.Pattern(where, column, reason);
        if (pattern.Length > ExpressionLimits.PatternCharacters) return Refused($"a pattern has at most {ExpressionLimits.PatternCharacters} characters");
        if (CountsTooFar(pattern)) return Refused($"counts in a pattern go up to {ExpressionLimits.PatternRepetitions}, also multiplied inside each other");
        try
        {
            return new Regex($@"\A(?:{Ascii(pattern)})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, LastResort);
        }
        catch (ArgumentException)
        {
            return Refused($"{pattern} is not a pattern");
        }
        catch (NotSupportedException)
        {
            return Refused("a pattern cannot look ahead, look behind or refer back: use two conditions joined by and");
        }
    }

    /// <summary>The same pattern with <c>\d \w \s</c> and their opposites written as sets of ASCII characters.</summary>
    private static string Ascii(string pattern)
    {
        var written = new StringBuilder(pattern.Length);
        var inSet = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                var set = Set(pattern[++i]);
                written.Append(set is null ? $"\\{pattern[i]}" : inSet ? set : $"[{set}]");
                continue;
            }
            if (pattern[i] == '[') inSet = true;
            if (pattern[i] == ']') inSet = false;
            written.Append(pattern[i]);
        }
        return written.ToString();
    }

    private static string? Set(char escape) => escape switch
    {
        'd' => "0-9",
        'D' => @"\u0000-\u002F\u003A-\uFFFF",
        'w' => "0-9A-Za-z_",
        'W' => @"\u0000-\u002F\u003A-\u0040\u005B-\u005E\u0060\u007B-\uFFFF",
        's' => @"\u0009-\u000D\u0020",
        'S' => @"\u0000-\u0008\u000E-\u001F\u0021-\uFFFF",
        _ => null,
    };

    /// <summary>Follows the brackets: a count stands for what is in front of it, counts inside that group multiply.</summary>
    private static bool CountsTooFar(string pattern)
    {
        var largest = new Stack<int>([1]);
        var last = 1;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\': i++; last = 1; break;
                case '(': largest.Push(1); break;
                case ')' when largest.Count > 1:
                    last = largest.Pop();
                    largest.Push(Math.Max(largest.Pop(), last));
                    break;
                case '{' when pattern.IndexOf('}', i) is var end and > 0 && LargestCount(pattern[(i + 1)..end]) is { } count:
                    if (count > ExpressionLimits.PatternRepetitions || last * count > ExpressionLimits.PatternRepetitions) return true;
                    last *= Math.Max(count, 1);
                    largest.Push(Math.Max(largest.Pop(), last));
                    i = end;
                    break;
                case '*' or '+' or '?': break;
                default: last = 1; break;
            }
        }
        return false;
    }

    private static int? LargestCount(string counts)
    {
        var parts = counts.Split(',');
        if (parts.Length > 2 || parts[0].Length == 0 || parts.Any(part => part.Any(c => !char.IsAsciiDigit(c)))) return null;
        return parts.Max(part => part.Length switch
        {
            0 => 1,
            > 6 => int.MaxValue / ExpressionLimits.PatternRepetitions / 2,
            _ => int.Parse(part, CultureInfo.InvariantCulture),
        });
    }
}
