using System.Runtime.InteropServices;

namespace Outreach.Content.Search;

/// <summary>A phrase found at some words of a message.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UrgentMatch(int Start, int End, int Phrase);

/// <summary>All phrases of all languages as one tree of places, walked once from every word of a message.</summary>
internal sealed class UrgentTrie
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<Node> _nodes = [new()];

    /// <summary>Adds one form of a phrase; false when it ends where a phrase ends already, which is then returned.</summary>
    public bool Add(IEnumerable<(int Gap, int Place)> steps, int phrase, out int other)
    {
        var node = 0;
        foreach (var (gap, place) in steps)
        {
            _nodes[node].Gaps |= 1 << gap;
            if (!_next.TryGetValue(Key(node, gap, place), out var next))
            {
                _next[Key(node, gap, place)] = next = _nodes.Count;
                _nodes.Add(new Node());
            }

            node = next;
        }

        var end = _nodes[node];
        other = end.Phrases is [var first, ..] ? first : phrase;
        end.Phrases = [.. end.Phrases, phrase];
        return other == phrase;
    }

    /// <summary>Writes all phrases found to the list, up to its limit.</summary>
    public void Find(ref PlaceList places, List<UrgentMatch> found)
    {
        var walk = new Walk(this, places, found);
        for (var start = 0; start < places.Words && walk.Goes; start++)
        {
            walk.Start = start;
            walk.Step(0, start, 0);
        }
    }

    private static long Key(int node, int gap, int place) => ((long)node << 32) | ((long)gap << 28) | (uint)place;

    private sealed class Node
    {
        /// <summary>Bit n: a child stands behind n gaps.</summary>
        public int Gaps { get; set; }

        /// <summary>The phrases that end here.</summary>
        public int[] Phrases { get; set; } = [];
    }

    private ref struct Walk(UrgentTrie trie, PlaceList places, List<UrgentMatch> found)
    {
        private readonly PlaceList _places = places;
        private int _visits;

        public int Start;

        public readonly bool Goes => _visits < UrgentLimits.Visits && found.Count < UrgentLimits.Matches;

        /// <summary>Everything below a node, when the next word of the message is this one.</summary>
        public void From(int node, int word)
        {
            var at = trie._nodes[node];
            foreach (var phrase in at.Phrases)
                found.Add(new UrgentMatch(Start, word - 1, phrase));
            for (var (gap, left) = (0, at.Gaps); left != 0; gap++, left >>= 1)
                if ((left & 1) != 0)
                    for (var skip = 0; skip <= gap * UrgentLimits.WordsPerGap && word + skip < _places.Words && Goes; skip++)
                        Step(node, word + skip, gap);
        }

        /// <summary>From a node over one word behind a gap.</summary>
        public void Step(int node, int word, int gap)
        {
            _visits++;
            foreach (var place in _places[word])
                if (trie._next.TryGetValue(Key(node, gap, place), out var next))
                    From(next, word + 1);
        }
    }
}
