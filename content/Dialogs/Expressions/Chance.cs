using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Random values that stay the same when asked again: a hash of the seed and of the place of the call.</summary>
internal static class Chance
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>At least 0, below 1.</summary>
    public static double Fraction(Arguments call) =>
        (BinaryPrimitives.ReadUInt64BigEndian(Hash(call, "random", 0)) >> 11) * (1.0 / (1UL << 53));

    /// <summary>In the form of a version 4 UUID.</summary>
    public static string Uuid(Arguments call)
    {
        var bytes = Hash(call, "uuid", 0).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    /// <summary>Letters and digits, as many as asked for within the limit.</summary>
    public static string Token(Arguments call, double length)
    {
        var wanted = double.IsNaN(length) ? 0 : (int)Math.Clamp(Math.Truncate(length), 0, ExpressionLimits.TokenCharacters);
        var token = new StringBuilder(wanted);
        for (var block = 0; token.Length < wanted; block++)
        {
            foreach (var value in Hash(call, "token", block).Take(wanted - token.Length)) token.Append(Letters[value % Letters.Length]);
        }
        return token.ToString();
    }

    private static byte[] Hash(Arguments call, string use, int block) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{use}\n{call.Column}\n{block}\n{call.Source.RandomSeed}")));
}
