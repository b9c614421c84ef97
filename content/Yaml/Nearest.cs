namespace Outreach.Content.Yaml;

/// <summary>The word somebody most likely meant. A small slip only: a wrong guess would lead further astray than none.</summary>
internal static class Nearest
{
    private const int MostSlips = 2;

    /// <summary>The nearest of the words; null when none is near.</summary>
    public static string? Of(string word, IEnumerable<string> known) =>
        known.Select(k => (Word: k, Slips: Slips(word, k)))
            .Where(k => k.Slips <= Math.Min(MostSlips, Math.Max(word.Length, k.Word.Length) / 3))
            .OrderBy(k => k.Slips).ThenBy(k => k.Word, StringComparer.Ordinal)
            .Select(k => k.Word).FirstOrDefault();

    /// <summary>How many letters are wrong, missing, too many or changed places; capitals do not count.</summary>
    private static int Slips(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostSlips)
            return int.MaxValue;
        (a, b) = (a.ToUpperInvariant(), b.ToUpperInvariant());
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                    rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
