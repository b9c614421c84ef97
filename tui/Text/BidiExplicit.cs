namespace Outreach.Tui.Text;

/// <summary>Rules X1 to X8: embeddings, overrides and isolates.</summary>
internal ref struct BidiExplicit
{
    private const int MaxDepth = 125;

    private readonly record struct Status(int Level, BidiClass? Override, bool Isolate);

    private readonly ReadOnlySpan<BidiClass> _classes;
    private readonly Span<BidiClass> _types;
    private readonly BidiIsolates _isolates;
    private readonly Status[] _stack = new Status[MaxDepth + 2];
    private int _top;
    private int _overflowIsolates;
    private int _overflowEmbeddings;
    private int _validIsolates;

    private BidiExplicit(ReadOnlySpan<BidiClass> classes, Span<BidiClass> types, BidiIsolates isolates, int paragraph)
    {
        _classes = classes;
        _types = types;
        _isolates = isolates;
        _stack[0] = new Status(paragraph, Override: null, Isolate: false);
    }

    /// <summary>Levels after the explicit rules; overrides are written into <paramref name="types"/>.</summary>
    public static sbyte[] Resolve(ReadOnlySpan<BidiClass> classes, Span<BidiClass> types, BidiIsolates isolates, int paragraph)
    {
        var rules = new BidiExplicit(classes, types, isolates, paragraph);
        var levels = new sbyte[classes.Length];
        for (var i = 0; i < classes.Length; i++) levels[i] = (sbyte)rules.Step(i, paragraph);
        return levels;
    }

    private int Step(int index, int paragraph)
    {
        var type = _classes[index];
        switch (type)
        {
            case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO:
                Embed(type);
                return Bidi.Removed;
            case BidiClass.RLI or BidiClass.LRI or BidiClass.FSI:
                return Isolate(index);
            case BidiClass.PDI:
                EndIsolate();
                return Keep(index);
            case BidiClass.PDF:
                EndEmbedding();
                return Bidi.Removed;
            case BidiClass.B:
                EndParagraph();
                return paragraph;
            case BidiClass.BN:
                return Bidi.Removed;
            default:
                return Keep(index);
        }
    }

    private readonly int Keep(int index)
    {
        var top = _stack[_top];
        if (top.Override is { } forced) _types[index] = forced;
        return top.Level;
    }

    private readonly int NextLevel(bool rightToLeft) =>
        rightToLeft ? (_stack[_top].Level + 1) | 1 : (_stack[_top].Level + 2) & ~1;

    private void Embed(BidiClass type)
    {
        var level = NextLevel(type is BidiClass.RLE or BidiClass.RLO);
        if (level <= MaxDepth && _overflowIsolates == 0 && _overflowEmbeddings == 0)
        {
            BidiClass? forced = type switch { BidiClass.RLO => BidiClass.R, BidiClass.LRO => BidiClass.L, _ => null };
            _stack[++_top] = new Status(level, forced, Isolate: false);
        }
        else if (_overflowIsolates == 0)
        {
            _overflowEmbeddings++;
        }
    }

    private int Isolate(int index)
    {
        var own = Keep(index);
        var end = _isolates.PartnerOf(index) is var partner and >= 0 ? partner : _classes.Length;
        var rightToLeft = _classes[index] == BidiClass.RLI
            || (_classes[index] == BidiClass.FSI && _isolates.FirstStrong(_classes, index + 1, end) == 1);
        var level = NextLevel(rightToLeft);
        if (level <= MaxDepth && _overflowIsolates == 0 && _overflowEmbeddings == 0)
        {
            _validIsolates++;
            _stack[++_top] = new Status(level, Override: null, Isolate: true);
        }
        else
        {
            _overflowIsolates++;
        }

        return own;
    }

    private void EndIsolate()
    {
        if (_overflowIsolates > 0)
        {
            _overflowIsolates--;
            return;
        }

        if (_validIsolates == 0) return;
        _overflowEmbeddings = 0;
        while (!_stack[_top].Isolate) _top--;
        _top--;
        _validIsolates--;
    }

    private void EndParagraph()
    {
        (_top, _overflowIsolates, _overflowEmbeddings, _validIsolates) = (0, 0, 0, 0);
    }

    private void EndEmbedding()
    {
        if (_overflowIsolates > 0) return;
        if (_overflowEmbeddings > 0) _overflowEmbeddings--;
        else if (!_stack[_top].Isolate && _top > 0) _top--;
    }
}
