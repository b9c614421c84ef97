using Outreach.Tui.Runtime;

namespace Outreach.Tui.Text;

/// <summary>For kitty, which joins and reorders the letters of a word but leaves the words where they are.</summary>
public sealed class KittyOutput : ITextOutput
{
    /// <inheritdoc/>
    public Typesetting Typesetting => Typesetting.Plain;

    /// <inheritdoc/>
    public Screen Arrange(Screen drawn) => Rearranged.Rows(drawn, Order);

    /// <summary>The columns of a row from left to right, with the letters of each right-to-left word turned round.</summary>
    private static int[] Order(Screen drawn, int y)
    {
        var order = Enumerable.Range(0, drawn.Width).ToArray();
        for (var x = 0; x < drawn.Width; x++)
        {
            var end = x;
            while (end < drawn.Width && IsLetter(drawn, end, y)) end++;
            if (end - x > 1) Array.Reverse(order, x, end - x);
            x = Math.Max(x, end - 1);
        }

        return order;
    }

    private static bool IsLetter(Screen drawn, int x, int y)
    {
        if (drawn.Origins(y)[x] is not { RightToLeft: true, Plain: { } plain }) return false;
        System.Text.Rune.DecodeFromUtf16(plain, out var rune, out _);
        return Ucd.BidiClassOf(rune.Value) is BidiClass.R or BidiClass.AL;
    }
}
