namespace Outreach.Tui.Text;

/// <summary>
/// Joins Arabic letters by replacing them with presentation forms, in logical order, before anything is reordered.
/// Letters without such forms (some of Pashto and Sorani) stay as they are; a terminal that shapes will still join them.
/// </summary>
public static class ArabicShaper
{
    /// <summary>Marks a character that became part of the ligature before it.</summary>
    public const int Merged = -1;

    private const int Lam = 0x644;

    /// <summary>The shaped code points; as many as given, with <see cref="Merged"/> for an alef taken up by its lam.</summary>
    public static int[] Shape(ReadOnlySpan<int> codePoints)
    {
        var shaped = codePoints.ToArray();
        for (var i = 0; i < codePoints.Length; i++)
        {
            var type = Ucd.JoiningOf(codePoints[i]);
            if (type is not (JoiningType.Right or JoiningType.Dual) || shaped[i] == Merged) continue;
            var next = Neighbour(codePoints, i, +1);
            var joinsBefore = Joins(codePoints, Neighbour(codePoints, i, -1), JoiningType.Left);
            var joinsAfter = type == JoiningType.Dual && Joins(codePoints, next, JoiningType.Right);
            if (codePoints[i] == Lam && next < codePoints.Length && Ucd.LamAlefOf(codePoints[next]) is { Isolated: not 0 } ligature)
            {
                shaped[i] = joinsBefore ? ligature.Final : ligature.Isolated;
                shaped[next] = Merged;
            }
            else
            {
                shaped[i] = FormOf(codePoints[i], joinsBefore, joinsAfter);
            }
        }

        return shaped;
    }

    /// <summary>The nearest character in a direction that is not a mark; outside the text when there is none.</summary>
    private static int Neighbour(ReadOnlySpan<int> codePoints, int index, int step)
    {
        do index += step;
        while (index >= 0 && index < codePoints.Length && Ucd.JoiningOf(codePoints[index]) == JoiningType.Transparent);
        return index;
    }

    private static bool Joins(ReadOnlySpan<int> codePoints, int index, JoiningType towards)
    {
        if (index < 0 || index >= codePoints.Length) return false;
        var type = Ucd.JoiningOf(codePoints[index]);
        return type is JoiningType.Dual or JoiningType.Causing || type == towards;
    }

    private static int FormOf(int codePoint, bool joinsBefore, bool joinsAfter)
    {
        var forms = Ucd.FormsOf(codePoint);
        if (forms.IsEmpty) return codePoint;
        var form = forms[(joinsBefore ? 1 : 0) + (joinsAfter ? 2 : 0)];
        if (form == 0) form = forms[joinsBefore ? 1 : 0];
        return form == 0 ? codePoint : form;
    }
}
