using System.Numerics;
using Outreach.Content.Learning;

namespace Outreach.Content.Urgent;

/// <summary>Learns from the examples what <see cref="UrgentModel"/> hears by. The same examples give the same weights.</summary>
public static class UrgentLearner
{
    private const int NoDanger = UrgentWeights.Classes - 1;

    /// <summary>How strongly a sign of the list counts beside the words of a message.</summary>
    private const double SignWeight = 0.4;

    /// <summary>What an example of a kind that could be harmless counts towards danger.</summary>
    private const double UnsureIsDanger = 0.6;

    private static readonly LinearOptions Options = new() { Classes = UrgentWeights.Classes, Rounds = 18, MostFeatures = 40_000, Extra = UrgentSign.Count, Nothing = NoDanger };

    /// <summary>Weights for the examples, to be used with this list.</summary>
    public static UrgentWeights Learn(UrgentWords words, Ideas ideas, IReadOnlyList<UrgentExample> examples, string hash, UrgentLimitsOfDoubt limits)
    {
        var fit = LinearFit.Of([.. examples.Select(e => Row(words, ideas, e))], Options);
        var (table, unit) = fit.Table();
        return new UrgentWeights
        {
            Examples = hash,
            Limits = limits,
            Bias = [.. fit.Bias],
            Signs = [.. fit.Extra.ToArray().Select(w => (float)(w * SignWeight))],
            Unit = unit,
            Table = table,
        };
    }

    private static LinearExample Row(UrgentWords words, Ideas ideas, UrgentExample example)
    {
        var tokens = TextTokens.Of(example.Text);
        var found = TextFeatures.Of(tokens, ideas.Find(tokens), 0, tokens.Count);
        var (features, scale) = LinearExample.Of(found);
        found.Return();
        var signs = new List<(int, float)>();
        for (var heard = words.Read(tokens).Signs; heard != 0; heard &= heard - 1)
            signs.Add((BitOperations.TrailingZeroCount(heard), (float)SignWeight));
        tokens.Return();
        var target = new double[UrgentWeights.Classes];
        var share = example is { Kind: not null, Unsure: true } ? UnsureIsDanger : 1;
        target[NoDanger] = 1 - share;
        target[(int?)example.Kind ?? NoDanger] = share;
        return new LinearExample(features, scale, target, [.. signs]);
    }
}
