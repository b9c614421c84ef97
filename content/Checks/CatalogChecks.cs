using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Checks of catalogs. What is missing in dialogs is an error of its own, see <see cref="TranslationChecks"/>.</summary>
internal static class CatalogChecks
{
    /// <summary>Missing, fuzzy, stale, orphan: a translator's work, not a fault.</summary>
    private static readonly ImmutableArray<int> Unfinished = [1101, 1102, 1103, 1108];

    public static IEnumerable<Remark> Broken(Book book, DateOnly today) =>
        CatalogCheck.Check(book.Texts).Where(p => !Unfinished.Contains(p.Code)).Select(p => Remark.Error(CheckProblems.BrokenTranslation(p)));

    /// <summary>One line for each template and language.</summary>
    public static IEnumerable<Remark> NotTranslated(Book book, DateOnly today) =>
        from locale in Locale.All
        where locale != Locale.English
        from missing in book.Texts.English.Values.Where(e => e.Where.Contains(".pot:", StringComparison.Ordinal) && !e.NeedsNoTranslation && !book.Texts.Has(locale, e.Key)).GroupBy(e => e.Where.Split(':')[0], StringComparer.Ordinal)
        select Remark.Warning(CheckProblems.CatalogNotTranslated(missing.Key, locale, missing.Count()));

    public static IEnumerable<Remark> Drafts(Book book, DateOnly today) =>
        from file in book.Texts.Translations
        where file.IsDraft && file.Locale is not null
        select Remark.Warning(CheckProblems.DraftCatalog(file, file.Locale!));
}
