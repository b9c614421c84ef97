using System.Buffers;
using System.Globalization;
using System.Text;

namespace Outreach.Localization;

/// <summary>People type the digits of their script; we keep and show ASCII ones.</summary>
public static class Digits
{
    /// <summary>The same text with every decimal digit of Unicode as an ASCII one; the same instance when there is none.</summary>
    public static string ToAscii(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var result = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done;
            if (isWhole && ValueOf(rune) is >= 0 and var digit)
                result.Append((char)('0' + digit));
            else
                result.Append(rest[..length]);
            rest = rest[length..];
        }

        return result.Equals(text) ? text : result.ToString();
    }

    /// <summary>0 to 9 for a decimal digit of any script, else -1.</summary>
    internal static int ValueOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber ? (int)Rune.GetNumericValue(rune) : -1;
}
