using System.Text.RegularExpressions;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Figures in texts, written the same whatever a language does with thousands and decimals.</summary>
public static partial class Figures
{
    /// <summary>The figures in a text, in order: "1.500,50", "1,500.50" and "١٥٠٠٫٥٠" are all 1500.50.</summary>
    public static IEnumerable<string> In(string text) =>
        Figure().Matches(Digits.ToAscii(text)).Select(m => Decimal().Replace(Thousands().Replace(m.Value, "${digit}"), "."));

    [GeneratedRegex(@"[0-9]+([.,'٬٫\u00A0\u202F ][0-9]{3}(?![0-9]))*([.,٫:][0-9]+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<digit>[0-9])[.,'٬٫\u00A0\u202F ](?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Thousands();

    [GeneratedRegex("[,٫:]", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
