using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Checks of what channels cut or refuse, and of what a person pays for.</summary>
internal static class ChannelChecks
{
    public static IEnumerable<Remark> Cards(Book book, DateOnly today) =>
        from page in book.Library.All
        from card in page.Cards
        let length = Message(card).Length
        from channel in ChannelLimits.All
        where length > channel.Text
        select Remark.Warning(CheckProblems.CardOverChannel(CheckProblems.Where(page, card), length, channel));

    /// <summary>One remark a list, language and channel.</summary>
    public static IEnumerable<Remark> Choices(Book book, DateOnly today)
    {
        foreach (var list in Lists(book))
            foreach (var channel in ChannelLimits.All)
            {
                if (list.Count() > channel.Rows)
                    yield return Remark.Warning(CheckProblems.ManyChoices(Where(book, list), list.Key, list.Count(), channel));
                if (channel.RoomFor(list.Count()) is not { } room)
                    continue;
                foreach (var locale in Locale.All)
                    if (list.Select(k => book.Texts.Text(locale, k)).Where(t => Letters(t) > room).ToList() is { Count: > 0 } cut)
                        yield return Remark.Warning(CheckProblems.ChoicesOverChannel(Where(book, list), list.Key, locale, (cut.Count, cut.MaxBy(Letters)!), (channel, room)));
            }
    }

    /// <summary>One remark a page.</summary>
    public static IEnumerable<Remark> SmsParts(Book book, DateOnly today) =>
        from page in book.Library.All
        let dear = page.Cards.Select(c => SmsSegments.Of(Message(c))).Where(s => s.Parts > ChannelLimits.SmsParts).ToList()
        where dear.Count > 0
        select Remark.Warning(CheckProblems.ManySmsParts(CheckProblems.Where(page), dear.Count, dear.Max(s => s.Parts), dear[0].Unicode));

    /// <summary>A card as it is sent: heading, text, contacts without their notes.</summary>
    internal static string Message(Card card) =>
        $"{card.Title}\n\n{PageText.Of([.. card.Blocks.Select(b => b is PageBlock.Call call ? call with { Notes = [] } : b)])}";

    /// <summary>Where an author finds the list: its first choice.</summary>
    private static string Where(Book book, IEnumerable<string> list) => book.Texts.English[list.First()].Where is { Length: > 0 } where ? where : list.First();

    /// <summary>Lists of choices, which stand on buttons: choice.LIST.VALUE, and no other words for a choice behind that.</summary>
    private static IEnumerable<IGrouping<string, string>> Lists(Book book) =>
        from key in book.Texts.English.Keys
        let parts = key.Split('.')
        where parts is ["choice", _, _] or ["doors", "happened" or "needs", _]
        orderby key
        group key by $"{parts[0]}.{parts[1]}";

    /// <summary>Letters as a reader counts them, as the channels do: a mark is no letter of its own.</summary>
    private static int Letters(string text) => new StringInfo(text).LengthInTextElements;
}
