namespace Outreach.Tui.Text;

/// <summary>
/// Where the caret stands for each place of a text. It stands on the cell of the cluster that follows it; behind the last one
/// it stands right of the text, or one cell left of it when the text runs right to left.
/// </summary>
public sealed class CaretMap
{
    private readonly int[] _places;
    private readonly int[] _columns;

    /// <summary>The map of one line.</summary>
    public CaretMap(VisualLine line)
    {
        var count = line.Clusters.Length;
        (_places, _columns) = (new int[count + 1], new int[count + 1]);
        var column = 0;
        for (var i = 0; i < count; i++)
        {
            var cluster = line.Clusters[i];
            _places[i] = cluster.Start;
            _columns[i] = cluster.RightToLeft ? column + cluster.Advance - 1 : column;
            column += cluster.Advance;
        }

        (_places[count], _columns[count]) = (line.End, line.RightToLeft ? -1 : line.Width);
    }

    /// <summary>Column of a place, counted from the left edge of the text; -1 is the free cell left of it.</summary>
    public int ColumnOf(int index)
    {
        var nearest = -1;
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i] <= index && (nearest < 0 || _places[i] >= _places[nearest])) nearest = i;
        }

        return _columns[Math.Max(nearest, 0)];
    }

    /// <summary>The place one step left (-1) or right (+1) of a caret on the screen; the same place at the edge.</summary>
    public int Step(int index, int direction)
    {
        var from = ColumnOf(index);
        var (next, least) = (index, int.MaxValue);
        for (var i = 0; i < _places.Length; i++)
        {
            var distance = (_columns[i] - from) * direction;
            if (distance > 0 && distance < least) (next, least) = (_places[i], distance);
        }

        return next;
    }

    /// <summary>The place nearest to a column.</summary>
    public int At(int column)
    {
        var nearest = 0;
        for (var i = 1; i < _places.Length; i++)
        {
            if (Math.Abs(_columns[i] - column) < Math.Abs(_columns[nearest] - column)) nearest = i;
        }

        return _places[nearest];
    }
}
