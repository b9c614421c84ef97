using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>How a page stands in a language.</summary>
public enum CoverageState
{
    /// <summary>There is none: people read it in English.</summary>
    Missing,

    /// <summary>A translation that no speaker has signed.</summary>
    Draft,

    /// <summary>A translation of an older revision of the English page.</summary>
    Stale,

    /// <summary>The English original, or a translation that a speaker has signed.</summary>
    Whole,
}

/// <summary>A page in a language.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Words">What stands between white space, in title, summary, lead and cards; 0 where there is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CoverageCell(CoverageState State, int Words);

/// <summary>A page in all languages.</summary>
/// <param name="Page">Which.</param>
/// <param name="Cards">Cards of the English page.</param>
/// <param name="Sources">Sources of the English page.</param>
/// <param name="OldestSource">The oldest date among them, as precise as known ("2024", "2025-03-01"); null where none has one.</param>
/// <param name="Cells">One for each of <see cref="Locale.All"/>.</param>
public sealed record CoverageRow(PageId Page, int Cards, int Sources, string? OldestSource, ImmutableArray<CoverageCell> Cells);

/// <summary>What is written of what was promised: place, topic, language.</summary>
public static class CoverageReport
{
    /// <summary>A row for each topic of each place, then for each programme page.</summary>
    /// <param name="book">The content.</param>
    /// <param name="shelf">A place or "programme"; null for all.</param>
    public static ImmutableArray<CoverageRow> Of(Book book, string? shelf) =>
    [
        .. book.Places.Values.OrderByDescending(p => p.Destination).ThenBy(p => p.Id, StringComparer.Ordinal)
            .SelectMany(p => p.Topics.Select(t => new PageId(p.Id, t)))
            .Concat(book.Library.All.Select(p => p.Id).Where(id => id.Shelf == Library.ProgrammeShelf).Distinct().OrderBy(id => id.Value, StringComparer.Ordinal))
            .Where(id => shelf is null || id.Shelf == shelf)
            .Select(id => Row(book.Library, id)),
    ];

    private static CoverageRow Row(Library library, PageId id)
    {
        var original = library.Exactly(id, Locale.English);
        return new CoverageRow(
            id, original?.Cards.Length ?? 0, original?.Front.Sources.Length ?? 0,
            original?.Front.Sources.Select(s => s.Date).Where(d => d.Length > 0).Min(StringComparer.Ordinal),
            [.. Locale.All.Select(l => Cell(library.Exactly(id, l), original))]);
    }

    private static CoverageCell Cell(Page? page, Page? original) => page is null ? default : new CoverageCell(
        page.Front.Translation is not { } mark ? CoverageState.Whole
        : original is not null && page.Front.Revision < original.Front.Revision ? CoverageState.Stale
        : mark.Reviewed ? CoverageState.Whole : CoverageState.Draft,
        Words(page));

    private static int Words(Page page) =>
        new[] { page.Front.Title, page.Front.Summary, PageText.Of(page.Lead, PageTextLinks.Hidden) }
            .Concat(page.Cards.SelectMany(c => new[] { c.Title, PageText.Of(c.Blocks, PageTextLinks.Hidden) }))
            .Sum(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
}
