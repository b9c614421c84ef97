using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using Outreach.Localization;

namespace Outreach.Content.Protection;

/// <summary>The key of one record while it is in use. After <see cref="Destroy"/> it opens nothing, whoever still holds it.</summary>
public sealed class DataKey : IDisposable
{
    internal const int Length = 32;

    private const int CompressFrom = 600;
    private const int MostBytes = 32 * 1024 * 1024;
    private const byte Plain = 0;
    private const byte Brotli = 1;
    private const int BrotliHeader = 1 + sizeof(int);

    private readonly Lock _gate = new();                   // one cipher context is not for two threads at once
    private AesGcm? _aes;

    internal DataKey(ReadOnlySpan<byte> raw) => _aes = new AesGcm(raw, Envelope.TagLength);

    /// <summary>Destroys the key in memory.</summary>
    public void Destroy()
    {
        lock (_gate)
        {
            _aes?.Dispose();
            _aes = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Destroy();

    internal byte[] Seal(in SealedPlace place, ReadOnlySpan<byte> body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(body.Length + BrotliHeader);
        try
        {
            var length = Pack(body, buffer);
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_aes is null, this);
                return Envelope.Close(_aes, KeyRing.CurrentKek, place, buffer.AsSpan(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    internal Result<byte[]> Open(in SealedPlace place, ReadOnlySpan<byte> blob)
    {
        if (!Envelope.TryKid(blob, out _) || blob.Length == Envelope.Overhead)
            return ProtectionProblems.UnknownForm(place.Table);
        var length = blob.Length - Envelope.Overhead;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            lock (_gate)
            {
                if (_aes is null)
                    return ProtectionProblems.KeyDestroyed(place.Table);
                if (!Envelope.Open(_aes, place, blob, buffer.AsSpan(0, length)))
                    return ProtectionProblems.NotOpened(place.Table);
            }
            return Unpack(buffer.AsSpan(0, length)) is { } body ? body : ProtectionProblems.UnknownForm(place.Table);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static int Pack(ReadOnlySpan<byte> body, Span<byte> to)
    {
        if (body.Length >= CompressFrom && BrotliEncoder.TryCompress(body, to.Slice(BrotliHeader, body.Length), out var packed, quality: 1, window: 16)
            && packed + BrotliHeader < body.Length)
        {
            to[0] = Brotli;
            BinaryPrimitives.WriteInt32BigEndian(to[1..], body.Length);
            return packed + BrotliHeader;
        }
        to[0] = Plain;
        body.CopyTo(to[1..]);
        return body.Length + 1;
    }

    private static byte[]? Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed[0] == Plain)
            return packed[1..].ToArray();
        if (packed[0] != Brotli || packed.Length < BrotliHeader)
            return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(packed[1..]);
        if (length is < 0 or > MostBytes)
            return null;
        var body = new byte[length];
        return BrotliDecoder.TryDecompress(packed[BrotliHeader..], body, out var written) && written == length ? body : null;
    }
}
