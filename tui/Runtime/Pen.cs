using Outreach.Tui.Text;

namespace Outreach.Tui.Runtime;

/// <summary>
/// Knows where the terminal's cursor stands and which style it writes in, and changes both with the fewest bytes.
/// Raw mode is assumed: LF goes down without returning.
/// </summary>
internal sealed class Pen(ByteBuffer bytes)
{
    private Style? _style;

    /// <summary>Column of the cursor; null when terminals may disagree about it.</summary>
    public int? X { get; private set; }

    /// <summary>Row of the cursor.</summary>
    public int Y { get; private set; }

    /// <summary>The style it writes in; null when unknown.</summary>
    public Style? Style => _style;

    /// <summary>Forgets what it knows: something else has written.</summary>
    public void Forget() => (X, _style) = (null, null);

    /// <summary>The cursor was moved by a sequence that has that effect.</summary>
    public void IsAt(int x, int y) => (X, Y) = (x, y);

    /// <summary>Writes a cell at the cursor; the last column and doubtful letters leave the cursor unknown.</summary>
    public void Write(Cell cell, int width, int screenWidth)
    {
        if (cell.Text is null) bytes.Add((byte)' ');
        else bytes.Add(cell.Text);
        Advance(width, screenWidth);
        if (cell.Text is { } text && CellWidth.IsDoubtful(text)) X = null;
    }

    /// <summary>The cursor has gone right.</summary>
    public void Advance(int count, int screenWidth) => X = X + count < screenWidth ? X + count : null;

    /// <summary>Moves the cursor.</summary>
    public void MoveTo(int x, int y)
    {
        if (X == x && Y == y) return;
        var absolute = bytes.Length;
        Absolute(x, y);
        if (X is { } from)
        {
            var relative = bytes.Length;
            Vertical(y - Y);
            Horizontal(from, x);
            bytes.KeepShorter(absolute, relative);
        }

        IsAt(x, y);
    }

    /// <summary>Changes the style, by what differs or from scratch.</summary>
    public void Use(Style style)
    {
        if (_style == style) return;
        var scratch = bytes.Length;
        Full(style);
        if (_style is { } before)
        {
            var difference = bytes.Length;
            Partial(before, style);
            bytes.KeepShorter(scratch, difference);
        }

        _style = style;
    }

    /// <summary>Changes the style as far as a cell shows it: on a blank neither ink nor boldness do.</summary>
    public void UseFor(Cell cell)
    {
        if (cell.IsBlank && _style is { } now && LooksBlankAlike(now, cell.Style)) return;
        Use(cell.Style);
    }

    private static bool LooksBlankAlike(Style a, Style b) =>
        a.Back == b.Back && ((a.Emphasis | b.Emphasis) & (Emphasis.Underline | Emphasis.Reverse)) == Emphasis.None;

    private void Absolute(int x, int y)
    {
        bytes.Add("\x1b["u8);
        if (y > 0) bytes.Number(y + 1);
        if (x > 0)
        {
            bytes.Add((byte)';');
            bytes.Number(x + 1);
        }

        bytes.Add((byte)'H');
    }

    private void Vertical(int rows)
    {
        if (rows is > 0 and <= 3)
        {
            for (var i = 0; i < rows; i++) bytes.Add((byte)'\n');
        }
        else if (rows == -1)
        {
            bytes.Add("\x1bM"u8);
        }
        else if (rows != 0)
        {
            bytes.Sequence(Math.Abs(rows), rows > 0 ? 'B' : 'A');
        }
    }

    private void Horizontal(int from, int to)
    {
        if (from == to) return;
        if (to == 0)
        {
            bytes.Add((byte)'\r');
            return;
        }

        var back = from - to;
        if (back is > 0 and <= 3)
        {
            for (var i = 0; i < back; i++) bytes.Add((byte)'\b');
            return;
        }

        var relative = bytes.Length;
        bytes.Sequence(Math.Abs(back), back > 0 ? 'D' : 'C');
        var column = bytes.Length;
        bytes.Sequence(to + 1, 'G');
        bytes.KeepShorter(relative, column);
    }

    private void Full(Style style)
    {
        bytes.Add("\x1b["u8);
        if (style != default)
        {
            bytes.Add((byte)'0');
            Emphasise(style.Emphasis, separate: true);
            if (style.Fore != Ink.Default) Colour(style.Fore, 30, separate: true);
            if (style.Back != Ink.Default) Colour(style.Back, 40, separate: true);
        }

        bytes.Add((byte)'m');
    }

    private void Partial(Style before, Style style)
    {
        bytes.Add("\x1b["u8);
        var start = bytes.Length;
        var removed = before.Emphasis & ~style.Emphasis;
        var added = style.Emphasis & ~before.Emphasis;
        if ((removed & (Emphasis.Bold | Emphasis.Dim)) != Emphasis.None)
        {
            Parameter(22, separate: false);
            added |= style.Emphasis & (Emphasis.Bold | Emphasis.Dim);
        }

        if (removed.HasFlag(Emphasis.Underline)) Parameter(24, bytes.Length > start);
        if (removed.HasFlag(Emphasis.Reverse)) Parameter(27, bytes.Length > start);
        Emphasise(added, bytes.Length > start);
        if (style.Fore != before.Fore) Colour(style.Fore, 30, bytes.Length > start);
        if (style.Back != before.Back) Colour(style.Back, 40, bytes.Length > start);
        bytes.Add((byte)'m');
    }

    private void Emphasise(Emphasis emphasis, bool separate)
    {
        foreach (var (flag, code) in Codes)
        {
            if (!emphasis.HasFlag(flag)) continue;
            Parameter(code, separate);
            separate = true;
        }
    }

    private void Colour(Ink ink, int normal, bool separate) => Parameter(
        ink switch { Ink.Default => normal + 9, < Ink.BrightBlack => normal + (int)ink - 1, _ => normal + 60 + (ink - Ink.BrightBlack) },
        separate);

    private void Parameter(int code, bool separate)
    {
        if (separate) bytes.Add((byte)';');
        bytes.Number(code);
    }

    private static readonly (Emphasis Flag, int Code)[] Codes =
        [(Emphasis.Bold, 1), (Emphasis.Dim, 2), (Emphasis.Underline, 4), (Emphasis.Reverse, 7)];
}
