using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;

namespace Outreach.Content.Dialogs;

/// <summary>Who helps another adult to write.</summary>
public enum HelperRole
{
    /// <summary>Somebody of their family.</summary>
    Family = 1,

    /// <summary>A friend or neighbour.</summary>
    Friend = 2,

    /// <summary>A volunteer.</summary>
    Volunteer = 3,

    /// <summary>A social worker.</summary>
    SocialWorker = 4,
}

/// <summary>
/// Somebody writes for another adult. The request is that person's: they answer, they consent, and staff speak with them alone. Whoever is not
/// there is not asked about. "I write for somebody else" is a control beside the first question and beside the consent, never a question of its own.
/// </summary>
internal static class Helping
{
    private const string Away = "away";
    private const string Self = "self";
    private const string Read = "read";

    /// <summary>What is open to relatives and friends in their own name.</summary>
    private static readonly string[] InOwnName = ["protection-talk", "relative", "detention"];

    /// <summary>A helper may be the one a person is afraid of: these are asked by staff, of the person alone.</summary>
    private static readonly string[] NeverBeforeOthers = ["fear", "pressure", "control-sign"];

    /// <summary>True when answers of this dialog are written by somebody who helps.</summary>
    public static bool Is(Scene scene, string dialog) => scene.State.Helped.ContainsKey(dialog);

    /// <summary>The control, where a request begins.</summary>
    public static ImmutableArray<Option> Offer(Scene scene, DialogWalk walk, WalkPoint point) =>
        MayBeHelped(scene, walk.Dialog) && (walk.Previous is null || point.Question.Type is AnswerType.Consent) ? [scene.Control(GlobalWord.Helper)] : [];

    /// <summary>True for a dialog that can be answered through a helper: children have their own route, and some doors are for relatives anyway.</summary>
    public static bool MayBeHelped(Book book, DialogDefinition dialog) =>
        dialog is { NeedsConsent: true, InOwnName: false } && dialog.Id != book.Office.OpeningDialog && !ConsentGate.IsForChildren(book, dialog);

    /// <summary>"I write for somebody else."</summary>
    public static Turn Ask(Scene scene)
    {
        var mode = scene.State.Mode is Mode.Choosing { Then: var then } ? then : scene.State.Mode;
        if (DialogOf(mode) is not { } dialog)
            return FrontDoor.Open(scene).After(scene.Reply(ReplyKind.Say, [scene.Para("helper.first")]));
        return MayBeHelped(scene, scene.Book.Dialogs[dialog])
            ? Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.Helper, mode)))
            : Modes.Show(scene).After(scene.Reply(ReplyKind.Say, [scene.Para("helper.own_name")]));
    }

    /// <summary>Is the person there, and who are you; or what can be done without them.</summary>
    public static Reply Show(Scene scene, Mode.Choosing choosing) => choosing.Offered.IsDefaultOrEmpty
        ? Choosers.List(scene, "helper.who",
        [
            .. Enum.GetValues<HelperRole>().Select(role => scene.Option(NameOf(role), $"helper.{NameOf(role)}")),
            scene.Option(Away, "helper.away"),
            .. ChildRoute(scene.Book) is { } child ? [scene.Option($"{Interview.AskPrefix}{child}", "helper.child")] : ImmutableArray<Option>.Empty,
            scene.Option(Self, "helper.self"),
        ])
        : Choosers.List(scene, "helper.away.text", [.. Doors(scene), scene.Option(Read, "home.read"), scene.Control(GlobalWord.Danger), scene.Control(GlobalWord.Human), scene.Control(GlobalWord.Menu)]);

    /// <summary>What was chosen.</summary>
    public static Turn Choose(Scene scene, Mode.Choosing choosing, string value) => (value, DialogOf(choosing.Then)) switch
    {
        (Read, _) => Menu.Choose(scene.In(Mode.Home.Instance), Read),
        (Away, { } dialog) => Modes.Show(scene.With(Freshness.Without(scene.State, dialog)).In(new Mode.Choosing(ChoosingWhat.Helper, Mode.Home.Instance, [Away]))),
        (Self, { } dialog) when Is(scene, dialog) => Interview.Start(scene.With(Freshness.Without(scene.State, dialog)), dialog),
        (Self, _) => Modes.Show(scene.In(choosing.Then)),
        (_, { } dialog) => Begin(scene, dialog, Enum.GetValues<HelperRole>().First(role => NameOf(role) == value)),
        _ => Modes.Again(scene, "wrong.stale"),
    };

    /// <summary>From the first question, with nothing of what the helper answered for themselves.</summary>
    private static Turn Begin(Scene scene, string dialog, HelperRole role)
    {
        var state = Freshness.Without(scene.State, dialog);
        var begun = scene.With(state with
        {
            Dialogs = state.Dialogs.SetItem(dialog, Spared(scene.Book.Dialogs[dialog])),
            Helped = state.Helped.SetItem(dialog, role),
            Since = state.Since ?? scene.Now.Utc,
        }).In(new Mode.Asking(dialog));
        return Modes.Show(begun).After(begun.Reply(ReplyKind.Say, [begun.Para("helper.begin")]));
    }

    /// <summary>What is not asked before others counts as seen; so does "are you alone?", because they are not.</summary>
    private static Answers Spared(DialogDefinition dialog) => DialogChecks.Flatten(dialog.Items).OfType<DialogItem.Question>()
        .Where(q => NeverBeforeOthers.Contains(q.Collects) || q.Type is AnswerType.SelectOne one && one.List.Choices.Any(c => c.Signal == Signal.Watched))
        .Aggregate(Answers.None, (answers, q) => answers.With(new AnswerPath(q.Name), Answer.Seen.Instance));

    private static bool MayBeHelped(Scene scene, DialogDefinition dialog) => scene.State.Spoken is null && MayBeHelped(scene.Book, dialog);

    private static IEnumerable<Option> Doors(Scene scene) => InOwnName
        .Select(id => Shelf.OptionOf(scene, $"{Library.ProgrammeShelf}/{id}") is { } page ? new Option($"{Interview.AskPrefix}{id}", page.Label) : null).OfType<Option>();

    private static string? ChildRoute(Book book) => book.Programmes.FirstOrDefault(p => p is { Kind: ProgrammeKind.Child, Dialog: not null })?.Id;

    private static string? DialogOf(Mode mode) => mode switch
    {
        Mode.Asking(var asked) => asked,
        Mode.Confirming(var confirmed) => confirmed,
        _ => null,
    };

    private static string NameOf(HelperRole role) => role.ToString().ToLowerInvariant();
}
