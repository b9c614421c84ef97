using System.Collections.Immutable;
using Outreach.Content.Pages;

namespace Outreach.Content.Checks;

/// <summary>A part of a page that stands alone in a message: the lead or a card.</summary>
/// <param name="Where">File, and anchor of a card.</param>
/// <param name="Text">Its words with its heading, without contacts and addresses.</param>
/// <param name="Links">Addresses in it, in order.</param>
/// <param name="Contacts">Numbers, or addresses where there is no number, of the contacts in it, in order.</param>
internal sealed record PagePart(string Where, string Text, ImmutableArray<string> Links, ImmutableArray<string> Contacts);

/// <summary>The parts of a page.</summary>
internal static class PageParts
{
    /// <summary>Title, summary and lead, then the cards.</summary>
    public static IEnumerable<PagePart> Of(Page page) =>
    [
        Part(CheckProblems.Where(page), $"{page.Front.Title}\n{page.Front.Summary}", page.Lead),
        .. page.Cards.Select(c => Part(CheckProblems.Where(page, c), c.Title, c.Blocks)),
    ];

    private static PagePart Part(string where, string title, ImmutableArray<PageBlock> blocks) => new(
        where,
        $"{title}\n{PageText.Of([.. blocks.Where(b => b is not PageBlock.Call)], PageTextLinks.Hidden)}",
        [.. blocks.SelectMany(Runs).Select(r => r.Link).OfType<string>()],
        [.. blocks.OfType<PageBlock.Call>().Select(c => c.Number ?? c.Link).OfType<string>()]);

    private static IEnumerable<Run> Runs(PageBlock block) => block switch
    {
        PageBlock.Paragraph(var runs) => runs,
        PageBlock.Warning(var runs) => runs,
        PageBlock.Bullets(_, var items) => items.SelectMany(i => i),
        _ => [],
    };
}
