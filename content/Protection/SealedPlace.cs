using System.Buffers.Binary;
using System.Text;

namespace Outreach.Content.Protection;

/// <summary>Where a sealed body lies. It is bound into the seal, so that a body cannot be moved to another row, column or version.</summary>
/// <param name="table">Its table.</param>
/// <param name="id">The id of its row; at most 64 bytes.</param>
/// <param name="column">Its column.</param>
/// <param name="version">The version of the row it belongs to; 0 where rows have none.</param>
public readonly ref struct SealedPlace(string table, ReadOnlySpan<byte> id, string column, long version)
{
    internal const int MostBytes = 256;

    private readonly ReadOnlySpan<byte> _id = id;

    /// <summary>Its table.</summary>
    public string Table { get; } = table;

    private string Column { get; } = column;

    private long Version { get; } = version;

    /// <summary>Writes header and place, each part with its length before it; returns the length.</summary>
    internal int Write(ReadOnlySpan<byte> header, Span<byte> to)
    {
        header.CopyTo(to);
        var at = header.Length;
        at += Text(Table, to[at..]);
        to[at++] = checked((byte)_id.Length);
        _id.CopyTo(to[at..]);
        at += _id.Length;
        at += Text(Column, to[at..]);
        BinaryPrimitives.WriteInt64BigEndian(to[at..], Version);
        return at + sizeof(long);
    }

    private static int Text(string text, Span<byte> to)
    {
        var length = Encoding.UTF8.GetBytes(text, to[1..]);
        to[0] = checked((byte)length);
        return length + 1;
    }
}
