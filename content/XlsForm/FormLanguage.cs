using System.Text.RegularExpressions;
using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>A language of a form: "French (fr)".</summary>
/// <param name="Code">"fr"; for a language nobody gave a code, its name in small letters.</param>
/// <param name="Name">"French".</param>
public sealed partial record FormLanguage(string Code, string Name)
{
    /// <summary>English.</summary>
    public static FormLanguage English { get; } = Of(Locale.English);

    /// <summary>As it stands behind the <c>::</c> of a heading.</summary>
    public string Heading => $"{Name} ({Code})";

    /// <summary>One of ours.</summary>
    public static FormLanguage Of(Locale locale) => new(locale.Tag, locale.EnglishName);

    /// <summary>Reads "French (fr)", "French", "Français" or "fr".</summary>
    public static FormLanguage Parse(string text)
    {
        var match = WithCode().Match(text);
        if (match.Success)
            return new FormLanguage(Safe(match.Groups["code"].Value), match.Groups["name"].Value.Length > 0 ? match.Groups["name"].Value : match.Groups["code"].Value);
        var ours = Locale.All.FirstOrDefault(l => ((string[])[l.Tag, l.EnglishName, l.NativeName]).Contains(text, StringComparer.OrdinalIgnoreCase));
        return ours is null ? new FormLanguage(Safe(text), text) : Of(ours);
    }

    /// <summary>A code becomes a part of a file name: letters, digits and - only.</summary>
    private static string Safe(string code) => Unsafe().Replace(code.Trim(), "-").Trim('-') is { Length: > 0 } safe ? safe.ToLowerInvariant() : "x";

    [GeneratedRegex(@"^\s*(?<name>.*?)\s*\((?<code>[^()]+)\)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithCode();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unsafe();
}
