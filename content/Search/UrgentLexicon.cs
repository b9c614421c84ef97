using System.Collections.Immutable;

namespace Outreach.Content.Search;

/// <summary>
/// Knows for a word which places in phrases it fits. A place is a number; "kill|shoot" is one place with two forms.
/// Arabic words are also looked up without what is written together with them: and, so; in, to, the; will.
/// </summary>
internal sealed class UrgentLexicon
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _begin = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _inside = new(StringComparer.Ordinal);
    private readonly ulong[] _insideStarts = new ulong[64], _beginStarts = new ulong[64];
    private int[] _number = [], _first = [], _last = [];
    private int _longestBegin, _longestInside;

    /// <summary>How many places there are.</summary>
    public int Count => _places.Count;

    /// <summary>The number of the place with these forms; the same forms are the same place.</summary>
    public int Place(ImmutableArray<WordForm> forms)
    {
        var key = string.Join('|', forms.Select(f => $"{(int)f.Shape}{f.Stem}").Distinct().Order(StringComparer.Ordinal));
        if (_places.TryGetValue(key, out var place))
            return place;
        place = _places[key] = _places.Count;
        foreach (var form in forms.Distinct())
            Add(form, place);
        return place;
    }

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

    private void Add(WordForm form, int place)
    {
        switch (form.Shape)
        {
            case WordShape.Number:
                _number = [.. _number, place];
                break;
            case WordShape.First:
                _first = [.. _first, place];
                break;
            case WordShape.Last:
                _last = [.. _last, place];
                break;
            case WordShape.Whole:
                Add(_whole, form.Stem, place);
                break;
            case WordShape.Begin:
                Add(_begin, form.Stem, place);
                _longestBegin = Math.Max(_longestBegin, form.Stem.Length);
                Mark(_beginStarts, form.Stem);
                break;
            case WordShape.Inside:
                Add(_inside, form.Stem, place);
                _longestInside = Math.Max(_longestInside, form.Stem.Length);
                Mark(_insideStarts, form.Stem);
                break;
        }
    }

    private static void Add(Dictionary<string, int[]> words, string stem, int place) =>
        words[stem] = words.TryGetValue(stem, out var places) ? [.. places, place] : [place];

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

    private static void Mark(ulong[] starts, string stem) => starts[StartHash(stem) >> 6] |= 1UL << (StartHash(stem) & 63);

    private static bool IsMarked(ulong[] starts, ReadOnlySpan<char> word) => (starts[StartHash(word) >> 6] & (1UL << (StartHash(word) & 63))) != 0;

    private static int StartHash(ReadOnlySpan<char> stem) => ((stem[0] * 61) + (stem[1] * 7)) & 4095;
}
