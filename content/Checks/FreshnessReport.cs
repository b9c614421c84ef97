using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Something that grows old, and when.</summary>
/// <param name="Until">The last day on which it is said without its date.</param>
/// <param name="Place">"de", "programme", or "countries" for the table of all others.</param>
/// <param name="What">The topic and card of a page, or the id of a contact.</param>
/// <param name="Kind">fee, sum, deadline, number, emergency, address; page for the review of a whole page.</param>
/// <param name="Checked">When it was looked at last.</param>
/// <param name="Count">How many there are of that kind on that card.</param>
public sealed record FreshnessRow(DateOnly Until, string Place, string What, string Kind, DateOnly Checked, int Count);

/// <summary>All that grows old, the first to do so first. Languages share the dates of the English page, so each fact stands here once.</summary>
public static class FreshnessReport
{
    private const string Table = "countries";

    /// <summary>The rows; of one place only when it is named.</summary>
    public static ImmutableArray<FreshnessRow> Of(Book book, string? place = null) =>
    [
        .. Pages(book).Concat(Contacts(book)).Where(r => place is null || r.Place == place)
            .GroupBy(r => (r.Until, r.Place, r.What, r.Kind, r.Checked)).Select(g => g.First() with { Count = g.Count() })
            .OrderBy(r => r.Until).ThenBy(r => r.Place, StringComparer.Ordinal).ThenBy(r => r.What, StringComparer.Ordinal).ThenBy(r => r.Kind, StringComparer.Ordinal),
    ];

    private static IEnumerable<FreshnessRow> Pages(Book book)
    {
        foreach (var page in book.Library.All.Where(p => p.Locale == Locale.English))
        {
            yield return new(page.Front.ReviewBy, page.Id.Shelf, page.Id.Topic, "page", page.Front.Reviewed, 1);
            foreach (var fact in page.Lead.Select(b => b.Fact).Append(page.Front.SummaryFact))
                if (fact is { Kind: not FactKind.Lasting })
                    yield return Row(fact, page.Id.Shelf, page.Id.Topic);
            foreach (var card in page.Cards)
                foreach (var block in card.Blocks)
                    if (block is not PageBlock.Call && block.Fact is { Kind: not FactKind.Lasting } fact)
                        yield return Row(fact, page.Id.Shelf, $"{page.Id.Topic}#{card.Anchor}");
        }
    }

    private static IEnumerable<FreshnessRow> Contacts(Book book) =>
        book.Contacts.All.Select(c => c.Place == Directory.Contacts.World || book.Places.ContainsKey(c.Place)
            ? Row(ContactText.FactOf(c), c.Place, c.Id)
            : Row(ContactText.FactOf(c), Table, Table));

    private static FreshnessRow Row(Fact fact, string place, string what) => new(fact.Until, place, what, fact.Kind.ToString().ToLowerInvariant(), fact.Checked, 1);
}
