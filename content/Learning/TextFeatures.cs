using System.Buffers;
using System.Runtime.InteropServices;

namespace Outreach.Content.Learning;

/// <summary>
/// Some words of a message as numbers: each word, each pair of neighbours and of next-but-one neighbours; and all parts of words of 2 to 5
/// letters with their edges, which see through spelling and endings (Bojanowski et al. 2017, "Enriching word vectors with subword information");
/// and the ideas in them, each and in pairs, which are the same in every language.
/// Numbers are hashes: what a person wrote cannot be read from them, and they are wiped all the same.
/// </summary>
internal ref struct TextFeatures
{
    private const uint Word = 0x9E3779B1, Pair = 0x85EBCA6B, Skip = 0xC2B2AE35, Part = 0x27D4EB2F, One = 0x165667B1, Two = 0x2545F491;
    /// <summary>Features that a word brings to <see cref="Words"/>: itself first.</summary>
    public const int PerWord = 3;

    private const int ShortestPart = 2, LongestPart = 5;

    /// <summary>How many words apart two ideas make a pair.</summary>
    private const int PairReach = 10;

    private uint[] _words, _parts;
    private readonly List<uint> _ideas = [];

    private TextFeatures(int words, int letters) =>
        (_words, _parts) = (ArrayPool<uint>.Shared.Rent(words * PerWord), ArrayPool<uint>.Shared.Rent((letters + (words * 2)) * (LongestPart - ShortestPart + 1)));

    /// <summary>Words and pairs of words.</summary>
    public readonly ReadOnlySpan<uint> Words => _words.AsSpan(0, WordCount);

    /// <summary>Parts of words.</summary>
    public readonly ReadOnlySpan<uint> Parts => _parts.AsSpan(0, PartCount);

    /// <summary>Ideas, and pairs of ideas that stand near each other.</summary>
    public readonly ReadOnlySpan<uint> Ideas => CollectionsMarshal.AsSpan(_ideas);

    private int WordCount { get; set; }

    private int PartCount { get; set; }

    /// <summary>The features of the words from <paramref name="first"/> up to <paramref name="end"/>; give them back with <see cref="Return"/>.</summary>
    public static TextFeatures Of(TextTokens tokens, List<Idea> ideas, int first, int end)
    {
        var letters = 0;
        for (var i = first; i < end; i++)
            letters += tokens[i].Length;
        var features = new TextFeatures(end - first + 1, letters);
        var (last, beforeLast) = (Word, Word);
        for (var i = first; i < end; i++)
        {
            var word = Hash(tokens[i]);
            features.AddWord(Mix(word, Word));
            features.AddWord(Mix((last * 31) + word, Pair));
            features.AddWord(Mix((beforeLast * 31) + word, Skip));
            (beforeLast, last) = (last, word);
            features.AddParts(tokens[i]);
        }
        features.AddIdeas(ideas, first, end);
        return features;
    }

    /// <summary>What one of so many features counts: each group is a vector of the same length, so that long messages are no louder than short ones.</summary>
    public static float Share(int features) => 0.5f / MathF.Sqrt(Math.Max(1, features));

    /// <summary>Wipes them and gives the room back.</summary>
    public void Return()
    {
        ArrayPool<uint>.Shared.Return(_words, clearArray: true);
        ArrayPool<uint>.Shared.Return(_parts, clearArray: true);
        CollectionsMarshal.AsSpan(_ideas).Clear();
        (_words, _parts, WordCount, PartCount) = ([], [], 0, 0);
    }

    private void AddWord(uint feature) => _words[WordCount++] = feature;

    /// <summary>Parts of "‹word›"; a part that is the whole word with its edges stands in the words already.</summary>
    private void AddParts(ReadOnlySpan<char> word)
    {
        var length = word.Length + 2;
        for (var start = 0; start < length - 1; start++)
        {
            var hash = 2166136261u;
            for (var at = start; at < Math.Min(length, start + LongestPart); at++)
            {
                hash = (hash ^ (at == 0 ? '\u2039' : at == length - 1 ? '\u203A' : word[at - 1])) * 16777619u;
                if (at - start + 1 >= ShortestPart)
                    _parts[PartCount++] = Mix(hash, Part);
            }
        }
    }

    private readonly void AddIdeas(List<Idea> ideas, int first, int end)
    {
        for (var i = 0; i < ideas.Count; i++)
        {
            if (ideas[i].Word < first || ideas[i].Word >= end)
                continue;
            _ideas.Add(Mix(ideas[i].Number, One));
            for (var k = i + 1; k < ideas.Count && ideas[k].Word < end && ideas[k].Word - ideas[i].Word <= PairReach; k++)
                if (ideas[k].Number != ideas[i].Number)
                    _ideas.Add(Mix((Math.Min(ideas[i].Number, ideas[k].Number) * 31) + Math.Max(ideas[i].Number, ideas[k].Number), Two));
        }
    }

    /// <summary>FNV-1a.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }

    /// <summary>Spreads the bits, so that tables may use the low ones; zero is left free for them.</summary>
    private static uint Mix(uint hash, uint group)
    {
        hash ^= group;
        hash = (hash ^ (hash >> 16)) * 0x7FEB352Du;
        hash = (hash ^ (hash >> 15)) * 0x846CA68Bu;
        hash ^= hash >> 16;
        return hash == 0 ? 1 : hash;
    }
}
