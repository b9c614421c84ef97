using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Checks that all languages say the same: same cards, contacts, links and figures as the English page.</summary>
internal static class SamenessChecks
{
    public static IEnumerable<Remark> Cards(Book book, DateOnly today) =>
        from pair in Translations(book)
        where !HaveSameCards(pair)
        select Remark.Error(CheckProblems.OtherCards(pair.Page, pair.Page.Cards.Length, pair.English.Cards.Length));

    public static IEnumerable<Remark> Contacts(Book book, DateOnly today) => Compare(book, p => p.Contacts, CheckProblems.OtherContacts, Remark.Error);

    public static IEnumerable<Remark> Links(Book book, DateOnly today) =>
    [
        .. Compare(book, p => p.Links.Where(l => !IsWeb(l)), CheckProblems.OtherLinks, Remark.Error),
        // A site may have the same page in several languages: only its name is compared.
        .. Compare(book, p => p.Links.Where(IsWeb).Select(l => new Uri(l).Host).Distinct(StringComparer.Ordinal), CheckProblems.OtherSites, Remark.Warning),
    ];

    /// <summary>Names of offices and forms stay as they stand on doors and letters: who translates one sends people looking for nothing.</summary>
    public static IEnumerable<Remark> Names(Book book, DateOnly today) => Compare(book, p => p.HostTerms.Distinct(StringComparer.Ordinal), CheckProblems.OtherNames, Remark.Warning);

    /// <summary>One and two are often words, in Arabic part of the noun; they are not compared.</summary>
    public static IEnumerable<Remark> Numbers(Book book, DateOnly today) => Compare(book, p => Figures.In(p.Text).Where(f => f is not ("1" or "2")), CheckProblems.OtherNumbers, Remark.Warning);

    private static bool IsWeb(string link) => link.StartsWith("https:", StringComparison.Ordinal);

    private static IEnumerable<Remark> Compare(
        Book book, Func<PagePart, IEnumerable<string>> what, Func<string, string, string, Problem> problem, Func<Problem, Remark> remark)
    {
        foreach (var pair in Translations(book).Where(HaveSameCards))
            foreach (var (ours, theirs) in PageParts.Of(pair.Page).Zip(PageParts.Of(pair.English)))
            {
                var (missing, more) = (Minus(what(theirs), what(ours)), Minus(what(ours), what(theirs)));
                if (missing.Length > 0 || more.Length > 0)
                    yield return remark(problem(ours.Where, missing, more));
            }
    }

    private static IEnumerable<(Page Page, Page English)> Translations(Book book) =>
        from page in book.Library.All
        where page.Locale != Locale.English
        let english = book.Library.Exactly(page.Id, Locale.English)
        where english is not null && page.Front.Revision == english.Front.Revision
        select (page, english);

    private static bool HaveSameCards((Page Page, Page English) pair) => pair.Page.Cards.Select(c => c.Anchor).SequenceEqual(pair.English.Cards.Select(c => c.Anchor));

    /// <summary>What is in the first as often as it is more than in the second.</summary>
    private static string Minus(IEnumerable<string> first, IEnumerable<string> second)
    {
        var left = first.ToList();
        foreach (var item in second)
            left.Remove(item);
        return string.Join(", ", left);
    }
}
