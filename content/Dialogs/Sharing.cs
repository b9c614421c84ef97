using System.Collections.Immutable;

namespace Outreach.Content.Dialogs;

/// <summary>
/// Several people behind one number or one browser. Whoever takes a conversation up again after a pause, or says to be somebody else, is asked
/// "new, or do you go on?" before anything of it is shown. A new person begins with nothing; what was begun before stays under its code.
/// </summary>
internal static class Sharing
{
    private const string At = "who";
    private const string New = "new";
    private const string Same = "same";

    /// <summary>True when there is something another person must not see: a begun interview, or a request that was sent.</summary>
    public static bool Holds(ConversationState state) => state.Dialogs.Count > 0 || state.Sent.Length > 0;

    /// <summary>"I am somebody else", in the menu where it means something.</summary>
    public static ImmutableArray<Option> Offer(Scene scene) => CanBeShared(scene) && Holds(scene.State) ? [scene.Control(GlobalWord.NewPerson)] : [];

    /// <summary>The same scene with the person heard now; after a pause it is not known who they are.</summary>
    public static Scene Heard(Scene scene)
    {
        var since = scene.State.Last ?? scene.State.Since;
        var paused = CanBeShared(scene) && Holds(scene.State) && since is { } last && scene.Now.Utc - last >= Limits.Sitting;
        return scene.With(scene.State with { Last = scene.Now.Utc, Unknown = scene.State.Unknown || paused });
    }

    /// <summary>"I am somebody else." A kiosk forgets, and staff who read aloud begin another interview.</summary>
    public static Turn Ask(Scene scene) =>
        scene.State.AtSite ? Commands.Do(scene, GlobalWord.Exit)
        : scene.State.Spoken is not null ? Modes.Show(scene)
        : Holds(scene.State) ? Show(scene.With(scene.State with { Unknown = true }))
        : Anew(scene);

    /// <summary>All that somebody can do whom we do not know: say who they are, get help, leave.</summary>
    public static Turn Answer(Scene scene, Input input) => input switch
    {
        Input.Command(var word) => Do(scene, word),
        Input.Choice(var value, _) when GlobalWords.Control(value) is { } word => Do(scene, word),
        Input.Choice(var value, _) => Choose(scene, value),
        Input.Text(var value, _) when value.Length <= Limits.CharactersPerMessage => Read(scene, AnswerRule.Clean(value)),
        _ => Show(scene),
    };

    /// <summary>The code was not right.</summary>
    public static Turn Refused(Scene scene, string why) => Show(scene).After(scene.Reply(ReplyKind.Problem, [scene.Para(why)]));

    private static Turn Read(Scene scene, string words)
    {
        if (scene.Book.Urgent.Find(words) is { } hit)
        {
            var help = Show(scene).After(Safety.Help(scene, hit.Kind, hit.Sure ? "danger.heard" : "danger.maybe"));
            return hit.Sure ? help.And(new Effect.Alert(hit.Kind, scene.State.Place, scene.Language, null)) : help;
        }
        if (Modes.Pick(Question(scene).Options, words, chosen: false) is { } value)
            return GlobalWords.Control(value) is { } control ? Do(scene, control) : Choose(scene, value);
        if (ContinueCode.Looks(words))
            return scene.Do(new Effect.Resume(ContinueCode.Normal(words)));
        if (scene.Book.Words.Find(scene.State.Language, words) is { } word)
            return Do(scene, word);
        return scene.Book.Words.Language(scene.State.Language, words) is { } language
            ? Show(scene.With(scene.State with { Language = language }))
            : Refused(scene, "who.not_kept");
    }

    private static Turn Do(Scene scene, GlobalWord word) => word switch
    {
        GlobalWord.Danger => Show(scene).After(Safety.Help(scene, UrgentKind.Danger, "danger.heard")).And(new Effect.Alert(UrgentKind.Danger, scene.State.Place, scene.Language, null)),
        GlobalWord.Exit => scene.With(scene.State with { Left = true }).Turn(scene.Reply(ReplyKind.Farewell, [scene.Para("exit.neutral")])),
        GlobalWord.Human => Show(scene).After(scene.Reply(ReplyKind.Say, [scene.Para("who.human"), .. Humans.Numbers(scene)])),
        GlobalWord.NewPerson => Anew(scene),
        _ => Show(scene),
    };

    private static Turn Choose(Scene scene, string value) => value switch
    {
        New => Anew(scene),
        Same when !HasCode(scene) => GoOn(scene),
        _ => Show(scene),
    };

    /// <summary>Nothing of the one before, not even where they read; the language is a hint only and is asked.</summary>
    private static Turn Anew(Scene scene) =>
        Menu.Open(scene.With(ConversationState.New with { Last = scene.Now.Utc }), new Input.Opened(scene.State.Language)) with { Anew = true };

    /// <summary>Whoever goes on without a code lands at the start: only somebody who knows what was asked for finds it again, and the answers stay hidden.</summary>
    private static Turn GoOn(Scene scene)
    {
        var known = scene.With(scene.State with { Unknown = false, Hidden = true, Carried = null }).In(Mode.Home.Instance);
        return Modes.Show(known).After(known.Reply(ReplyKind.Say, [known.Para("who.again")]));
    }

    private static Turn Show(Scene scene) => scene.Turn(Question(scene));

    private static Reply Question(Scene scene) => scene.Reply(ReplyKind.Ask, [scene.Para(HasCode(scene) ? "who.code" : "who.question")],
    [
        scene.Option(New, "who.new"),
        .. HasCode(scene) ? ImmutableArray<Option>.Empty : [scene.Option(Same, "who.same")],
        scene.Control(GlobalWord.Danger),
        scene.Control(GlobalWord.Human),
        scene.Control(GlobalWord.Exit),
    ]) with
    { At = At };

    private static bool HasCode(Scene scene) => scene.State.CodeUntil is { } until && until > scene.Now.Utc;

    /// <summary>A kiosk forgets by itself, staff know whom they read to, and a dialog that opens for everybody belongs to nobody.</summary>
    private static bool CanBeShared(Scene scene) => scene.State is { AtSite: false, Spoken: null } && scene.Book.Office.OpeningDialog is null;
}
