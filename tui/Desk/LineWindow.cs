using Outreach.Tui.Runtime;

namespace Outreach.Tui.Desk;

/// <summary>Which rows of a list of lines show, and which line is marked; the marked one is always in sight, at least in part.</summary>
internal readonly struct LineWindow
{
    private readonly int[] _starts;
    private readonly int _height;

    /// <summary>The rows from <paramref name="top"/> on, as far as the marked line allows.</summary>
    /// <param name="heights">Rows each line takes.</param>
    /// <param name="selected">The marked line.</param>
    /// <param name="top">The first row that showed before.</param>
    /// <param name="height">Rows there are.</param>
    public LineWindow(int[] heights, int selected, int top, int height)
    {
        _starts = new int[heights.Length + 1];
        for (var i = 0; i < heights.Length; i++) _starts[i + 1] = _starts[i] + heights[i];
        _height = Math.Max(1, height);
        Selected = Math.Clamp(selected, 0, heights.Length - 1);
        if (EndOf(Selected) <= top) top = _starts[Selected];
        else if (_starts[Selected] >= top + _height) top = Math.Min(_starts[Selected], EndOf(Selected) - _height);
        Top = Math.Clamp(top, 0, Math.Max(0, _starts[^1] - _height));
    }

    private LineWindow(LineWindow before, int selected, int top)
    {
        (_starts, _height) = (before._starts, before._height);
        (Selected, Top) = (Math.Clamp(selected, 0, Last), Math.Clamp(top, 0, Math.Max(0, _starts[^1] - _height)));
    }

    /// <summary>The marked line.</summary>
    public int Selected { get; }

    /// <summary>The first row that shows.</summary>
    public int Top { get; }

    private int Last => _starts.Length - 2;

    /// <summary>The window after a key.</summary>
    public LineWindow After(KeyName key) => key switch
    {
        KeyName.Down => Down(),
        KeyName.Up => Up(),
        KeyName.Home => new LineWindow(this, 0, 0),
        KeyName.End => new LineWindow(this, Last, _starts[^1]),
        KeyName.PageDown => new LineWindow(this, LineAt(Top + _height), Top + _height),
        KeyName.PageUp => new LineWindow(this, LineAt(Top - 1), Top - _height),
        _ => this,
    };

    private LineWindow Down()
    {
        if (EndOf(Selected) > Top + _height) return new LineWindow(this, Selected, Top + 1);
        if (Selected == Last) return this;
        var next = Selected + 1;
        var top = EndOf(next) > Top + _height && _starts[next] > Top ? Top + 1 : Top;
        var goes = EndOf(next) <= top + _height || _starts[next] <= top || EndOf(Selected) <= top;
        return new LineWindow(this, goes ? next : Selected, top);
    }

    private LineWindow Up()
    {
        if (_starts[Selected] < Top) return new LineWindow(this, Selected, Top - 1);
        if (Selected == 0) return this;
        var next = Selected - 1;
        var top = _starts[next] < Top && EndOf(next) < Top + _height ? Top - 1 : Top;
        var goes = _starts[next] >= top || EndOf(next) >= top + _height || _starts[Selected] >= top + _height;
        return new LineWindow(this, goes ? next : Selected, top);
    }

    private int EndOf(int line) => _starts[line + 1];

    private int LineAt(int row)
    {
        var line = 0;
        while (line < Last && EndOf(line) <= row) line++;
        return line;
    }
}
