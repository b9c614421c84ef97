using System.Globalization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Numbers as XPath 1.0 writes and reads them: never an exponent, never a plus sign, no digits but 0 to 9.</summary>
internal static class NumberText
{
    /// <summary>The shortest decimal that reads back as the same number; integers without a point.</summary>
    public static string Write(double amount)
    {
        if (double.IsNaN(amount)) return "NaN";
        if (double.IsInfinity(amount)) return amount > 0 ? "Infinity" : "-Infinity";
        if (amount == 0) return "0";
        var shortest = amount.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        return exponentAt < 0 ? shortest : WithoutExponent(shortest, exponentAt);
    }

    /// <summary>NaN for everything that is not an XPath number, white space around it aside.</summary>
    public static double Read(string text)
    {
        var digits = text.AsSpan().Trim(" \t\r\n");
        var unsigned = digits.Length > 0 && digits[0] == '-' ? digits[1..] : digits;
        if (!IsDecimal(unsigned)) return double.NaN;
        return double.Parse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var digits = 0;
        var points = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c == '.') points++;
            else return false;
        }
        return digits > 0 && points <= 1;
    }

    private static string WithoutExponent(string shortest, int exponentAt)
    {
        var exponent = int.Parse(shortest.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = shortest[0] == '-' ? "-" : "";
        var digits = shortest[sign.Length..exponentAt].Replace(".", "", StringComparison.Ordinal);
        // One digit stands before the point in "d.dddE±n".
        var point = 1 + exponent;
        if (point <= 0) return $"{sign}0.{new string('0', -point)}{digits}";
        return point >= digits.Length ? sign + digits.PadRight(point, '0') : $"{sign}{digits[..point]}.{digits[point..]}";
    }
}
