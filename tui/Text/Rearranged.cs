using Outreach.Tui.Runtime;

namespace Outreach.Tui.Text;

/// <summary>Builds the screen a self-ordering terminal must get: the same cells in another order, with the letters as they were written.</summary>
internal static class Rearranged
{
    /// <summary>The screen with each row that holds reordered text in the order a function gives.</summary>
    public static Screen Rows(Screen drawn, Func<Screen, int, int[]> orderOf)
    {
        var sent = new Screen(drawn.Size) { Caret = drawn.Caret };
        for (var y = 0; y < drawn.Height; y++)
        {
            var origins = drawn.Origins(y);
            if (origins.IsEmpty)
            {
                for (var x = 0; x < drawn.Width; x++) sent.Set(x, y, drawn[x, y]);
                continue;
            }

            var order = orderOf(drawn, y);
            for (var x = 0; x < order.Length; x++) sent.Set(x, y, Written(drawn[order[x], y], origins[order[x]]));
            if (drawn.Caret is { } caret && caret.Y == y) sent.Caret = (Array.IndexOf(order, caret.X), y);
        }

        return sent;
    }

    private static Cell Written(Cell cell, CellOrigin origin) =>
        origin.Plain is { } plain && !cell.IsBlank ? cell with { Text = plain } : cell;
}
