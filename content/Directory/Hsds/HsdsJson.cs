using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Outreach.Localization;

namespace Outreach.Content.Directory.Hsds;

/// <summary>HSDS as JSON: a list of services, everything that belongs to one inside it.</summary>
public static class HsdsJson
{
    /// <summary>The file we write.</summary>
    public const string File = "services.json";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(HsdsData data)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartArray();
            foreach (var service in data.Of(HsdsShape.Service))
                Write(json, service, data);
            json.WriteEndArray();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>The rows in a text: a list of services, one service, or a page of an HSDS API with "contents".</summary>
    public static Result<ImmutableArray<HsdsRow>> Read(byte[] json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("contents", out var contents))
                root = contents;
            var rows = new List<HsdsRow>();
            var problems = new List<Problem>();
            var services = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : new[] { root };
            for (var i = 0; i < services.Length; i++)
                Read(services[i], HsdsShape.Find(HsdsShape.Service)!, ImmutableSortedDictionary<string, string>.Empty, root.ValueKind == JsonValueKind.Array ? $"{file}: [{i}]" : $"{file}: $", (rows, problems));
            return problems.Count > 0 ? problems.ToImmutableArray() : rows.ToImmutableArray();
        }
        catch (JsonException e)
        {
            return HsdsProblems.BadJson(string.Create(CultureInfo.InvariantCulture, $"{file}:{e.LineNumber + 1}"), "it ends too early, or a bracket, comma or quotation mark is wrong here");
        }
    }

    private static void Write(Utf8JsonWriter json, HsdsRow row, HsdsData data)
    {
        json.WriteStartObject();
        foreach (var field in row.Table.Fields)
            if (row[field.Name] is not { } value)
                continue;
            else if (field.Type == HsdsType.Number)
                json.WriteNumber(field.Name, decimal.Parse(value, CultureInfo.InvariantCulture));
            else
                json.WriteString(field.Name, value);
        foreach (var nested in row.Table.Nested)
            Write(json, row, nested, data);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HsdsRow row, HsdsNested nested, HsdsData data)
    {
        if (!nested.Many)
        {
            if (data.Find(nested.Table, row[nested.Link]) is not { } one)
                return;
            json.WritePropertyName(nested.Property);
            Write(json, one, data);
            return;
        }
        var many = data.Of(nested.Table, nested.Link, row.Id).ToList();
        if (many.Count == 0)
            return;
        json.WriteStartArray(nested.Property);
        foreach (var inner in many)
            Write(json, inner, data);
        json.WriteEndArray();
    }

    private static void Read(JsonElement element, HsdsTable table, ImmutableSortedDictionary<string, string> links, string where, (List<HsdsRow> Rows, List<Problem> Problems) into)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            into.Problems.Add(HsdsProblems.BadJson(where, $"expected one object of '{table.Name}'"));
            return;
        }
        var fields = links;
        foreach (var field in table.Fields)
            if (element.TryGetProperty(field.Name, out var value) && value.ValueKind != JsonValueKind.Null)
                if (Text(value, field.Type) is { } text)
                    fields = text.Length > 0 ? fields.SetItem(field.Name, text) : fields;
                else
                    into.Problems.Add(HsdsProblems.WrongType($"{where}.{field.Name}", field.Name, field.Type == HsdsType.Number ? "a number" : "a text"));
        var at = into.Rows.Count;
        foreach (var nested in table.Nested)
            if (element.TryGetProperty(nested.Property, out var inner) && inner.ValueKind != JsonValueKind.Null)
                fields = Read(inner, nested, fields, $"{where}.{nested.Property}", into);
        into.Rows.Insert(at, new HsdsRow(table, where, fields));
    }

    /// <summary>The rows inside a row; its fields, with the link to the one object it holds.</summary>
    private static ImmutableSortedDictionary<string, string> Read(
        JsonElement inner, HsdsNested nested, ImmutableSortedDictionary<string, string> outer, string where, (List<HsdsRow> Rows, List<Problem> Problems) into)
    {
        var table = HsdsShape.Find(nested.Table)!;
        if (!nested.Many)
        {
            Read(inner, table, ImmutableSortedDictionary<string, string>.Empty, where, into);
            return inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && !outer.ContainsKey(nested.Link) ? outer.SetItem(nested.Link, id.GetString()!) : outer;
        }
        if (inner.ValueKind != JsonValueKind.Array)
            into.Problems.Add(HsdsProblems.BadJson(where, $"expected a list of '{nested.Table}'"));
        else
            foreach (var (i, one) in inner.EnumerateArray().Index())
                Read(one, table, Tied(nested, outer), $"{where}[{i}]", into);
        return outer;
    }

    /// <summary>What the place inside its row says of an inner row.</summary>
    private static ImmutableSortedDictionary<string, string> Tied(HsdsNested nested, ImmutableSortedDictionary<string, string> outer)
    {
        var links = ImmutableSortedDictionary<string, string>.Empty.SetItem(nested.Link, outer.GetValueOrDefault("id", ""));
        return nested.Link == "link_id" ? links.SetItem("link_entity", HsdsShape.Service) : links;
    }

    private static string? Text(JsonElement value, HsdsType type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.String, not HsdsType.Number) => value.GetString()!.Trim(),
        (JsonValueKind.Number, HsdsType.Number) => value.GetRawText(),
        _ => null,
    };
}
