using System.Collections.Immutable;

namespace Outreach.Content.Urgent;

/// <summary>Gives each word of the phrases its place, and lays the phrases into one tree; the result is an <see cref="UrgentTable"/>.</summary>
internal sealed class UrgentCompiler
{
    private readonly List<UrgentPhrase> _phrases = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<WordForm, List<int>> _forms = [];
    private readonly Node _root = new();

    /// <summary>Phrases so far.</summary>
    public int Count => _phrases.Count;

    /// <summary>Adds a phrase in all its forms; the phrases that already ended where one of them ends.</summary>
    public IEnumerable<UrgentPhrase> Add(UrgentPhrase phrase, ImmutableArray<ImmutableArray<UrgentStep>> forms)
    {
        var number = _phrases.Count;
        _phrases.Add(phrase);
        var met = new List<UrgentPhrase>();
        foreach (var form in forms)
        {
            var node = _root;
            foreach (var step in form)
                node = node.Next(step.Gap, Place(step.Forms));
            if (node.Phrases is [var first, ..] && first != number)
                met.Add(_phrases[first]);
            node.Phrases.Add(number);
        }
        return met;
    }

    /// <summary>The compiled list.</summary>
    public UrgentTable Table()
    {
        var tree = new List<int>();
        Lay(_root, tree);
        return new UrgentTable
        {
            Phrases = [.. _phrases],
            Places = _places.Count,
            Whole = Stems(WordShape.Whole),
            Begin = Stems(WordShape.Begin),
            Inside = Stems(WordShape.Inside),
            Number = Of(WordShape.Number),
            First = Of(WordShape.First),
            Last = Of(WordShape.Last),
            Tree = [.. tree],
        };
    }

    /// <summary>The number of the place with these forms; the same forms are the same place.</summary>
    private int Place(ImmutableArray<WordForm> forms)
    {
        var key = string.Join('|', forms.Select(f => $"{(int)f.Shape}{f.Stem}").Distinct().Order(StringComparer.Ordinal));
        if (_places.TryGetValue(key, out var place))
            return place;
        place = _places[key] = _places.Count;
        foreach (var form in forms.Distinct())
        {
            if (!_forms.TryGetValue(form, out var places))
                _forms[form] = places = [];
            places.Add(place);
        }
        return place;
    }

    private ImmutableArray<UrgentStem> Stems(WordShape shape) => [.. _forms.Where(f => f.Key.Shape == shape).Select(f => new UrgentStem(f.Key.Stem, [.. f.Value]))];

    private ImmutableArray<int> Of(WordShape shape) => [.. _forms.Where(f => f.Key.Shape == shape).SelectMany(f => f.Value)];

    /// <summary>Writes a node, then what is below it; where it begins.</summary>
    private static int Lay(Node node, List<int> tree)
    {
        var at = tree.Count;
        tree.Add(node.Phrases.Count);
        tree.AddRange(node.Phrases);
        tree.Add(node.Ways.Count);
        var way = tree.Count;
        foreach (var ((gap, place), _) in node.Ways)
            tree.AddRange([gap, place, 0]);
        foreach (var (_, next) in node.Ways)
        {
            tree[way + 2] = Lay(next, tree);
            way += UrgentTrie.WayLength;
        }
        return at;
    }

    private sealed class Node
    {
        private readonly Dictionary<(int Gap, int Place), Node> _known = [];

        /// <summary>In the order added.</summary>
        public List<KeyValuePair<(int Gap, int Place), Node>> Ways { get; } = [];

        /// <summary>The phrases that end here.</summary>
        public List<int> Phrases { get; } = [];

        public Node Next(int gap, int place)
        {
            if (!_known.TryGetValue((gap, place), out var next))
            {
                _known[(gap, place)] = next = new Node();
                Ways.Add(new((gap, place), next));
            }
            return next;
        }
    }
}
