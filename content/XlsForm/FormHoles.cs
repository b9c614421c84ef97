using System.Text.RegularExpressions;
using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>Answers inside texts: <c>${name}</c> in a form, <c>{name}</c> in a catalog.</summary>
internal static partial class FormHoles
{
    /// <summary>The names in <c>${ }</c> of a text or expression.</summary>
    public static IEnumerable<string> Names(string text) => InForm().Matches(text).Select(m => m.Groups["name"].Value).Where(n => !n.Contains('#', StringComparison.Ordinal));

    /// <summary>A text of a form as a template. A name that cannot be a hole (it has - or .) stays as it was written.</summary>
    public static string ToTemplate(string text)
    {
        if (!text.AsSpan().ContainsAny('{', '}'))
            return text;
        var template = "";
        var at = 0;
        foreach (Match match in InForm().Matches(text))
        {
            template += MessageTemplate.Escape(text[at..match.Index]) + (HoleName().IsMatch(match.Groups["name"].Value) ? $"{{{match.Groups["name"].Value}}}" : MessageTemplate.Escape(match.Value));
            at = match.Index + match.Length;
        }
        return template + MessageTemplate.Escape(text[at..]);
    }

    /// <summary>A template as a text of a form.</summary>
    public static string ToForm(string template) => InTemplate().Replace(template, m => m.Value is "{{" or "}}" ? m.Value[..1] : $"${m.Value}");

    [GeneratedRegex(@"\$\{\s*(?<name>[^{}]*?)\s*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InForm();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HoleName();

    [GeneratedRegex(@"\{\{|\}\}|\{[A-Za-z_][A-Za-z0-9_]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InTemplate();
}
