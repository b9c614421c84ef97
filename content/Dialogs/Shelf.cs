using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;

namespace Outreach.Content.Dialogs;

/// <summary>Reading: countries, topics, pages, cards, programmes.</summary>
internal static class Shelf
{
    /// <summary>The card number that stands for the page itself: lead and list of cards.</summary>
    public const int Overview = -1;

    private const string CardPrefix = "card:";

    /// <summary>The page, or one of its cards.</summary>
    public static Reply Show(Scene scene, Mode.Reading reading) =>
        PageOf(scene, reading.Page) is not { } page ? scene.Reply(ReplyKind.Problem, [scene.Para("page.missing")], [scene.Control(GlobalWord.Menu)])
        : (reading.Card >= 0 && reading.Card < page.Cards.Length ? Card(scene, page, reading.Card) : Whole(scene, page)) with { Aside = Helpfulness.Beside(scene, reading, page) };

    /// <summary>What was chosen on a page.</summary>
    public static Turn Choose(Scene scene, Mode.Reading reading, string value)
    {
        if (GlobalWords.Control(value) is { } word)
            return Commands.Do(scene, word);
        if (value.StartsWith(Interview.AskPrefix, StringComparison.Ordinal))
            return Interview.Start(scene, value[Interview.AskPrefix.Length..]);
        return int.TryParse(value[CardPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var card)
            ? Modes.Show(Helpfulness.Opened(scene, reading with { Card = card }))
            : Modes.Again(scene, "wrong.stale");
    }

    /// <summary>Opens "de/housing", "programme/stranded" or one card of it, "de/housing#2".</summary>
    public static Turn Open(Scene scene, string what, bool answersSearch = false)
    {
        var hash = what.IndexOf('#', StringComparison.Ordinal);
        var card = hash > 0 && int.TryParse(what[(hash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : Overview;
        return Modes.Show(Helpfulness.Opened(scene, new Mode.Reading(hash > 0 ? what[..hash] : what, card, scene.State.Mode as Mode.Choosing), answersSearch));
    }

    /// <summary>From a card to its page, from a page to where it was chosen, else to its list.</summary>
    public static Turn Back(Scene scene, Mode.Reading reading)
    {
        if (reading.Card >= 0)
            return Modes.Show(Helpfulness.Opened(scene, reading with { Card = Overview }));
        if (reading.From is { } from && !scene.State.Child)          // what was found for an adult is no place to go back to
            return Modes.Show(scene.In(from));
        var list = reading.Page.StartsWith(Library.ProgrammeShelf, StringComparison.Ordinal) ? ChoosingWhat.Programme : ChoosingWhat.Topic;
        return Modes.Show(scene.In(new Mode.Choosing(list, Mode.Home.Instance)));
    }

    /// <summary>The topics of the country read about.</summary>
    public static IEnumerable<Option> Topics(Scene scene)
    {
        var place = scene.State.About ?? scene.State.Place ?? "";
        return scene.Book.Places.TryGetValue(place, out var found)
            ? found.Topics.Select(t => $"{place}/{t}").Select(id => OptionOf(scene, id)).OfType<Option>()
            : [];
    }

    /// <summary>A page or card as an option; null when there is none.</summary>
    public static Option? OptionOf(Scene scene, string what)
    {
        var hash = what.IndexOf('#', StringComparison.Ordinal);
        if (PageOf(scene, hash > 0 ? what[..hash] : what) is not { } page)
            return null;
        var card = hash > 0 && int.TryParse(what[(hash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < page.Cards.Length ? page.Cards[n].Title : null;
        return new Option(what, card is null ? page.Front.Title : $"{page.Front.Title}: {card}");
    }

    /// <summary>A country's name in the person's language.</summary>
    public static string PlaceName(Scene scene, string id) =>
        scene.Book.Countries.Find(id) is { } place ? place.Names.GetValueOrDefault(scene.Language) ?? place.Names[Localization.Locale.English] : id;

    /// <summary>The page in the person's language, or in English; null when there is none.</summary>
    public static Page? PageOf(Scene scene, string id) =>
        id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? scene.Book.Library.Find(new PageId(id[..slash], id[(slash + 1)..]), scene.Language) : null;

    private static Reply Whole(Scene scene, Page page)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        if (ProgrammeOf(scene, page) is { Openness: Openness.Open, Dialog: not null } open)
            options.Add(scene.Option($"{Interview.AskPrefix}{open.Id}", "programme.ask"));
        options.AddRange(page.Cards.Select((c, i) => new Option($"{CardPrefix}{i}", c.Title)));
        options.Add(scene.Control(GlobalWord.Back));
        options.Add(scene.Control(GlobalWord.Menu));
        return scene.Reply(ReplyKind.Card,
            [new PageBlock.Heading(page.Front.Title), PageBlock.Paragraph.Of(page.Front.Summary) with { Fact = page.Front.SummaryFact }, .. page.Lead, .. PageNotes.Of(page, scene.Book.Texts, scene.Language, scene.Now.Today)], options.ToImmutable());
    }

    private static Reply Card(Scene scene, Page page, int index)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        if (ProgrammeOf(scene, page) is { Openness: Openness.Open, Dialog: not null } open)
            options.Add(scene.Option($"{Interview.AskPrefix}{open.Id}", "programme.ask"));
        if (index + 1 < page.Cards.Length)
            options.Add(new Option($"{CardPrefix}{index + 1}", page.Cards[index + 1].Title));
        options.Add(scene.Control(GlobalWord.Back));
        options.Add(scene.Control(GlobalWord.Menu));
        var card = page.Cards[index];
        return scene.Reply(ReplyKind.Card,
            [new PageBlock.Heading(card.Title), .. card.Blocks, .. PageNotes.Of(page, scene.Book.Texts, scene.Language, scene.Now.Today)], options.ToImmutable());
    }

    /// <summary>The door a page tells about; null for a page of a place.</summary>
    public static Programme? ProgrammeOf(Scene scene, Page page) =>
        page.Id.Shelf == Library.ProgrammeShelf ? scene.Book.Programmes.FirstOrDefault(p => p.Id == page.Id.Topic) : null;
}
