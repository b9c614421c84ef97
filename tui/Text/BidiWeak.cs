namespace Outreach.Tui.Text;

/// <summary>Rules W1 to W7: marks, numbers and the signs around them.</summary>
internal static class BidiWeak
{
    public static void Resolve(Span<BidiClass> types, BidiSequence sequence)
    {
        var indexes = sequence.Indexes;
        Marks(types, indexes, sequence.Before);
        ArabicNumbers(types, indexes, sequence.Before);
        Separators(types, indexes);
        Terminators(types, indexes);
        EuropeanNumbers(types, indexes, sequence.Before);
    }

    private static void Marks(Span<BidiClass> types, List<int> indexes, BidiClass before)           // W1
    {
        var previous = before;
        foreach (var i in indexes)
        {
            if (types[i] == BidiClass.NSM)
                types[i] = previous.IsIsolateInitiator() || previous == BidiClass.PDI ? BidiClass.ON : previous;
            previous = types[i];
        }
    }

    private static void ArabicNumbers(Span<BidiClass> types, List<int> indexes, BidiClass before)   // W2, W3
    {
        var strong = before;
        foreach (var i in indexes)
        {
            if (types[i] is BidiClass.L or BidiClass.R or BidiClass.AL) strong = types[i];
            else if (types[i] == BidiClass.EN && strong == BidiClass.AL) types[i] = BidiClass.AN;
            if (types[i] == BidiClass.AL) types[i] = BidiClass.R;
        }
    }

    private static void Separators(Span<BidiClass> types, List<int> indexes)                        // W4
    {
        for (var k = 1; k + 1 < indexes.Count; k++)
        {
            var (left, right) = (types[indexes[k - 1]], types[indexes[k + 1]]);
            if (left != right) continue;
            var type = types[indexes[k]];
            if (left == BidiClass.EN && type is BidiClass.ES or BidiClass.CS) types[indexes[k]] = BidiClass.EN;
            else if (left == BidiClass.AN && type == BidiClass.CS) types[indexes[k]] = BidiClass.AN;
        }
    }

    private static void Terminators(Span<BidiClass> types, List<int> indexes)                       // W5, W6
    {
        for (var start = 0; start < indexes.Count; start++)
        {
            var end = start;
            while (end < indexes.Count && types[indexes[end]] == BidiClass.ET) end++;
            if (end == start)
            {
                if (types[indexes[start]] is BidiClass.ES or BidiClass.CS) types[indexes[start]] = BidiClass.ON;
                continue;
            }

            var number = (start > 0 && types[indexes[start - 1]] == BidiClass.EN)
                || (end < indexes.Count && types[indexes[end]] == BidiClass.EN);
            for (var k = start; k < end; k++) types[indexes[k]] = number ? BidiClass.EN : BidiClass.ON;
            start = end - 1;
        }
    }

    private static void EuropeanNumbers(Span<BidiClass> types, List<int> indexes, BidiClass before) // W7
    {
        var strong = before;
        foreach (var i in indexes)
        {
            if (types[i] is BidiClass.L or BidiClass.R) strong = types[i];
            else if (types[i] == BidiClass.EN && strong == BidiClass.L) types[i] = BidiClass.L;
        }
    }
}

/// <summary>Rules N1 and N2: neutrals take the direction both neighbours agree on, else the embedding's.</summary>
internal static class BidiNeutral
{
    public static void Resolve(Span<BidiClass> types, BidiSequence sequence)
    {
        var indexes = sequence.Indexes;
        for (var start = 0; start < indexes.Count; start++)
        {
            var end = start;
            while (end < indexes.Count && types[indexes[end]].IsNeutralOrIsolate()) end++;
            if (end == start) continue;
            var left = start == 0 ? sequence.Before : types[indexes[start - 1]].Strength();
            var right = end == indexes.Count ? sequence.After : types[indexes[end]].Strength();
            var resolved = left == right ? left : BidiClasses.DirectionOf(sequence.Level);
            for (var k = start; k < end; k++) types[indexes[k]] = resolved;
            start = end - 1;
        }
    }
}
