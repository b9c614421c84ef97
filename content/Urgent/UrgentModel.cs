using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Outreach.Content.Dialogs;
using Outreach.Content.Learning;

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

    /// <summary>The features, as <see cref="LinearModel"/> reads them.</summary>
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
/// The second ear: multinomial logistic regression over <see cref="TextFeatures"/> and <see cref="UrgentSign"/>, learned from example
/// messages that people can read, mend and sign. It hears cries that no list foresaw, and knows look-alikes by all that stands around them.
/// It never alarms by itself: it makes the bot ask, with the number shown.
/// </summary>
internal sealed class UrgentModel(UrgentWeights learned)
{
    /// <summary>Words looked at together; a cry in a long story must not drown in it.</summary>
    private const int Window = 40;

    private const int Classes = UrgentWeights.Classes, NoDanger = Classes - 1;

    private readonly LinearModel _model = new(learned.Bias.AsSpan(), learned.Unit, learned.Table);
    private readonly ImmutableArray<float> _signs = learned.Signs;

    /// <summary>The guess for the part of the message that frightens most; in a long one a phrase of the list is a part too.</summary>
    public UrgentGuess Guess(TextTokens tokens, List<Idea> ideas, UrgentReading reading)
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

    private UrgentGuess Guess(TextTokens tokens, List<Idea> ideas, int first, int end, uint signs)
    {
        Span<float> score = stackalloc float[Classes];
        _model.Begin(score);
        var features = TextFeatures.Of(tokens, ideas, first, end);
        _model.Add(features.Words, score);
        _model.Add(features.Parts, score);
        _model.Add(features.Ideas, score);
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
}
