using System.Runtime.InteropServices;

namespace Outreach.Tui.Runtime;

/// <summary>Columns and rows.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Size(int Width, int Height);

/// <summary>A rectangle of cells. In a <see cref="Painter"/> X counts from the leading edge: the right one in right-to-left layouts.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>First column behind it.</summary>
    public int EndX => X + Width;

    /// <summary>First row below it.</summary>
    public int EndY => Y + Height;

    /// <summary>Its size.</summary>
    public Size Size => new(Width, Height);

    /// <summary>Whether a cell lies in it.</summary>
    public bool Contains(int x, int y) => x >= X && x < EndX && y >= Y && y < EndY;

    /// <summary>What two rectangles have in common; empty when nothing.</summary>
    public Rect Intersect(Rect other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new Rect(x, y, Math.Max(0, Math.Min(EndX, other.EndX) - x), Math.Max(0, Math.Min(EndY, other.EndY) - y));
    }

    /// <summary>The same rectangle moved.</summary>
    public Rect Moved(int x, int y) => this with { X = X + x, Y = Y + y };

    /// <summary>One row of it.</summary>
    public Rect Row(int index) => new(X, Y + index, Width, 1);
}
