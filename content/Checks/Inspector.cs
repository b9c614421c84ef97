using System.Collections.Immutable;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Checks;

/// <summary>One thing that can be wrong with content that loads.</summary>
public delegate IEnumerable<Remark> LibraryCheck(Book book, DateOnly today);

/// <summary>Looks at content as a careful editor would. Every check stands in this list and nowhere else.</summary>
public static class Inspector
{
    private static readonly ImmutableArray<LibraryCheck> Checks =
    [
        PageChecks.PastReview,
        PageChecks.SoonPastReview,
        PageChecks.ReviewedInFuture,
        PageChecks.AskedInOwnWords,
        PageChecks.NeverShown,
        PageChecks.BrokenLinks,
        TranslationChecks.NoOriginal,
        TranslationChecks.NotTranslated,
        TranslationChecks.ProgrammeNotTranslated,
        TranslationChecks.Stale,
        TranslationChecks.Drafts,
        TranslationChecks.DialogNotTranslated,
        CatalogChecks.Broken,
        CatalogChecks.NotTranslated,
        CatalogChecks.Drafts,
        SamenessChecks.Cards,
        SamenessChecks.Contacts,
        SamenessChecks.Links,
        SamenessChecks.Numbers,
        FreshnessChecks.Unmarked,
        FreshnessChecks.OtherMarks,
        WordChecks.Promises,
        WordChecks.PhoneNumbers,
        DirectoryChecks.NobodyInAnEmergency,
        DirectoryChecks.CheckedLongAgo,
        DirectoryChecks.Programmes,
    ];

    /// <summary>Everything there is to say, ordered by place.</summary>
    public static ImmutableArray<Remark> Inspect(Book book, DateOnly today) =>
        [.. Checks.SelectMany(check => check(book, today)).OrderBy(r => r.Problem.Where, StringComparer.Ordinal).ThenBy(r => r.Problem.Code)];
}
