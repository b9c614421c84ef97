namespace Outreach.Tui.Text;

/// <summary>Which isolate initiator belongs to which PDI (BD9), and the first strong letter outside isolates (P2, P3).</summary>
internal sealed class BidiIsolates
{
    private readonly int[] _partner;

    public BidiIsolates(ReadOnlySpan<BidiClass> classes)
    {
        _partner = new int[classes.Length];
        var open = new List<int>();
        for (var i = 0; i < classes.Length; i++)
        {
            _partner[i] = -1;
            if (classes[i].IsIsolateInitiator()) open.Add(i);
            else if (classes[i] == BidiClass.B) open.Clear();
            else if (classes[i] == BidiClass.PDI && open.Count > 0)
            {
                (_partner[open[^1]], _partner[i]) = (i, open[^1]);
                open.RemoveAt(open.Count - 1);
            }
        }
    }

    /// <summary>The other end of an isolate, or -1.</summary>
    public int PartnerOf(int index) => _partner[index];

    /// <summary>0 or 1 by the first strong character of [start, end), skipping isolates; 0 when there is none.</summary>
    public int FirstStrong(ReadOnlySpan<BidiClass> classes, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (classes[i] == BidiClass.L) return 0;
            if (classes[i] is BidiClass.R or BidiClass.AL) return 1;
            if (classes[i] == BidiClass.B) return 0;
            if (!classes[i].IsIsolateInitiator()) continue;
            if (_partner[i] < 0) return 0;
            i = _partner[i];
        }

        return 0;
    }
}
