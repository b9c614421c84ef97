using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What will be sent, in the person's language, to be corrected, confirmed or deleted (gate G8).</summary>
internal static class Summary
{
    internal const string Send = "send";
    private const string Add = "add";
    private const string Reveal = "reveal";

    /// <summary>The summary; sensitive answers stand as "answered".</summary>
    public static Reply Show(Scene scene, string dialog)
    {
        var walk = scene.Walk(dialog);
        var lines = Given(walk).Select(p => Line(scene, walk, p)).ToImmutableArray();
        return scene.Reply(ReplyKind.Summary,
            [scene.Head("summary.title"), .. Helping.Is(scene, dialog) ? [scene.Para("helper.summary")] : ImmutableArray<PageBlock>.Empty, .. lines.IsEmpty ? [scene.Para("summary.empty")] : ImmutableArray.Create<PageBlock>(new PageBlock.Bullets(false, lines)), .. CallLanguage(scene), scene.Para("summary.question"), new PageBlock.Fine(scene.Say("summary.decision"))],
            [scene.Option(Send, "summary.send"), .. walk.Extras.Any() ? [scene.Option(Add, "summary.add")] : ImmutableArray<Option>.Empty, scene.Control(GlobalWord.Change), .. scene.State.Hidden ? [scene.Option(Reveal, "summary.reveal")] : ImmutableArray<Option>.Empty, scene.Control(GlobalWord.Delete)]) with
        { At = Send };
    }

    private static IEnumerable<PageBlock> CallLanguage(Scene scene) =>
        scene.State.CallLanguage is { } tag ? [scene.Para("ring.call", ("language", Directory.LanguageNames.Of(tag)))] : [];

    /// <summary>Sends on yes.</summary>
    public static Turn Answer(Scene scene, string dialog, string text, bool chosen)
    {
        var value = Modes.Pick(Show(scene, dialog).Options, text, chosen)
            ?? (scene.Say("say.yes").Split('|').Any(w => Fold.Text(w) == Fold.Text(text)) ? Send : null);
        if (value is not null && GlobalWords.Control(value) is { } word)
            return Commands.Do(scene, word);
        if (value == Reveal)
            return Modes.Show(scene.With(scene.State with { Hidden = false }));
        if (value == Add)
            return Modes.Show(scene.In(new Mode.Choosing(ChoosingWhat.Add, scene.State.Mode)));
        if (value != Send)
            return Modes.Again(scene, "summary.choose");
        var walk = scene.Walk(dialog);
        if (walk.Current is not null || !scene.State.Consents.TryGetValue(dialog, out var consent))
            return Modes.Show(scene.In(new Mode.Asking(dialog)));
        if (scene.State.ReturnLocked && Safety.IsReturn(scene, dialog))
            return Safety.LockedReply(scene);
        return scene.Do(new Effect.Submit(Submission(scene, walk, consent)));
    }

    /// <summary>The answers that can be changed.</summary>
    public static IEnumerable<Option> Changes(Scene scene, Mode mode)
    {
        var walk = scene.Walk(DialogOf(mode));
        return walk.Points.Where(p => p.Asks && p.Answer is not null && p.Question.Type is not AnswerType.Consent)
            .Select(p => new Option(p.Path.Value, p.Answer is Dialogs.Answer.Given ? Text(scene, walk, p) : $"{scene.Say(p.Question.Label)} {scene.Say("summary.skipped")}"));
    }

    /// <summary>What the person may add before sending.</summary>
    public static IEnumerable<Option> Additions(Scene scene, Mode mode) =>
        scene.Walk(DialogOf(mode)).Extras.Select(p => new Option(p.Path.Value, scene.Say(p.Question.Label)));

    /// <summary>Asks one answer again.</summary>
    public static Turn Change(Scene scene, Mode mode, string path)
    {
        var dialog = DialogOf(mode);
        var again = scene.AnswersOf(dialog).Revisit(new AnswerPath(path));
        return Modes.Show(scene.With(scene.State with { Dialogs = scene.State.Dialogs.SetItem(dialog, again) }).In(new Mode.Asking(dialog)));
    }

    /// <summary>A stored answer as people read it.</summary>
    public static string Display(Scene scene, DialogWalk walk, WalkPoint point, string value) => point.Question.Type switch
    {
        AnswerType.SelectOne or AnswerType.SelectMultiple or AnswerType.AgeBand =>
            string.Join(scene.Say("list.and"), value.Split(' ').Select(v => walk.Choices(point).FirstOrDefault(c => c.Name == v) is { } c ? scene.Say(c.Label) : v)),
        AnswerType.Date => DateRule.Show(scene.Book.Texts, scene.Language, value),
        _ => value,
    };

    private static string DialogOf(Mode mode) => mode switch
    {
        Mode.Asking(var d) => d,
        Mode.Confirming(var d) => d,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<WalkPoint> Given(DialogWalk walk) => walk.Points.Where(p => p.Question.InSummary && p.Answer is Dialogs.Answer.Given);

    private static ImmutableArray<Run> Line(Scene scene, DialogWalk walk, WalkPoint point) =>
        [new Run($"{scene.Say(point.Question.Label)} "), new Run(Shown(scene, walk, point), Emphasis.Strong)];

    private static string Text(Scene scene, DialogWalk walk, WalkPoint point) => $"{scene.Say(point.Question.Label)} {Shown(scene, walk, point)}";

    private static string Shown(Scene scene, DialogWalk walk, WalkPoint point) => point.Question.Sensitive || scene.State.Hidden
        ? scene.Say("summary.answered")
        : Display(scene, walk, point, ((Dialogs.Answer.Given)point.Answer!).Value);

    private static Submission Submission(Scene scene, DialogWalk walk, ConsentRecord consent) => new()
    {
        Dialog = walk.Dialog.Id,
        Revision = walk.Dialog.Revision,
        Programme = walk.Dialog.Programme,
        Language = scene.Language,
        CallLanguage = scene.State.CallLanguage,
        Place = scene.State.Place,
        Answers = walk.Points.Where(p => p.Answer is Dialogs.Answer.Given && p.Question.Collects.Length > 0)
            .ToImmutableSortedDictionary(p => p.Path.Value, p => ((Dialogs.Answer.Given)p.Answer!).Value, StringComparer.Ordinal),
        Doubted = [.. walk.Points.Where(p => p.Answer is Dialogs.Answer.Given { Doubted: true }).Select(p => p.Path.Value)],
        ReturnLocked = scene.State.ReturnLocked,
        Child = scene.State.Child || ConsentGate.IsForChildren(scene.Book, walk.Dialog),
        SaysAdult = scene.State.SaysAdult,
        Consent = consent,
    };
}
