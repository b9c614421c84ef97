using System.Collections.Frozen;
using System.Globalization;

namespace Outreach.Content.Checks;

/// <summary>How a text travels as SMS.</summary>
/// <param name="Unicode">True when one letter is outside the 7-bit alphabet: then all of it takes twice the room.</param>
/// <param name="Units">Septets, or UTF-16 units.</param>
/// <param name="Parts">How many messages the sender pays for.</param>
public readonly record struct SmsSize(bool Unicode, int Units, int Parts);

/// <summary>Counts the parts of an SMS (3GPP 23.038 and 23.040). Exists because one Arabic letter drops a part from 153 to 67 characters.</summary>
public static class SmsSegments
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extended = "\f^{}\\[~]|€";
    private static readonly FrozenDictionary<char, int> Septets = Basic.Select(c => (c, 1)).Concat(Extended.Select(c => (c, 2))).ToFrozenDictionary(p => p.c, p => p.Item2);

    /// <summary>What fits into a message that stands alone.</summary>
    public static int Alone(bool unicode) => unicode ? 70 : 160;

    /// <summary>What fits into one of several: each gives seven septets (six octets) to the number that joins them.</summary>
    public static int PartSize(bool unicode) => unicode ? 67 : 153;

    /// <summary>The size of a text; an empty one is one part.</summary>
    public static SmsSize Of(string text)
    {
        var unicode = text.Any(c => !Septets.ContainsKey(c));
        int[] sizes = unicode ? [.. Letters(text)] : [.. text.Select(c => Septets[c])];
        var units = sizes.Sum();
        return new SmsSize(unicode, units, units <= Alone(unicode) ? 1 : Parts(sizes, PartSize(unicode)));
    }

    /// <summary>A letter with its marks, or an emoji, is never divided: half of it would be shown as a box.</summary>
    private static IEnumerable<int> Letters(string text)
    {
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
            yield return letters.GetTextElement().Length;
    }

    private static int Parts(ReadOnlySpan<int> sizes, int room)
    {
        var (parts, used) = (1, 0);
        foreach (var size in sizes)
        {
            if (used + size > room)
                (parts, used) = (parts + 1, 0);
            used += size;
        }
        return parts;
    }
}
