using System.Buffers;

namespace Outreach.Content.Urgent;

/// <summary>
/// The places the words of a message fit: a short list for each word, and a bit for the places of any word: most ways on end there,
/// without a look at each word.
/// </summary>
internal ref struct PlaceList
{
    private readonly ulong[] _any;
    private readonly int[] _ends;
    private int[] _places = ArrayPool<int>.Shared.Rent(1024);
    private int _count;

    public PlaceList(int words, int places)
    {
        _any = ArrayPool<ulong>.Shared.Rent((places >> 6) + 1);
        _any.AsSpan(0, (places >> 6) + 1).Clear();
        _ends = ArrayPool<int>.Shared.Rent(words + 1);
    }

    /// <summary>Words closed so far.</summary>
    public int Words { get; private set; }

    /// <summary>The places of one word.</summary>
    public readonly ReadOnlySpan<int> this[int word] => _places.AsSpan(Start(word), _ends[word] - Start(word));

    /// <summary>Whether a word fits a place.</summary>
    public readonly bool Fits(int word, int place) => this[word].Contains(place);

    /// <summary>Whether any word fits a place.</summary>
    public readonly bool Fits(int place) => (_any[place >> 6] & (1UL << (place & 63))) != 0;

    /// <summary>Adds places to the word that is open.</summary>
    public void Add(ReadOnlySpan<int> places)
    {
        foreach (var place in places)
            Add(place);
    }

    /// <summary>The word is complete.</summary>
    public void Close() => _ends[Words++] = _count;

    /// <summary>Gives the buffers back.</summary>
    public readonly void Return()
    {
        ArrayPool<int>.Shared.Return(_places);
        ArrayPool<int>.Shared.Return(_ends);
        ArrayPool<ulong>.Shared.Return(_any);
    }

    private readonly int Start(int word) => word == 0 ? 0 : _ends[word - 1];

    private void Add(int place)
    {
        ref var any = ref _any[place >> 6];
        if ((any & (1UL << (place & 63))) != 0 && _places.AsSpan(Start(Words), _count - Start(Words)).Contains(place))
            return;
        any |= 1UL << (place & 63);
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
