using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Functions on texts. A character is a Unicode character as in XPath, not a UTF-16 unit: an emoji counts as one.</summary>
internal static class TextFunctions
{
    public static readonly FrozenDictionary<string, Function> All = new Dictionary<string, Function>(StringComparer.Ordinal)
    {
        ["string"] = new(0, 1, call => Text(Conversion.ToText(call.ValueOrSelf()))) { ReadsSelfWhenEmpty = true },
        ["concat"] = new(1, Function.Many, call => Text(Joined("", call.Items(0)))),
        ["join"] = new(2, Function.Many, call => Text(Joined(call.Text(0), call.Items(1)))),
        ["starts-with"] = new(2, 2, call => Truth(call.Text(0).StartsWith(call.Text(1), StringComparison.Ordinal))),
        ["ends-with"] = new(2, 2, call => Truth(call.Text(0).EndsWith(call.Text(1), StringComparison.Ordinal))),
        ["contains"] = new(2, 2, call => Truth(call.Text(0).Contains(call.Text(1), StringComparison.Ordinal))),
        ["substring-before"] = new(2, 2, call => Text(Before(call.Text(0), call.Text(1)))),
        ["substring-after"] = new(2, 2, call => Text(After(call.Text(0), call.Text(1)))),
        ["substring"] = new(2, 3, call => Text(Substring(call.Text(0), call.Number(1), call.Count == 3 ? call.Number(2) : null))),
        ["substr"] = new(2, 3, call => Text(Slice(call.Text(0), call.Number(1), call.Count == 3 ? call.Number(2) : double.PositiveInfinity))),
        ["string-length"] = new(0, 1, call => new Value.Number(Characters(Conversion.ToText(call.ValueOrSelf())).Count())) { ReadsSelfWhenEmpty = true },
        ["normalize-space"] = new(0, 1, call => Text(NormalizeSpace(Conversion.ToText(call.ValueOrSelf())))) { ReadsSelfWhenEmpty = true },
        ["translate"] = new(3, 3, call => Text(Translate(call.Text(0), call.Text(1), call.Text(2)))),
        ["regex"] = new(2, 2, BindRegex),
        ["uuid"] = new(0, 1, call => Text(call.Count == 0 ? Chance.Uuid(call) : Chance.Token(call, call.Number(0)))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static Value Text(string content) => new Value.Text(content);

    private static Value Truth(bool holds) => new Value.Boolean(holds);

    /// <summary>Cut at the limit: a separator that is itself joined could otherwise grow without end.</summary>
    private static string Joined(string separator, IEnumerable<Value> items)
    {
        var joined = new StringBuilder();
        var first = true;
        foreach (var item in items)
        {
            if (!first) joined.Append(separator);
            joined.Append(Conversion.ToText(item));
            first = false;
            if (joined.Length > ExpressionLimits.ResultCharacters) return joined.ToString(0, ExpressionLimits.ResultCharacters);
        }
        return joined.ToString();
    }

    private static string Before(string text, string target) =>
        text.IndexOf(target, StringComparison.Ordinal) is var at and >= 0 ? text[..at] : "";

    private static string After(string text, string target) =>
        text.IndexOf(target, StringComparison.Ordinal) is var at and >= 0 ? text[(at + target.Length)..] : "";

    /// <summary>XPath: the characters whose place is at least the rounded start and below rounded start plus rounded length.</summary>
    private static string Substring(string text, double start, double? length)
    {
        var first = NumberFunctions.Round(start);
        var end = length is { } given ? first + NumberFunctions.Round(given) : double.PositiveInfinity;
        var part = new StringBuilder();
        var place = 0;
        foreach (var character in Characters(text))
        {
            place++;
            if (place >= first && place < end) part.Append(character);
        }
        return part.ToString();
    }

    /// <summary>ODK's substr: places count from 0, negative ones from the end, the end is not included.</summary>
    private static string Slice(string text, double start, double end)
    {
        var characters = Characters(text).ToList();
        var (first, last) = (Clamped(start, characters.Count), Clamped(end, characters.Count));
        return first < last ? string.Concat(characters[first..last]) : "";
    }

    private static int Clamped(double place, int count)
    {
        if (double.IsNaN(place)) return 0;
        var whole = Math.Truncate(place);
        return (int)Math.Clamp(whole < 0 ? count + whole : whole, 0, count);
    }

    private static string NormalizeSpace(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Translate(string text, string from, string to)
    {
        var replacements = Characters(to).ToList();
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, character) in Characters(from).Index())
            map.TryAdd(character, index < replacements.Count ? replacements[index] : "");
        return string.Concat(Characters(text).Select(character => map.GetValueOrDefault(character, character)));
    }

    private static IEnumerable<string> Characters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            yield return text.Substring(i, length);
            i += length - 1;
        }
    }

    /// <summary>The pattern is a literal, so that only an author writes patterns and a bad one is seen at load.</summary>
    private static Result<Func<IAnswerSource, Value>> BindRegex(Call call)
    {
        var (where, column) = (call.Where, call.Terms[1].Column);
        if (call.Terms[1].Literal is not { } written) return ExpressionProblems.Argument(where, column, "the pattern of regex() must be a text in quotes");
        var pattern = Pattern.Read(written, where, column);
        if (!pattern.Ok) return pattern.Problems;
        var regex = pattern.Value;
        return Function.Running(call, arguments => Truth(Matches(regex, arguments.Text(0))));
    }

    private static bool Matches(Regex regex, string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
