using System.Buffers;

namespace Outreach.Content.Search;

/// <summary>The places the words of a message fit, word after word, in one borrowed buffer.</summary>
internal ref struct PlaceList(int words)
{
    private int[] _places = ArrayPool<int>.Shared.Rent(256);
    private int[] _ends = ArrayPool<int>.Shared.Rent(words + 1);
    private int _count;

    /// <summary>Words closed so far.</summary>
    public int Words { get; private set; }

    /// <summary>The places of one word.</summary>
    public readonly ReadOnlySpan<int> this[int word] => _places.AsSpan(Start(word), _ends[word] - Start(word));

    /// <summary>Adds places to the word that is open.</summary>
    public void Add(ReadOnlySpan<int> places)
    {
        foreach (var place in places)
            if (!_places.AsSpan(Start(Words), _count - Start(Words)).Contains(place))
                Add(place);
    }

    /// <summary>The word is complete.</summary>
    public void Close() => _ends[Words++] = _count;

    /// <summary>Gives the buffers back.</summary>
    public void Return()
    {
        ArrayPool<int>.Shared.Return(_places);
        ArrayPool<int>.Shared.Return(_ends);
        (_places, _ends, _count, Words) = ([], [], 0, 0);
    }

    private readonly int Start(int word) => word == 0 ? 0 : _ends[word - 1];

    private void Add(int place)
    {
        if (_count == _places.Length)
        {
            var larger = ArrayPool<int>.Shared.Rent(_count * 2);
            _places.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<int>.Shared.Return(_places);
            _places = larger;
        }

        _places[_count++] = place;
    }
}
