using System.Diagnostics;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What the global words do, wherever the person is.</summary>
internal static class Commands
{
    public static Turn Do(Scene scene, GlobalWord word) => word switch
    {
        GlobalWord.Back => Back(scene),
        GlobalWord.Skip => scene.State.Mode is Mode.Asking(var dialog) ? Interview.Skip(scene, dialog) : Modes.Again(scene, "skip.nothing"),
        GlobalWord.Stop => Stop(scene),
        GlobalWord.Help => Modes.Show(scene).After(scene.Reply(ReplyKind.Say, [scene.Para("help.words"), scene.Para("help.free")])),
        GlobalWord.Menu => Modes.Show(scene.In(Mode.Home.Instance)),
        GlobalWord.Language => Choose(scene, ChoosingWhat.Language),
        GlobalWord.Place => Choose(scene, ChoosingWhat.Place),
        GlobalWord.Human => Humans.Ask(scene),
        GlobalWord.Danger => Safety.Pressed(scene),
        GlobalWord.Delete => Delete(scene),
        GlobalWord.Exit => Exit(scene),
        GlobalWord.Change => Change(scene),
        GlobalWord.Continue => Choose(scene, ChoosingWhat.Code),
        GlobalWord.Status => Choose(scene, ChoosingWhat.Reference),
        GlobalWord.Helper => Helping.Ask(scene),
        GlobalWord.NewPerson => Sharing.Ask(scene),
        GlobalWord.Easy => Easy.Switch(scene),
        GlobalWord.More => Easy.Whole(scene),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// True when a global word is meant even where a message is written: a short word, a control by its value or its label, and always what
    /// leads to safety. "I want to talk to a person" may be all that somebody has to tell us.
    /// </summary>
    public static bool IsMeant(Scene scene, GlobalWord word, string text) =>
        word is GlobalWord.Danger or GlobalWord.Exit
        || text.Count(c => c == ' ') + 1 <= Limits.WordsOfShortCommand
        || Fold.Text(text) == Fold.Text(scene.Say(GlobalWords.LabelKey(word)));

    private static Turn Choose(Scene scene, ChoosingWhat what)
    {
        var then = scene.State.Mode is Mode.Choosing { Then: var before } ? before : scene.State.Mode;
        return Modes.Show(scene.In(new Mode.Choosing(what, then)));
    }

    private static Turn Back(Scene scene) => scene.State.Mode switch
    {
        Mode.Asking(var dialog) => Interview.Back(scene, dialog),
        Mode.Confirming(var dialog) => Interview.Back(scene, dialog),
        Mode.Choosing { What: ChoosingWhat.Topic, Then: var then } => Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.About, then))),
        Mode.Choosing { Then: var then } => Modes.Show(scene.In(then)),
        Mode.Reading reading => Shelf.Back(scene, reading),
        _ => Modes.Show(scene.In(Mode.Home.Instance)),
    };

    private static Turn Stop(Scene scene)
    {
        if (scene.State.Mode is not (Mode.Asking or Mode.Confirming or Mode.Choosing { Then: Mode.Asking or Mode.Confirming }))
            return Modes.Show(scene.In(Mode.Home.Instance));
        var kept = scene.State.Consents.Count > 0;
        var state = kept ? scene.State : WithoutUnconsented(scene.State);
        var stopped = scene.With(state).In(Mode.Home.Instance);
        return Modes.Show(stopped).After(stopped.Reply(ReplyKind.Say, [stopped.Para(kept ? "stop.kept" : "stop.gone")])) with { Forget = !kept };
    }

    /// <summary>The state without the answers of dialogs that have no consent, and without what one dialog hands on to another.</summary>
    internal static ConversationState WithoutUnconsented(ConversationState state) =>
        state.Dialogs.Keys.Where(d => !state.Consents.ContainsKey(d)).Aggregate(state, Freshness.Without) with { Carried = null };

    private static Turn Delete(Scene scene)
    {
        var sent = scene.State.Sent;
        var empty = ConversationState.New with
        {
            Language = scene.State.Language,
            ReturnLocked = scene.State.ReturnLocked,      // a lock says nothing about the person and must outlive who grabs the phone
            Child = scene.State.Child,
            ChildByWords = scene.State.ChildByWords,
            SaysAdult = scene.State.SaysAdult,
            Spoken = scene.State.Spoken,
            CallLanguage = scene.State.CallLanguage,
            Easy = scene.State.Easy,
            AtSite = scene.State.AtSite,
        };
        var gone = scene.With(empty);
        // What was sent is told about when it is known what came of it: a kiosk without a connection cannot say "left the queue".
        var turn = sent.IsEmpty ? gone.Turn(gone.Reply(ReplyKind.Say, [gone.Para("delete.done")]), Menu.Home(gone)) : gone.Do(new Effect.Withdraw(sent));
        return turn with { Forget = true };
    }

    private static Turn Exit(Scene scene)
    {
        var left = scene.With(WithoutUnconsented(scene.State) with { Left = true, Mode = Mode.Home.Instance, Hidden = true });
        return left.Turn(left.Reply(ReplyKind.Farewell, [left.Para("exit.neutral")])) with { Forget = scene.State.Consents.Count == 0 && scene.State.Sent.IsEmpty };
    }

    private static Turn Change(Scene scene)
    {
        var mode = scene.State.Mode is Mode.Choosing { Then: var then } ? then : scene.State.Mode;
        return mode is Mode.Asking or Mode.Confirming
            ? Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.Change, mode)))
            : Modes.Again(scene, "change.nothing");
    }
}
