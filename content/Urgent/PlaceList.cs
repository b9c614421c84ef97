using System.Buffers;

namespace Outreach.Content.Urgent;

/// <summary>
/// The places the words of a message fit: a list for each word, to begin with, and a bit for each word and place, to go on with.
/// One more row of bits holds the places of any word: most ways on end there, without a look at each word.
/// </summary>
internal ref struct PlaceList
{
    private readonly int _stride, _any;
    private readonly ulong[] _bits;
    private readonly int[] _ends;
    private int[] _places = ArrayPool<int>.Shared.Rent(1024);
    private int _count;

    public PlaceList(int words, int places)
    {
        _stride = (places >> 6) + 1;
        _any = words * _stride;
        _bits = ArrayPool<ulong>.Shared.Rent(_any + _stride);
        _bits.AsSpan(0, _any + _stride).Clear();
        _ends = ArrayPool<int>.Shared.Rent(words + 1);
    }

    /// <summary>Words closed so far.</summary>
    public int Words { get; private set; }

    /// <summary>The places of one word.</summary>
    public readonly ReadOnlySpan<int> this[int word] => _places.AsSpan(Start(word), _ends[word] - Start(word));

    /// <summary>Whether a word fits a place.</summary>
    public readonly bool Fits(int word, int place) => (_bits[(word * _stride) + (place >> 6)] & (1UL << (place & 63))) != 0;

    /// <summary>Whether any word fits a place.</summary>
    public readonly bool Fits(int place) => (_bits[_any + (place >> 6)] & (1UL << (place & 63))) != 0;

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
        ArrayPool<ulong>.Shared.Return(_bits);
    }

    private readonly int Start(int word) => word == 0 ? 0 : _ends[word - 1];

    private void Add(int place)
    {
        ref var bits = ref _bits[(Words * _stride) + (place >> 6)];
        if ((bits & (1UL << (place & 63))) != 0)
            return;
        bits |= 1UL << (place & 63);
        _bits[_any + (place >> 6)] |= 1UL << (place & 63);
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
