using System.Runtime.InteropServices;

namespace Outreach.Tui.Text;

/// <summary>The level runs of a paragraph (BD7), over the characters that rule X9 has left in it.</summary>
internal sealed class LevelRuns
{
    private readonly List<int> _kept;
    private readonly List<int> _starts = [];
    private readonly int[] _runOf;

    public LevelRuns(ReadOnlySpan<sbyte> levels)
    {
        _kept = new List<int>(levels.Length);
        _runOf = new int[levels.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] != Bidi.Removed) _kept.Add(i);
        }

        for (var start = 0; start < _kept.Count;)
        {
            var end = start;
            while (end < _kept.Count && levels[_kept[end]] == levels[_kept[start]]) _runOf[_kept[end++]] = _starts.Count;
            _starts.Add(start);
            start = end;
        }
    }

    public int Count => _starts.Count;

    /// <summary>The characters of a run.</summary>
    public ReadOnlySpan<int> this[int run] => CollectionsMarshal.AsSpan(_kept)[_starts[run]..EndOf(run)];

    public int FirstOf(int run) => _kept[_starts[run]];

    /// <summary>The run a character is in.</summary>
    public int Of(int index) => _runOf[index];

    /// <summary>The character before a run; null at the beginning.</summary>
    public int? Before(int run) => _starts[run] == 0 ? null : _kept[_starts[run] - 1];

    /// <summary>The character after a run; null at the end.</summary>
    public int? After(int run) => EndOf(run) == _kept.Count ? null : _kept[EndOf(run)];

    private int EndOf(int run) => run + 1 < _starts.Count ? _starts[run + 1] : _kept.Count;
}
