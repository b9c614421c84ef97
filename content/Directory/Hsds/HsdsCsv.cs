using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Outreach.Localization;

namespace Outreach.Content.Directory.Hsds;

/// <summary>HSDS as a tabular data package: one CSV a table (RFC 4180), and datapackage.json, which says what stands in them.</summary>
public static class HsdsCsv
{
    /// <summary>The file that describes the tables.</summary>
    public const string Package = "datapackage.json";

    /// <summary>The files; every table, also empty ones.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Write(HsdsData data, DateOnly made)
    {
        yield return (Package, Describe(made));
        foreach (var table in HsdsShape.Tables)
        {
            var text = new StringBuilder(string.Join(',', table.Fields.Select(f => f.Name))).Append("\r\n");
            foreach (var row in data.Of(table.Name))
                text.AppendJoin(',', table.Fields.Select(f => Quoted(row[f.Name] ?? ""))).Append("\r\n");
            yield return (table.File, Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    /// <summary>The rows of one table.</summary>
    public static Result<ImmutableArray<HsdsRow>> Read(HsdsTable table, string text, string file)
    {
        var cells = Cells(text, file);
        if (!cells.Ok)
            return cells.Problems;
        if (cells.Value is not [var head, .. var body])
            return HsdsProblems.BadCsv($"{file}:1", "the table is empty; its first row names the columns");
        if (!head.Cells.Contains("id"))
            return HsdsProblems.BadCsv($"{file}:1", "no column is called 'id'; the first row names the columns, with commas between");
        var problems = body.Where(r => r.Cells.Length != head.Cells.Length).Select(r => HsdsProblems.BadCsv(
            string.Create(CultureInfo.InvariantCulture, $"{file}:{r.Line}"), string.Create(CultureInfo.InvariantCulture, $"this row has {r.Cells.Length} cells, the first row {head.Cells.Length}; put texts with commas in quotation marks"))).ToImmutableArray();
        return problems.Length > 0 ? problems : body.Select(r => new HsdsRow(table, string.Create(CultureInfo.InvariantCulture, $"{file}:{r.Line}"), ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            table.Fields.Select(f => KeyValuePair.Create(f.Name, Array.IndexOf(head.Cells, f.Name) is >= 0 and var at ? r.Cells[at].Trim() : "")).Where(f => f.Value.Length > 0)))).ToImmutableArray();
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    private static Result<List<(string[] Cells, int Line)>> Cells(string text, string file)
    {
        var (rows, row, cell) = (new List<(string[], int)>(), new List<string>(), new StringBuilder());
        var (quoted, line, began) = (false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
                line++;
            if (quoted)
                quoted = c != '"' || i + 1 < text.Length && text[i + 1] == '"' && text[++i] == '"' ? Kept(cell, c) : false;
            else if (c == '"' && cell.Length == 0)
                quoted = true;
            else if (c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                    (began, row) = (Closed(rows, row, began, line), []);
            }
            else if (c != '\r')
                cell.Append(c);
        }
        if (quoted)
            return HsdsProblems.BadCsv(string.Create(CultureInfo.InvariantCulture, $"{file}:{began}"), "a quotation mark is opened in this row and never closed");
        if (cell.Length > 0 || row.Count > 0)
            Closed(rows, [.. row, cell.ToString()], began, line);
        return rows;
    }

    private static bool Kept(StringBuilder cell, char c)
    {
        cell.Append(c);
        return true;
    }

    /// <summary>Keeps a row that is not empty; the line on which the next begins.</summary>
    private static int Closed(List<(string[], int)> rows, List<string> row, int began, int line)
    {
        if (row is not [""])
            rows.Add(([.. row], began));
        return line;
    }

    private static byte[] Describe(DateOnly made)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", "outreach-directory");
            json.WriteString("title", "Services for people on the move");
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("version", HsdsShape.Version);
            json.WriteString("created", made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteStartArray("licenses");
            json.WriteStartObject();
            json.WriteString("name", "CC-BY-4.0");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("resources");
            foreach (var table in HsdsShape.Tables)
                Describe(json, table);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Describe(Utf8JsonWriter json, HsdsTable table)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("path", table.File);
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteString("primaryKey", "id");
        json.WriteStartArray("fields");
        foreach (var field in table.Fields)
            Describe(json, field);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Describe(Utf8JsonWriter json, HsdsField field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("type", field.Type switch { HsdsType.Date => "date", HsdsType.Time => "time", HsdsType.Number => "number", _ => "string" });
        if (field.Type is HsdsType.Id or HsdsType.Link or HsdsType.Email)
            json.WriteString("format", field.Type switch { HsdsType.Id => "uuid", HsdsType.Link => "uri", _ => "email" });
        json.WriteStartObject("constraints");
        json.WriteBoolean("required", field.Required);
        json.WriteBoolean("unique", field.Name == "id");
        if (field.Words.Length > 0)
        {
            json.WriteStartArray("enum");
            foreach (var word in field.Words)
                json.WriteStringValue(word);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
