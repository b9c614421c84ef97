using System.Globalization;
using System.Text;

namespace Outreach.Tui.Text;

/// <summary>How many terminal cells a text takes. Follows what xterm, VTE, PuTTY, Alacritty and tmux do: the sum of wcwidth.</summary>
public static class CellWidth
{
    private const int EmojiPresentation = 0xFE0F;

    /// <summary>Cells of one code point: 0 for marks and format characters, 2 for East Asian wide, else 1.</summary>
    public static int Of(Rune rune) => Ucd.WidthOf(rune.Value);

    /// <summary>Cells of one grapheme cluster; emoji sequences, on which terminals disagree, count as 2.</summary>
    public static int OfCluster(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length == 1) return Ucd.WidthOf(cluster[0]);
        var width = 0;
        var emoji = false;
        foreach (var rune in cluster.EnumerateRunes())
        {
            emoji |= rune.Value is EmojiPresentation or (>= 0x1F1E6 and <= 0x1F1FF) or (>= 0x1F3FB and <= 0x1F3FF);
            emoji |= rune.Value == 0x200D && width == 2;
            width += Ucd.WidthOf(rune.Value);
        }

        return emoji ? 2 : width;
    }

    /// <summary>Cells of a text before joining of letters.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        while (!text.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            width += OfCluster(text[..length]);
            text = text[length..];
        }

        return width;
    }

    /// <summary>
    /// True when terminals may disagree on the width of a cluster, so that the cursor must be placed anew after it:
    /// everything wide, and Indic and emoji clusters. Arabic presentation forms and marks are safe.
    /// </summary>
    public static bool IsDoubtful(ReadOnlySpan<char> cluster)
    {
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (rune.Value is (>= 0x900 and <= 0xDFF) or (>= 0xE31 and <= 0x10FF) or (>= 0x1160 and <= 0x11FF)) return true;
            if (rune.Value is (>= 0x1780 and <= 0x1AFF) or (>= 0x2600 and <= 0x27BF) or EmojiPresentation or 0x200D) return true;
            if (rune.Value >= 0x2E80 && rune.Value is < 0xFB1D or > 0xFEFC) return true;
        }

        return false;
    }
}
