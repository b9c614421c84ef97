using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>How a language joins two things: words between them ("na"), and letters that are written to the second (Arabic "و") or to the first (Amharic "ና").</summary>
internal sealed record JoiningWords(IReadOnlyList<string> Between, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    private const int ShortestName = 2;

    /// <summary>From "and|plus|x-|-x" of the catalog.</summary>
    public static JoiningWords Of(string list)
    {
        var words = list.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(
            [.. words.Where(w => w[0] != '-' && w[^1] != '-').Select(Fold.Text)],
            [.. words.Where(w => w[^1] == '-').Select(w => Fold.Text(w[..^1]))],
            [.. words.Where(w => w[0] == '-').Select(w => Fold.Text(w[1..]))]);
    }

    /// <summary>Whether a word only joins.</summary>
    public bool Is(string word) => Between.Contains(Fold.Text(word), StringComparer.Ordinal);

    /// <summary>The words without a joining letter at the beginning of the first and the end of the last.</summary>
    public string Bare(string[] words)
    {
        var bare = words.Select(Fold.Text).ToArray();
        if (Before.FirstOrDefault(b => bare[0].StartsWith(b, StringComparison.Ordinal) && bare[0].Length >= b.Length + ShortestName) is { } before)
            bare[0] = bare[0][before.Length..];
        if (After.FirstOrDefault(a => bare[^1].EndsWith(a, StringComparison.Ordinal) && bare[^1].Length >= a.Length + ShortestName) is { } after)
            bare[^1] = bare[^1][..^after.Length];
        return string.Join(' ', bare);
    }
}
