using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Conversations;
using Outreach.Content.Protection;

namespace Outreach.Referrals.Storage;

/// <summary>Keyed hashes of effect and conversation ids, so that tables cannot be joined without the key.</summary>
internal sealed class OnceHash(KeyRing keys)
{
    public byte[] Of(EffectId effect) => Of($"effect {effect}");

    public byte[] Of(ConversationId conversation) => Of($"asker {conversation}");

    public byte[] Of(string name) => HMACSHA256.HashData(keys.Key(KeyPurpose.Address), Encoding.UTF8.GetBytes($"once {name}"))[..16];
}
