using System.Collections.Immutable;
using Outreach.Content.Pages;

namespace Outreach.Content.Checks;

/// <summary>A part of a page that stands alone in a message: the lead or a card.</summary>
/// <param name="Where">File, and anchor of a card.</param>
/// <param name="Text">Its words with its heading, without contacts and addresses.</param>
/// <param name="Own">The same without terms in the language of the place.</param>
/// <param name="HostTerms">Those terms, in order.</param>
/// <param name="Links">Addresses in it, in order.</param>
/// <param name="Contacts">Numbers, or addresses where there is no number, of the contacts in it, in order.</param>
internal sealed record PagePart(string Where, string Text, string Own, ImmutableArray<string> HostTerms, ImmutableArray<string> Links, ImmutableArray<string> Contacts);

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
        $"{title}\n{Text(blocks)}",
        $"{title}\n{Text([.. blocks.Select(WithoutHostTerms)])}",
        [.. blocks.SelectMany(Runs).Where(r => r.Emphasis == Emphasis.HostTerm).Select(r => r.Text)],
        [.. blocks.SelectMany(Runs).Select(r => r.Link).OfType<string>()],
        [.. blocks.OfType<PageBlock.Call>().Select(c => c.Number ?? c.Link).OfType<string>()]);

    private static string Text(ImmutableArray<PageBlock> blocks) => PageText.Of([.. blocks.Where(b => b is not PageBlock.Call)], PageTextLinks.Hidden);

    private static PageBlock WithoutHostTerms(PageBlock block) => block switch
    {
        PageBlock.Paragraph(var runs) => new PageBlock.Paragraph(Without(runs)),
        PageBlock.Warning(var runs) => new PageBlock.Warning(Without(runs)),
        PageBlock.Bullets(var numbered, var items) => new PageBlock.Bullets(numbered, [.. items.Select(Without)]),
        _ => block,
    };

    private static ImmutableArray<Run> Without(ImmutableArray<Run> runs) => [.. runs.Where(r => r.Emphasis != Emphasis.HostTerm)];

    private static IEnumerable<Run> Runs(PageBlock block) => block switch
    {
        PageBlock.Paragraph(var runs) => runs,
        PageBlock.Warning(var runs) => runs,
        PageBlock.Bullets(_, var items) => items.SelectMany(i => i),
        _ => [],
    };
}
