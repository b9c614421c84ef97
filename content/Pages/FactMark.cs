using System.Globalization;
using System.Text.RegularExpressions;

namespace Outreach.Content.Pages;

/// <summary>The mark of what grows old, at the end of a paragraph, an entry of a list or the summary: "455 euros {sum}", "63 euros {fee 2026-11-21}".</summary>
internal static partial class FactMark
{
    /// <summary>Characters of the longest mark.</summary>
    public const int Longest = 22;

    /// <summary>The text without its mark, and what the mark says.</summary>
    /// <param name="text">A text that may end in a mark.</param>
    /// <param name="reviewed">The day of a mark without a day: when the page was last looked at.</param>
    public static (string Text, Fact? Fact) Take(string text, DateOnly reviewed)
    {
        if (Mark().Match(text) is not { Success: true } mark)
            return (text, null);
        var day = reviewed;
        if (mark.Groups["day"].Value is { Length: > 0 } own && !DateOnly.TryParseExact(own, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return (text, null);
        var kind = mark.Groups["kind"].Value switch { "fee" => FactKind.Fee, "sum" => FactKind.Sum, "deadline" => FactKind.Deadline, _ => FactKind.Lasting };
        return (text[..mark.Index], new Fact(kind, day));
    }

    [GeneratedRegex(@" ?\{(?<kind>fee|sum|deadline|lasting)( (?<day>[0-9]{4}-[0-9]{2}-[0-9]{2}))?\}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
