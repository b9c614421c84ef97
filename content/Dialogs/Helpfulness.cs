using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;

namespace Outreach.Content.Dialogs;

/// <summary>
/// "Did this help?" beside the end of a page and beside what a search answered: once a page and conversation, and no answer is waited for.
/// Never where somebody looking on would learn something: sensitive doors, return, children, danger.
/// </summary>
internal static class Helpfulness
{
    /// <summary>The value of "yes, it helped".</summary>
    public const string Yes = "helped:yes";

    private const string No = "helped:no";
    private const string Danger = "emergency";
    private const int MostOffered = 3;

    /// <summary>The scene with that card open; with the question beside it when it is the end of the page or the answer to a search, and was not asked yet.</summary>
    public static Scene Opened(Scene scene, Mode.Reading reading, bool answersSearch = false)
    {
        var asks = Shelf.PageOf(scene, reading.Page) is { } page && (answersSearch || reading.Card + 1 >= page.Cards.Length)
            && !scene.State.AskedHelped.Contains(reading.Page) && May(scene, page) && !TellsOfDanger(scene, page, reading.Card);
        var state = asks ? scene.State with { AskedHelped = scene.State.AskedHelped.Add(reading.Page) } : scene.State;
        return scene.With(state).In(reading with { Asks = asks });
    }

    /// <summary>The question, where it stands open; the person may have told something since that closes it.</summary>
    public static Aside? Beside(Scene scene, Mode.Reading reading, Page page) =>
        reading.Asks && May(scene, page) ? new Aside(scene.Say("helped.question"), [scene.Option(Yes, "helped.yes"), scene.Option(No, "helped.no")]) : null;

    /// <summary>True for an answer to the question that stands open.</summary>
    public static bool Answers(Mode.Reading reading, string value) => reading.Asks && value is Yes or No;

    /// <summary>Counts the answer. Yes is thanked; no is offered what else may be meant, and a person.</summary>
    public static Turn Take(Scene scene, Mode.Reading reading, bool helped)
    {
        var done = reading with { Asks = false };
        var note = new Effect.NoteHelped(reading.Page, scene.Language, scene.State.About ?? scene.State.Place, helped);
        var read = scene.In(done);
        if (helped)
            return read.Do(note, read.Reply(ReplyKind.Say, [read.Para("helped.thanks")], Shelf.Show(read, done).Options));
        var others = Others(scene, reading);
        var turn = others.IsEmpty ? Modes.Show(read) : Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.Found, done with { From = null }, others)));
        return turn.After(read.Reply(ReplyKind.Say, [read.Para("helped.sorry")], [read.Control(GlobalWord.Human)])).And(note);
    }

    /// <summary>What else the title may have meant, then the first topics of the place; no doors, whose names nobody asked to see.</summary>
    private static ImmutableArray<string> Others(Scene scene, Mode.Reading reading)
    {
        var near = Shelf.PageOf(scene, reading.Page) is { } page
            ? scene.Book.Search.Find(scene.Language, page.Front.Title, scene.State.About ?? scene.State.Place).Cards.Where(c => c.Page.Shelf != Library.ProgrammeShelf).Select(c => c.Page.Value)
            : [];
        return [.. near.Concat(Shelf.Topics(scene).Select(t => t.Value)).Where(id => id != reading.Page).Distinct().Take(MostOffered)];
    }

    /// <summary>A card that speaks of danger, by the ears that listen to people: "do you think of ending your life?" is not followed by "did this help?".</summary>
    private static bool TellsOfDanger(Scene scene, Page page, int card) =>
        (card >= 0 ? page.Cards[card].Blocks : page.Lead).Where(b => b is not PageBlock.Call).Any(b => scene.Book.Urgent.Find(PageText.Of([b])) is not null);

    private static bool May(Scene scene, Page page) =>
        !scene.State.Child && !scene.State.ReturnLocked && scene.State.Spoken is null && page.Id.Topic != Danger
        && (page.Id.Shelf != Library.ProgrammeShelf || Shelf.ProgrammeOf(scene, page) is { Sensitive: false, Kind: ProgrammeKind.Adult or ProgrammeKind.Anyone });
}
