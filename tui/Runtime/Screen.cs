using System.Text;
using Outreach.Tui.Text;

namespace Outreach.Tui.Runtime;

/// <summary>A grid of cells in visual order, with the logical order kept beside it, and the place of the caret.</summary>
public sealed class Screen
{
    private readonly Cell[] _cells;
    private readonly CellOrigin[]?[] _origins;
    private int _runs;

    /// <summary>An empty screen.</summary>
    public Screen(Size size)
    {
        Size = size;
        _cells = new Cell[size.Width * size.Height];
        _origins = new CellOrigin[size.Height][];
    }

    /// <summary>Columns and rows.</summary>
    public Size Size { get; }

    /// <summary>Columns.</summary>
    public int Width => Size.Width;

    /// <summary>Rows.</summary>
    public int Height => Size.Height;

    /// <summary>Where the caret shows; null hides it.</summary>
    public (int X, int Y)? Caret { get; set; }

    /// <summary>One cell.</summary>
    public Cell this[int x, int y] => _cells[y * Width + x];

    /// <summary>One row of cells.</summary>
    public ReadOnlySpan<Cell> Row(int y) => _cells.AsSpan(y * Width, Width);

    /// <summary>Back to blank.</summary>
    public void Clear()
    {
        Array.Clear(_cells);
        Array.Clear(_origins);
        _runs = 0;
        Caret = null;
    }

    /// <summary>The text of a row as it was written, each piece at its place; trailing blanks cut. What golden tests read.</summary>
    public string LogicalRow(int y)
    {
        var line = new StringBuilder();
        for (var x = 0; x < Width;)
        {
            var end = EndOfRun(x, y);
            foreach (var i in ByRank(x, end, y)) line.Append(_origins[y]![i].Plain);
            if (end == x) line.Append(this[x, y].Kind == CellKind.WideTail ? "" : this[x, y].Text ?? " ");
            x = Math.Max(end, x + 1);
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>The text of a row as the cells show it; trailing blanks cut.</summary>
    public string VisualRow(int y)
    {
        var line = new StringBuilder();
        foreach (var cell in Row(y)) line.Append(cell.Kind == CellKind.WideTail ? "" : cell.Text ?? " ");
        return line.ToString().TrimEnd(' ');
    }

    /// <summary>All rows as they were written, one a line.</summary>
    public string LogicalText() => string.Join('\n', Enumerable.Range(0, Height).Select(LogicalRow)) + "\n";

    /// <summary>The number for a text that will be reordered; its cells carry it.</summary>
    internal int NewRun() => ++_runs;

    /// <summary>Writes a cluster if all of it fits into [0, Width); halves of wide letters it covers become blank.</summary>
    internal void Put(int x, int y, Cluster cluster, Style style, CellOrigin origin)
    {
        if (y < 0 || y >= Height || x < 0 || x + cluster.Advance > Width) return;
        var kind = cluster.Width > 1 ? CellKind.WideHead : CellKind.Single;
        Set(x, y, new Cell(cluster.Visible == " " ? null : cluster.Visible, style, kind), origin);
        for (var i = 1; i < cluster.Advance; i++)
        {
            var rest = i < cluster.Width ? new Cell(Text: null, style, CellKind.WideTail) : Cell.Blank(style);
            Set(x + i, y, rest, origin with { Plain = null });
        }
    }

    /// <summary>Sets one cell; a wide letter it was part of becomes blank.</summary>
    internal void Set(int x, int y, Cell cell, CellOrigin origin = default)
    {
        var row = _cells.AsSpan(y * Width, Width);
        if (row[x].Kind != CellKind.Single) BlankLetter(row, x);
        row[x] = cell;
        if (origin.Run != 0) _origins[y] ??= new CellOrigin[Width];
        if (_origins[y] is { } origins) origins[x] = origin;
    }

    private static void BlankLetter(Span<Cell> row, int x)
    {
        while (x > 0 && row[x].Kind == CellKind.WideTail) x--;
        do row[x] = Cell.Blank(row[x].Style);
        while (++x < row.Length && row[x].Kind == CellKind.WideTail);
    }

    /// <summary>Where the cells of a row come from; null when nothing in it is reordered.</summary>
    internal ReadOnlySpan<CellOrigin> Origins(int y) => _origins[y];

    /// <summary>First column behind the reordered text that begins at a column; the column itself when there is none.</summary>
    internal int EndOfRun(int x, int y)
    {
        var origins = Origins(y);
        var end = x;
        while (end < origins.Length && origins[end].Run != 0 && origins[end].Run == origins[x].Run) end++;
        return end;
    }

    /// <summary>The columns [start, end) of one reordered text in the order it was written.</summary>
    internal int[] ByRank(int start, int end, int y)
    {
        if (start == end) return [];                            // most columns; and never the whole row for one text
        var origins = Origins(y)[start..end].ToArray();
        return [.. Enumerable.Range(start, end - start).OrderBy(x => origins[x - start].Rank)];
    }
}
