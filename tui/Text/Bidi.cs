namespace Outreach.Tui.Text;

/// <summary>The Unicode bidirectional algorithm (UAX#9) on code points. Exists because most terminals leave the order to the program.</summary>
public static class Bidi
{
    /// <summary>The level of a character that rule X9 takes out of the text.</summary>
    public const sbyte Removed = -1;

    /// <summary>Embedding levels of one paragraph (X1 to L1).</summary>
    /// <param name="classes">One class a character.</param>
    /// <param name="codePoints">The characters, for the pairing of brackets; may be empty.</param>
    /// <param name="flow">Base direction.</param>
    /// <param name="paragraph">The level of the paragraph: 0 left to right, 1 right to left.</param>
    public static sbyte[] Levels(ReadOnlySpan<BidiClass> classes, ReadOnlySpan<int> codePoints, Flow flow, out int paragraph)
    {
        var isolates = new BidiIsolates(classes);
        paragraph = flow switch
        {
            Flow.LeftToRight => 0,
            Flow.RightToLeft => 1,
            _ => isolates.FirstStrong(classes, 0, classes.Length),
        };
        var types = classes.ToArray();
        var levels = BidiExplicit.Resolve(classes, types, isolates, paragraph);
        var text = new BidiText { Classes = classes, CodePoints = codePoints, Types = types, Levels = levels, Isolates = isolates };
        BidiSequences.Resolve(text, paragraph);
        ResetWhitespace(classes, levels, paragraph);
        return levels;
    }

    /// <summary>Rule L1 for one line: separators and white space at its end take the paragraph's level.</summary>
    public static void ResetWhitespace(ReadOnlySpan<BidiClass> classes, Span<sbyte> levels, int paragraph)
    {
        var trailing = true;
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            var type = classes[i];
            if (type is BidiClass.B or BidiClass.S) trailing = true;
            else if (type.IsRemovedByX9()) continue;
            else if (type is not (BidiClass.WS or BidiClass.PDI) && !type.IsIsolateInitiator()) trailing = false;
            if (trailing) levels[i] = (sbyte)paragraph;
        }
    }

    /// <summary>Rule L2: the indexes of one line from left to right, without removed characters.</summary>
    public static int[] VisualOrder(ReadOnlySpan<sbyte> levels)
    {
        var order = new List<int>(levels.Length);
        int highest = 0, lowestOdd = int.MaxValue;
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] == Removed) continue;
            order.Add(i);
            highest = Math.Max(highest, levels[i]);
            if ((levels[i] & 1) == 1) lowestOdd = Math.Min(lowestOdd, levels[i]);
        }

        for (var level = highest; level >= lowestOdd; level--) ReverseRuns(order, levels, level);
        return [.. order];
    }

    private static void ReverseRuns(List<int> order, ReadOnlySpan<sbyte> levels, int level)
    {
        for (var start = 0; start < order.Count; start++)
        {
            var end = start;
            while (end < order.Count && levels[order[end]] >= level) end++;
            if (end == start) continue;
            order.Reverse(start, end - start);
            start = end;
        }
    }
}
