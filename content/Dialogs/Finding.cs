using Outreach.Content.Search;

namespace Outreach.Content.Dialogs;

/// <summary>Free words outside a question: find the card that answers, offer three, or ask back. Never made up (DESIGN 6.12).</summary>
internal static class Finding
{
    /// <summary>Looks for an answer.</summary>
    public static Turn Search(Scene scene, string question)
    {
        if (scene.State.Language is null && scene.Book.Ring.Of(question) is { } card)
            return Choosers.Greet(scene, card, Mode.Home.Instance);
        if (SmallTalk.Answer(scene, question) is { } small)
            return small;
        if (scene.State.Language is null && LanguageGuess.Of(question) is { } guess)
            scene = scene.With(scene.State with { Language = guess });
        if (Looking.For(scene, question, Base(scene.State.Mode)) is { } services)
            return services;
        var found = scene.Book.Search.Find(scene.Language, question, scene.State.About ?? scene.State.Place);
        return found.Sureness switch
        {
            Sureness.Answer => Shelf.Open(scene, Id(found.Cards[0]), answersSearch: true),
            Sureness.Offer => Offer(scene, found),
            _ when !found.Cards.IsEmpty => Unclear(scene, found, question),
            _ => None(scene, question),
        };
    }

    /// <summary>Nothing fits: says so, and what else can be done.</summary>
    public static Turn None(Scene scene, string? question = null)
    {
        var home = scene.In(Mode.Home.Instance);
        var turn = Modes.Show(home).After(home.Reply(ReplyKind.Say, [home.Para("found.nothing")], [home.Option(FrontDoor.Value, "found.doors"), home.Control(GlobalWord.Human)]));
        return question is null ? turn : turn.And(Unanswered(scene, question));
    }

    private static Turn Offer(Scene scene, SearchResult found) =>
        Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.Found, Base(scene.State.Mode), [.. found.Cards.Select(Id)])));

    /// <summary>Not understood well enough to say "is it one of these": says so, and what may have been meant.</summary>
    private static Turn Unclear(Scene scene, SearchResult found, string question) =>
        Offer(scene, found).After(scene.Reply(ReplyKind.Say, [scene.Para("found.unclear")], [scene.Control(GlobalWord.Human)])).And(Unanswered(scene, question));

    private static Effect.NoteUnanswered Unanswered(Scene scene, string question) => new(scene.Language, scene.Book.Search.KnownWords(scene.Language, question), scene.State.About ?? scene.State.Place);

    private static string Id(Found found) => found.Card >= 0 ? $"{found.Page.Value}#{found.Card}" : found.Page.Value;

    /// <summary>What lies below lists; a page forgets its own, or searching from page to page would pile them up.</summary>
    private static Mode Base(Mode mode) => mode switch
    {
        Mode.Choosing { Then: var then } => Base(then),
        Mode.Reading reading => reading with { From = null },
        _ => mode,
    };
}
