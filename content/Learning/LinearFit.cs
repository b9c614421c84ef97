using System.Buffers.Binary;

namespace Outreach.Content.Learning;

/// <summary>An example: its features, what each of them counts, and the share of each class it should come to.</summary>
/// <param name="Features">Numbers of <see cref="TextFeatures"/>.</param>
/// <param name="Scale">What each feature counts.</param>
/// <param name="Target">A share for each class; together one.</param>
/// <param name="Extra">Rows of its own beside the features, from 0 on, and what they count.</param>
internal sealed record LinearExample(uint[] Features, float[] Scale, double[] Target, (int Row, float Value)[] Extra)
{
    /// <summary>The features of a text.</summary>
    public static (uint[] Features, float[] Scale) Of(in TextFeatures features) =>
        ([.. features.Words, .. features.Parts, .. features.Ideas], [.. Group(features.Words), .. Group(features.Parts), .. Group(features.Ideas)]);

    private static IEnumerable<float> Group(ReadOnlySpan<uint> features) => Enumerable.Repeat(TextFeatures.Share(features.Length), features.Length);
}

/// <summary>How to learn.</summary>
internal sealed record LinearOptions
{
    /// <summary>How many classes.</summary>
    public required int Classes { get; init; }

    /// <summary>How often every example is looked at.</summary>
    public required int Rounds { get; init; }

    /// <summary>Features that are kept: the strongest.</summary>
    public required int MostFeatures { get; init; }

    /// <summary>Rows beside the features.</summary>
    public int Extra { get; init; }

    /// <summary>The class of a text in which nothing is known, taught after every tenth example; null when there is none.</summary>
    public int? Nothing { get; init; }
}

/// <summary>
/// Learns weights from examples: multinomial logistic regression by AdaGrad (Duchi et al. 2011), features seen more than once, then the
/// strongest of them once more, in whole numbers of one byte. The same examples give the same weights.
/// </summary>
internal sealed class LinearFit
{
    private const int SeenAtLeast = 2, NothingEvery = 10, Seed = 20261122;
    private const double Rate = 0.3, Decay = 1e-3;

    private readonly LinearOptions _options;
    private readonly uint[] _known;
    private readonly float[] _weights, _squares;

    /// <summary>Features, then extra rows, then the bias: each a row of classes.</summary>
    private LinearFit(IReadOnlyList<LinearExample> examples, uint[] known, LinearOptions options)
    {
        (_options, _known) = (options, known);
        _weights = new float[(known.Length + options.Extra + 1) * Classes];
        _squares = new float[_weights.Length];
        var number = new Dictionary<uint, int>(known.Length);
        for (var i = 0; i < known.Length; i++)
            number[known[i]] = i;
        var vectors = examples.Select(e => Vector(e, number)).ToArray();
        Learn(vectors, examples);
    }

    private int Classes => _options.Classes;

    /// <summary>Learns.</summary>
    public static LinearFit Of(IReadOnlyList<LinearExample> examples, LinearOptions options)
    {
        var known = examples.SelectMany(e => e.Features.Distinct()).CountBy(f => f).Where(f => f.Value >= SeenAtLeast).Select(f => f.Key).Order().ToArray();
        var first = new LinearFit(examples, known, options);
        if (known.Length <= options.MostFeatures)
            return first;
        var strong = known.Zip(first.Strength()).OrderByDescending(f => f.Second).ThenBy(f => f.First).Take(options.MostFeatures).Select(f => f.First).Order().ToArray();
        return new LinearFit(examples, strong, options);
    }

    /// <summary>Where each class begins.</summary>
    public ReadOnlySpan<float> Bias => _weights.AsSpan((_known.Length + _options.Extra) * Classes, Classes);

    /// <summary>The weights of the extra rows, row by row.</summary>
    public ReadOnlySpan<float> Extra => _weights.AsSpan(_known.Length * Classes, _options.Extra * Classes);

    /// <summary>The weights of the features as <see cref="LinearModel"/> reads them, and what one in it is worth.</summary>
    public (byte[] Table, float Unit) Table()
    {
        var most = _weights.AsSpan(0, _known.Length * Classes).ToArray().Select(MathF.Abs).DefaultIfEmpty(1).Max();
        var unit = most / sbyte.MaxValue;
        var length = LinearModel.RowLength(Classes);
        var table = new byte[_known.Length * length];
        for (var i = 0; i < _known.Length; i++)
        {
            var row = table.AsSpan(i * length);
            BinaryPrimitives.WriteUInt32BigEndian(row, _known[i]);
            for (var k = 0; k < Classes; k++)
                row[sizeof(uint) + k] = (byte)(sbyte)MathF.Round(_weights[(i * Classes) + k] / unit);
        }
        return (table, unit);
    }

    /// <summary>Scores to probabilities.</summary>
    public static void Softmax(Span<double> score)
    {
        var (most, sum) = (double.NegativeInfinity, 0.0);
        foreach (var s in score)
            most = Math.Max(most, s);
        for (var k = 0; k < score.Length; k++)
            sum += score[k] = Math.Exp(score[k] - most);
        for (var k = 0; k < score.Length; k++)
            score[k] /= sum;
    }

    private void Learn((int Row, float Value)[][] vectors, IReadOnlyList<LinearExample> examples)
    {
        (int Row, float Value)[] nothing = [(_known.Length + _options.Extra, 1)];
        var nobody = new double[Classes];
        if (_options.Nothing is { } none)
            nobody[none] = 1;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(Seed);
        for (var round = 0; round < _options.Rounds; round++)
        {
            random.Shuffle(order);
            var rate = Rate / (1 + (round * 0.15));
            foreach (var i in order)
            {
                Step(vectors[i], examples[i].Target, rate);
                if (_options.Nothing is not null && i % NothingEvery == 0)
                    Step(nothing, nobody, rate);
            }
        }
    }

    private IEnumerable<float> Strength() => Enumerable.Range(0, _known.Length).Select(i => _weights.AsSpan(i * Classes, Classes).ToArray().Max(MathF.Abs));

    private (int Row, float Value)[] Vector(LinearExample example, Dictionary<uint, int> number)
    {
        var vector = new Dictionary<int, float>();
        for (var i = 0; i < example.Features.Length; i++)
            if (number.TryGetValue(example.Features[i], out var known))
                vector[known] = vector.GetValueOrDefault(known) + example.Scale[i];
        foreach (var (row, value) in example.Extra)
            vector[_known.Length + row] = value;
        vector[_known.Length + _options.Extra] = 1;
        return [.. vector.Select(v => (v.Key, v.Value))];
    }

    private void Step((int Row, float Value)[] vector, double[] target, double rate)
    {
        Span<double> score = stackalloc double[Classes];
        score.Clear();
        foreach (var (at, value) in vector)
            for (var k = 0; k < score.Length; k++)
                score[k] += value * _weights[(at * Classes) + k];
        Softmax(score);
        for (var k = 0; k < score.Length; k++)
            score[k] -= target[k];
        foreach (var (at, value) in vector)
            for (var k = 0; k < score.Length; k++)
            {
                var i = (at * Classes) + k;
                var slope = (float)((score[k] * value) + (Decay * _weights[i]));
                _squares[i] += slope * slope;
                _weights[i] -= (float)(rate * slope / (MathF.Sqrt(_squares[i]) + 1e-6));
            }
    }
}
