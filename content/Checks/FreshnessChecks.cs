using System.Text.RegularExpressions;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Checks that what grows old is marked, and in every language the same (docs/content.md).</summary>
internal static partial class FreshnessChecks
{
    /// <summary>English pages: money and time without a mark, or where no mark can stand.</summary>
    public static IEnumerable<Remark> Unmarked(Book book, DateOnly today)
    {
        foreach (var page in book.Library.All.Where(p => p.Locale == Locale.English))
        {
            if (page.Front.SummaryFact is null && Found(page.Front.Summary) is { } inSummary)
                yield return Remark.Error(CheckProblems.Unmarked(CheckProblems.Where(page), inSummary));
            foreach (var block in page.Lead.Where(IsUnmarked))
                yield return Remark.Error(CheckProblems.Unmarked(CheckProblems.Where(page), Found(PageText.Of(block))!));
            foreach (var card in page.Cards)
            {
                if (Found(card.Title) is { } inTitle)
                    yield return Remark.Error(CheckProblems.OldInHeading(CheckProblems.Where(page, card), inTitle));
                foreach (var block in card.Blocks.Where(IsUnmarked))
                    yield return Remark.Error(CheckProblems.Unmarked(CheckProblems.Where(page, card), Found(PageText.Of(block))!));
            }
        }
    }

    /// <summary>Translations: the marks of the English page, no more and no fewer.</summary>
    public static IEnumerable<Remark> OtherMarks(Book book, DateOnly today) =>
        from page in book.Library.All
        where page.Locale != Locale.English
        let english = book.Library.Exactly(page.Id, Locale.English)
        where english is not null && english.Front.Revision == page.Front.Revision && english.Cards.Length == page.Cards.Length
        from pair in Marks(page).Zip(Marks(english))
        where pair.First.Kinds != pair.Second.Kinds
        select Remark.Error(CheckProblems.OtherMarks(pair.First.Where, pair.First.Kinds, pair.Second.Kinds));

    /// <summary>The first stretch of an English text that says money or time; null when there is none.</summary>
    public static string? Found(string english) => MoneyOrTime().Match(english) is { Success: true } found ? found.Value : null;

    private static bool IsUnmarked(PageBlock block) => block is not PageBlock.Call && block.Fact is null && Found(PageText.Of(block, PageTextLinks.Hidden)) is not null;

    private static IEnumerable<(string Where, string Kinds)> Marks(Page page) =>
    [
        (CheckProblems.Where(page), Kinds([page.Front.SummaryFact, .. page.Lead.Select(b => b.Fact)])),
        .. page.Cards.Select(c => (CheckProblems.Where(page, c), Kinds(c.Blocks.Where(b => b is not PageBlock.Call).Select(b => b.Fact)))),
    ];

    private static string Kinds(IEnumerable<Fact?> facts) => string.Join(' ', facts.Select(f => f is null ? "-" : $"{{{f.Kind.ToString().ToLowerInvariant()}}}"));

    [GeneratedRegex(
        @"[0-9][0-9.,]*\ ?(€|£|\$|(euros?|EUR|dinars?|LYD|dollars?|USD|pounds?)\b)|[€$£]\ ?[0-9]
        |\b([0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\ (days?|weeks?|months?|years?)\b(?!\ old)
        |\b(until|to|by|before|from)\ [0-9]+\ (January|February|March|April|May|June|July|August|September|October|November|December)\ 20[0-9]{2}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex MoneyOrTime();
}
