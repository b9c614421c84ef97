using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Directory.Hsds;

/// <summary>Reads a directory that somebody hands us, as JSON or as tables. All of it is right, or all that is wrong is said: file, row, field.</summary>
public static partial class HsdsReader
{
    /// <summary>The longest file that is read.</summary>
    public const int MostBytes = 50_000_000;

    /// <summary>Problems that are said at once.</summary>
    private const int MostProblems = 200;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows of a folder, of a .json file, or of the package a datapackage.json describes.</summary>
    public static Result<HsdsData> Read(string path)
    {
        try
        {
            if (System.IO.Directory.Exists(path))
                return File.Exists(Path.Combine(path, HsdsJson.File)) ? Json(Path.Combine(path, HsdsJson.File))
                    : File.Exists(Path.Combine(path, HsdsCsv.Package)) ? Tables(path) : HsdsProblems.NoData(path);
            return !File.Exists(path) ? HsdsProblems.NoData(path)
                : Path.GetFileName(path) == HsdsCsv.Package || path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? Tables(Path.GetDirectoryName(Path.GetFullPath(path))!)
                : Json(path);
        }
        catch (DecoderFallbackException)
        {
            return HsdsProblems.Unreadable(path, "a file is not UTF-8; save it as UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HsdsProblems.Unreadable(path, e.Message);
        }
    }

    /// <summary>The tables in a folder, without datapackage.json: where both are, the JSON is taken.</summary>
    public static Result<HsdsData> Tables(string folder)
    {
        var (rows, problems) = (new List<HsdsRow>(), new List<Problem>());
        foreach (var table in HsdsShape.Tables)
        {
            var file = Path.Combine(folder, PathOf(folder, table));
            if (!File.Exists(file))
                continue;
            if (new FileInfo(file).Length > MostBytes)
                return HsdsProblems.TooLarge(file);
            var read = HsdsCsv.Read(table, Utf8.GetString(Plain(File.ReadAllBytes(file))), Path.GetFileName(file));
            problems.AddRange(read.Problems);
            if (read.Ok)
                rows.AddRange(read.Value);
        }
        if (problems.Count > 0)
            return Said(problems);
        return rows.Count == 0 ? HsdsProblems.NoData(folder) : Checked(new HsdsData(rows), nested: false);
    }

    private static Result<HsdsData> Json(string file)
    {
        if (new FileInfo(file).Length > MostBytes)
            return HsdsProblems.TooLarge(file);
        var rows = HsdsJson.Read(File.ReadAllBytes(file), Path.GetFileName(file));
        return rows.Ok ? Checked(new HsdsData(rows.Value), nested: true) : Said([.. rows.Problems]);
    }

    /// <summary>The path that datapackage.json gives a table, inside the folder; the usual one where it says nothing sensible.</summary>
    private static string PathOf(string folder, HsdsTable table)
    {
        var package = Path.Combine(folder, HsdsCsv.Package);
        if (!File.Exists(package))
            return table.File;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(package));
            return json.RootElement.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array
                && resources.EnumerateArray().FirstOrDefault(r => r.ValueKind == JsonValueKind.Object && r.TryGetProperty("name", out var n) && n.ValueKind == JsonValueKind.String && n.GetString() == table.Name) is { ValueKind: JsonValueKind.Object } found
                && found.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String && Path.GetFileName(path.GetString()) is { Length: > 0 } name ? name : table.File;
        }
        catch (JsonException)
        {
            return table.File;
        }
    }

    private static Result<HsdsData> Checked(HsdsData data, bool nested)
    {
        var problems = data.Rows.SelectMany(r => Check(r, nested)).Concat(Ids(data)).Concat(Links(data)).ToList();
        return problems.Count > 0 ? Said(problems) : data;
    }

    private static Result<HsdsData> Said(List<Problem> problems) => problems.Take(MostProblems).ToImmutableArray();

    /// <summary>Fields of a row. In JSON the place of a row says what it belongs to.</summary>
    private static IEnumerable<Problem> Check(HsdsRow row, bool nested)
    {
        foreach (var field in row.Table.Fields)
            if (row[field.Name] is not { } value)
            {
                if (field.Required && !(nested && field.Of is not null))
                    yield return HsdsProblems.Missing(row.Where, field.Name);
            }
            else if (field.Words.Length > 0 && !field.Words.Contains(value))
                yield return HsdsProblems.NotOneOf(row.Where, field.Name, field.Words);
            else if (Expected(field.Type, value) is { } expected)
                yield return HsdsProblems.WrongType(row.Where, field.Name, expected);
            else if (PlainText.FirstInvisible(value) is { } invisible)
                yield return FieldProblems.Invisible(row.Where, field.Name, invisible);
    }

    private static string? Expected(HsdsType type, string value) => type switch
    {
        HsdsType.Id when !Guid.TryParseExact(value, "D", out _) => "a UUID, d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610",
        HsdsType.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "a day, 2026-11-21",
        HsdsType.Time when !Time().IsMatch(value) => "a time of day, 09:00",
        HsdsType.Number when !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "a number",
        HsdsType.Link when !(Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") => "a web address, with https:// in front",
        HsdsType.Email when !value.Contains('@') => "an email address",
        _ => null,
    };

    private static IEnumerable<Problem> Ids(HsdsData data) => data.Rows.Where(r => r.Id.Length > 0).GroupBy(r => (r.Table.Name, r.Id)).Where(g => g.Skip(1).Any()).Select(g => HsdsProblems.Twice(g.Last().Where, g.Key.Id));

    private static IEnumerable<Problem> Links(HsdsData data) =>
        from row in data.Rows
        from field in row.Table.Fields
        where field.Of is not null && HsdsShape.Find(field.Of) is not null && row[field.Name] is not null
        where row.Table.Name != "attribute" || field.Name != "link_id" || row["link_entity"] == HsdsShape.Service
        where data.Find(field.Of!, row[field.Name]) is null
        select HsdsProblems.NoSuchRow(row.Where, field.Name, row[field.Name]!, field.Of!);

    private static ReadOnlySpan<byte> Plain(byte[] bytes) => bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;

    [GeneratedRegex("^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
