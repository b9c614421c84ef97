using System.CommandLine;
using System.Globalization;
using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Directory.Hsds;
using Outreach.Content.Packages;
using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>outreach directory: services to and from the Human Services Data Specification.</summary>
internal static class DirectoryCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "the folder to write into; made when it is not there", Required = true };
    private static readonly Option<string?> Place = new("--place") { Description = "export: only this place, for example de; import: the place of services that do not say it" };
    private static readonly Argument<string> From = new("path") { Description = "a folder with services.json or datapackage.json, or one of these files" };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var export = new Command("export", $"writes the directory as HSDS {HsdsShape.Version}: services.json, and datapackage.json with its tables") { Out, Place, Sources.ContentOption, Sources.CatalogsOption };
        export.SetAction(parsed => Export(Sources.Of(parsed), parsed.GetRequiredValue(Out), parsed.GetValue(Place), Streams.Of(parsed)));
        var import = new Command("import", "reads HSDS and writes drafts of directory files: everything or nothing; an author completes them") { From, Out, Place };
        import.SetAction(parsed => Import(parsed.GetRequiredValue(From), parsed.GetRequiredValue(Out), parsed.GetValue(Place), Streams.Of(parsed)));
        return new Command("directory", "takes the directory of services to other systems, and theirs to drafts") { export, import };
    }

    private static int Export(Sources sources, string folder, string? place, Streams streams)
    {
        var read = BookReader.Read(sources.Content, sources.Catalogs, new Office());
        if (!read.Ok)
            return Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", read.Problems);
        var book = read.Value;
        if (place is not null && !book.Places.ContainsKey(place) && place != Contacts.World)
            return Output.Fail(streams.Error, $"There is no place \"{place}\". Known are: {string.Join(' ', book.Places.Keys.Order(StringComparer.Ordinal))} {Contacts.World}.");
        var contacts = book.Contacts.All.Where(c => place is null ? c.Place == Contacts.World || book.Places.ContainsKey(c.Place) : c.Place == place).ToList();
        var data = HsdsExport.Of(contacts, book.Texts, id => book.Countries.Find(id)?.Names[Locale.English] ?? "the world", book.Services.Table);
        if (!Save(folder, [(HsdsJson.File, HsdsJson.Write(data)), .. HsdsCsv.Write(data, ContentCommand.Today())], streams))
            return 1;
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder}: {contacts.Count} services of {data.Of("organization").Count()} organizations, as {HsdsJson.File} and as {HsdsCsv.Package} with {HsdsShape.Tables.Length} tables."));
        return 0;
    }

    private static int Import(string path, string folder, string? place, Streams streams)
    {
        var data = HsdsReader.Read(path);
        if (!data.Ok)
            return Output.Fail(streams.Error, "Nothing was imported:", data.Problems);
        var drafts = HsdsImport.Of(data.Value, place);
        if (!drafts.Ok)
            return Output.Fail(streams.Error, "Nothing was imported:", drafts.Problems);
        var files = drafts.Value.GroupBy(d => d.Contact.Place, StringComparer.Ordinal)
            .Select(g => (Name: $"{g.Key}-import.yaml", Text: string.Join('\n', g.Select(d => ContactYaml.Write(d.Contact, d.Remarks))))).ToList();
        if (files.Select(f => Path.Combine(folder, f.Name)).FirstOrDefault(File.Exists) is { } there)
            return Output.Fail(streams.Error, $"Nothing was imported: {there} is there already; move it away, or name another folder with --out.");
        if (!Save(folder, [.. files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))], streams))
            return 1;
        foreach (var (name, text) in files)
        {
            var open = ContactReader.Read(text, name).Problems;
            streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.Combine(folder, name)}: {text.Split("- id: ").Length - 1} drafts, {open.Length} things to complete"));
            foreach (var problem in open.Take(20))
                streams.Say.WriteLine($"  {problem}");
        }
        return 0;
    }

    private static bool Save(string folder, (string Name, byte[] Bytes)[] files, Streams streams)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Output.Fail(streams.Error, $"{folder} cannot be made: {e.Message}");
            return false;
        }
        return Output.Save(streams.Error, [.. files.Select(f => (Path.Combine(folder, f.Name), f.Bytes))]);
    }
}
