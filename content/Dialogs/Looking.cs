using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Content.Directory.Services;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// "A doctor who speaks Dari near me": answered from the directory. At most three at a time, each with whether somebody answers now; where
/// nobody is known for all of it, that is said, and who is nearest. Nothing is promised and nobody is asked where they are.
/// </summary>
internal static class Looking
{
    private const int AtOnce = 3;
    private const string More = "more-services";
    private const string Return = "return";

    /// <summary>The answer to a question for services; null when it is none, or not one for this person.</summary>
    public static Turn? For(Scene scene, string question, Mode then)
    {
        if (scene.Book.Services.Hear(scene.Language, question) is not { } wish)
            return null;
        // Return is no door for a child, nor for somebody who is afraid or pressed (DESIGN 6.4).
        if (wish.Kinds.Contains(Return) && (scene.State.ReturnLocked || scene.State.Child))
            return null;
        if (PlaceOf(scene, wish) is { } known && !scene.Book.Contacts.Of(known.Id).Any(c => c.Services.Length > 0))
            return null;                                                // of a country without services of its own the pages say more
        var looking = new Mode.Choosing(ChoosingWhat.Services, then, wish.Signs);
        return Modes.Show(scene.In(PlaceOf(scene, wish) is null ? new Mode.Choosing(ChoosingWhat.Place, looking) : looking));
    }

    /// <summary>Up to three services, or that we know none.</summary>
    public static Reply Show(Scene scene, Mode.Choosing choosing)
    {
        var wish = ServiceWish.Of(choosing.Offered);
        if (PlaceOf(scene, wish) is not { } place)
            return scene.Reply(ReplyKind.Say, [scene.Para("service.nowhere"), .. Safety.WorldContacts(scene)], Ways(scene, wish, null, more: false));
        var answer = scene.Book.Services.Find(wish, Open(scene, place), place, scene.Now.Utc);
        var shown = answer.Services.Skip(wish.From).Take(AtOnce).ToList();
        var blocks = ImmutableArray.CreateBuilder<PageBlock>();
        blocks.Add(Said(scene, wish, place, shown.Count == 0 && wish.From == 0 ? Unmet.Kind : answer.Unmet));
        blocks.AddRange(shown.Select(f => ServiceText.Call(f, scene.Book.Services.Table, scene.Book.Texts, scene.Language)));
        if (shown.Count == 0)
            blocks.AddRange(Humans.Numbers(scene));
        if (wish is { Near: true, Towns: [] })
            blocks.Add(new PageBlock.Fine(scene.Say("service.near", ("place", Shelf.PlaceName(scene, place.Id)))));
        return scene.Reply(ReplyKind.Say, blocks.ToImmutable(), Ways(scene, wish, place, answer.Services.Length > wish.From + AtOnce));
    }

    /// <summary>What was chosen below them.</summary>
    public static Turn Choose(Scene scene, Mode.Choosing choosing, string value) => value switch
    {
        More => Modes.Show(scene.In(choosing with { Offered = (ServiceWish.Of(choosing.Offered) is var wish ? wish with { From = wish.From + AtOnce } : null)!.Signs })),
        FrontDoor.Value => FrontDoor.Open(scene.In(choosing.Then)),
        _ => Shelf.Open(scene, value),
    };

    /// <summary>The country of the towns that were named, else the one the person reads about or is in.</summary>
    private static Place? PlaceOf(Scene scene, ServiceWish wish) => wish.Towns is [var town, ..]
        ? scene.Book.Countries.Find(town[..2])
        : scene.Book.Countries.Find(scene.State.About ?? scene.State.Place);

    private static IEnumerable<Contact> Open(Scene scene, Place place) =>
        scene.Book.Contacts.Of(place.Id).Where(c => !(scene.State.ReturnLocked || scene.State.Child) || !c.Services.Contains(Return));

    private static PageBlock Said(Scene scene, ServiceWish wish, Place place, Unmet unmet)
    {
        var table = scene.Book.Services.Table;
        var what = wish.Kinds.IsEmpty ? scene.Say("service.any") : scene.Language.Join(table.Kinds.Where(k => wish.Kinds.Contains(k.Id)).Select(k => ServiceText.Name(k.Words, scene.Language)));
        return unmet switch
        {
            Unmet.Kind => scene.Para("service.none", ("what", what), ("place", Shelf.PlaceName(scene, place.Id))),
            Unmet.Town => scene.Para("service.none.town", ("what", what), ("towns", scene.Language.Join(table.Towns.Where(t => wish.Towns.Contains(t.Id)).Select(t => ServiceText.Name(t.Words, scene.Language))))),
            Unmet.Language => scene.Para("service.none.language", ("what", what), ("languages", scene.Language.Join(wish.Languages.Select(LanguageNames.Of)))),
            Unmet.Open => scene.Para("service.none.open", ("what", what)),
            _ => scene.Para("service.found", ("what", what)),
        };
    }

    private static ImmutableArray<Option> Ways(Scene scene, ServiceWish wish, Place? place, bool more)
    {
        var pages = scene.Book.Services.Table.Kinds.Where(k => wish.Kinds.Contains(k.Id)).Select(k => k.Topic).Distinct(StringComparer.Ordinal)
            .Select(topic => Shelf.OptionOf(scene, $"{place?.Id}/{topic}")).OfType<Option>().Take(1);
        return
        [
            .. more ? [scene.Option(More, "service.more")] : ImmutableArray<Option>.Empty, .. pages,
            scene.Option(FrontDoor.Value, "found.doors"), scene.Control(GlobalWord.Human), scene.Control(GlobalWord.Menu),
        ];
    }
}
