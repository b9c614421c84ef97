using System.Globalization;
using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Content.XlsForm;
using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>outreach dialogs import: an XLSForm as a draft.</summary>
internal static class DialogsImport
{
    /// <summary>Writes the draft and its translations, or nothing; the exit code.</summary>
    public static int Run(Sources sources, string form, string? named, Streams streams)
    {
        if (!File.Exists(form))
            return Output.Fail(streams.Error, $"There is no file {form}.");
        if (new FileInfo(form).Length > FormLimits.Bytes)
            return Output.Fail(streams.Error, "Nothing was imported:", [FormProblems.TooLarge(Path.GetFileName(form), "bytes", FormLimits.Bytes)]);
        var book = SheetReader.Read(File.ReadAllBytes(form), Path.GetFileName(form));
        if (!book.Ok)
            return Output.Fail(streams.Error, "Nothing was imported:", book.Problems);
        var draft = FormImport.Read(book.Value, Path.GetFileName(form), Shared(sources));
        if (!draft.Ok)
            return Output.Fail(streams.Error, "Nothing was imported:", draft.Problems);
        var path = named ?? draft.Value.Id + ".draft.yaml";
        var files = Files(draft.Value, path);
        if (named is null && files.Find(f => File.Exists(f.Path)) is { Path: { } there })
            return Output.Fail(streams.Error, $"Nothing was imported: {there} is there already; move it away, or name another file with --out.");
        if (!Output.Save(streams.Error, [.. files.Select(f => (f.Path, Encoding.UTF8.GetBytes(f.Text)))]))
            return 1;
        foreach (var remark in draft.Value.Remarks)
            streams.Say.WriteLine($"remark {remark}");
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{string.Join(", ", files.Select(f => f.Path))}: a draft of {draft.Value.Items.Length} items at the top and {draft.Value.Lists.Length} lists; say what each question collects and why before the bot may ask it"));
        return 0;
    }

    private static DraftShared? Shared(Sources sources)
    {
        var file = Path.Combine(sources.Content, DialogReader.Folder, DialogReader.SharedFile);
        return File.Exists(file) ? DraftReader.Shared(File.ReadAllText(file)).Value : null;
    }

    private static List<(string Path, string Text)> Files(Draft draft, string path)
    {
        var stem = path.EndsWith(".yaml", StringComparison.Ordinal) ? path[..^".yaml".Length] : path;
        return
        [
            (path, DraftYaml.Write(draft)),
            .. draft.Languages.Select(l => (Path: $"{stem}.{l.Code}.po", File: DraftYaml.Translations(draft, l))).Where(f => !f.File.Entries.IsEmpty).Select(f => (f.Path, PoWriter.Write(f.File))),
        ];
    }
}
