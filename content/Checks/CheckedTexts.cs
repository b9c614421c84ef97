using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>A text people read, in one language.</summary>
/// <param name="Locale">Its language.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Where">File, and line or card.</param>
/// <param name="Words">What it says.</param>
/// <param name="Own">The same without terms of another language.</param>
internal sealed record CheckedText(Locale Locale, string File, string Where, string Words, string Own);

/// <summary>Everything people read: pages part by part, catalogs message by message.</summary>
internal static class CheckedTexts
{
    public static IEnumerable<CheckedText> Of(Book book) => Pages(book).Concat(English(book)).Concat(Translations(book));

    private static IEnumerable<CheckedText> Pages(Book book) =>
        from page in book.Library.All
        let file = CheckProblems.Where(page)
        from part in PageParts.Of(page)
        select new CheckedText(page.Locale, file, part.Where, part.Text, part.Own);

    private static IEnumerable<CheckedText> English(Book book) =>
        from entry in book.Texts.English.Values
        from text in new[] { entry.English, entry.EnglishPlural }.OfType<string>()
        select Message(Locale.English, entry, text);

    /// <summary>What is fuzzy or empty is shown to nobody.</summary>
    private static IEnumerable<CheckedText> Translations(Book book) =>
        from file in book.Texts.Translations
        where file.Locale is not null
        from entry in file.Entries
        where entry.IsTranslated
        from text in entry.Translations
        select Message(file.Locale!, entry, text);

    private static CheckedText Message(Locale locale, PoEntry entry, string text)
    {
        var where = entry.Where.Contains(".po", StringComparison.Ordinal) ? $"catalogs/{entry.Where}" : entry.Where;
        var words = string.Join(' ', MessageTemplate.Parse(text).Words);
        return new CheckedText(locale, where.Split(':')[0], where, words, words);
    }
}
