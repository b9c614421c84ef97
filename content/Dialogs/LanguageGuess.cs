using System.Text;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// Guesses a language from a first message, only where the letters leave no doubt. Ethiopic script alone never selects Amharic:
/// Tigrinya is written with it too (DESIGN section 5).
/// </summary>
internal static class LanguageGuess
{
    private const string PersianOnly = "پچژگکی";
    private const string ArabicOnly = "ةىيكأإؤئ";
    private const string UkrainianOnly = "іїєґ";

    public static Locale? Of(string text)
    {
        var arabic = 0;
        foreach (var rune in text.EnumerateRunes())
            arabic += rune.Value is >= 0x0600 and <= 0x06FF && Rune.IsLetter(rune) ? 1 : 0;
        if (arabic > 2)
            return text.Any(c => PersianOnly.Contains(c, StringComparison.Ordinal)) && !text.Any(c => ArabicOnly.Contains(c, StringComparison.Ordinal)) ? Locale.Persian
                : text.Any(c => PersianOnly.Contains(c, StringComparison.Ordinal)) ? null
                : Locale.Arabic;
        return text.ToLowerInvariant().Any(c => UkrainianOnly.Contains(c, StringComparison.Ordinal)) ? Locale.Ukrainian : Latin(text);
    }

    private static Locale? Latin(string text)
    {
        var best = Counted(text).OrderByDescending(c => c.Hits).Take(2).ToList();
        return best[0].Hits > best[1].Hits ? best[0].Locale : null;
    }

    /// <summary>How many little words of our best guess a text holds.</summary>
    public static int Hits(string text) => Counted(text).Max(c => c.Hits);

    private static IEnumerable<(Locale Locale, int Hits)> Counted(string text)
    {
        var words = Fold.Text(text).Split(' ');
        return Common.Select(c => (c.Locale, words.Count(c.Words.Contains)));
    }

    private static HashSet<string> Folded(string[] words) => [.. words.Select(Fold.Text)];

    /// <summary>Little words that mark one language.</summary>
    private static readonly (Locale Locale, HashSet<string> Words)[] Common =
    [
        (Locale.English, ["i", "the", "my", "is", "to", "want", "need", "help", "how", "am", "please", "hello", "what", "where", "can"]),
        (Locale.French, ["je", "le", "mon", "est", "veux", "besoin", "aide", "bonjour", "ou", "comment", "suis", "pas", "pour", "mes", "ma"]),
        (Locale.Spanish, ["yo", "el", "mi", "es", "quiero", "necesito", "ayuda", "hola", "donde", "como", "estoy", "no", "para", "mis", "por"]),
        (Locale.Swahili, ["mimi", "nataka", "nina", "msaada", "habari", "wapi", "jinsi", "ninahitaji", "nahitaji", "yangu", "kwa", "na", "ya", "niko", "sina"]),
        (Locale.Amharic, Folded(["ነው", "ነኝ", "ነን", "እኔ", "እፈልጋለሁ", "እፈልጋለው", "እባክዎ", "እባክዎን", "እንዴት", "የት", "ነበር", "አለኝ", "እርዳታ", "ያስፈልገኛል", "አመሰግናለሁ", "አማርኛ"])),
    ];
}
