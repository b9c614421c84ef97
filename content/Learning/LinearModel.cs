using System.Buffers.Binary;
using System.Numerics;

namespace Outreach.Content.Learning;

/// <summary>
/// What <see cref="LinearFit"/> learned, laid out for asking: for each feature a weight in each class, in whole numbers of one byte.
/// A table is rows ordered by feature: big-endian number, then signed bytes.
/// </summary>
internal sealed class LinearModel
{
    private readonly (uint Feature, int Row)[] _places;
    private readonly sbyte[] _weights;
    private readonly float[] _bias;
    private readonly float _unit;

    /// <summary>Lays the table out for finding.</summary>
    /// <param name="bias">Where each class begins; as many as there are classes.</param>
    /// <param name="unit">What a weight of one in the table is worth.</param>
    /// <param name="table">The rows.</param>
    public LinearModel(ReadOnlySpan<float> bias, float unit, ReadOnlySpan<byte> table)
    {
        (_bias, _unit) = (bias.ToArray(), unit);
        var length = RowLength(Classes);
        var count = table.Length / length;
        (_places, _weights) = (new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, count * 2))], new sbyte[count * Classes]);
        for (var i = 0; i < count; i++)
        {
            var row = table.Slice(i * length, length);
            var number = BinaryPrimitives.ReadUInt32BigEndian(row);
            Place(number) = (number, i * Classes);
            for (var k = 0; k < Classes; k++)
                _weights[(i * Classes) + k] = (sbyte)row[sizeof(uint) + k];
        }
    }

    /// <summary>How many classes there are.</summary>
    public int Classes => _bias.Length;

    /// <summary>Bytes of a feature in a table.</summary>
    public static int RowLength(int classes) => sizeof(uint) + classes;

    /// <summary>Begins the scores of the classes.</summary>
    public void Begin(Span<float> score) => _bias.CopyTo(score);

    /// <summary>Adds a group of features to the scores; together they count as a vector of the same length, whatever their number.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<float> score)
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
        var scale = _unit * TextFeatures.Share(features.Length);
        for (var k = 0; k < sum.Length; k++)
            score[k] += sum[k] * scale;
    }

    /// <summary>Whether a feature was learned.</summary>
    public bool Knows(uint feature) => Place(feature).Feature == feature;

    /// <summary>Where a feature lies, or the free place where it would.</summary>
    private ref (uint Feature, int Row) Place(uint feature)
    {
        var at = (int)feature & (_places.Length - 1);
        while (_places[at].Feature != feature && _places[at].Feature != 0)
            at = (at + 1) & (_places.Length - 1);
        return ref _places[at];
    }
}
