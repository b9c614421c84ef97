using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Conversations;

namespace Outreach.Bot.Web;

/// <summary>What a form was made for.</summary>
/// <param name="Input">The id its input will have, so that a form sent twice counts once.</param>
/// <param name="Prompt">What was being asked when it was made (<see cref="Prompt.Print"/>).</param>
internal sealed record FormToken(InputId Input, string Prompt);

/// <summary>Signs the hidden field of every form, bound to the cookie: nobody can make one, and one of another session is worth nothing.</summary>
internal sealed class FormSeal(byte[] key)
{
    private const int IdBytes = 9;
    private const int PromptBytes = 6;
    private const int MacBytes = 12;
    private const int Length = IdBytes + PromptBytes + MacBytes;

    /// <summary>A new field: random input id, what is asked, signature.</summary>
    public string Make(string session, string prompt)
    {
        Span<byte> token = stackalloc byte[Length];
        RandomNumberGenerator.Fill(token[..IdBytes]);
        Base64Url.DecodeFromChars(prompt, token[IdBytes..]);
        Sign(session, token[..(IdBytes + PromptBytes)], token[(IdBytes + PromptBytes)..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>What a field says; null when it was not made here for this session.</summary>
    public FormToken? Read(string session, string? field)
    {
        Span<byte> token = stackalloc byte[Length];
        if (field is null || field.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(field) || !Base64Url.TryDecodeFromChars(field, token, out var read) || read != Length)
            return null;
        Span<byte> mac = stackalloc byte[MacBytes];
        Sign(session, token[..(IdBytes + PromptBytes)], mac);
        return CryptographicOperations.FixedTimeEquals(mac, token[(IdBytes + PromptBytes)..])
            ? new FormToken(new InputId(Base64Url.EncodeToString(token[..IdBytes])), Base64Url.EncodeToString(token[IdBytes..(IdBytes + PromptBytes)]))
            : null;
    }

    /// <summary>The id of what was posted with a field: the same again is one input, another answer from the same page is not.</summary>
    public InputId InputOf(FormToken token, PostedForm form) => new(Keyed($"{token.Input.Value}\n{form.Control}\n{string.Join('\n', form.Many)}\n{form.Words}"));

    /// <summary>The id of a cry for help on a page that could not be used: sent again from the same page it is one.</summary>
    public InputId UrgentOf(PostedForm form, long version, string words) => new($"urgent-{Keyed($"{form.Token ?? $"{version}"}\n{words}")}");

    private string Keyed(string text) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, MacBytes));

    /// <summary>A short print of any text, as it stands in a field.</summary>
    public static string Print(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, PromptBytes));

    private void Sign(string session, ReadOnlySpan<byte> said, Span<byte> mac)
    {
        Span<byte> text = stackalloc byte[WebSession.IdLength + IdBytes + PromptBytes];
        Encoding.ASCII.GetBytes(session, text);
        said.CopyTo(text[WebSession.IdLength..]);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, text, full);
        full[..MacBytes].CopyTo(mac);
    }
}
