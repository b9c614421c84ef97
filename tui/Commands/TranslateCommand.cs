using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Outreach.Content.Packages;
using Outreach.Content.Translation;
using Outreach.Localization;
using Outreach.Localization.Exchange;

namespace Outreach.Tui.Commands;

/// <summary>outreach translate: work for translators goes out as PO or XLIFF, and comes back whole or not at all.</summary>
internal static class TranslateCommand
{
    private static readonly Option<string?> Lang = new("--lang") { Description = $"into which language: {string.Join(", ", Locale.All.Where(l => l != Locale.English).Select(l => l.Tag))}" };
    private static readonly Option<string> Out = new("--out") { Description = "the file to write: .po for PO, .xlf or .xliff for XLIFF 1.2", Required = true };
    private static readonly Option<bool> Everything = new("--all") { Description = "also what is up to date" };
    private static readonly Option<string> By = new("--by") { Description = "who translated, for the mark of pages", DefaultValueFactory = _ => "translator" };
    private static readonly Argument<string> File = new("file") { Description = "what came back: .po, .xlf, .xliff" };
    private static readonly Argument<string> Back = new("file") { Description = "unit and back-translation: .tsv, or .po with the back-translation as msgstr" };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var export = new Command("export", "writes what is to be translated: catalogs message by message, pages block by block") { Lang, Out, Everything, Sources.ContentOption, Sources.CatalogsOption };
        export.SetAction(parsed => With(parsed, (shelf, streams) => LocaleOf(parsed, streams) is { } locale
            ? Export(TranslationWork.Of(shelf, locale), (parsed.GetRequiredValue(Out), parsed.GetValue(Everything)), streams) : 1));
        var import = new Command("import", "takes a translated file; when one text cannot be taken, it says which and why, and takes none") { File, By, Sources.ContentOption, Sources.CatalogsOption };
        import.SetAction(parsed => With(parsed, (shelf, streams) => Import(shelf, Sources.Of(parsed), (parsed.GetRequiredValue(File), parsed.GetRequiredValue(By)), streams)));
        var report = new Command("report", "how complete and how old translations are; with --lang every text whose English changed, word by word") { Lang, Sources.ContentOption, Sources.CatalogsOption };
        report.SetAction(parsed => With(parsed, (shelf, streams) => TranslateReport.Run(shelf, LocaleOf(parsed, streams: null), streams)));
        var back = new Command("back", "compares a back-translation with the English: numbers, negations, must and may, names, links") { Back, Sources.ContentOption, Sources.CatalogsOption };
        back.SetAction(parsed => With(parsed, (shelf, streams) => Compare(shelf, parsed.GetRequiredValue(Back), streams)));
        return new Command("translate", "sends texts to translators and takes translations back") { export, import, report, back };
    }

    private static int With(ParseResult parsed, Func<TranslationShelf, Streams, int> run)
    {
        var (sources, streams) = (Sources.Of(parsed), Streams.Of(parsed));
        var shelf = TranslationShelf.Read(sources.Content, sources.Catalogs);
        var glossaries = Glossary.ReadAll(sources.Glossary);
        return shelf.Ok && glossaries.Ok
            ? run(shelf.Value with { Glossaries = glossaries.Value, Earlier = new GitHistory(sources.Content).Find }, streams)
            : Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", [.. shelf.Problems, .. glossaries.Problems]);
    }

    private static Locale? LocaleOf(ParseResult parsed, Streams? streams)
    {
        if (Locale.All.FirstOrDefault(l => l.Tag == parsed.GetValue(Lang) && l != Locale.English) is { } locale)
            return locale;
        streams?.Error.WriteLine($"Name the language with --lang, one of {string.Join(", ", Locale.All.Where(l => l != Locale.English).Select(l => l.Tag))}.");
        return null;
    }

    private static int Export(TranslationWork work, (string Path, bool Everything) order, Streams streams)
    {
        var units = order.Everything ? work.Units : [.. work.Units.Where(u => u.State is UnitState.New or UnitState.Stale)];
        var file = new TranslationFile(work.Locale, units);
        var text = Path.GetExtension(order.Path).ToLowerInvariant() switch
        {
            ".po" => PoExchange.Write(file),
            ".xlf" or ".xliff" => Xliff.Write(file),
            _ => null,
        };
        if (text is null)
            return Output.Fail(streams.Error, $"{order.Path}: name it .po or .xlf.");
        if (!Output.Save(streams.Error, (order.Path, Encoding.UTF8.GetBytes(text))))
            return 1;
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{order.Path}: {units.Length} texts into {work.Locale.EnglishName}: {units.Count(u => u.State == UnitState.New)} new, {units.Count(u => u.State == UnitState.Stale)} whose English has changed, {units.Count(u => u.State == UnitState.Unneeded)} that need no translation."));
        return 0;
    }

    private static int Import(TranslationShelf shelf, Sources sources, (string Path, string By) order, Streams streams)
    {
        if (Text(order.Path, streams) is not { } text)
            return 1;
        var name = Path.GetFileName(order.Path);
        var sent = name.EndsWith(".po", StringComparison.OrdinalIgnoreCase) ? PoExchange.Read(text, name) : Xliff.Read(text, name);
        if (!sent.Ok)
            return Output.Fail(streams.Error, $"{order.Path} cannot be read:", sent.Problems);
        if (order.By.Any(c => !char.IsLetterOrDigit(c) && c is not (' ' or '-' or '.')))
            return Output.Fail(streams.Error, "--by is a name: letters, digits, spaces, '.' and '-'.");
        var work = TranslationWork.Of(shelf, sent.Value.Locale);
        var files = work.Import(sent.Value, order.By);
        if (!files.Ok)
            return Output.Fail(streams.Error, string.Create(CultureInfo.InvariantCulture, $"Nothing was taken from {order.Path}; {files.Problems.Length} texts cannot be:"), files.Problems);
        if (files.Value.Length > 0 && !Output.Save(streams.Error, [.. files.Value.Select(f => (PathOf(sources, f.Name), Encoding.UTF8.GetBytes(f.Text)))]))
            return 1;
        foreach (var file in files.Value)
            streams.Say.WriteLine($"{file.Name}: written");
        var open = sent.Value.Units.Count(u => u.State is UnitState.New or UnitState.Stale);
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent.Value.Units.Length - open} texts taken into {work.Locale.EnglishName}, {open} still open, {files.Value.Length} files written. A page is written when all of it is translated."));
        return 0;
    }

    private static int Compare(TranslationShelf shelf, string path, Streams streams)
    {
        if (Text(path, streams) is not { } text)
            return 1;
        var back = BackTranslation.Read(text, Path.GetFileName(path));
        if (!back.Ok)
            return Output.Fail(streams.Error, $"{path} cannot be read:", back.Problems);
        var found = BackTranslation.Compare(shelf.English(), back.Value);
        if (!found.Ok)
            return Output.Fail(streams.Error, $"{path} names texts we do not have:", found.Problems);
        foreach (var d in found.Value)
            streams.Say.WriteLine($"{d.Unit}: {d.What}: the English says '{d.Source}', the back-translation '{d.Back}'");
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{back.Value.Count} texts compared: {found.Value.Select(d => d.Unit).Distinct(StringComparer.Ordinal).Count()} differ."));
        return found.Value.IsEmpty ? 0 : 1;
    }

    private static string PathOf(Sources sources, string name) => name.StartsWith(ContentFiles.CatalogFolder + "/", StringComparison.Ordinal)
        ? Path.Combine(sources.Catalogs, name[(ContentFiles.CatalogFolder.Length + 1)..]) : Path.Combine(sources.Content, name);

    private static string? Text(string path, Streams streams)
    {
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Output.Fail(streams.Error, $"{path} cannot be read: {e.Message}");
            return null;
        }
    }
}
