using System.Runtime.InteropServices;

namespace Outreach.Content.Urgent;

/// <summary>A phrase found at some words of a message.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UrgentMatch(int Start, int End, int Phrase);

/// <summary>
/// All phrases of all languages as one tree of places, walked once from every word of a message. It lies in one array; a node is:
/// count of phrases that end here, their numbers, count of ways on, and for each way: gap (how many times up to two words of any
/// kind may stand between), place, where the next node begins. The root begins at 0.
/// </summary>
internal sealed class UrgentTrie
{
    /// <summary>Numbers a way takes.</summary>
    public const int WayLength = 3;

    private readonly int[] _tree;
    private readonly int[] _begin;

    /// <summary>The tree of a list.</summary>
    public UrgentTrie(UrgentTable table)
    {
        _tree = ImmutableCollectionsMarshal.AsArray(table.Tree)!;
        _begin = new int[table.Places];
        for (var (way, left) = (2, _tree[1]); left > 0; way += WayLength, left--)
            _begin[_tree[way + 1]] = _tree[way + 2];       // no phrase begins with a gap, and no phrase is empty
    }

    /// <summary>Writes all phrases found to the list, up to its limit.</summary>
    public void Find(ref PlaceList places, List<UrgentMatch> found)
    {
        var walk = new Walk(_tree, places, found);
        for (var start = 0; start < places.Words && walk.Goes; start++)
        {
            walk.Start = start;
            foreach (var place in places[start])
                if (_begin[place] is > 0 and var node)
                    walk.From(node, start + 1);
        }
    }

    private ref struct Walk(int[] tree, PlaceList places, List<UrgentMatch> found)
    {
        private readonly PlaceList _places = places;
        private int _visits;

        public int Start;

        public readonly bool Goes => _visits < UrgentLimits.Visits && found.Count < UrgentLimits.Matches;

        /// <summary>Everything below a node, when the next word of the message is this one.</summary>
        public void From(int node, int word)
        {
            _visits++;
            var ways = node + 1 + tree[node];
            for (var phrase = node + 1; phrase < ways; phrase++)
                found.Add(new UrgentMatch(Start, word - 1, tree[phrase]));
            for (var (way, left) = (ways + 1, tree[ways]); left > 0; way += WayLength, left--)
                if (_places.Fits(tree[way + 1]))
                    On(way, word);
        }

        /// <summary>One way on, at every word its gap reaches.</summary>
        private void On(int way, int word)
        {
            for (var at = word; at <= word + (tree[way] * UrgentLimits.WordsPerGap) && at < _places.Words && Goes; at++)
                if (_places.Fits(at, tree[way + 1]))
                    From(tree[way + 2], at + 1);
        }
    }
}
