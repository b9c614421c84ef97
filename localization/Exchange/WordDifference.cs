using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Outreach.Localization.Exchange;

/// <summary>What became of a word.</summary>
public enum WordChange
{
    /// <summary>It stayed.</summary>
    Same,

    /// <summary>It went.</summary>
    Gone,

    /// <summary>It came.</summary>
    New,
}

/// <summary>Two texts word by word, so that a translator sees what changed and not only that something did.</summary>
public static partial class WordDifference
{
    /// <summary>Words beyond this are not compared one by one: the texts are shown one behind the other.</summary>
    public const int MostWords = 2_000;

    /// <summary>Stretches that stayed, went and came, in order; joined, the first two are the old text and the first and last the new one.</summary>
    public static ImmutableArray<(WordChange Change, string Text)> Of(string old, string now)
    {
        string[] before = [.. Pieces().Matches(old).Select(m => m.Value)], after = [.. Pieces().Matches(now).Select(m => m.Value)];
        if (before.Length > MostWords || after.Length > MostWords)
            return [(WordChange.Gone, old), (WordChange.New, now)];
        var longest = Longest(before, after);
        var stretches = ImmutableArray.CreateBuilder<(WordChange Change, string Text)>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
                Add(stretches, WordChange.Same, (before[i++], j++).Item1);
            else if (j == after.Length || i < before.Length && longest[i + 1, j] >= longest[i, j + 1])
                Add(stretches, WordChange.Gone, before[i++]);
            else
                Add(stretches, WordChange.New, after[j++]);
        }
        return stretches.ToImmutable();
    }

    /// <summary>The same in one line: "a bed [-tonight-]{+this week+}".</summary>
    public static string Shown(string old, string now)
    {
        var text = new StringBuilder();
        foreach (var (change, words) in Of(old, now))
            text.Append(change switch { WordChange.Gone => $"[-{words}-]", WordChange.New => $"{{+{words}+}}", _ => words });
        return text.ToString();
    }

    /// <summary>How much two texts have in common, 0 to 1.</summary>
    public static double Likeness(string one, string other)
    {
        var all = Of(one, other);
        return all.IsEmpty ? 1 : (double)all.Where(s => s.Change == WordChange.Same).Sum(s => 2 * s.Text.Length) / (one.Length + other.Length);
    }

    private static void Add(ImmutableArray<(WordChange Change, string Text)>.Builder stretches, WordChange change, string word)
    {
        if (stretches.Count > 0 && stretches[^1].Change == change)
            stretches[^1] = (change, stretches[^1].Text + word);
        else
            stretches.Add((change, word));
    }

    /// <summary>The longest common subsequence from each pair of words on.</summary>
    private static int[,] Longest(string[] before, string[] after)
    {
        var longest = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                longest[i, j] = before[i] == after[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        return longest;
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
