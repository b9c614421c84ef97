using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Content.Dialogs;

namespace Outreach.Referrals;

/// <summary>
/// The reference of a referral, made to be spoken and written by hand: seven random characters of Crockford's base 32 and a
/// check character. It tells nothing: no time, no order, no office.
/// </summary>
[JsonConverter(typeof(ReferralIdJson))]
public readonly record struct ReferralId
{
    /// <summary>Characters without prefix and dashes; the last one checks the others.</summary>
    public const int Length = 8;

    private const char Prefix = 'R';
    private readonly string? _value;

    private ReferralId(string value) => _value = value;

    /// <summary>The eight characters; throws when it was never set.</summary>
    public string Value => _value ?? throw new InvalidOperationException("ReferralId was never set");

    /// <summary>A new one from 35 random bits.</summary>
    public static ReferralId Random()
    {
        Span<char> letters = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++)
            letters[i] = ContinueCode.Alphabet[RandomNumberGenerator.GetInt32(32)];
        letters[^1] = ContinueCode.Alphabet[Check(letters[..^1])];
        return new ReferralId(new string(letters));
    }

    /// <summary>Reads what a person typed or said: any case, spaces and dashes, O for 0, with or without the leading R.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out ReferralId id)
    {
        id = default;
        if (typed is null || typed.Length > 64)
            return false;
        var normal = ContinueCode.Normal(typed);
        if (normal.Length == Length + 1 && normal[0] == Prefix)
            normal = normal[1..];
        if (normal.Length != Length || ContinueCode.Alphabet[Check(normal.AsSpan(..^1))] != normal[^1])
            return false;
        id = new ReferralId(normal);
        return true;
    }

    /// <summary>As it is shown: R-7K4M-2QXD.</summary>
    public override string ToString() => _value is null ? "" : $"{Prefix}-{_value[..4]}-{_value[4..]}";

    /// <summary>
    /// Each character is multiplied with another power of a generator of the field of 32 elements, so every wrong character
    /// and every exchange of two characters is noticed.
    /// </summary>
    private static int Check(ReadOnlySpan<char> letters)
    {
        var sum = 0;
        foreach (var letter in letters)
            sum = Double(sum ^ ContinueCode.Alphabet.IndexOf(letter, StringComparison.Ordinal));
        return sum;
    }

    /// <summary>Times x in GF(32) with x^5 + x^2 + 1.</summary>
    private static int Double(int n) => (n << 1) >= 32 ? (n << 1) ^ 0b100101 : n << 1;
}

/// <summary>Writes references as they are shown.</summary>
public sealed class ReferralIdJson : JsonConverter<ReferralId>
{
    /// <inheritdoc/>
    public override ReferralId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReferralId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("not a reference");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReferralId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
