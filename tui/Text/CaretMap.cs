namespace Outreach.Tui.Text;

/// <summary>
/// Where the caret stands for each place of a text. It stands on the cell of the cluster that follows it; behind the last one
/// it stands right of the text, or one cell left of it when the text runs right to left.
/// </summary>
public sealed class CaretMap
{
    private readonly SortedDictionary<int, int> _columns = [];

    /// <summary>The map of one line.</summary>
    public CaretMap(VisualLine line)
    {
        var column = 0;
        foreach (var cluster in line.Clusters)
        {
            _columns[cluster.Start] = cluster.RightToLeft ? column + cluster.Advance - 1 : column;
            column += cluster.Advance;
        }

        _columns[line.End] = line.RightToLeft ? -1 : line.Width;
    }

    /// <summary>Column of a place, counted from the left edge of the text; -1 is the free cell left of it.</summary>
    public int ColumnOf(int index)
    {
        if (_columns.TryGetValue(index, out var column)) return column;
        var nearest = _columns.Keys.LastOrDefault(key => key <= index, _columns.Keys.First());
        return _columns[nearest];
    }

    /// <summary>The place one step left (-1) or right (+1) of a caret on the screen; the same place at the edge.</summary>
    public int Step(int index, int direction)
    {
        var from = ColumnOf(index);
        var next = _columns.Where(place => (place.Value - from) * direction > 0)
            .OrderBy(place => (place.Value - from) * direction)
            .Select(place => (int?)place.Key)
            .FirstOrDefault();
        return next ?? index;
    }

    /// <summary>The place nearest to a column.</summary>
    public int At(int column) => _columns.MinBy(place => Math.Abs(place.Value - column)).Key;
}
