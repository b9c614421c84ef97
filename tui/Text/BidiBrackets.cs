using System.Runtime.InteropServices;

namespace Outreach.Tui.Text;

/// <summary>Rule N0: a pair of brackets takes one direction, so that it mirrors as a pair.</summary>
internal static class BidiBrackets
{
    private const int MaxOpen = 63;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Pair(int Open, int Close);

    public static void Resolve(BidiText text, BidiSequence sequence)
    {
        if (!HasBrackets(text)) return;
        var indexes = sequence.Indexes;
        foreach (var pair in Pairs(text, indexes))
        {
            if (DirectionOf(pair, text.Types, sequence) is not { } direction) continue;
            Set(text, indexes, pair.Open, direction);
            Set(text, indexes, pair.Close, direction);
        }
    }

    private static bool HasBrackets(BidiText text)
    {
        foreach (var codePoint in text.CodePoints)
        {
            if (Ucd.BracketOf(codePoint, out _) == 2) return true;
        }

        return false;
    }

    private static List<Pair> Pairs(BidiText text, List<int> indexes)
    {
        var pairs = new List<Pair>();
        var open = new List<(int Closer, int Position)>();
        for (var k = 0; k < indexes.Count; k++)
        {
            if (text.Types[indexes[k]] != BidiClass.ON) continue;
            var codePoint = text.CodePoints[indexes[k]];
            var kind = Ucd.BracketOf(codePoint, out var partner);
            if (kind == 1)
            {
                if (open.Count == MaxOpen) break;
                open.Add((Canonical(partner), k));
            }
            else if (kind == 2 && open.FindLastIndex(each => each.Closer == Canonical(codePoint)) is var found and >= 0)
            {
                pairs.Add(new Pair(open[found].Position, k));
                open.RemoveRange(found, open.Count - found);
            }
        }

        pairs.Sort((a, b) => a.Open.CompareTo(b.Open));
        return pairs;
    }

    private static BidiClass? DirectionOf(Pair pair, ReadOnlySpan<BidiClass> types, BidiSequence sequence)
    {
        var embedding = BidiClasses.DirectionOf(sequence.Level);
        var opposite = false;
        for (var k = pair.Open + 1; k < pair.Close; k++)
        {
            var strength = types[sequence.Indexes[k]].Strength();
            if (strength == embedding) return embedding;
            opposite |= strength != BidiClass.ON;
        }

        if (!opposite) return null;
        for (var k = pair.Open - 1; k >= 0; k--)
        {
            var strength = types[sequence.Indexes[k]].Strength();
            if (strength != BidiClass.ON) return strength;
        }

        return sequence.Before;
    }

    private static void Set(BidiText text, List<int> indexes, int position, BidiClass direction)
    {
        text.Types[indexes[position]] = direction;
        for (var k = position + 1; k < indexes.Count && text.Classes[indexes[k]] == BidiClass.NSM; k++)
            text.Types[indexes[k]] = direction;
    }

    private static int Canonical(int codePoint) => codePoint switch { 0x2329 => 0x3008, 0x232A => 0x3009, _ => codePoint };
}
