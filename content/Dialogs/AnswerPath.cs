using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// Where an answer stands: groups, repeat instances and the question, as "who/companion[2]/age".
/// The path is the only key of an answer; a position is never stored (DESIGN section 5).
/// </summary>
[JsonConverter(typeof(AnswerPathJson))]
public readonly record struct AnswerPath
{
    private readonly string? _value;

    /// <summary>A path from its text.</summary>
    public AnswerPath(string value) => _value = value;

    /// <summary>The text; throws when it was never set.</summary>
    public string Value => _value ?? throw new InvalidOperationException("AnswerPath was never set");

    /// <summary>The name of the question, the last part.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>This path and a further part.</summary>
    public AnswerPath Then(string part) => new(_value is null or "" ? part : $"{_value}/{part}");

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";
}

/// <summary>Writes paths as plain strings, also as keys of an object.</summary>
public sealed class AnswerPathJson : JsonConverter<AnswerPath>
{
    /// <inheritdoc/>
    public override AnswerPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AnswerPath value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override AnswerPath ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, AnswerPath value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
