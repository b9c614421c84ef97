using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>What is said below every page and card: when it was checked, past its date, not yet read by a speaker, not in your language.</summary>
public static class PageNotes
{
    /// <summary>The notes, most important first.</summary>
    public static IEnumerable<PageBlock> Of(Page page, Localizer texts, Locale locale, DateOnly today)
    {
        if (page.Front.ReviewBy < today)
            yield return new PageBlock.Warning([new Run(texts.Text(locale, "page.stale", ("date", Day(texts, locale, page.Front.Reviewed))))]);
        if (page.Locale != locale)
            yield return new PageBlock.Fine(texts.Text(locale, "page.other_language", ("language", page.Locale.NativeName)));
        else if (page.Front.Translation is { Reviewed: false })
            yield return new PageBlock.Fine(texts.Text(locale, "page.draft"));
        yield return new PageBlock.Fine(texts.Text(locale, "page.checked", ("date", Day(texts, locale, page.Front.Reviewed))));
    }

    /// <summary>A day in words.</summary>
    public static string Day(Localizer texts, Locale locale, DateOnly day) => DateRule.Show(texts, locale, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
