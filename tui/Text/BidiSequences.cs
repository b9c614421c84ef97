using System.Runtime.InteropServices;

namespace Outreach.Tui.Text;

/// <summary>One paragraph between the explicit rules and the result: what it was, what the rules made of it so far.</summary>
internal readonly ref struct BidiText(
    ReadOnlySpan<BidiClass> classes, ReadOnlySpan<int> codePoints, Span<BidiClass> types, Span<sbyte> levels, BidiIsolates isolates)
{
    public ReadOnlySpan<BidiClass> Classes { get; } = classes;

    public ReadOnlySpan<int> CodePoints { get; } = codePoints;

    public Span<BidiClass> Types { get; } = types;

    public Span<sbyte> Levels { get; } = levels;

    public BidiIsolates Isolates { get; } = isolates;
}

/// <summary>An isolating run sequence (BD13): the characters that see each other as neighbours.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BidiSequence(List<int> Indexes, int Level, BidiClass Before, BidiClass After);

/// <summary>Rules X9, X10, I1 and I2: cuts a paragraph into isolating run sequences and resolves each.</summary>
internal static class BidiSequences
{
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct LevelRun(int Start, int End);

    public static void Resolve(BidiText text, int paragraph)
    {
        var kept = new List<int>(text.Levels.Length);
        for (var i = 0; i < text.Levels.Length; i++)
        {
            if (text.Levels[i] != Bidi.Removed) kept.Add(i);
        }

        var runs = LevelRuns(text, kept, out var runOf);
        ReadOnlySpan<sbyte> embedding = text.Levels.ToArray();        // implicit levels must not show in the edges of later sequences
        for (var run = 0; run < runs.Count; run++)
        {
            var first = kept[runs[run].Start];
            if (text.Classes[first] == BidiClass.PDI && text.Isolates.PartnerOf(first) >= 0) continue;
            var sequence = Collect(text, kept, runs, runOf, run, out var last);
            var level = embedding[first];
            var before = runs[run].Start == 0 ? paragraph : embedding[kept[runs[run].Start - 1]];
            var open = text.Classes[sequence[^1]].IsIsolateInitiator();
            var after = open || runs[last].End == kept.Count ? paragraph : embedding[kept[runs[last].End]];
            Resolve(text, new BidiSequence(
                sequence, level, BidiClasses.DirectionOf(Math.Max(before, level)), BidiClasses.DirectionOf(Math.Max(after, level))));
        }
    }

    private static List<LevelRun> LevelRuns(BidiText text, List<int> kept, out int[] runOf)
    {
        var runs = new List<LevelRun>();
        runOf = new int[text.Levels.Length];
        for (var start = 0; start < kept.Count;)
        {
            var end = start;
            while (end < kept.Count && text.Levels[kept[end]] == text.Levels[kept[start]]) runOf[kept[end++]] = runs.Count;
            runs.Add(new LevelRun(start, end));
            start = end;
        }

        return runs;
    }

    private static List<int> Collect(BidiText text, List<int> kept, List<LevelRun> runs, int[] runOf, int run, out int last)
    {
        var sequence = new List<int>();
        while (true)
        {
            for (var i = runs[run].Start; i < runs[run].End; i++) sequence.Add(kept[i]);
            last = run;
            var end = sequence[^1];
            if (!text.Classes[end].IsIsolateInitiator() || text.Isolates.PartnerOf(end) < 0) return sequence;
            run = runOf[text.Isolates.PartnerOf(end)];
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
