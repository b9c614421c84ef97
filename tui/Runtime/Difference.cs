namespace Outreach.Tui.Runtime;

/// <summary>What the terminal can do that saves bytes.</summary>
/// <param name="RepeatsLetters"><c>CSI n b</c> repeats the last letter.</param>
/// <param name="ErasesInColour">Erasing fills with the background colour.</param>
public sealed record DifferenceOptions(bool RepeatsLetters = true, bool ErasesInColour = true);

/// <summary>
/// Turns the last screen into the next with the fewest bytes it finds. The cursor and the style are remembered from
/// frame to frame; after letters whose width is in doubt the cursor is placed anew, so one disagreement costs one cell.
/// </summary>
public sealed class Difference
{
    private const int LongestBridge = 3;

    private readonly DifferenceOptions _options;
    private readonly ByteBuffer _bytes = new();
    private readonly Pen _pen;
    private Cell[] _old = [];
    private Size? _size;
    private bool? _caretShown;

    /// <summary>A difference against a terminal of which nothing is known.</summary>
    public Difference(DifferenceOptions? options = null) => (_options, _pen) = (options ?? new DifferenceOptions(), new Pen(_bytes));

    /// <summary>The next frame clears and redraws everything.</summary>
    public void Reset()
    {
        _size = null;
        _caretShown = null;
        _pen.Forget();
    }

    /// <summary>The bytes that make the terminal show a screen; valid until the next call, empty when nothing changed.</summary>
    public ReadOnlySpan<byte> Frame(Screen screen)
    {
        _bytes.Clear();
        if (_size != screen.Size) Begin(screen.Size);
        else if (Scrolling.Find(_old, screen) is { } scroll) Apply(scroll, screen.Size);
        for (var y = 0; y < screen.Height; y++) Row(screen.Row(y), _old.AsSpan(y * screen.Width, screen.Width), y);
        Caret(screen);
        return _bytes.Written;
    }

    private void Begin(Size size)
    {
        if (_caretShown != false) _bytes.Add("\x1b[?25l"u8);
        _caretShown = false;
        _pen.Forget();
        _pen.Use(default);
        _bytes.Add("\x1b[H\x1b[2J"u8);
        _pen.IsAt(0, 0);
        _size = size;
        _old = new Cell[size.Width * size.Height];
    }

    /// <summary>
    /// Moves rows between two margins by going over the edge, as every terminal since the VT100 does it: the Linux
    /// console knows no other way.
    /// </summary>
    private void Apply(Scroll scroll, Size size)
    {
        _pen.Use(default);
        var whole = scroll.Top == 0 && scroll.Bottom == size.Height - 1;
        if (!whole) Margins(scroll);
        _pen.MoveTo(0, scroll.By > 0 ? scroll.Bottom : scroll.Top);
        for (var i = Math.Abs(scroll.By); i > 0; i--) _bytes.Add(scroll.By > 0 ? "\n"u8 : "\x1bM"u8);
        if (!whole)
        {
            _bytes.Add("\x1b[r"u8);
            _pen.IsAt(0, 0);
        }

        Scrolling.Apply(_old, size.Width, scroll);
    }

    private void Margins(Scroll scroll)
    {
        _bytes.Add("\x1b["u8);
        if (scroll.Top > 0) _bytes.Number(scroll.Top + 1);
        _bytes.Add((byte)';');
        _bytes.Number(scroll.Bottom + 1);
        _bytes.Add((byte)'r');
        _pen.IsAt(0, 0);
    }

    private void Row(ReadOnlySpan<Cell> next, Span<Cell> old, int y)
    {
        var tail = Tail(next);
        for (var x = 0; x < next.Length;)
        {
            if (next[x] == old[x]) x++;
            else if (x >= tail) x = Erase(next, old, x, y);
            else x = Write(next, old, Head(next, x), y);
        }

        for (var x = 0; x < next.Length; x++) old[x] = next[x];
    }

    /// <summary>Where the blanks at the end of a row begin that one erase can make.</summary>
    private int Tail(ReadOnlySpan<Cell> row)
    {
        var last = row[^1];
        var style = last.Style;
        var erasable = style.Emphasis == Emphasis.None && (style.Back == Ink.Default || _options.ErasesInColour);
        if (!last.IsBlank || !erasable) return row.Length;
        var tail = row.Length;
        while (tail > 0 && row[tail - 1] == last) tail--;
        return tail;
    }

    private int Erase(ReadOnlySpan<Cell> next, ReadOnlySpan<Cell> old, int x, int y)
    {
        var last = next.Length - 1;
        while (next[last] == old[last]) last--;
        _pen.MoveTo(x, y);
        _pen.UseFor(next[x]);
        var count = last + 1 - x;
        if (count <= LongestBridge && last < next.Length - 1)
        {
            for (var i = 0; i < count; i++) _pen.Write(default, 1, next.Length);
        }
        else
        {
            _bytes.Add("\x1b[K"u8);
        }

        return next.Length;
    }

    private int Write(ReadOnlySpan<Cell> next, ReadOnlySpan<Cell> old, int x, int y)
    {
        Bridge(next, x, y);
        _pen.MoveTo(x, y);
        _pen.UseFor(next[x]);
        var end = x + 1;
        while (end < next.Length && next[end].Kind == CellKind.WideTail) end++;
        _pen.Write(next[x], end - x, next.Length);
        return next[x].Kind == CellKind.Single ? Repeat(next, old, x, end) : end;
    }

    /// <summary>Goes over a few unchanged letters by writing them again, where that is shorter than moving.</summary>
    private void Bridge(ReadOnlySpan<Cell> next, int x, int y)
    {
        if (_pen.Y != y || _pen.X is not { } from || from >= x || x - from > LongestBridge) return;
        for (var i = from; i < x; i++)
        {
            var text = next[i].Text;
            if (next[i].Kind != CellKind.Single || next[i].Style != _pen.Style || (text is not null && !char.IsAscii(text[0]))) return;
        }

        for (var i = from; i < x; i++) _pen.Write(next[i], 1, next.Length);
    }

    /// <summary>Lets the terminal repeat an ASCII letter it has just got (tmux repeats no others); returns the column to go on from.</summary>
    private int Repeat(ReadOnlySpan<Cell> next, ReadOnlySpan<Cell> old, int x, int end)
    {
        if (!_options.RepeatsLetters || _pen.X is null || next[x].Text is { } text && !char.IsAscii(text[0])) return end;
        var count = 0;
        while (end + count < next.Length && next[end + count] == next[x]) count++;
        while (count > 0 && next[end + count - 1] == old[end + count - 1]) count--;
        if (count <= 5) return end;
        _bytes.Sequence(count, 'b');
        _pen.Advance(count, next.Length);
        return end + count;
    }

    private void Caret(Screen screen)
    {
        var shown = screen.Caret is not null;
        if (screen.Caret is { } caret)
        {
            if (_pen.X == caret.X - 1) Bridge(screen.Row(caret.Y), caret.X, caret.Y);
            _pen.MoveTo(caret.X, caret.Y);
        }

        if (_caretShown == shown) return;
        _bytes.Add(shown ? "\x1b[?25h"u8 : "\x1b[?25l"u8);
        _caretShown = shown;
    }

    private static int Head(ReadOnlySpan<Cell> row, int x)
    {
        while (row[x].Kind == CellKind.WideTail) x--;
        return x;
    }
}
