using System.Collections.Immutable;

namespace Outreach.Localization;

/// <summary>
/// A folder of catalogs to a <see cref="Localizer"/>, or everything that is wrong with it. <c>DOMAIN.pot</c> is the English,
/// <c>DOMAIN.LANGUAGE.po</c> a translation; a domain whose English is written elsewhere (dialogs) may come without its template.
/// </summary>
public static class CatalogReader
{
    /// <summary>Reads every template and translation in a folder.</summary>
    public static Result<Localizer> Load(string folder)
    {
        if (!Directory.Exists(folder))
            return LocalizationProblems.NoCatalogs(folder);
        return Assemble(Directory.EnumerateFiles(folder, "*.po*")
            .Where(path => Path.GetExtension(path) is ".po" or ".pot")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), PoReader.ReadFile(path))));
    }

    /// <summary>The same from texts already in memory: file name and text of each.</summary>
    public static Result<Localizer> Read(IEnumerable<(string Name, string Text)> files) =>
        Assemble(files.OrderBy(f => f.Name, StringComparer.Ordinal).ToArray().AsParallel().AsOrdered().Select(f => (f.Name, PoReader.Read(f.Text, f.Name))));

    private static Result<Localizer> Assemble(IEnumerable<(string Name, Result<PoFile> File)> files)
    {
        var templates = ImmutableArray.CreateBuilder<PoFile>();
        var translations = ImmutableArray.CreateBuilder<PoFile>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var (name, read) in files)
        {
            problems.AddRange(read.Problems);
            if (!read.Ok)
                continue;
            if (name.Split('.') is [_, "pot"])
                templates.Add(read.Value);
            else if (name.Split('.') is [_, var tag, "po"] && Locale.All.FirstOrDefault(l => l.Tag == tag && l != Locale.English) is { } locale)
                translations.Add(Checked(read.Value, locale, problems));
            else
                problems.Add(LocalizationProblems.WrongFileName(name));
        }

        problems.AddRange(Duplicates(templates));
        foreach (var language in translations.GroupBy(f => f.Locale))
            problems.AddRange(Duplicates(language));
        return problems.Count > 0 ? problems.ToImmutable() : Localizer.Of(templates.SelectMany(t => t.Entries), translations);
    }

    private static PoFile Checked(PoFile file, Locale locale, ImmutableArray<Problem>.Builder problems)
    {
        if (file.Locale != locale)
            problems.Add(LocalizationProblems.WrongHeader($"{file.Name}:1", $"Language must be {locale.Tag}"));
        else if (!CatalogCheck.HasPluralForms(file, locale))
            problems.Add(LocalizationProblems.WrongPluralForms($"{file.Name}:1", locale));
        return file;
    }

    private static IEnumerable<Problem> Duplicates(IEnumerable<PoFile> files) =>
        from same in files.SelectMany(f => f.Entries).GroupBy(e => e.Key, StringComparer.Ordinal)
        from again in same.Skip(1)
        select LocalizationProblems.DuplicateKey(again.Where, again.Key, same.First().Where);
}
