using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;

namespace Outreach.Referrals;

/// <summary>
/// Makes continue codes: 80 bits derived from the installation's secret and the effect that asked, so that a repeat after a
/// crash gives the same code though nobody kept it. Conversation ids are random, so codes cannot be foreseen.
/// </summary>
public sealed class CodeMaker(KeyRing keys)
{
    private const int Bytes = ContinueCode.Length * 5 / 8;

    /// <summary>The code of an effect.</summary>
    public string Of(EffectId effect)
    {
        Span<byte> bits = stackalloc byte[Bytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Key(KeyPurpose.Code), bits, salt: "continue code"u8, info: Encoding.UTF8.GetBytes(effect.ToString()));
        var code = new StringBuilder(ContinueCode.Length);
        for (var bit = 0; bit < Bytes * 8; bit += 5)
        {
            var pair = (bits[bit / 8] << 8) | (bit / 8 + 1 < Bytes ? bits[bit / 8 + 1] : 0);
            code.Append(ContinueCode.Alphabet[(pair >> (11 - bit % 8)) & 31]);
        }
        CryptographicOperations.ZeroMemory(bits);
        return code.ToString();
    }
}
