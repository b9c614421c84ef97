using Outreach.Localization;

namespace Outreach.Content.Search;

/// <summary>Words as pieces: "job" is "^jo", "job", "ob$". Endings, prefixes and typing errors then cost a piece, not the word.</summary>
internal static class Grams
{
    /// <summary>Characters of a question that are looked at.</summary>
    public const int MostCharacters = 1_000;

    /// <summary>The folded words of a text.</summary>
    public static string[] Words(string text) =>
        Fold.Text(text.Length > MostCharacters ? text.AsSpan(0, MostCharacters) : text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The pieces of a word: three characters, two in the Ethiopic script, whose letters are syllables. Each is packed into a number.</summary>
    public static IEnumerable<long> Of(string word)
    {
        var length = word[0] is >= '\u1200' and < '\u1400' ? 2 : 3;
        for (var at = -1; at + length <= word.Length + 1; at++)
        {
            var piece = 0L;
            for (var i = at; i < at + length; i++)
                piece = (piece << 16) | (i < 0 ? '^' : i < word.Length ? word[i] : '$');
            yield return piece;
        }
    }
}
