using System.Globalization;
using System.Text;

namespace Outreach.Tui.Text;

/// <summary>A paragraph with levels and joined letters, still in logical order: what lines are cut from.</summary>
internal sealed class Paragraph
{
    private readonly string _text;
    private readonly Typesetting _typesetting;
    private readonly int[] _codePoints;
    private readonly int[] _starts;
    private readonly int[] _shaped;
    private readonly BidiClass[] _classes;
    private readonly sbyte[] _levels;

    private Paragraph(string text, int offset, int end, Flow flow, Typesetting typesetting)
    {
        _text = text;
        _typesetting = typesetting;
        var (codePoints, starts) = (new List<int>(end - offset), new List<int>(end - offset + 1));
        for (var i = offset; i < end;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i, end - i), out var rune, out var length);
            codePoints.Add(rune.Value);
            starts.Add(i);
            i += length;
        }

        starts.Add(end);
        (_codePoints, _starts) = ([.. codePoints], [.. starts]);
        _classes = new BidiClass[_codePoints.Length];
        for (var i = 0; i < _classes.Length; i++) _classes[i] = Ucd.BidiClassOf(_codePoints[i]);
        _levels = Bidi.Levels(_classes, _codePoints, flow, out var level);
        Level = (sbyte)level;
        _shaped = typesetting.JoinsLetters ? ArabicShaper.Shape(_codePoints) : _codePoints;
    }

    /// <summary>0 left to right, 1 right to left.</summary>
    public sbyte Level { get; }

    /// <summary>The clusters of text[start..end] in logical order; invisible ones are left out.</summary>
    public static (List<Cluster> Clusters, sbyte Level) Analyse(string text, Range range, Flow flow, Typesetting typesetting)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        var part = text.AsSpan(start, length);
        if (flow != Flow.RightToLeft && IsSimple(part)) return (Simple(text, start, length), 0);
        var paragraph = new Paragraph(text, start, start + length, flow, typesetting);
        return (paragraph.Clusters(), paragraph.Level);
    }

    /// <summary>Whether every character is a cell of its own, from left to right.</summary>
    private static bool IsSimple(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange(' ', '~');

    private static List<Cluster> Simple(string text, int start, int length)
    {
        var clusters = new List<Cluster>(length);
        for (var i = start; i < start + length; i++)
        {
            var letter = Ascii.Of(text[i]);
            clusters.Add(new Cluster(letter, letter, i, 1) { Width = 1, IsSpace = text[i] == ' ' });
        }

        return clusters;
    }

    private List<Cluster> Clusters()
    {
        var clusters = new List<Cluster>();
        for (var first = 0; first < _codePoints.Length;)
        {
            var end = EndOfCluster(first);
            while (end < _codePoints.Length && _shaped[end] == ArabicShaper.Merged) end = EndOfCluster(end);
            if (Make(first, end) is { } cluster) clusters.Add(cluster);
            first = end;
        }

        return clusters;
    }

    private int EndOfCluster(int first)
    {
        var stop = _starts[first] + StringInfo.GetNextTextElementLength(_text.AsSpan(_starts[first], _starts[^1] - _starts[first]));
        while (first < _codePoints.Length && _starts[first] < stop) first++;
        return first;
    }

    private Cluster? Make(int first, int end)
    {
        var level = _levels[first] == Bidi.Removed ? Level : _levels[first];
        var visible = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            if (_shaped[i] == ArabicShaper.Merged || IsHidden(_codePoints[i], level)) continue;
            visible.Append(new Rune((level & 1) == 1 ? Ucd.MirrorOf(_shaped[i]) : _shaped[i]).ToString());
        }

        if (visible.Length == 0) return null;
        var glyph = visible.ToString();
        var width = CellWidth.OfCluster(glyph);
        if (width == 0) return null;
        var plain = _text[_starts[first].._starts[end]];
        return new Cluster(glyph == " " ? " " : glyph, plain, _starts[first], plain.Length)
        {
            Width = width,
            Padding = _typesetting.SpacesEthiopic && width == 1 && IsEthiopicLetter(_codePoints[first]) ? 1 : 0,
            Level = level,
            IsSpace = _classes[first] is BidiClass.WS or BidiClass.S or BidiClass.B,
        };
    }

    /// <summary>Format characters act on the layout and are never sent; joiners only where we did the joining.</summary>
    private bool IsHidden(int codePoint, int level) => codePoint switch
    {
        0x200C or 0x200D => _typesetting.JoinsLetters && (level & 1) == 1,
        < 0x20 or (>= 0x7F and <= 0x9F) or 0xAD or 0xFEFF => true,
        _ => Sanitizer.IsBidiControl(codePoint),
    };

    private static bool IsEthiopicLetter(int codePoint) =>
        codePoint is (>= 0x1200 and <= 0x135A) or (>= 0x1380 and <= 0x138F) or (>= 0x2D80 and <= 0x2DDE) or (>= 0xAB01 and <= 0xAB2E);
}

/// <summary>One string for each ASCII character, so that Latin text costs no memory.</summary>
internal static class Ascii
{
    private static readonly string?[] Strings = new string[128];

    public static string Of(char letter) => letter < Strings.Length ? Strings[letter] ??= letter.ToString() : letter.ToString();
}
