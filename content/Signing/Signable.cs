using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Outreach.Content.Signing;

/// <summary>Whose judgement a text needs before people outside may meet it.</summary>
public enum SignerRole
{
    /// <summary>Dialogs, rules, lists of urgent words.</summary>
    ProtectionReviewer,

    /// <summary>The consent text.</summary>
    DataProtectionReviewer,
}

/// <summary>A text that must be signed before an office goes live (DESIGN 6.12).</summary>
/// <param name="Id">What a signature calls it: "dialogs/child.yaml", "urgent/fr", "consent/ar".</param>
/// <param name="File">The file to change when the text is wrong.</param>
/// <param name="Role">Who signs it.</param>
/// <param name="Hash">SHA-256 of the text, in small hexadecimal; the kind of line ends does not count.</param>
public sealed record Signable(string Id, string File, SignerRole Role, string Hash)
{
    /// <summary>What is signed, whole; null when it was read from a package, which carries the hash alone.</summary>
    [JsonIgnore]
    public string? Text { get; private init; }

    /// <summary>A text as it stands.</summary>
    public static Signable Of(string id, string file, SignerRole role, string text) =>
        new(id, file, role, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))) { Text = text };
}

/// <summary>Somebody's word that a text is right. It holds for exactly this text: an edit afterwards unsigns it.</summary>
/// <param name="Signs">The id of the text.</param>
/// <param name="Name">Who signed.</param>
/// <param name="Role">As what.</param>
/// <param name="Date">When.</param>
/// <param name="Hash">The <see cref="Signable.Hash"/> of the text that was read.</param>
public sealed record Signature(string Signs, string Name, SignerRole Role, DateOnly Date, string Hash);
