using Outreach.Content.Dialogs;

namespace Outreach.Content.Checks;

/// <summary>How hard pages are to read.</summary>
internal static class ReadingChecks
{
    /// <summary>A page as a whole: a card alone is too short for a formula.</summary>
    public static IEnumerable<Remark> HardToRead(Book book, DateOnly today) =>
        from page in book.Library.All
        let age = Readability.AgeOf(page.Locale, string.Join('\n', PageParts.Of(page).Select(p => p.Own)))
        where age > Readability.Age
        select Remark.Warning(CheckProblems.HardToRead(page, age.Value));
}
