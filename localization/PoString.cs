using System.Globalization;
using System.Text;

namespace Outreach.Localization;

/// <summary>Strings as PO files quote them: C's escapes.</summary>
internal static class PoString
{
    private const string Letters = "ntr\"\\abfv";
    private const string Meanings = "\n\t\r\"\\\a\b\f\v";

    /// <summary>Adds what a quoted string says; the sentence says what is wrong with it.</summary>
    public static string? Unquote(ReadOnlySpan<char> quoted, StringBuilder into)
    {
        if (quoted is not ['"', .., '"'])
            return "a string stands in double quotes on one line";
        var text = quoted[1..^1];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                return "a double quote inside a string is written \\\"";
            if (text[i] != '\\')
            {
                into.Append(text[i]);
                continue;
            }

            if (++i == text.Length)
                return "the closing quote is escaped";
            if (Letters.IndexOf(text[i]) is >= 0 and var letter)
                into.Append(Meanings[letter]);
            else if (Code(text[i..], out var code) is > 0 and var length)
                (_, i) = (into.Append((char)code), i + length - 1);
            else
                return $"unknown escape \\{text[i]}";
        }

        return null;
    }

    /// <summary>The escaped text without quotes.</summary>
    public static void Escape(string text, StringBuilder into)
    {
        foreach (var c in text)
        {
            if (Meanings.IndexOf(c) is >= 0 and var letter)
                into.Append('\\').Append(Letters[letter]);
            else if (c is < ' ' or '\x7F')
                into.Append('\\').Append(Convert.ToString(c, 8).PadLeft(3, '0'));
            else
                into.Append(c);
        }
    }

    /// <summary>Length of an octal (<c>\101</c>) or hexadecimal (<c>\x41</c>) escape after the backslash, one byte of ASCII; else 0.</summary>
    private static int Code(ReadOnlySpan<char> text, out int code)
    {
        var hex = text[0] == 'x';
        var digits = text[(hex ? 1 : 0)..];
        var length = digits.IndexOfAnyExcept(hex ? "0123456789abcdefABCDEF" : "01234567");
        length = Math.Min(length < 0 ? digits.Length : length, hex ? 2 : 3);
        code = -1;
        if (length == 0)
            return 0;
        code = hex
            ? int.Parse(digits[..length], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : Convert.ToInt32(digits[..length].ToString(), 8);
        return code <= 0x7F ? length + (hex ? 1 : 0) : 0;
    }
}
