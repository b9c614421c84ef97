namespace Outreach.Tui.Text;

/// <summary>How an Arabic letter connects (DerivedJoiningType.txt).</summary>
internal enum JoiningType : byte
{
    NonJoining,
    Right,
    Left,
    Dual,
    Causing,
    Transparent,
}

/// <summary>Look-ups in the generated Unicode tables.</summary>
internal static partial class Ucd
{
    private const int SoftHyphen = 0xAD;
    private const int FirstMark = 0x300;

    /// <summary>Bidi class of a code point; unassigned ones follow the defaults of their block.</summary>
    public static BidiClass BidiClassOf(int codePoint) =>
        Range(BidiFirst, BidiLast, codePoint) is var found and >= 0 ? (BidiClass)BidiValue[found] : BidiClass.L;

    /// <summary>Terminal cells of one code point, as wcwidth counts them.</summary>
    public static int WidthOf(int codePoint) =>
        codePoint < FirstMark ? 1 : Range(WidthFirst, WidthLast, codePoint) is var found and >= 0 ? WidthValue[found] : 1;

    /// <summary>Joining type of a code point.</summary>
    public static JoiningType JoiningOf(int codePoint)
    {
        if (codePoint < FirstMark && codePoint != SoftHyphen) return JoiningType.NonJoining;
        return Range(JoiningFirst, JoiningLast, codePoint) is var found and >= 0 ? (JoiningType)JoiningValue[found] : JoiningType.NonJoining;
    }

    /// <summary>The mirror image of a bracket or arrow, else the code point itself.</summary>
    public static int MirrorOf(int codePoint) => Entry(Mirrors, 2, codePoint) is var found and >= 0 ? Mirrors[found + 1] : codePoint;

    /// <summary>0 for no bracket, 1 for an opening and 2 for a closing one; <paramref name="other"/> is its partner.</summary>
    public static int BracketOf(int codePoint, out int other)
    {
        var found = Entry(Brackets, 3, codePoint);
        other = found < 0 ? 0 : Brackets[found + 1];
        return found < 0 ? 0 : Brackets[found + 2];
    }

    /// <summary>Isolated, final, initial and medial form of a letter (0 where there is none); empty when it has no forms.</summary>
    public static ReadOnlySpan<int> FormsOf(int codePoint) =>
        Entry(Forms, 5, codePoint) is var found and >= 0 ? Forms.Slice(found + 1, 4) : default;

    /// <summary>The ligature of lam with this alef: isolated and final form.</summary>
    public static (int Isolated, int Final) LamAlefOf(int alef) =>
        Entry(LamAlefs, 3, alef) is var found and >= 0 ? (LamAlefs[found + 1], LamAlefs[found + 2]) : default;

    private static int Range(ReadOnlySpan<int> first, ReadOnlySpan<int> last, int codePoint)
    {
        int low = 0, high = first.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (codePoint < first[middle]) high = middle - 1;
            else if (codePoint > last[middle]) low = middle + 1;
            else return middle;
        }

        return -1;
    }

    private static int Entry(ReadOnlySpan<int> table, int stride, int key)
    {
        int low = 0, high = table.Length / stride - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var value = table[middle * stride];
            if (key == value) return middle * stride;
            if (key < value) high = middle - 1;
            else low = middle + 1;
        }

        return -1;
    }
}
