using System.Collections.Immutable;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Checks;

/// <summary>One thing that can be wrong with content that loads.</summary>
public delegate IEnumerable<Remark> LibraryCheck(Book book, DateOnly today);

/// <summary>One thing that needs more than the content to be seen: a dictionary, a glossary.</summary>
public delegate IEnumerable<Remark> ToolCheck(Book book, CheckTools tools);

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
        SamenessChecks.Names,
        WordChecks.PromisesInTexts,
        WordChecks.PhoneNumbers,
        DirectoryChecks.NobodyInAnEmergency,
        DirectoryChecks.CheckedLongAgo,
        DirectoryChecks.Programmes,
        DirectoryChecks.NumbersThatCannotBeDialled,
        ChannelChecks.Cards,
        ChannelChecks.Choices,
        ChannelChecks.SmsParts,
        ReadingChecks.HardToRead,
    ];

    private static readonly ImmutableArray<ToolCheck> WithTools =
    [
        SpellingChecks.Misspelt,
        GlossaryChecks.AvoidedWords,
    ];

    /// <summary>Everything there is to say, ordered by place.</summary>
    /// <param name="book">The content.</param>
    /// <param name="today">The day dates are compared with.</param>
    /// <param name="tools">Dictionary and glossary; without them nothing is said of spelling and terms.</param>
    public static ImmutableArray<Remark> Inspect(Book book, DateOnly today, CheckTools? tools = null) =>
        [.. Checks.SelectMany(check => check(book, today)).Concat(tools is null ? [] : WithTools.SelectMany(check => check(book, tools))).OrderBy(r => r.Problem.Where, StringComparer.Ordinal).ThenBy(r => r.Problem.Code)];
}
