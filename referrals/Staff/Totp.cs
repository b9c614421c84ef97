using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Referrals.Staff;

/// <summary>Codes of an authenticator app (RFC 6238): HMAC-SHA1, 30 seconds, six digits, one step of tolerance either way.</summary>
public static class Totp
{
    /// <summary>Bytes of a secret.</summary>
    public const int SecretLength = 20;

    private const int Seconds = 30;

    /// <summary>The step a moment lies in.</summary>
    public static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of a step.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 says SHA-1, and authenticator apps know nothing else")]
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = 6)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, mac);
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 15)..]) & 0x7FFF_FFFF;
        var most = (int)Math.Pow(10, digits);
        return (number % most).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code this is, if it is newer than the last one used; null otherwise.</summary>
    public static long? Accept(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep)
    {
        var typed = Encoding.UTF8.GetBytes(code.Trim());
        long? accepted = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), typed) && step > lastStep)
                accepted ??= step;
        return accepted;
    }

    /// <summary>The address that an authenticator app reads from a QR code.</summary>
    public static string Address(ReadOnlySpan<byte> secret, string account) =>
        $"otpauth://totp/Outreach:{Uri.EscapeDataString(account)}?secret={Base32(secret)}&issuer=Outreach";

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder();
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text.Append(Letters[(pair >> (11 - bit % 8)) & 31]);
        }
        return text.ToString();
    }
}
