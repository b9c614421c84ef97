using Outreach.Tui.Runtime;

namespace Outreach.Tui.Text;

/// <summary>For terminals that reorder rows themselves (PuTTY, Konsole, mlterm): each row in the order it was written.</summary>
public sealed class LogicalOutput : ITextOutput
{
    /// <inheritdoc/>
    public Typesetting Typesetting => Typesetting.Plain;

    /// <inheritdoc/>
    public Screen Arrange(Screen drawn) => Rearranged.Rows(drawn, Order);

    /// <summary>
    /// The columns of a row in the order the terminal must get them. It takes the direction of the row from its first
    /// strong letter, so the row is read from the side on which it then begins.
    /// </summary>
    private static int[] Order(Screen drawn, int y)
    {
        var fromRight = Pieces(drawn, y).Reverse().SelectMany(piece => piece).ToArray();
        return BeginsRightToLeft(drawn, y, fromRight) ? fromRight : [.. Pieces(drawn, y).SelectMany(piece => piece)];
    }

    /// <summary>From left to right: each reordered text as one piece in logical order, each other cell as a piece.</summary>
    private static IEnumerable<int[]> Pieces(Screen drawn, int y)
    {
        for (var x = 0; x < drawn.Width;)
        {
            var end = Math.Max(drawn.EndOfRun(x, y), x + 1);
            while (end < drawn.Width && drawn[end, y].Kind == CellKind.WideTail) end++;
            yield return end - x == 1 ? [x] : drawn.ByRank(x, end, y);
            x = end;
        }
    }

    private static bool BeginsRightToLeft(Screen drawn, int y, int[] order)
    {
        foreach (var x in order)
        {
            if (drawn[x, y].Text is not { } text) continue;
            System.Text.Rune.DecodeFromUtf16(text, out var rune, out _);
            var type = Ucd.BidiClassOf(rune.Value);
            if (type is BidiClass.L or BidiClass.R or BidiClass.AL) return type != BidiClass.L;
        }

        return false;
    }
}
