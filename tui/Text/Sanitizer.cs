using System.Globalization;
using System.Text;

namespace Outreach.Tui.Text;

/// <summary>Makes text from outside harmless: no escape sequences, no forged direction, no towers of marks, no emoji whose width nobody knows.</summary>
public static class Sanitizer
{
    /// <summary>Invisible code points (marks, joiners) that one letter may carry.</summary>
    public const int MarksPerCell = 4;

    /// <summary>One line from outside: line breaks become spaces.</summary>
    public static string Line(string text) => Clean(text).Replace('\n', ' ');

    /// <summary>A text from outside; line breaks stay, tabs become spaces.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        ReadOnlySpan<char> harmless = WithoutControls(text);
        var clean = new StringBuilder(harmless.Length);
        while (!harmless.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(harmless);
            AppendCluster(clean, harmless[..length]);
            harmless = harmless[length..];
        }

        return clean.ToString();
    }

    /// <summary>Whether a code point steers direction: marks, embeddings, overrides, isolates.</summary>
    public static bool IsBidiControl(int codePoint) =>
        codePoint is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string WithoutControls(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\t') kept.Append(' ');
            else if (rune.Value == '\n' || !IsUnwanted(rune.Value)) kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>Controls, and format characters that hide or alter what stands beside them. Joiners stay: Persian and Hindi need them.</summary>
    private static bool IsUnwanted(int code) => IsBidiControl(code) || code switch
    {
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0xAD or 0x200B or 0x2060 or 0x20E3 or 0xFEFF => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xFFF9 and <= 0xFFFB => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    private static void AppendCluster(StringBuilder clean, ReadOnlySpan<char> cluster)
    {
        var (first, invisible) = (true, 0);
        foreach (var rune in cluster.EnumerateRunes())
        {
            invisible = CellWidth.Of(rune) == 0 ? invisible + 1 : 0;
            if (invisible <= MarksPerCell) clean.Append(rune.ToString());
            if (first && IsEmoji(rune.Value)) return;           // one code point an emoji: families and skin tones differ in width
            first = false;
        }
    }

    private static bool IsEmoji(int code) =>
        code is (>= 0x1F000 and <= 0x1FAFF and not (>= 0x1F1E6 and <= 0x1F1FF)) or (>= 0x2600 and <= 0x27BF);
}
