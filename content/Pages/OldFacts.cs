using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>
/// A fee, sum, deadline or number past its time is shown only with its date and where to ask, and a closure only until its last day. Done here to blocks, before any channel renders them,
/// and in what no channel leaves out: a warning in front of the text, the words in front of a number.
/// </summary>
public static class OldFacts
{
    /// <summary>The same blocks as they may be shown on a day. One warning stands for all that follows it and is of the same age.</summary>
    /// <param name="blocks">The blocks of one message or card.</param>
    /// <param name="today">The day.</param>
    /// <param name="texts">The catalogs.</param>
    /// <param name="locale">In which language it is said.</param>
    public static ImmutableArray<PageBlock> At(ImmutableArray<PageBlock> blocks, DateOnly today, Localizer texts, Locale locale)
    {
        if (blocks.All(b => b is { Fact: null } and not PageBlock.Call { ClosedUntil: not null }))
            return blocks;
        var shown = ImmutableArray.CreateBuilder<PageBlock>(blocks.Length + 1);
        var said = "";
        foreach (var block in blocks.Select(b => Open(b, today)))
        {
            var old = block.Fact is { } fact && fact.Until < today;
            if (old && block is not PageBlock.Call && Text(block.Fact!, texts, locale) is var text && text != said)
                shown.Add(new PageBlock.Warning([new Run(said = text)]));
            shown.Add(old && block is PageBlock.Call call ? call with { Who = $"{call.Who} ({Text(call.Fact!, texts, locale)})", Fact = null } : block with { Fact = null });
        }
        return shown.ToImmutable();
    }

    /// <summary>Somebody who was closed, and is open again, is not called closed: nobody must stay away because a notice was left standing.</summary>
    private static PageBlock Open(PageBlock block, DateOnly today) =>
        block is PageBlock.Call { ClosedUntil: { } last } call ? call with { Notes = last < today ? call.Notes.RemoveAt(0) : call.Notes, ClosedUntil = null } : block;

    /// <summary>What is said of a fact past its time; null while it is not.</summary>
    public static string? Said(Fact? fact, DateOnly today, Localizer texts, Locale locale) => fact is not null && fact.Until < today ? Text(fact, texts, locale) : null;

    /// <summary>What will be said of a fact once it is past its time, for a page that is kept and read later.</summary>
    public static string Text(Fact fact, Localizer texts, Locale locale)
    {
        var day = DateRule.Show(texts, locale, fact.Checked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return fact.Ask is { } ask
            ? texts.Text(locale, fact.Kind == FactKind.Number ? "contact.old" : "page.old", ("date", day), ("ask", ask))
            : texts.Text(locale, fact.Kind switch { FactKind.Emergency => "contact.old.emergency", FactKind.Address => "contact.old.address", _ => "page.old.person" }, ("date", day));
    }
}
