using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Support;

/// <summary>Draws on a small screen and shows what it reads like.</summary>
internal static class Sketch
{
    /// <summary>The rows as they were written, empty ones at the end left out.</summary>
    public static string Of(int width, int height, Action<Painter> draw, bool rightToLeft = false)
    {
        var screen = Draw(width, height, draw, rightToLeft);
        return string.Join('\n', Enumerable.Range(0, height).Select(screen.LogicalRow)).TrimEnd('\n');
    }

    public static Screen Draw(int width, int height, Action<Painter> draw, bool rightToLeft = false, Typesetting? typesetting = null)
    {
        var screen = new Screen(new Size(width, height));
        draw(new Painter(screen, Theme.Plain, typesetting).Mirrored(rightToLeft));
        return screen;
    }
}
