using System.Text;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// How continue codes and references are written: capital letters and digits without those that look alike (Crockford's
/// base 32). Making one needs randomness and is the handler's work.
/// </summary>
public static class ContinueCode
{
    /// <summary>Letters a code is made of: 32 of them, so 16 characters are 80 bits.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Characters of a code without the spaces.</summary>
    public const int Length = 16;

    /// <summary>What a person typed, as it is kept: upper case, without spaces and dashes, O as 0, I and L as 1.</summary>
    public static string Normal(string typed)
    {
        var normal = new StringBuilder(Length);
        foreach (var c in Digits.ToAscii(typed).ToUpperInvariant())
        {
            var letter = c switch { 'O' => '0', 'I' or 'L' => '1', 'U' => 'V', _ => c };
            if (Alphabet.Contains(letter, StringComparison.Ordinal))
                normal.Append(letter);
        }
        return normal.ToString();
    }

    /// <summary>True when a text can be a code.</summary>
    public static bool Looks(string typed) => typed.Length <= 64 && Normal(typed).Length == Length;

    /// <summary>In groups of four, as it is shown.</summary>
    public static string Shown(string code) => string.Join('-', code.Chunk(4).Select(c => new string(c)));
}
