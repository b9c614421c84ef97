using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>Texts by language as an object, {"en": …}; frozen dictionaries cannot be read without help.</summary>
public sealed class LocaleTextsJsonConverter : JsonConverter<FrozenDictionary<Locale, string>>
{
    /// <inheritdoc/>
    public override FrozenDictionary<Locale, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = new Dictionary<Locale, string>();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("texts by language are an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!Locale.TryParse(reader.GetString(), out var locale) || !reader.Read() || reader.TokenType != JsonTokenType.String)
                throw new JsonException("texts by language hold our languages and texts");
            texts[locale] = reader.GetString()!;
        }
        return texts.ToFrozenDictionary();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FrozenDictionary<Locale, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (locale, text) in value.OrderBy(t => t.Key.Index))
            writer.WriteString(locale.Tag, text);
        writer.WriteEndObject();
    }
}
