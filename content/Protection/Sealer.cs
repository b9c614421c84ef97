using System.Security.Cryptography;
using Outreach.Localization;

namespace Outreach.Content.Protection;

/// <summary>
/// Gives every record a key of its own, wrapped by the installation's key: destroying the wrapped key destroys the record,
/// wherever copies of its body lie.
/// </summary>
public sealed class Sealer(KeyRing keys)
{
    /// <summary>Bytes of a wrapped key.</summary>
    public const int WrappedLength = Envelope.Overhead + DataKey.Length;

    /// <summary>A new key for a record, and the same wrapped, to be stored.</summary>
    /// <param name="place">The row that will hold the wrapped key; it opens nowhere else.</param>
    public (DataKey Key, byte[] Wrapped) NewKey(in SealedPlace place)
    {
        Span<byte> raw = stackalloc byte[DataKey.Length];
        RandomNumberGenerator.Fill(raw);
        try
        {
            if (!keys.TryKek(KeyRing.CurrentKek, out var kek))
                throw new InvalidOperationException("the current key-encryption key is unknown");
            using var aes = new AesGcm(kek, Envelope.TagLength);
            return (new DataKey(raw), Envelope.Close(aes, KeyRing.CurrentKek, place, raw));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(raw);
        }
    }

    /// <summary>Unwraps a stored key.</summary>
    public Result<DataKey> Unwrap(in SealedPlace place, ReadOnlySpan<byte> wrapped)
    {
        if (wrapped.Length != WrappedLength || !Envelope.TryKid(wrapped, out var kid) || !keys.TryKek(kid, out var kek))
            return ProtectionProblems.UnknownForm(place.Table);
        Span<byte> raw = stackalloc byte[DataKey.Length];
        try
        {
            using var aes = new AesGcm(kek, Envelope.TagLength);
            return Envelope.Open(aes, place, wrapped, raw) ? new DataKey(raw) : ProtectionProblems.NotOpened(place.Table);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(raw);
        }
    }

    /// <summary>Seals a body; long ones are compressed first.</summary>
    public static byte[] Seal(DataKey key, in SealedPlace place, ReadOnlySpan<byte> body) => key.Seal(place, body);

    /// <summary>Opens a body; a changed, moved or foreign one is a problem, never wrong bytes.</summary>
    public static Result<byte[]> Open(DataKey key, in SealedPlace place, ReadOnlySpan<byte> blob) => key.Open(place, blob);
}
