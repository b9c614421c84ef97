using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Urgent;

/// <summary>Probabilities of danger, 0 to 1, at which the two ears are weighed against each other.</summary>
/// <param name="Ask">From here on the bot shows help and asks.</param>
/// <param name="Doubt">Below, a sure phrase of the list is asked about instead of alarming at once.</param>
/// <param name="Leave">Below, even a sure phrase of the list is left alone: the rest of the message says that nobody is in danger.</param>
public sealed record UrgentLimitsOfDoubt(double Ask, double Doubt, double Leave);

/// <summary>What was learned from the examples, in the form that a file and a package hold.</summary>
public sealed record UrgentWeights
{
    /// <summary>A row per kind of danger and one for "no danger".</summary>
    public const int Classes = 9;

    /// <summary>Bytes of a feature in the table: its number, then a weight for each class.</summary>
    internal const int RowLength = sizeof(uint) + Classes;

    /// <summary>SHA-256 of the examples it was learned from.</summary>
    public required string Examples { get; init; }

    /// <summary>Where the bot asks, and where it doubts the list.</summary>
    public required UrgentLimitsOfDoubt Limits { get; init; }

    /// <summary>Where each class begins.</summary>
    public required ImmutableArray<float> Bias { get; init; }

    /// <summary>Weights of the signs of the list: <see cref="UrgentSign"/>, class by class.</summary>
    public required ImmutableArray<float> Signs { get; init; }

    /// <summary>What a weight of one in the table is worth.</summary>
    public required float Unit { get; init; }

    /// <summary>The features, ordered by number: big-endian number, then signed bytes.</summary>
    public required byte[] Table { get; init; }

    /// <summary>Learned nothing: the list is followed as it stands.</summary>
    public static UrgentWeights None { get; } = new()
    {
        Examples = "",
        Limits = new UrgentLimitsOfDoubt(Ask: 1, Doubt: 1, Leave: 1),
        Bias = [.. new float[Classes]],
        Signs = [.. new float[Classes * UrgentSign.Count]],
        Unit = 1,
        Table = [],
    };
}

/// <summary>How probable danger is, and of which kind it would be.</summary>
/// <param name="Kind">The most probable kind.</param>
/// <param name="Danger">Probability that somebody is in danger, 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UrgentGuess(UrgentKind Kind, double Danger);

/// <summary>
/// The second ear: multinomial logistic regression over <see cref="UrgentFeatures"/> and <see cref="UrgentSign"/>, learned from example
/// messages that people can read, mend and sign. It hears cries that no list foresaw, and knows look-alikes by all that stands around them.
/// It never alarms by itself: it makes the bot ask, with the number shown.
/// </summary>
internal sealed class UrgentModel
{
    /// <summary>Words looked at together; a cry in a long story must not drown in it.</summary>
    private const int Window = 40;

    private const int Classes = UrgentWeights.Classes, NoDanger = Classes - 1;

    private readonly (uint Feature, int Row)[] _places;
    private readonly sbyte[] _weights;
    private readonly float[] _bias, _signs;
    private readonly float _unit;

    /// <summary>Lays the table out for finding.</summary>
    public UrgentModel(UrgentWeights learned)
    {
        var count = learned.Table.Length / UrgentWeights.RowLength;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, count * 2));
        (_places, _weights) = (new (uint, int)[size], new sbyte[count * Classes]);
        for (var i = 0; i < count; i++)
        {
            var row = learned.Table.AsSpan(i * UrgentWeights.RowLength, UrgentWeights.RowLength);
            var number = BinaryPrimitives.ReadUInt32BigEndian(row);
            Place(number) = (number, i * Classes);
            for (var k = 0; k < Classes; k++)
                _weights[(i * Classes) + k] = (sbyte)row[sizeof(uint) + k];
        }
        (_bias, _signs, _unit) = ([.. learned.Bias], [.. learned.Signs], learned.Unit);
    }

    /// <summary>The guess for the part of the message that frightens most; in a long one a phrase of the list is a part too.</summary>
    public UrgentGuess Guess(UrgentTokens tokens, List<UrgentIdea> ideas, UrgentReading reading)
    {
        var signs = reading.Signs;
        var worst = Guess(tokens, ideas, 0, Math.Min(tokens.Count, Window), signs);
        if (tokens.Count > Window && reading.Hit is not null
            && Guess(tokens, ideas, Math.Max(0, reading.First), Math.Min(tokens.Count, reading.Last + 1), signs) is var near && near.Danger > worst.Danger)
            worst = near;
        for (var first = Window / 2; first + (Window / 2) < tokens.Count; first += Window / 2)
            if (Guess(tokens, ideas, first, Math.Min(tokens.Count, first + Window), signs) is var guess && guess.Danger > worst.Danger)
                worst = guess;
        return worst;
    }

    private UrgentGuess Guess(UrgentTokens tokens, List<UrgentIdea> ideas, int first, int end, uint signs)
    {
        Span<float> score = stackalloc float[Classes];
        _bias.CopyTo(score);
        var features = UrgentFeatures.Of(tokens, ideas, first, end);
        Add(features.Words, score);
        Add(features.Parts, score);
        Add(features.Ideas, score);
        features.Return();
        for (; signs != 0; signs &= signs - 1)
            for (var (k, at) = (0, BitOperations.TrailingZeroCount(signs) * Classes); k < Classes; k++)
                score[k] += _signs[at + k];
        return Decide(score);
    }

    /// <summary>Softmax.</summary>
    private static UrgentGuess Decide(ReadOnlySpan<float> score)
    {
        var (best, sum) = (0, 0.0);
        for (var k = 0; k < NoDanger; k++)
        {
            sum += Math.Exp(score[k] - score[NoDanger]);
            best = score[k] > score[best] ? k : best;
        }
        return new UrgentGuess((UrgentKind)best, sum / (1 + sum));
    }

    private void Add(ReadOnlySpan<uint> features, Span<float> score)
    {
        if (features.IsEmpty)
            return;
        Span<int> sum = stackalloc int[Classes];
        sum.Clear();
        foreach (var feature in features)
        {
            ref readonly var place = ref Place(feature);
            if (place.Feature == feature)
            {
                var row = _weights.AsSpan(place.Row, Classes);
                for (var k = 0; k < sum.Length; k++)
                    sum[k] += row[k];
            }
        }
        var scale = _unit * UrgentFeatures.Share(features.Length);
        for (var k = 0; k < Classes; k++)
            score[k] += sum[k] * scale;
    }

    /// <summary>Where a feature lies, or the free place where it would.</summary>
    private ref (uint Feature, int Row) Place(uint feature)
    {
        var at = (int)feature & (_places.Length - 1);
        while (_places[at].Feature != feature && _places[at].Feature != 0)
            at = (at + 1) & (_places.Length - 1);
        return ref _places[at];
    }
}
