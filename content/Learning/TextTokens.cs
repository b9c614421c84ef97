using System.Buffers;
using Outreach.Content.Urgent;
using Outreach.Localization;

namespace Outreach.Content.Learning;

/// <summary>
/// The words of a text as the urgent list compares them: folded, runs of one letter squeezed to one ("ayudaaaa", "hiting"),
/// and the loose Persian verb prefix joined to its verb ("می زند", "می‌زند" and "میزند" are one word).
/// </summary>
internal ref struct TextTokens
{
    private const string Distress = "\U0001F198"; // the SOS button
    private char[] _chars;
    private (int Start, int Length, int Tail)[] _words;

    private TextTokens(int room) =>
        (_chars, _words) = (ArrayPool<char>.Shared.Rent(Math.Max(16, room)), ArrayPool<(int, int, int)>.Shared.Rent(Math.Max(16, (room / 2) + 1)));

    public int Count { get; private set; }

    /// <summary>Reads a text; give it back with <see cref="Return"/>, which wipes it: it is what a person wrote.</summary>
    public static TextTokens Of(string text)
    {
        var looked = text.Length > UrgentLimits.Characters ? text[..UrgentLimits.Characters] : text;
        if (looked.Contains(Distress, StringComparison.Ordinal))
            looked = looked.Replace(Distress, " sos sos ", StringComparison.Ordinal);
        var folded = Fold.Text(looked);
        var tokens = new TextTokens(folded.Length);
        var at = 0;
        foreach (var range in folded.AsSpan().Split(' '))
            tokens.Add(folded.AsSpan()[range], ref at);
        return tokens;
    }

    public readonly ReadOnlySpan<char> this[int index] => _chars.AsSpan(_words[index].Start, _words[index].Length);

    /// <summary>The second half of a joined word; empty for others.</summary>
    public readonly ReadOnlySpan<char> Tail(int index) =>
        _words[index].Tail == 0 ? [] : _chars.AsSpan(_words[index].Start + _words[index].Tail, _words[index].Length - _words[index].Tail);

    public void Return()
    {
        ArrayPool<char>.Shared.Return(_chars, clearArray: true);
        ArrayPool<(int, int, int)>.Shared.Return(_words);
        (_chars, _words, Count) = ([], [], 0);
    }

    private void Add(ReadOnlySpan<char> word, ref int at)
    {
        var start = at;
        foreach (var c in word)
            if (at == start || _chars[at - 1] != c || char.IsAsciiDigit(c))
                _chars[at++] = c;
        if (at == start)
            return;
        if (Count > 0 && this[Count - 1] is "مي" or "نمي")
            _words[Count - 1] = (_words[Count - 1].Start, at - _words[Count - 1].Start, start - _words[Count - 1].Start);
        else
            _words[Count++] = (start, at - start, 0);
    }
}
