using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Localization;

/// <summary>Stores a language as its tag, also as the key of a dictionary.</summary>
public sealed class LocaleJsonConverter : JsonConverter<Locale>
{
    /// <inheritdoc/>
    public override Locale Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Of(reader.GetString()) : throw new JsonException("a language is a tag in quotes");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Locale value, JsonSerializerOptions options) => writer.WriteStringValue(value.Tag);

    /// <inheritdoc/>
    public override Locale ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Locale value, JsonSerializerOptions options) => writer.WritePropertyName(value.Tag);

    private static Locale Of(string? tag) => Locale.TryParse(tag, out var locale) ? locale : throw new JsonException("not a language we speak");
}
