using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Directory.Services;

/// <summary>Hears, in the words of one language and of English, what help somebody looks for. Words of the lists only; nothing is learned or guessed.</summary>
internal sealed class ServiceEar
{
    /// <summary>Words of a question that are looked at.</summary>
    private const int MostWords = 60;

    /// <summary>A shorter word with a typing error is too often another word.</summary>
    private const int ShortestWithError = 6;

    /// <summary>What people learn is no language they want to be spoken to in: "German course near me".</summary>
    private static readonly ImmutableArray<string> Learned = ["course", "school"];

    private readonly ImmutableArray<Heard> _kinds, _languages, _towns, _phrases;

    public ServiceEar(ServiceTable table, Locale locale)
    {
        _kinds = [.. table.Kinds.SelectMany(k => Of(k.Id, k.Words, locale, ShortestWithError))];
        _languages = [.. table.Languages.SelectMany(l => Of(l.Tag, l.Words, locale))];
        _towns = [.. table.Towns.SelectMany(t => Of(t.Id, t.Words, locale))];
        _phrases = [.. table.Phrases.SelectMany(p => Of(p.Means, p.Words, locale))];
    }

    /// <summary>What a text looks for; empty where it looks for nothing.</summary>
    public ServiceWish Hear(string text)
    {
        var words = Fold.Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(w => Forms(w).ToArray()).ToArray();
        var phrases = Meanings(_phrases, words);
        if (phrases.Contains("self"))                                   // "I am a doctor in Berlin" looks for none
            return new ServiceWish();
        var kinds = Meanings(_kinds, words);
        var spoken = phrases.Contains("speaks") || !kinds.Any(Learned.Contains);
        return new ServiceWish
        {
            Kinds = kinds,
            Languages = spoken ? Meanings(_languages, words) : [],
            Towns = Meanings(_towns, words),
            Near = phrases.Contains("near"),
            Now = phrases.Contains("now"),
            List = phrases.Contains("list"),
            Free = phrases.Contains("free"),
        };
    }

    private static ImmutableArray<string> Meanings(ImmutableArray<Heard> all, string[][] words) =>
        [.. all.Where(h => Enumerable.Range(0, Math.Max(0, words.Length - h.Words.Length + 1)).Any(i => h.Fits(words.AsSpan(i, h.Words.Length)))).Select(h => h.Means).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<Heard> Of(string means, IReadOnlyDictionary<Locale, string> words, Locale locale, int withErrorFrom = int.MaxValue) =>
        from list in locale == Locale.English ? [words[locale]] : new[] { words[locale], words[Locale.English] }
        from spelling in list.Split('|')
        select new Heard(means, withErrorFrom, [.. spelling.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Words)]);

    private static IEnumerable<(string Word, bool Stem)> Words(string word)
    {
        var parts = Fold.Text(word).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Select((p, i) => (p, i == parts.Length - 1 && word.EndsWith('*')));
    }

    /// <summary>A word, and what it is behind the letters that Arabic, Persian and Amharic write together with it ("the", "in", "for").</summary>
    private static IEnumerable<string> Forms(string word)
    {
        yield return word;
        var prefixes = word[0] switch
        {
            >= '\u0600' and < '\u0700' => Arabic,
            >= '\u1200' and < '\u1400' => Ethiopic,
            _ => [],
        };
        foreach (var prefix in prefixes)
            if (word.StartsWith(prefix, StringComparison.Ordinal) && word.Length - prefix.Length >= 2)
                yield return word[prefix.Length..];
    }

    private static readonly ImmutableArray<string> Arabic = ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف"];
    private static readonly ImmutableArray<string> Ethiopic = ["የ", "በ", "ለ", "ከ"];

    /// <summary>Words that follow each other, and what they mean.</summary>
    /// <param name="Means">What they mean.</param>
    /// <param name="WithErrorFrom">The shortest word in which a typing error is forgiven; names of languages and towns are too near to those of countries ("Somali").</param>
    /// <param name="Words">The words.</param>
    private sealed record Heard(string Means, int WithErrorFrom, ImmutableArray<(string Word, bool Stem)> Words)
    {
        public bool Fits(ReadOnlySpan<string[]> said)
        {
            for (var i = 0; i < Words.Length; i++)
                if (!Fits(Words[i].Word, Words[i].Stem, said[i], WithErrorFrom))
                    return false;
            return true;
        }

        private static bool Fits(string word, bool stem, string[] forms, int withErrorFrom) => Array.Exists(forms, f =>
            stem ? f.StartsWith(word, StringComparison.Ordinal) : f == word || word.Length >= withErrorFrom && IsNear(word, f));
    }

    /// <summary>One letter more, less, other or swapped; the first letter is nearly always right.</summary>
    private static bool IsNear(string a, string b)
    {
        if (a[0] != b[0] || Math.Abs(a.Length - b.Length) > 1)
            return false;
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i])
            i++;
        var (restA, restB) = (a[i..], b[i..]);
        return restA.Length > restB.Length ? restA[1..] == restB
            : restB.Length > restA.Length ? restB[1..] == restA
            : restA.Length == 0 || restA[1..] == restB[1..]
                || restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..];
    }
}
