using System.Runtime.InteropServices;

namespace Outreach.Tui.Text;

/// <summary>One paragraph between the explicit rules and the result: what it was, what the rules made of it so far.</summary>
internal readonly ref struct BidiText
{
    public required ReadOnlySpan<BidiClass> Classes { get; init; }

    public required ReadOnlySpan<int> CodePoints { get; init; }

    public required Span<BidiClass> Types { get; init; }

    public required Span<sbyte> Levels { get; init; }

    public required BidiIsolates Isolates { get; init; }
}

/// <summary>An isolating run sequence (BD13): the characters that see each other as neighbours.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BidiSequence(List<int> Indexes, int Level, BidiClass Before, BidiClass After);

/// <summary>Rules X9, X10, I1 and I2: cuts a paragraph into isolating run sequences and resolves each.</summary>
internal static class BidiSequences
{
    public static void Resolve(BidiText text, int paragraph)
    {
        var runs = new LevelRuns(text.Levels);
        ReadOnlySpan<sbyte> embedding = text.Levels.ToArray();        // implicit levels must not show in the edges of later sequences
        for (var run = 0; run < runs.Count; run++)
        {
            var first = runs.FirstOf(run);
            if (text.Classes[first] == BidiClass.PDI && text.Isolates.PartnerOf(first) >= 0) continue;
            var sequence = Collect(text, runs, run, out var last);
            var level = embedding[first];
            var before = runs.Before(run) is { } left ? embedding[left] : paragraph;
            var open = text.Classes[sequence[^1]].IsIsolateInitiator();
            var after = !open && runs.After(last) is { } right ? embedding[right] : paragraph;
            Resolve(text, new BidiSequence(
                sequence, level, BidiClasses.DirectionOf(Math.Max(before, level)), BidiClasses.DirectionOf(Math.Max(after, level))));
        }
    }

    private static List<int> Collect(BidiText text, LevelRuns runs, int run, out int last)
    {
        var sequence = new List<int>();
        while (true)
        {
            sequence.AddRange(runs[run]);
            last = run;
            var end = sequence[^1];
            if (!text.Classes[end].IsIsolateInitiator() || text.Isolates.PartnerOf(end) < 0) return sequence;
            run = runs.Of(text.Isolates.PartnerOf(end));
        }
    }

    private static void Resolve(BidiText text, BidiSequence sequence)
    {
        BidiWeak.Resolve(text.Types, sequence);
        BidiBrackets.Resolve(text, sequence);
        BidiNeutral.Resolve(text.Types, sequence);
        foreach (var i in sequence.Indexes) text.Levels[i] = (sbyte)(sequence.Level + Raise(text.Types[i], sequence.Level));
    }

    private static int Raise(BidiClass type, int level) => (level & 1) == 0
        ? type switch { BidiClass.R => 1, BidiClass.AN or BidiClass.EN => 2, _ => 0 }
        : type is BidiClass.L or BidiClass.AN or BidiClass.EN ? 1 : 0;
}
