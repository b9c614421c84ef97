using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.XlsForm;
using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>outreach dialogs export: a dialog or a draft as XLSForm.</summary>
internal static class DialogsExport
{
    /// <summary>Writes the spreadsheet; the exit code.</summary>
    public static int Run(Sources sources, string name, string? named, Streams streams)
    {
        var folder = Path.Combine(sources.Content, DialogReader.Folder);
        var own = name.EndsWith(".yaml", StringComparison.Ordinal) || Path.GetFileName(name) != name;
        var file = own ? Path.GetFullPath(name) : Path.Combine(folder, name + ".yaml");
        if (!File.Exists(file) || Path.GetFileName(file) is DialogReader.SharedFile or "doors.yaml")
            return Output.Fail(streams.Error, own ? $"There is no dialog {file}." : $"There is no dialog '{name}' in {folder}; there are: {string.Join(", ", Names(folder))}.");
        var (from, pattern) = own ? (Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + ".*.po") : (sources.Catalogs, "dialogs.*.po");
        var catalogs = Directory.Exists(from) ? Directory.EnumerateFiles(from, pattern).Order(StringComparer.Ordinal).Select(PoReader.ReadFile).ToImmutableArray() : [];
        var shared = Path.Combine(folder, DialogReader.SharedFile);
        var draft = DraftReader.Read(File.ReadAllText(file), Path.GetFileName(file), File.Exists(shared) ? File.ReadAllText(shared) : "", [.. catalogs.Where(c => c.Ok).Select(c => c.Value!)]);
        if (catalogs.SelectMany(c => c.Problems).Concat(draft.Problems).ToList() is { Count: > 0 } problems)
            return Output.Fail(streams.Error, $"{file} cannot be written as XLSForm:", problems);
        var path = named ?? Path.GetFileNameWithoutExtension(file) + ".xlsx";
        var book = FormExport.Write(draft.Value!);
        if (!Output.Save(streams.Error, (path, SheetWriter.Write(book))))
            return 1;
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {book.Sheets[0].Rows.Length - 1} rows of survey, {book.Sheets[1].Rows.Length - 1} choices, {draft.Value!.Languages.Length + 1} languages"));
        return 0;
    }

    private static IEnumerable<string> Names(string folder) => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*.yaml")
        .Select(f => Path.GetFileNameWithoutExtension(f)).Where(f => f is not ("shared" or "doors")).Order(StringComparer.Ordinal);
}
