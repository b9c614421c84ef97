using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Content.Pages;

/// <summary>Stores a page id as its text, "de/housing".</summary>
public sealed class PageIdJsonConverter : JsonConverter<PageId>
{
    /// <inheritdoc/>
    public override PageId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()?.Split('/') is [{ Length: > 0 } shelf, { Length: > 0 } topic] ? new PageId(shelf, topic) : throw new JsonException("a page id is shelf/topic");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PageId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
