using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Urgent;

/// <summary>
/// Learns weights from examples: multinomial logistic regression by AdaGrad (Duchi et al. 2011), features seen more than once, then the
/// strongest of them once more, in whole numbers of one byte. The same examples give the same weights.
/// </summary>
public static class UrgentLearner
{
    private const int Classes = UrgentWeights.Classes, NoDanger = Classes - 1;
    private const int Rounds = 18;
    private const int SeenAtLeast = 2, MostFeatures = 40_000;
    private const double Rate = 0.3, Decay = 1e-3;

    /// <summary>A message with no word that is known, such as a name, is no cry: one such for so many examples.</summary>
    private const int EmptyEvery = 10;

    /// <summary>How strongly a sign of the list counts beside the words of a message.</summary>
    private const double SignWeight = 0.4;

    /// <summary>What an example of a kind that could be harmless counts towards danger.</summary>
    private const double UnsureIsDanger = 0.6;

    /// <summary>Weights for the examples, to be used with this list.</summary>
    public static UrgentWeights Learn(UrgentWords words, UrgentIdeas ideas, IReadOnlyList<UrgentExample> examples, string hash, UrgentLimitsOfDoubt limits)
    {
        var rows = examples.Select(e => new Row(words, ideas, e)).ToArray();
        var known = rows.SelectMany(r => r.Features.Distinct()).CountBy(f => f).Where(f => f.Value >= SeenAtLeast).Select(f => f.Key).Order().ToArray();
        var first = new Fit(rows, known, Rounds);
        var strong = known.Zip(first.Strength()).OrderByDescending(f => f.Second).ThenBy(f => f.First).Take(MostFeatures).Select(f => f.First).Order().ToArray();
        var fit = strong.Length == known.Length ? first : new Fit(rows, strong, Rounds);
        return fit.Weights(strong, hash, limits);
    }

    /// <summary>An example as vectors of length one, and what it should come to.</summary>
    private sealed class Row
    {
        public Row(UrgentWords words, UrgentIdeas ideas, UrgentExample example)
        {
            var tokens = UrgentTokens.Of(example.Text);
            var features = UrgentFeatures.Of(tokens, ideas.Find(tokens), 0, tokens.Count);
            Features = [.. features.Words, .. features.Parts, .. features.Ideas];
            Scale = [.. Group(features.Words), .. Group(features.Parts), .. Group(features.Ideas)];
            features.Return();
            Signs = words.Read(tokens).Signs;
            tokens.Return();
            Kind = (int?)example.Kind ?? NoDanger;
            Share = example.Kind is null ? 1 : example.Unsure ? UnsureIsDanger : 1;
        }

        public uint[] Features { get; }

        /// <summary>What each feature counts.</summary>
        public float[] Scale { get; }

        public uint Signs { get; }

        private static IEnumerable<float> Group(ReadOnlySpan<uint> features) => Enumerable.Repeat(UrgentFeatures.Share(features.Length), features.Length);

        public int Kind { get; }

        public double Share { get; }
    }

    private sealed class Fit
    {
        private readonly int _features;
        private readonly float[] _weights, _squares;

        /// <summary>Features, then signs, then the bias: each a row of classes.</summary>
        public Fit(Row[] rows, uint[] known, int rounds)
        {
            _features = known.Length;
            _weights = new float[(known.Length + UrgentSign.Count + 1) * Classes];
            _squares = new float[_weights.Length];
            var number = new Dictionary<uint, int>(known.Length);
            for (var i = 0; i < known.Length; i++)
                number[known[i]] = i;
            var vectors = Array.ConvertAll(rows, r => Vector(r, number));
            (int Row, float Value)[] nothing = [(_features + UrgentSign.Count, 1)];
            var order = Enumerable.Range(0, rows.Length).ToArray();
            var random = new Random(20261122);
            for (var round = 0; round < rounds; round++)
            {
                random.Shuffle(order);
                foreach (var i in order)
                {
                    var rate = Rate / (1 + (round * 0.15));
                    Step(vectors[i], rows[i].Kind, rows[i].Share, rate);
                    if (i % EmptyEvery == 0)
                        Step(nothing, NoDanger, 1, rate);
                }
            }
        }

        public IEnumerable<float> Strength() =>
            Enumerable.Range(0, _features).Select(i => _weights.AsSpan(i * Classes, Classes).ToArray().Max(MathF.Abs));

        public UrgentWeights Weights(uint[] known, string hash, UrgentLimitsOfDoubt limits)
        {
            var most = _weights.AsSpan(0, _features * Classes).ToArray().Select(MathF.Abs).DefaultIfEmpty(1).Max();
            var unit = most / sbyte.MaxValue;
            var table = new byte[_features * UrgentWeights.RowLength];
            for (var i = 0; i < _features; i++)
            {
                var row = table.AsSpan(i * UrgentWeights.RowLength);
                BinaryPrimitives.WriteUInt32BigEndian(row, known[i]);
                for (var k = 0; k < Classes; k++)
                    row[sizeof(uint) + k] = (byte)(sbyte)MathF.Round(_weights[(i * Classes) + k] / unit);
            }
            return new UrgentWeights
            {
                Examples = hash,
                Limits = limits,
                Bias = [.. _weights.AsSpan((_features + UrgentSign.Count) * Classes, Classes)],
                Signs = [.. _weights.AsSpan(_features * Classes, UrgentSign.Count * Classes).ToArray().Select(w => (float)(w * SignWeight))],
                Unit = unit,
                Table = table,
            };
        }

        private (int Row, float Value)[] Vector(Row row, Dictionary<uint, int> number)
        {
            var vector = new Dictionary<int, float>();
            for (var i = 0; i < row.Features.Length; i++)
                if (number.TryGetValue(row.Features[i], out var known))
                    vector[known] = vector.GetValueOrDefault(known) + row.Scale[i];
            for (var signs = row.Signs; signs != 0; signs &= signs - 1)
                vector[_features + BitOperations.TrailingZeroCount(signs)] = (float)SignWeight;
            vector[_features + UrgentSign.Count] = 1;
            return [.. vector.Select(v => (v.Key, v.Value))];
        }

        private void Step((int Row, float Value)[] vector, int kind, double share, double rate)
        {
            Span<double> score = stackalloc double[Classes];
            score.Clear();
            foreach (var (at, value) in vector)
                for (var k = 0; k < Classes; k++)
                    score[k] += value * _weights[(at * Classes) + k];
            Softmax(score);
            for (var k = 0; k < Classes; k++)
                score[k] -= k == kind ? share : k == NoDanger ? 1 - share : 0;
            foreach (var (at, value) in vector)
                for (var k = 0; k < Classes; k++)
                {
                    var i = (at * Classes) + k;
                    var slope = (float)((score[k] * value) + (Decay * _weights[i]));
                    _squares[i] += slope * slope;
                    _weights[i] -= (float)(rate * slope / (MathF.Sqrt(_squares[i]) + 1e-6));
                }
        }

        private static void Softmax(Span<double> score)
        {
            var (most, sum) = (double.NegativeInfinity, 0.0);
            foreach (var s in score)
                most = Math.Max(most, s);
            for (var k = 0; k < score.Length; k++)
                sum += score[k] = Math.Exp(score[k] - most);
            for (var k = 0; k < score.Length; k++)
                score[k] /= sum;
        }
    }
}
