using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Outreach.Content.Urgent;

/// <summary>
/// Knows for a word which places in phrases it fits. A place is a number; "kill|shoot" is one place with two forms.
/// Arabic words are also looked up without what is written together with them: and, so; in, to, the; will.
/// </summary>
internal sealed class UrgentLexicon
{
    private readonly Dictionary<string, int[]> _whole, _begin, _inside;
    private readonly ulong[] _insideStarts, _beginStarts;
    private readonly int[] _number, _first, _last;
    private readonly int _longestBegin, _longestInside;

    /// <summary>The words of a list.</summary>
    public UrgentLexicon(UrgentTable table)
    {
        (_whole, _begin, _inside) = (Stems(table.Whole), Stems(table.Begin), Stems(table.Inside));
        (_number, _first, _last) = (Places(table.Number), Places(table.First), Places(table.Last));
        (_beginStarts, _insideStarts) = (Starts(table.Begin), Starts(table.Inside));
        (_longestBegin, _longestInside) = (Longest(table.Begin), Longest(table.Inside));
        Count = table.Places;
    }

    /// <summary>How many places there are.</summary>
    public int Count { get; }

    /// <summary>All places a word fits.</summary>
    public void Find(ReadOnlySpan<char> word, ref PlaceList found)
    {
        Known(word, ref found);
        if (_inside.Count > 0)
            Within(word, ref found);
        if (char.IsAsciiDigit(word[0]) && !word.ContainsAnyExceptInRange('0', '9'))
            found.Add(_number);
        else if (word[0] is >= '\u0600' and <= '\u06FF')
            Bare(word, ref found);
    }

    /// <summary>The places that are the beginning, or the end, of a message.</summary>
    public void FindEdge(bool first, ref PlaceList found) => found.Add(first ? _first : _last);

    private static Dictionary<string, int[]> Stems(ImmutableArray<UrgentStem> stems)
    {
        var words = new Dictionary<string, int[]>(stems.Length, StringComparer.Ordinal);
        foreach (var stem in stems)
            words[stem.Text] = Places(stem.Places);
        return words;
    }

    private static int[] Places(ImmutableArray<int> places) => ImmutableCollectionsMarshal.AsArray(places) ?? [];

    private static int Longest(ImmutableArray<UrgentStem> stems)
    {
        var longest = 0;
        foreach (var stem in stems)
            longest = Math.Max(longest, stem.Text.Length);
        return longest;
    }

    private static ulong[] Starts(ImmutableArray<UrgentStem> stems)
    {
        var starts = new ulong[64];
        foreach (var stem in stems)
            starts[StartHash(stem.Text) >> 6] |= 1UL << (StartHash(stem.Text) & 63);
        return starts;
    }

    private void Known(ReadOnlySpan<char> word, ref PlaceList found)
    {
        if (_whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var places))
            found.Add(places);
        if (word.Length < 2 || !IsMarked(_beginStarts, word))
            return;
        var begin = _begin.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, _longestBegin); length >= 2; length--)
            if (begin.TryGetValue(word[..length], out places))
                found.Add(places);
    }

    private void Within(ReadOnlySpan<char> word, ref PlaceList found)
    {
        var inside = _inside.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start <= word.Length - 2; start++)
            if (IsMarked(_insideStarts, word[start..]))
                for (var length = Math.Min(word.Length - start, _longestInside); length >= 2; length--)
                    if (inside.TryGetValue(word.Slice(start, length), out var places))
                        found.Add(places);
    }

    /// <summary>Without "and, so", then without "in, to, will", then without the article; each only where enough is left.</summary>
    private void Bare(ReadOnlySpan<char> word, ref PlaceList found)
    {
        if (word.Length > 3 && word[0] is 'و' or 'ف')
            Known(word = word[1..], ref found);
        if (word.Length > 3 && word[0] is 'ب' or 'ل' or 'ه' or 'ح' or 'د')
            Known(word = word[1..], ref found);
        if (word.Length > 3 && word is ['ا', 'ل', ..])
            Known(word[2..], ref found);
    }

    private static bool IsMarked(ulong[] starts, ReadOnlySpan<char> word) => (starts[StartHash(word) >> 6] & (1UL << (StartHash(word) & 63))) != 0;

    private static int StartHash(ReadOnlySpan<char> stem) => ((stem[0] * 61) + (stem[1] * 7)) & 4095;
}
