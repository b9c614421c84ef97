using System.Runtime.InteropServices;

namespace Outreach.Content.Search;

/// <summary>A phrase found at some words of a message.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UrgentMatch(int Start, int End, int Phrase);

/// <summary>All phrases of all languages as one tree of places, walked once from every word of a message.</summary>
internal sealed class UrgentTrie
{
    private readonly Node _root = new();
    private Node?[] _begin = [];

    /// <summary>Adds one form of a phrase; false when it ends where a phrase ends already, which is then returned.</summary>
    public bool Add(IEnumerable<(int Gap, int Place)> steps, int phrase, out int other)
    {
        var node = _root;
        foreach (var (gap, place) in steps)
        {
            var next = Array.Find(node.Next, n => n.Gap == gap && n.Place == place).Node;
            if (next is null)
            {
                next = new Node();
                node.Next = [.. node.Next, new(gap, place, next)];
                if (node == _root)
                    Begin(place, next);
            }

            node = next;
        }

        other = node.Phrases is [var first, ..] ? first : phrase;
        node.Phrases = [.. node.Phrases, phrase];
        return other == phrase;
    }

    /// <summary>Writes all phrases found to the list, up to its limit.</summary>
    public void Find(ref PlaceList places, List<UrgentMatch> found)
    {
        var walk = new Walk(places, found);
        for (var start = 0; start < places.Words && walk.Goes; start++)
        {
            walk.Start = start;
            foreach (var place in places[start])
                if (place < _begin.Length && _begin[place] is { } node)
                    walk.From(node, start + 1);
        }
    }

    private void Begin(int place, Node node)
    {
        if (place >= _begin.Length)
            Array.Resize(ref _begin, Math.Max(place + 1, _begin.Length * 2));
        _begin[place] = node;
    }

    /// <summary>A way on: over words of any kind to a word that fits a place.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Way(int Gap, int Place, Node? Node);

    private sealed class Node
    {
        public Way[] Next { get; set; } = [];

        /// <summary>The phrases that end here.</summary>
        public int[] Phrases { get; set; } = [];
    }

    private ref struct Walk(PlaceList places, List<UrgentMatch> found)
    {
        private readonly PlaceList _places = places;
        private int _visits;

        public int Start;

        public readonly bool Goes => _visits < UrgentLimits.Visits && found.Count < UrgentLimits.Matches;

        /// <summary>Everything below a node, when the next word of the message is this one.</summary>
        public void From(Node node, int word)
        {
            _visits++;
            foreach (var phrase in node.Phrases)
                found.Add(new UrgentMatch(Start, word - 1, phrase));
            foreach (var (gap, place, next) in node.Next)
                for (var at = word; at <= word + (gap * UrgentLimits.WordsPerGap) && at < _places.Words && Goes; at++)
                    if (_places.Fits(at, place))
                        From(next!, at + 1);
        }
    }
}
