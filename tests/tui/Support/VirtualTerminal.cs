using System.Text;
using Outreach.Tui.Runtime;
using Outreach.Tui.Text;

namespace Outreach.Tui.Tests.Support;

/// <summary>
/// A terminal that understands the sequences we send and throws on all others. Written from the manuals, not from the
/// code that sends: wide letters, no automatic wrap, scrolling regions, background on erase.
/// </summary>
public sealed class VirtualTerminal
{
    private readonly Cell[,] _cells;
    private readonly Func<Rune, int> _widthOf;
    private Style _style;
    private int _top;
    private int _bottom;
    private Rune? _last;
    private (int X, int Y) _lastPlace;

    public VirtualTerminal(Size size, Func<Rune, int>? widthOf = null)
    {
        Size = size;
        _cells = new Cell[size.Height, size.Width];
        _bottom = size.Height - 1;
        _widthOf = widthOf ?? CellWidth.Of;
    }

    public Size Size { get; }

    public int X { get; private set; }

    public int Y { get; private set; }

    public bool CaretShown { get; private set; } = true;

    public Cell this[int x, int y] => _cells[y, x];

    /// <summary>Modes that were set, such as <c>?2004</c>; without those reset again.</summary>
    public HashSet<string> Modes { get; } = [];

    /// <summary>Status reports that were asked for.</summary>
    public int Questions { get; private set; }

    public string Row(int y)
    {
        var text = new StringBuilder();
        for (var x = 0; x < Size.Width; x++)
        {
            if (_cells[y, x].Kind != CellKind.WideTail) text.Append(_cells[y, x].Text ?? " ");
        }

        return text.ToString().TrimEnd(' ');
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var used = bytes[0] switch
            {
                0x1B => Escape(bytes),
                < 0x20 or 0x7F => Control(bytes[0]),
                _ => Letter(bytes),
            };
            bytes = bytes[used..];
        }
    }

    private int Control(byte code)
    {
        switch (code)
        {
            case (byte)'\r':
                X = 0;
                break;
            case (byte)'\b':
                X = Math.Max(0, X - 1);
                break;
            case (byte)'\n':
                if (Y == _bottom) Shift(_top, _bottom, 1);
                else Y = Math.Min(Size.Height - 1, Y + 1);
                break;
            default:
                throw new NotSupportedException($"control {code:X2}");
        }

        return 1;
    }

    private int Letter(ReadOnlySpan<byte> bytes)
    {
        Rune.DecodeFromUtf8(bytes, out var rune, out var used);
        Put(rune);
        return used;
    }

    private void Put(Rune rune)
    {
        var width = _widthOf(rune);
        if (width == 0)
        {
            Combine(rune);
            return;
        }

        if (X + width > Size.Width) X = Size.Width - width;
        (_last, _lastPlace) = (rune, (X, Y));
        for (var i = 0; i < width; i++) Split(X + i);
        _cells[Y, X] = new Cell(rune.Value == ' ' ? null : rune.ToString(), _style, width == 2 ? CellKind.WideHead : CellKind.Single);
        if (width == 2) _cells[Y, X + 1] = new Cell(Text: null, _style, CellKind.WideTail);
        X = Math.Min(Size.Width - 1, X + width);
    }

    /// <summary>A mark joins the letter written last, also at the last column, where the cursor has not moved on.</summary>
    private void Combine(Rune rune)
    {
        var (x, y) = _lastPlace;
        _cells[y, x] = _cells[y, x] with { Text = (_cells[y, x].Text ?? " ") + rune };
    }

    /// <summary>Half of a wide letter that is written over leaves a blank half.</summary>
    private void Split(int x)
    {
        if (_cells[Y, x].Kind == CellKind.WideHead) _cells[Y, x + 1] = Cell.Blank(_cells[Y, x + 1].Style);
        if (_cells[Y, x].Kind == CellKind.WideTail) _cells[Y, x - 1] = Cell.Blank(_cells[Y, x - 1].Style);
    }

    private int Escape(ReadOnlySpan<byte> bytes)
    {
        if (bytes[1] == 'M')
        {
            if (Y == _top) Shift(_top, _bottom, -1);
            else Y = Math.Max(0, Y - 1);
            return 2;
        }

        if (bytes[1] != '[') throw new NotSupportedException($"ESC {(char)bytes[1]}");
        var end = 2;
        while (bytes[end] is < 0x40 or > 0x7E) end++;
        Sequence(Encoding.ASCII.GetString(bytes[2..end]), (char)bytes[end]);
        return end + 1;
    }

    private void Sequence(string body, char final)
    {
        if (final is 'h' or 'l')
        {
            Mode(body, final == 'h');
            return;
        }

        if (final is 'q' or 'c' or 'p' && body is ">0" or ">" or "8$") return;
        var numbers = body.Split(';').Select(number => number.Length == 0 ? (int?)null : int.Parse(number)).ToArray();
        var first = numbers[0] ?? 1;
        switch (final)
        {
            case 'H':
                (Y, X) = (Row0(first), Column0(numbers.Length > 1 ? numbers[1] ?? 1 : 1));
                break;
            case 'A':
                Y = Row0(Y + 1 - first);
                break;
            case 'B':
                Y = Row0(Y + 1 + first);
                break;
            case 'C':
                X = Column0(X + 1 + first);
                break;
            case 'D':
                X = Column0(X + 1 - first);
                break;
            case 'G':
                X = Column0(first);
                break;
            case 'J' when first == 2:
                for (var y = 0; y < Size.Height; y++) Erase(y, 0);
                break;
            case 'K' when body.Length == 0:
                Split(X);
                Erase(Y, X);
                break;
            case 'S':
                Shift(_top, _bottom, first);
                break;
            case 'T':
                Shift(_top, _bottom, -first);
                break;
            case 'b':
                for (var i = 0; i < first; i++) Put(_last ?? throw new NotSupportedException("nothing to repeat"));
                break;
            case 'r':
                (_top, _bottom) = (first - 1, (numbers.Length > 1 ? numbers[1] ?? Size.Height : Size.Height) - 1);
                (X, Y) = (0, 0);
                break;
            case 'm':
                foreach (var number in numbers) Graphics(number ?? 0);
                break;
            case 'n' when first == 5:
                Questions++;
                break;
            default:
                throw new NotSupportedException($"CSI {body} {final}");
        }
    }

    private void Mode(string body, bool set)
    {
        if (body == "?25") CaretShown = set;
        if (set) Modes.Add(body);
        else Modes.Remove(body);
    }

    private void Graphics(int code) => _style = code switch
    {
        0 => default,
        1 => _style.With(Emphasis.Bold),
        2 => _style.With(Emphasis.Dim),
        4 => _style.With(Emphasis.Underline),
        7 => _style.With(Emphasis.Reverse),
        22 => _style with { Emphasis = _style.Emphasis & ~(Emphasis.Bold | Emphasis.Dim) },
        24 => _style with { Emphasis = _style.Emphasis & ~Emphasis.Underline },
        27 => _style with { Emphasis = _style.Emphasis & ~Emphasis.Reverse },
        >= 30 and <= 37 => _style with { Fore = (Ink)(code - 29) },
        39 => _style with { Fore = Ink.Default },
        >= 40 and <= 47 => _style with { Back = (Ink)(code - 39) },
        49 => _style with { Back = Ink.Default },
        >= 90 and <= 97 => _style with { Fore = (Ink)(code - 81) },
        >= 100 and <= 107 => _style with { Back = (Ink)(code - 91) },
        _ => throw new NotSupportedException($"SGR {code}"),
    };

    private void Erase(int y, int from)
    {
        for (var x = from; x < Size.Width; x++) _cells[y, x] = Cell.Blank(new Style(Ink.Default, _style.Back));
    }

    private void Shift(int top, int bottom, int by)
    {
        var before = (Cell[,])_cells.Clone();
        for (var y = top; y <= bottom; y++)
        {
            var source = y + by;
            for (var x = 0; x < Size.Width; x++)
                _cells[y, x] = source >= top && source <= bottom ? before[source, x] : Cell.Blank(new Style(Ink.Default, _style.Back));
        }
    }

    private int Row0(int row) => Math.Clamp(row - 1, 0, Size.Height - 1);

    private int Column0(int column) => Math.Clamp(column - 1, 0, Size.Width - 1);
}
