using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Outreach.Content.Directory;
using Outreach.Content.Directory.Hsds;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Directory;

/// <summary>The directory as HSDS 3.0: out and back without loss, and what is wrong in somebody's data is said with file, row and field.</summary>
public sealed class HsdsTests : IDisposable
{
    private static readonly Lazy<ImmutableArray<Contact>> Ours = new(() => [.. TestBook.Real.Contacts.All.Where(c => c.Place == Contacts.World || TestBook.Real.Places.ContainsKey(c.Place))]);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("services.json")]
    [InlineData("datapackage.json")]
    public void Nothing_is_lost_on_the_way_out_and_back(string file)
    {
        Export();
        var back = HsdsImport.Of(Read(file).Value!, place: null).Value;
        Assert.Equal(Ours.Value.Select(c => ContactYaml.Write(c)), back.Select(d => ContactYaml.Write(d.Contact)));
        Assert.All(back, d => Assert.Empty(d.Remarks));
    }

    [Fact]
    public void What_is_written_as_a_draft_is_read_as_a_directory_file()
    {
        foreach (var place in Ours.Value.GroupBy(c => c.Place, StringComparer.Ordinal))
        {
            var text = string.Concat(place.Select(c => ContactYaml.Write(c)));
            var read = ContactReader.Read(text, $"{place.Key}.yaml");
            Assert.True(read.Ok, string.Join('\n', read.Problems));
            Assert.Equal(text, string.Concat(read.Value.Select(c => ContactYaml.Write(c))));
        }
    }

    [Fact]
    public void Ids_stay_the_same_from_export_to_export() => Assert.Equal(HsdsJson.Write(Data()), HsdsJson.Write(Data()));

    [Fact]
    public async Task Ajv_finds_nothing_wrong()
    {
        Export();
        var schema = _folder.File("ours.schema.json");
        await File.WriteAllTextAsync(schema, Schema(HsdsShape.Find(HsdsShape.Service)!).ToJsonString());
        using var found = await NodeOracle.Run("hsds.mjs", _folder.File("out"), schema);
        Assert.Empty(found.RootElement.GetProperty("wrong").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(Ours.Value.Length, found.RootElement.GetProperty("services").GetInt32());
    }

    /// <summary>The published schemas are not ours to put into this repository; docs/directory.md says where they are.</summary>
    [PublishedSchemasFact]
    public async Task Ajv_finds_nothing_wrong_by_the_published_schemas()
    {
        Export();
        var schema = _folder.File("ours.schema.json");
        await File.WriteAllTextAsync(schema, Schema(HsdsShape.Find(HsdsShape.Service)!).ToJsonString());
        using var found = await NodeOracle.Run("hsds.mjs", _folder.File("out"), schema, PublishedSchemasFactAttribute.Folder!);
        Assert.Empty(found.RootElement.GetProperty("wrong").EnumerateArray().Select(w => w.GetString()));
        Assert.Equal(HsdsShape.Tables.Length, found.RootElement.GetProperty("tables").GetInt32());
    }

    [Theory]
    [InlineData("no number", "phones.csv", ",112,", ",,", "phones.csv:", 2282, "'number'")]
    [InlineData("a status that is none", "services.csv", ",active,", ",open,", "services.csv:2", 2284, "'status'")]
    [InlineData("a day that is none", "services.csv", "2026-11-21", "21.11.2026", "services.csv:2", 2283, "'assured_date'")]
    [InlineData("a time that is none", "schedules.csv", "00:00:00", "25:00", "schedules.csv:2", 2283, "'opens_at'")]
    [InlineData("a link that is none", "services.csv", "https://", "see ", "services.csv:", 2283, "'url'")]
    [InlineData("a cell too many", "taxonomies.csv", "Outreach directory", "Outreach, directory", "taxonomies.csv:2", 2287, "cells")]
    [InlineData("a quotation mark without end", "taxonomies.csv", "Outreach directory", "\"Outreach directory", "taxonomies.csv:2", 2287, "quotation mark")]
    [InlineData("columns without names", "phones.csv", "id,location_id", "Telefon,Ort", "phones.csv:1", 2287, "'id'")]
    public void Refuses_tables_with(string what, string table, string old, string instead, string where, int code, string says)
    {
        Export();
        var path = _folder.File($"out/{table}");
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(path, text[..at] + instead + text[(at + old.Length)..]);
        var problems = Read("datapackage.json").Problems;
        Assert.True(problems.Any(p => p.Code == code && p.Where.StartsWith(where, StringComparison.Ordinal) && p.Message.Contains(says, StringComparison.Ordinal)), $"{what}: {string.Join('\n', problems.Take(5))}");
    }

    [Fact]
    public void A_row_that_names_no_other_is_refused()
    {
        Export();
        var path = _folder.File("out/phones.csv");
        var text = File.ReadAllText(path);
        var service = text.Split("\r\n")[1].Split(',')[2];
        File.WriteAllText(path, text.Replace(service, "00000000-0000-4000-8000-000000000000", StringComparison.Ordinal));
        Assert.Contains(Read("datapackage.json").Problems, p => p.Code == 2286 && p.Where == "phones.csv:2" && p.Message.Contains("'service_id'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no name", """[{"id": "ac148810-d857-441c-9679-408f346de14b", "status": "active"}]""", "x.json: [0]", 2282)]
    [InlineData("a number as a name", """[{"id": "ac148810-d857-441c-9679-408f346de14b", "name": 7, "status": "active"}]""", "x.json: [0].name", 2283)]
    [InlineData("a phone without a number", """[{"id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active", "phones": [{"id": "ac148810-d857-441c-9679-408f346de14c"}]}]""", "x.json: [0].phones[0]", 2282)]
    [InlineData("phones that are no list", """[{"id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active", "phones": "112"}]""", "x.json: [0].phones", 2281)]
    [InlineData("the same id twice", """[{"id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active"}, {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "B", "status": "active"}]""", "x.json: [1]", 2285)]
    [InlineData("a bracket too few", """[{"id": 1""", "x.json:1", 2281)]
    [InlineData("a text", "\"hello\"", "x.json: $", 2281)]
    public void Refuses_json_with(string what, string json, string where, int code)
    {
        File.WriteAllText(_folder.File("x.json"), json);
        var problems = HsdsReader.Read(_folder.File("x.json")).Problems;
        Assert.True(problems.Any(p => p.Code == code && p.Where == where), $"{what}: {string.Join('\n', problems)}");
    }

    [Fact]
    public void A_service_of_somebody_else_becomes_a_draft_that_says_what_is_missing()
    {
        File.WriteAllText(_folder.File("theirs.json"), """
            {"contents": [{
              "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Clínica del Barrio", "status": "active", "description": "Primary health care for everybody who lives in the quarter, with and without papers.",
              "organization": {"id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "Ayuntamiento", "description": "Town"},
              "phones": [{"id": "1554f4a5-3d0a-4d0a-8a8c-0d0f0f0f0f01", "number": "+34 91 0000000", "type": "voice"}],
              "languages": [{"id": "1554f4a5-3d0a-4d0a-8a8c-0d0f0f0f0f02", "code": "es", "name": "Spanish"}],
              "schedules": [{"id": "1554f4a5-3d0a-4d0a-8a8c-0d0f0f0f0f03", "freq": "WEEKLY", "byday": "MO,TU,WE,FR", "opens_at": "09:00", "closes_at": "13:30"}],
              "service_at_locations": [{"id": "1554f4a5-3d0a-4d0a-8a8c-0d0f0f0f0f04", "location": {"id": "1554f4a5-3d0a-4d0a-8a8c-0d0f0f0f0f05", "location_type": "physical",
                "addresses": [{"id": "1554f4a5-3d0a-4d0a-8a8c-0d0f0f0f0f06", "address_1": "Calle Mayor 1", "city": "Madrid", "state_province": "Madrid", "postal_code": "28013", "country": "ES", "address_type": "physical"}]}}]
            }]}
            """);
        var draft = Assert.Single(HsdsImport.Of(HsdsReader.Read(_folder.File("theirs.json")).Value!, place: null).Value);
        Assert.Equal(("es/clinica-del-barrio", "Ayuntamiento", "Mo-We 09:00-13:30; Fr 09:00-13:30", "Calle Mayor 1, 28013 Madrid"), (draft.Contact.Id, draft.Contact.Organization, draft.Contact.Hours, draft.Contact.Address));
        Assert.Equal((Known.Unknown, Known.Unknown, Confidence.Low), (draft.Contact.Free, draft.Contact.Exposes, draft.Contact.Confidence));
        Assert.Contains(draft.Remarks, r => r.StartsWith("who: Primary health care", StringComparison.Ordinal));
        var open = ContactReader.Read(ContactYaml.Write(draft.Contact, draft.Remarks), "es-import.yaml").Problems;
        Assert.Contains(open, p => p.Message.Contains("'kinds'", StringComparison.Ordinal));
        Assert.Contains(open, p => p.Message.Contains("'checked'", StringComparison.Ordinal));
    }

    [Fact]
    public void Hours_that_are_no_weekly_times_are_not_guessed()
    {
        File.WriteAllText(_folder.File("monthly.json"), """
            [{"id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active",
              "schedules": [{"id": "1554f4a5-3d0a-4d0a-8a8c-0d0f0f0f0f03", "freq": "MONTHLY", "bymonthday": "1,15", "opens_at": "09:00", "closes_at": "13:30"}]}]
            """);
        var data = HsdsReader.Read(_folder.File("monthly.json")).Value!;
        Assert.Equal(2289, Assert.Single(HsdsImport.Of(data, place: null).Problems).Code);
        var draft = Assert.Single(HsdsImport.Of(data, "es").Value);
        Assert.Equal("unknown", draft.Contact.Hours);
        Assert.StartsWith("hours:", Assert.Single(draft.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_holds_nothing_to_import() => Assert.Equal(2280, Assert.Single(HsdsReader.Read(_folder.Path).Problems).Code);

    private static HsdsData Data() => HsdsExport.Of(Ours.Value, TestBook.Real.Texts, id => TestBook.Real.Countries.Find(id)?.Names[Locale.English] ?? "the world", TestBook.Real.Services.Table);

    private void Export()
    {
        var folder = System.IO.Directory.CreateDirectory(_folder.File("out")).FullName;
        var data = Data();
        File.WriteAllBytes(Path.Combine(folder, HsdsJson.File), HsdsJson.Write(data));
        foreach (var (name, bytes) in HsdsCsv.Write(data, new DateOnly(2026, 11, 22)))
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }

    private Result<HsdsData> Read(string file) => HsdsReader.Read(_folder.File($"out/{file}"));

    /// <summary>Our statement of the tables as a JSON schema, so that a validator of others looks at every value.</summary>
    private static JsonObject Schema(HsdsTable table)
    {
        var properties = new JsonObject();
        foreach (var field in table.Fields)
            properties[field.Name] = field switch
            {
                { Words.Length: > 0 } => new JsonObject { ["enum"] = new JsonArray([.. field.Words.Select(w => (JsonNode)w)]) },
                { Type: HsdsType.Number } => new JsonObject { ["type"] = "number" },
                { Type: HsdsType.Id } => new JsonObject { ["type"] = "string", ["format"] = "uuid" },
                { Type: HsdsType.Link } => new JsonObject { ["type"] = "string", ["format"] = "uri" },
                { Type: HsdsType.Email } => new JsonObject { ["type"] = "string", ["format"] = "email" },
                { Type: HsdsType.Date } => new JsonObject { ["type"] = "string", ["format"] = "date" },
                _ => new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            };
        foreach (var nested in table.Nested)
            properties[nested.Property] = nested.Many ? new JsonObject { ["type"] = "array", ["items"] = Schema(HsdsShape.Find(nested.Table)!) } : Schema(HsdsShape.Find(nested.Table)!);
        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray([.. table.Fields.Where(f => f.Required).Select(f => (JsonNode)f.Name)]), ["additionalProperties"] = false };
    }
}

/// <summary>A test that needs the published schemas: OUTREACH_HSDS_SCHEMAS names schema/compiled of the specification.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublishedSchemasFactAttribute : FactAttribute
{
    public PublishedSchemasFactAttribute()
    {
        if (Folder is null)
            Skip = "OUTREACH_HSDS_SCHEMAS does not name the folder schema/compiled of HSDS 3.0 (docs/directory.md)";
    }

    public static string? Folder => Environment.GetEnvironmentVariable("OUTREACH_HSDS_SCHEMAS") is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;
}
