using System.Security.Cryptography;
using Outreach.Content.Protection;
using Outreach.Localization;

namespace Outreach.Referrals.Sync;

/// <summary>
/// Seals what a kiosk keeps to the server's public key, so that a stolen kiosk reveals nothing: a fresh P-256 pair for each
/// item, ECDH, HKDF-SHA256, AES-256-GCM. Only the server can open it; the kiosk itself cannot.
/// Form: version 2 | whose key (8) | ephemeral public key (65) | nonce (12) | ciphertext | tag (16).
/// </summary>
public static class SpoolSeal
{
    private const byte Version = 2;
    private const int WhoseLength = 8;
    private const int PointLength = 65;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeadLength = 1 + WhoseLength + PointLength + NonceLength;

    /// <summary>The server's private key, derived from its key ring: nothing more to keep or lose.</summary>
    public static ECDiffieHellman ServerKey(KeyRing keys) => ECDiffieHellman.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        D = Scalar(keys.Key(KeyPurpose.Kiosk)),
    });

    /// <summary>The server's public key as kiosks keep it (X.509 SubjectPublicKeyInfo, base64).</summary>
    public static string PublicKey(ECDiffieHellman server) => Convert.ToBase64String(server.ExportSubjectPublicKeyInfo());

    /// <summary>True for what <see cref="PublicKey"/> gives: a kiosk asks before it promises to keep anything.</summary>
    public static bool IsPublicKey(string text)
    {
        try
        {
            using var key = ECDiffieHellman.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return key.KeySize == 256;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Seals to the server.</summary>
    /// <param name="plain">What to seal.</param>
    /// <param name="serverKey">The server's public key as <see cref="PublicKey"/> gives it.</param>
    /// <param name="id">The item's id; bound to the seal, so that items cannot be exchanged.</param>
    public static byte[] Seal(ReadOnlySpan<byte> plain, string serverKey, string id)
    {
        using var server = ECDiffieHellman.Create();
        var known = Convert.FromBase64String(serverKey);
        server.ImportSubjectPublicKeyInfo(known, out _);
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = Point(own.ExportParameters(includePrivateParameters: false).Q);
        var sealedItem = new byte[HeadLength + plain.Length + TagLength];
        sealedItem[0] = Version;
        Whose(known).CopyTo(sealedItem.AsSpan(1));
        point.CopyTo(sealedItem, 1 + WhoseLength);
        var nonce = sealedItem.AsSpan(1 + WhoseLength + PointLength, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Agree(own, server.PublicKey, point), TagLength);
        aes.Encrypt(nonce, plain, sealedItem.AsSpan(HeadLength, plain.Length), sealedItem.AsSpan(HeadLength + plain.Length), System.Text.Encoding.UTF8.GetBytes(id));
        return sealedItem;
    }

    /// <summary>Opens at the server, or says why not: another server's, changed, or of a newer kiosk.</summary>
    public static Result<byte[]> Open(ReadOnlySpan<byte> sealedItem, ECDiffieHellman server, string id)
    {
        if (sealedItem is [> Version, ..])
            return SyncProblems.NewerVersion();
        if (sealedItem.Length < HeadLength + TagLength || sealedItem[0] != Version || sealedItem[1 + WhoseLength] != 4)
            return SyncProblems.Broken();
        if (!sealedItem.Slice(1, WhoseLength).SequenceEqual(Whose(server.ExportSubjectPublicKeyInfo())))
            return SyncProblems.OtherKey();
        try
        {
            var point = sealedItem.Slice(1 + WhoseLength, PointLength).ToArray();
            using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
            using var aes = new AesGcm(Agree(server, other.PublicKey, point), TagLength);
            var plain = new byte[sealedItem.Length - HeadLength - TagLength];
            aes.Decrypt(sealedItem.Slice(1 + WhoseLength + PointLength, NonceLength), sealedItem[HeadLength..^TagLength], sealedItem[^TagLength..], plain, System.Text.Encoding.UTF8.GetBytes(id));
            return plain;
        }
        catch (CryptographicException)
        {
            return SyncProblems.Broken();                  // a point that is on no curve, or a tag that does not fit
        }
    }

    private static ReadOnlySpan<byte> Whose(ReadOnlySpan<byte> publicKey) => SHA256.HashData(publicKey).AsSpan(0, WhoseLength);

    private static byte[] Agree(ECDiffieHellman own, ECDiffieHellmanPublicKey other, byte[] point)
    {
        var secret = own.DeriveRawSecretAgreement(other);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, salt: point, info: "outreach kiosk spool 1"u8.ToArray());
        CryptographicOperations.ZeroMemory(secret);
        return key;
    }

    /// <summary>A scalar of the curve's group: the key with its top bit cleared is below the order, and never zero in practice.</summary>
    private static byte[] Scalar(ReadOnlySpan<byte> key)
    {
        var d = key.ToArray();
        d[0] &= 0x7F;
        return d;
    }

    private static byte[] Point(ECPoint q) => [4, .. q.X!, .. q.Y!];
}
