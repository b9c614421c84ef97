using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Checks of single pages.</summary>
internal static class PageChecks
{
    private const int FewestQuestions = 6;
    private const int MostQuestions = 12;
    private const int SoonDays = 30;

    public static IEnumerable<Remark> PastReview(Book book, DateOnly today) =>
        book.Library.All.Where(p => p.Front.ReviewBy < today).Select(p => Remark.Warning(CheckProblems.PastReview(p)));

    public static IEnumerable<Remark> SoonPastReview(Book book, DateOnly today) =>
        book.Library.All.Where(p => p.Front.ReviewBy >= today && p.Front.ReviewBy < today.AddDays(SoonDays)).Select(p => Remark.Warning(CheckProblems.SoonPastReview(p)));

    public static IEnumerable<Remark> ReviewedInFuture(Book book, DateOnly today) =>
        book.Library.All.Where(p => p.Front.Reviewed > today).Select(p => Remark.Error(CheckProblems.ReviewedInFuture(p)));

    public static IEnumerable<Remark> AskedInOwnWords(Book book, DateOnly today) =>
        book.Library.All.Where(p => p.Front.AlsoAskedAs.Length is < FewestQuestions or > MostQuestions).Select(p => Remark.Warning(CheckProblems.AskedInOwnWords(p)));

    public static IEnumerable<Remark> NeverShown(Book book, DateOnly today) =>
        from page in book.Library.All
        where book.Places.TryGetValue(page.Id.Shelf, out var place) && !place.Topics.Contains(page.Id.Topic)
        select Remark.Warning(CheckProblems.NeverShown(page));

    public static IEnumerable<Remark> BrokenLinks(Book book, DateOnly today) =>
        from page in book.Library.All
        from part in PageParts.Of(page)
        from link in part.Links
        where Target(link) is { } target && book.Library.Exactly(target, Locale.English) is null
        select Remark.Error(CheckProblems.BrokenLink(part.Where, link));

    private static PageId? Target(string link) => link.Split(':') switch
    {
        ["page", var id] when id.Split('/') is [var place, var topic] => new PageId(place, topic),
        ["programme", var programme] => new PageId(Library.ProgrammeShelf, programme),
        _ => null,
    };
}
