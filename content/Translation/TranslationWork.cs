using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Content.Directory;
using Outreach.Content.Packages;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Localization.Exchange;

namespace Outreach.Content.Translation;

/// <summary>The English page file of an older revision; null where nobody knows it any more.</summary>
/// <param name="file">"library/de/housing.en.md".</param>
/// <param name="revision">The revision that was translated.</param>
public delegate string? EarlierEnglish(string file, int revision);

/// <summary>Everything there is to translate into one language: catalogs message by message, pages block by block.</summary>
public sealed class TranslationWork
{
    private readonly TranslationShelf _shelf;
    private readonly ImmutableArray<PagePair> _pages;
    private readonly ImmutableArray<(PoFile Template, PoFile Translation)> _catalogs;

    private TranslationWork(Locale locale, TranslationShelf shelf, ImmutableArray<PagePair> pages, ImmutableArray<(PoFile Template, PoFile Translation)> catalogs)
    {
        (Locale, _shelf, _pages, _catalogs) = (locale, shelf, pages, catalogs);
        Units = [.. catalogs.SelectMany(c => CatalogUnits.Of(c.Template, c.Translation)).Concat(pages.SelectMany(p => PageUnits.Of(p))).Select(Noted)];
    }

    /// <summary>The language.</summary>
    public Locale Locale { get; }

    /// <summary>Every unit, in reading order, with what a translator should know.</summary>
    public ImmutableArray<TranslationUnit> Units { get; }

    /// <summary>Pages with a translation that no speaker has read.</summary>
    public int DraftPages => _pages.Count(p => p.Translation?.Front.Translation is { Reviewed: false });

    /// <summary>Pages there are in English, of these in the language, and of these made from the English as it is.</summary>
    public (int English, int Translated, int UpToDate) Pages => (_pages.Length, _pages.Count(p => p.Translation is not null), _pages.Count(p => p.UpToDate));

    /// <summary>What there is to do in one language.</summary>
    public static TranslationWork Of(TranslationShelf shelf, Locale locale) => new(
        locale,
        shelf,
        [.. shelf.Pages.Where(p => p.Locale == Locale.English).OrderBy(p => p.Id.Value, StringComparer.Ordinal).Select(p => Pair(shelf, p, locale))],
        [.. shelf.Templates.Select(t => (t, shelf.Translations.FirstOrDefault(c => c.Name == CatalogName(t, locale)) ?? PoFile.Empty(locale) with { Name = CatalogName(t, locale) }))]);

    /// <summary>
    /// The files as they will be with what a translator sent: name ("library/…" or "catalogs/…") and text, those that change only.
    /// When one unit cannot be taken, every reason is given and there are no files.
    /// </summary>
    /// <param name="sent">What was sent. A unit without translation, or still marked as in need of work, leaves its text as it is.</param>
    /// <param name="by">Who translated, for the mark of the page: "status: draft, by: machine".</param>
    public Result<ImmutableArray<NamedText>> Import(TranslationFile sent, string by)
    {
        var known = Units.ToDictionary(u => u.Id, StringComparer.Ordinal);
        var problems = sent.Units.GroupBy(u => u.Id, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => ExchangeProblems.UnitTwice(g.Key))
            .Concat(sent.Units.SelectMany(u => known.TryGetValue(u.Id, out var ours) ? UnitChecks.Refused(Locale, ours, u) : [ExchangeProblems.UnknownUnit(u.Id)])).ToImmutableArray();
        if (!problems.IsEmpty)
            return problems;
        var taken = sent.Units.Where(u => u.State == UnitState.Translated && u.Target.Length > 0).ToDictionary(u => u.Id, u => u.Target, StringComparer.Ordinal);
        var targets = known.Values.Where(u => u.State is UnitState.Translated or UnitState.Unneeded).ToDictionary(u => u.Id, u => u.Target, StringComparer.Ordinal);
        foreach (var (id, target) in taken)
            targets[id] = target;
        var pages = _pages.Where(p => !p.UpToDate || Units.Any(u => u.File == p.Name && taken.TryGetValue(u.Id, out var now) && now != u.Target))
            .Where(p => Units.Any(u => u.File == p.Name && taken.ContainsKey(u.Id)))
            .Select(p => (Page: p, Text: PageUnits.Write(p, targets, $"status: draft, by: {by}"))).Where(p => p.Text is not null).ToList();
        var broken = pages.SelectMany(p => Read(p.Page, p.Text!).Problems).Select(p => ExchangeProblems.BrokenPage(p.Where, p.Message)).ToImmutableArray();
        if (!broken.IsEmpty)
            return broken;
        return pages.Select(p => new NamedText(CheckProblems.Where(p.Page.English.Id, Locale), p.Text!)).Concat(_catalogs.SelectMany(c => CatalogUnits.Write(c.Template, c.Translation, taken))).ToImmutableArray();
    }

    private TranslationUnit Noted(TranslationUnit unit)
    {
        var glossary = _shelf.Glossaries.FirstOrDefault(g => g.Locale == Locale);
        string[] notes =
        [
            .. unit.Note.Length > 0 ? [unit.Note] : Array.Empty<string>(),
            .. unit.Previous is { } previous ? [$"changed: {WordDifference.Shown(previous, unit.Source)}"] : Array.Empty<string>(),
            .. unit.State is UnitState.Unneeded ? [] : (glossary?.In(unit.Source) ?? []).Select(t => $"{t.English}: {t.Use}{(t.Avoid.IsEmpty ? "" : $" (not: {string.Join(", ", t.Avoid)})")}"),
        ];
        return unit with { Note = string.Join('\n', notes) };
    }

    private Result<Page> Read(PagePair page, string text)
    {
        var host = _shelf.HostLanguage(page.English.Id.Shelf);
        return PageReader.Read(text, new PageFile(page.English.Id, Locale, CheckProblems.Where(page.English.Id, Locale), host), id =>
            _shelf.Contacts.Find(id) is { } contact ? ContactText.Call(contact, Localizer.Empty, Locale) : null);
    }

    private static PagePair Pair(TranslationShelf shelf, Page english, Locale locale)
    {
        var translation = shelf.Pages.FirstOrDefault(p => p.Id == english.Id && p.Locale == locale);
        var file = CheckProblems.Where(english.Id, Locale.English);
        var older = translation is not null && translation.Front.Revision != english.Front.Revision;
        return new PagePair(
            file.EndsWith(".en.md", StringComparison.Ordinal) ? file[..^".en.md".Length] : file[..^"/en.md".Length],
            english,
            shelf.Text(file)!,
            translation,
            translation is null ? null : shelf.Text(CheckProblems.Where(english.Id, locale)),
            older ? shelf.Earlier(file, translation!.Front.Revision) : null);
    }

    private static string CatalogName(PoFile template, Locale locale) => $"{Path.GetFileNameWithoutExtension(template.Name)}.{locale.Tag}.po";
}

/// <summary>What translations are made from.</summary>
public sealed record TranslationShelf
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private TranslationShelf(ContentFiles files) => _files = files.All.ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);

    internal ImmutableArray<Page> Pages { get; private init; } = [];

    internal ImmutableArray<PoFile> Templates { get; private init; } = [];

    internal ImmutableArray<PoFile> Translations { get; private init; } = [];

    internal Contacts Contacts { get; private init; } = new(Array.Empty<Contact>());

    internal Func<string, string?> HostLanguage { get; private init; } = _ => null;

    /// <summary>Terms, shown beside each unit.</summary>
    public ImmutableArray<Glossary> Glossaries { get; init; } = [];

    /// <summary>Finds the English that an old translation was made from.</summary>
    public EarlierEnglish Earlier { get; init; } = (_, _) => null;

    /// <summary>Reads pages and catalogs; content that does not load is not translated.</summary>
    public static Result<TranslationShelf> Read(string contentFolder, string catalogsFolder)
    {
        var files = ContentFiles.Read(contentFolder, catalogsFolder);
        if (!files.Ok)
            return files.Problems;
        var content = ContentReader.Read(files.Value);
        if (!content.Ok)
            return files.Value.Locate(content).Problems;
        var catalogs = files.Value.Catalogs.Select(f => (f.Name, File: PoReader.Read(f.Text, f.Name).Value!)).ToList();
        var places = content.Value.Places.ToDictionary(p => p.Id, p => p.HostLanguages.FirstOrDefault(), StringComparer.Ordinal);
        return new TranslationShelf(files.Value)
        {
            Pages = [.. content.Value.Library.All],
            Templates = [.. catalogs.Where(c => c.Name.EndsWith(".pot", StringComparison.Ordinal)).Select(c => c.File)],
            Translations = [.. catalogs.Where(c => c.Name.EndsWith(".po", StringComparison.Ordinal)).Select(c => c.File)],
            Contacts = content.Value.Contacts,
            HostLanguage = shelf => places.GetValueOrDefault(shelf),
        };
    }

    /// <summary>The English of every unit in any language: which blocks of a page go out together differs.</summary>
    public IReadOnlyDictionary<string, string> English() => Locale.All.Where(l => l != Locale.English).SelectMany(l => TranslationWork.Of(this, l).Units)
        .DistinctBy(u => u.Id, StringComparer.Ordinal).ToDictionary(u => u.Id, u => u.Source, StringComparer.Ordinal);

    internal string? Text(string file) => _files.GetValueOrDefault(file);
}
