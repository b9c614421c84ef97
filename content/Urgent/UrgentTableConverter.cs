using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Urgent;

/// <summary>
/// A compiled list as one flat JSON array. Written by hand because the start of the program waits for it: what the serializer
/// prepares for each type costs more than the reading.
/// </summary>
internal sealed class UrgentTableConverter : JsonConverter<UrgentTable>
{
    /// <inheritdoc/>
    public override UrgentTable Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var table = new UrgentTable
        {
            Places = Number(ref reader),
            Phrases = Phrases(ref reader),
            Whole = Stems(ref reader),
            Begin = Stems(ref reader),
            Inside = Stems(ref reader),
            Number = Numbers(ref reader),
            First = Numbers(ref reader),
            Last = Numbers(ref reader),
            Tree = Numbers(ref reader),
        };
        reader.Read();
        return table;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UrgentTable value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Places);
        writer.WriteNumberValue(value.Phrases.Length);
        foreach (var phrase in value.Phrases)
        {
            writer.WriteNumberValue((int)phrase.Role);
            writer.WriteNumberValue((int)phrase.Kind);
            writer.WriteNumberValue(phrase.Sure ? 1 : 0);
            writer.WriteStringValue(phrase.Language);
            writer.WriteStringValue(phrase.Text);
            writer.WriteNumberValue(phrase.Line);
        }
        Write(writer, value.Whole);
        Write(writer, value.Begin);
        Write(writer, value.Inside);
        Write(writer, value.Number);
        Write(writer, value.First);
        Write(writer, value.Last);
        Write(writer, value.Tree);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ImmutableArray<UrgentStem> stems)
    {
        writer.WriteNumberValue(stems.Length);
        foreach (var stem in stems)
        {
            writer.WriteStringValue(stem.Text);
            Write(writer, stem.Places);
        }
    }

    private static void Write(Utf8JsonWriter writer, ImmutableArray<int> numbers)
    {
        writer.WriteNumberValue(numbers.Length);
        foreach (var number in numbers)
            writer.WriteNumberValue(number);
    }

    private static ImmutableArray<UrgentPhrase> Phrases(ref Utf8JsonReader reader)
    {
        var phrases = new UrgentPhrase[Number(ref reader)];
        for (var i = 0; i < phrases.Length; i++)
            phrases[i] = new((UrgentRole)Number(ref reader), (UrgentKind)Number(ref reader), Number(ref reader) == 1, Text(ref reader), Text(ref reader), Number(ref reader));
        return ImmutableArray.Create(phrases);
    }

    private static ImmutableArray<UrgentStem> Stems(ref Utf8JsonReader reader)
    {
        var stems = new UrgentStem[Number(ref reader)];
        for (var i = 0; i < stems.Length; i++)
            stems[i] = new(Text(ref reader), Numbers(ref reader));
        return ImmutableArray.Create(stems);
    }

    private static ImmutableArray<int> Numbers(ref Utf8JsonReader reader)
    {
        var numbers = new int[Number(ref reader)];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Number(ref reader);
        return ImmutableArray.Create(numbers);
    }

    private static int Number(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : throw new JsonException();

    private static string Text(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
}
