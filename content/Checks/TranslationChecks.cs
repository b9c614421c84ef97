using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Checks of what is translated and what is not.</summary>
internal static class TranslationChecks
{
    public static IEnumerable<Remark> NoOriginal(Book book, DateOnly today)
    {
        var listed = book.Places.Values.SelectMany(p => p.Topics.Select(t => new PageId(p.Id, t))).Concat(book.Programmes.Select(p => new PageId(Library.ProgrammeShelf, p.Id)));
        return listed.Concat(book.Library.All.Select(p => p.Id)).Distinct()
            .Where(id => book.Library.Exactly(id, Locale.English) is null)
            .Select(id => Remark.Error(CheckProblems.NoOriginal(CheckProblems.Where(id, Locale.English))));
    }

    /// <summary>An error a page where the language is promised, one line a language where it is not.</summary>
    public static IEnumerable<Remark> NotTranslated(Book book, DateOnly today)
    {
        foreach (var place in book.Places.Values.OrderBy(p => p.Id, StringComparer.Ordinal))
            foreach (var locale in Locale.All.Where(l => l != Locale.English))
            {
                var missing = place.Topics.Select(t => new PageId(place.Id, t)).Where(id => book.Library.Exactly(id, locale) is null).ToList();
                if (place.Promised.Contains(locale))
                    foreach (var id in missing)
                        yield return Remark.Error(CheckProblems.NotTranslated(CheckProblems.Where(id, locale), locale));
                else if (missing.Count > 0)
                    yield return Remark.Warning(CheckProblems.NotYetTranslated($"library/{place.Id}", locale, missing.Count));
            }
    }

    /// <summary>Programmes are promised in every language.</summary>
    public static IEnumerable<Remark> ProgrammeNotTranslated(Book book, DateOnly today) =>
        from programme in book.Programmes
        from locale in Locale.All
        let id = new PageId(Library.ProgrammeShelf, programme.Id)
        where locale != Locale.English && book.Library.Exactly(id, locale) is null
        select Remark.Error(CheckProblems.NotTranslated(CheckProblems.Where(id, locale), locale));

    public static IEnumerable<Remark> Stale(Book book, DateOnly today) =>
        from page in book.Library.All
        let original = book.Library.Exactly(page.Id, Locale.English)
        where page.Locale != Locale.English && original is not null && page.Front.Revision < original.Front.Revision
        select Remark.Warning(CheckProblems.Stale(page, original.Front.Revision));

    /// <summary>Translations that only a machine has made, counted by place and language.</summary>
    public static IEnumerable<Remark> Drafts(Book book, DateOnly today) =>
        from drafts in book.Library.All.Where(p => p.Front.Translation is { Reviewed: false }).GroupBy(p => (p.Id.Shelf, p.Locale))
        let shelf = drafts.Key.Shelf == Library.ProgrammeShelf ? "programmes" : $"library/{drafts.Key.Shelf}"
        select Remark.Warning(CheckProblems.Drafts(shelf, drafts.Key.Locale, drafts.Count()));

    /// <summary>Dialogs are promised in every language; one line for each dialog or list of choices and language.</summary>
    public static IEnumerable<Remark> DialogNotTranslated(Book book, DateOnly today) =>
        from locale in Locale.All
        where locale != Locale.English
        from missing in book.Texts.English.Keys
            .Where(k => (k.StartsWith("dialog.", StringComparison.Ordinal) || k.StartsWith("choice.", StringComparison.Ordinal) || k.StartsWith("part.", StringComparison.Ordinal)) && !book.Texts.Has(locale, k))
            .GroupBy(k => string.Join('.', k.Split('.').Take(2)), StringComparer.Ordinal)
        select Remark.Error(CheckProblems.DialogNotTranslated(missing.Key, locale, missing.Count()));
}
