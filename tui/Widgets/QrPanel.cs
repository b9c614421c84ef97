using System.Collections;
using Outreach.Tui.Runtime;
using QRCoder;

namespace Outreach.Tui.Widgets;

/// <summary>A QR code in half blocks, two modules a cell; light on dark with colours of its own, so that any telephone reads it.</summary>
public sealed record QrPanel
{
    private const int QuietZone = 2;
    private static readonly Style Colours = Style.Of(Ink.BrightWhite, Ink.Black);

    private readonly List<BitArray> _modules;

    private QrPanel(List<BitArray> modules) => _modules = modules;

    /// <summary>Cells it takes.</summary>
    public Size Size => new(Side, (Side + 1) / 2);

    private int Side => _modules.Count - 2 * Trim;

    /// <summary>The library adds a quiet zone of four; two are enough on a screen.</summary>
    private static int Trim => 4 - QuietZone;

    /// <summary>The code of a short text or address.</summary>
    public static QrPanel Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new QrPanel(data.ModuleMatrix);
    }

    /// <summary>Draws it at the leading upper corner of a place; not at all when it does not fit.</summary>
    /// <returns>Whether it fitted.</returns>
    public bool Draw(Painter painter, Rect place)
    {
        if (place.Width < Size.Width || place.Height < Size.Height) return false;
        var inside = painter.Within(place with { Width = Size.Width, Height = Size.Height }).Mirrored(rightToLeft: false);
        for (var y = 0; y < Size.Height; y++)
        {
            var row = string.Create(Side, y, (cells, top) =>
            {
                for (var x = 0; x < cells.Length; x++) cells[x] = Block(IsLight(x, 2 * top), IsLight(x, 2 * top + 1));
            });
            inside.Text(0, y, row, Colours);
        }

        return true;
    }

    private bool IsLight(int x, int y) => y < Side && !_modules[y + Trim][x + Trim];

    private static char Block(bool upper, bool lower) => (upper, lower) switch
    {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        _ => ' ',
    };
}
