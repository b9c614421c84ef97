using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Conversations;
using Outreach.Localization;

namespace Outreach.Content.Protection;

/// <summary>
/// Keyed hashes of what a person is found by. Without the master key they cannot be turned back by trying all telephone
/// numbers; with it they can, so the key never lies with the data.
/// </summary>
public sealed class AddressHash(KeyRing keys) : ICodeHash
{
    /// <summary>How a channel finds the conversation of an address.</summary>
    public ConversationKey Of(string channel, string address) => new(channel, Hex(KeyPurpose.Address, channel, address));

    /// <inheritdoc/>
    public string OfCode(string code) => Hex(KeyPurpose.Code, "code", code);

    /// <summary>The hash of a telephone number in E.164, ASCII digits.</summary>
    public Result<string> OfPhone(string phone) =>
        phone is ['+', .. var digits] && digits.Length is >= 4 and <= 15 && digits.All(char.IsAsciiDigit)
            ? Hex(KeyPurpose.Phone, "phone", phone)
            : ProtectionProblems.NotE164();

    /// <summary>The hash of an input id: channels put addresses into them. 16 bytes.</summary>
    internal byte[] OfInput(InputId input) => Mac(KeyPurpose.Address, "/input", input.Value)[..16];

    private string Hex(KeyPurpose purpose, string kind, string text) => Convert.ToHexStringLower(Mac(purpose, kind, text));

    private byte[] Mac(KeyPurpose purpose, string kind, string text)
    {
        // Lengths first, so that two parts never run into each other.
        var most = Encoding.UTF8.GetMaxByteCount(kind.Length) + Encoding.UTF8.GetMaxByteCount(text.Length) + 4;
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var kindLength = Encoding.UTF8.GetBytes(kind, buffer.AsSpan(4));
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(buffer, kindLength);
            var length = 4 + kindLength + Encoding.UTF8.GetBytes(text, buffer.AsSpan(4 + kindLength));
            return HMACSHA256.HashData(keys.Key(purpose), buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
