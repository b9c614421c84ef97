using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Outreach.Content.Protection;

/// <summary>The stored form: form (1) | number of the key-encryption key (2) | nonce (12) | sealed bytes | tag (16).</summary>
internal static class Envelope
{
    public const int TagLength = 16;
    public const int Overhead = HeaderLength + NonceLength + TagLength;

    private const byte Form = 1;
    private const int HeaderLength = 3;
    private const int NonceLength = 12;

    public static byte[] Close(AesGcm aes, int kid, in SealedPlace place, ReadOnlySpan<byte> plain)
    {
        var blob = new byte[plain.Length + Overhead];
        blob[0] = Form;
        BinaryPrimitives.WriteUInt16BigEndian(blob.AsSpan(1), checked((ushort)kid));
        var nonce = blob.AsSpan(HeaderLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> bound = stackalloc byte[SealedPlace.MostBytes];
        var length = place.Write(blob.AsSpan(0, HeaderLength), bound);
        aes.Encrypt(nonce, plain, blob.AsSpan(HeaderLength + NonceLength, plain.Length), blob.AsSpan(blob.Length - TagLength), bound[..length]);
        return blob;
    }

    public static bool TryKid(ReadOnlySpan<byte> blob, out int kid)
    {
        kid = blob.Length < Overhead ? 0 : BinaryPrimitives.ReadUInt16BigEndian(blob[1..]);
        return blob.Length >= Overhead && blob[0] == Form;
    }

    /// <summary>Opens into <paramref name="plain"/>, which must be <see cref="Overhead"/> shorter than the blob.</summary>
    public static bool Open(AesGcm aes, in SealedPlace place, ReadOnlySpan<byte> blob, Span<byte> plain)
    {
        Span<byte> bound = stackalloc byte[SealedPlace.MostBytes];
        var length = place.Write(blob[..HeaderLength], bound);
        try
        {
            aes.Decrypt(blob.Slice(HeaderLength, NonceLength), blob[(HeaderLength + NonceLength)..^TagLength], blob[^TagLength..], plain, bound[..length]);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;                                  // the runtime has cleared the bytes it wrote
        }
    }
}
