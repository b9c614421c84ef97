using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Content.Programmes;

namespace Outreach.Content.Dialogs;

/// <summary>The interview: asks what the walk says comes next, takes answers, goes back, skips, asks again.</summary>
internal static class Interview
{
    /// <summary>Option values that start asking for a programme.</summary>
    public const string AskPrefix = "ask:";

    /// <summary>Begins asking for a programme, as far as the safety rules allow it.</summary>
    public static Turn Start(Scene scene, string programme)
    {
        var door = scene.Book.Programmes.FirstOrDefault(p => p.Id == programme);
        var dialog = door?.Dialog ?? programme;
        if (!scene.Book.Dialogs.ContainsKey(dialog))
            return Modes.Again(scene, "programme.closed");
        if (Childhood.Shuts(scene, dialog))
            return Safety.ToChildRoute(scene);
        if (scene.State.ReturnLocked && door?.Kind == ProgrammeKind.Return)
            return Safety.LockedReply(scene);
        if (door is { Openness: not Openness.Open })
            return Modes.Again(scene, "programme.closed");
        var state = scene.State with
        {
            Dialogs = scene.State.Dialogs.SetItem(dialog, Carrying.Over(scene, dialog, consented: false)),
            Mode = new Mode.Asking(dialog),
            Misses = 0,
            Since = scene.State.Since ?? scene.Now.Utc,
        };
        var started = scene.With(state);
        return state.Place is null
            ? Modes.Show(started.In(new Mode.Choosing(ChoosingWhat.Place, state.Mode)))
            : Modes.Show(started);
    }

    /// <summary>Shows notes, then asks the next question; when nothing is left, the summary.</summary>
    public static Turn Ask(Scene scene, string dialog)
    {
        var notes = ImmutableArray.CreateBuilder<Reply>();
        for (var step = 0; step < Limits.StepsPerTurn; step++)
        {
            var walk = scene.Walk(dialog);
            if (walk.Current is not { } point)
                return Complete(scene, walk).After([.. notes]);
            if (point.Question.Type is not AnswerType.Note)
                return scene.Turn(Question(scene, walk, point)).After([.. notes]);
            notes.Add(scene.Reply(ReplyKind.Say, [PageBlock.Paragraph.Of(Label(scene, walk, point.Question.Label))]));
            scene = Store(scene, dialog, scene.AnswersOf(dialog).With(point.Path, Dialogs.Answer.Seen.Instance));
        }
        return Modes.Again(scene.In(Mode.Home.Instance), "wrong.failed");
    }

    /// <summary>Takes an answer to the current question.</summary>
    public static Turn Answer(Scene scene, string dialog, string text, bool chosen)
    {
        var walk = scene.Walk(dialog);
        if (walk.Current is not { } point)
            return Modes.Show(scene.In(new Mode.Confirming(dialog)));
        if (point.Question.Type is AnswerType.Consent)
            return ConsentGate.Answer(scene, walk.Dialog, point, text, chosen);
        return AnswerRule.Read(scene, walk, point, text, chosen) switch
        {
            Reading.Rejected(var key, var n) => Modes.Again(scene, key, n),
            Reading.Ambiguous(var key, var values) => AskWhich(scene, walk, point, key, values),
            Reading.Accepted(var value) when !walk.Keeps(point, value) => Modes.Again(scene, point.Question.ConstraintMessage ?? "wrong.constraint"),
            Reading.Accepted(var value) when point.Answer is not Dialogs.Answer.Given { Doubted: true } && walk.Doubts(point, value) => Doubt(scene, dialog, point, value),
            Reading.Accepted(var value) => Accept(scene, walk, point, value),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>True when words answer the question that is asked now.</summary>
    public static bool Understands(Scene scene, string text) =>
        scene.State.Mode is Mode.Asking(var dialog)
        && scene.Walk(dialog) is { Current: { Question.Type: AnswerType.AgeBand or AnswerType.SelectOne or AnswerType.SelectMultiple } point } walk
        && AnswerRule.Read(scene, walk, point, text, chosen: false) is not Reading.Rejected;

    /// <summary>True where whatever the person writes is the message itself.</summary>
    public static bool IsWriting(Scene scene) => scene.State.Mode switch
    {
        Mode.WithHuman => true,
        Mode.Asking(var dialog) => scene.Walk(dialog).Current is { Question.Type: AnswerType.Text },
        _ => false,
    };

    /// <summary>The person prefers not to answer: that is an answer, never commented on.</summary>
    public static Turn Skip(Scene scene, string dialog)
    {
        var walk = scene.Walk(dialog);
        return walk.Current switch
        {
            null => Modes.Show(scene.In(new Mode.Confirming(dialog))),
            { Question.Type: AnswerType.Consent } => Modes.Again(scene, "consent.choose"),
            var point => Modes.Show(Store(scene, dialog, Recheck(scene, walk, point, scene.AnswersOf(dialog).With(point.Path, Dialogs.Answer.Skipped.Instance)))),
        };
    }

    /// <summary>To the question answered before this one, or out of the dialog at its beginning.</summary>
    public static Turn Back(Scene scene, string dialog)
    {
        var walk = scene.Walk(dialog);
        if (walk.Previous is { } previous)
            return Modes.Show(Store(scene, dialog, scene.AnswersOf(dialog).Revisit(previous.Path)).In(new Mode.Asking(dialog)));
        var programme = scene.Book.Programmes.FirstOrDefault(p => p.Dialog == dialog);
        return Modes.Show(scene.In(programme is null ? Mode.Home.Instance : new Mode.Reading($"{Library.ProgrammeShelf}/{programme.Id}", Shelf.Overview)));
    }

    /// <summary>The question as a reply.</summary>
    private static Reply Question(Scene scene, DialogWalk walk, WalkPoint point)
    {
        var question = point.Question;
        if (question.Type is AnswerType.Consent)
            return ConsentGate.Ask(scene, walk, point);
        var blocks = ImmutableArray.CreateBuilder<PageBlock>();
        blocks.Add(new PageBlock.Paragraph([new Run(Label(scene, walk, question.Label), Emphasis.Strong)]));
        if (question.Hint is { } hint)
            blocks.Add(new PageBlock.Fine(Label(scene, walk, hint)));
        if (Helping.Is(scene, walk.Dialog.Id))
            blocks.Add(new PageBlock.Fine(scene.Say("helper.ask")));
        var options = scene.Offered(walk, point).Select(c => new Option(c.Name, scene.Say(c.Label)));
        return scene.Reply(ReplyKind.Ask, blocks.ToImmutable(), walk.Dialog.NeedsConsent ? [.. options, scene.Control(GlobalWord.Skip), .. Helping.Offer(scene, walk, point)] : [.. options]) with
        {
            At = point.Path.Value,
            Progress = walk.Progress,
            Many = question.Type is AnswerType.SelectMultiple,
            Sensitive = question.Sensitive,
            Typing = question.Type switch
            {
                AnswerType.Integer => Typing.Number,
                AnswerType.Phone => Typing.Phone,
                AnswerType.Date => Typing.Date,
                _ => Typing.Words,
            },
        };
    }

    private static Turn AskWhich(Scene scene, DialogWalk walk, WalkPoint point, string key, ImmutableArray<string> values)
    {
        var asked = scene.With(scene.State with { Misses = scene.State.Misses + 1 });
        var options = values.Select(v => new Option(v, Summary.Display(asked, walk, point, v)));
        return asked.Turn(asked.Reply(ReplyKind.Ask, [asked.Para(key)], [.. options, asked.Control(GlobalWord.Skip)]) with { At = point.Path.Value, Progress = walk.Progress });
    }

    /// <summary>An answer that is hardly true is kept and asked about once; whatever is said then stands, and staff see the mark.</summary>
    private static Turn Doubt(Scene scene, string dialog, WalkPoint point, string value) => Modes.Again(
        Store(scene, dialog, scene.AnswersOf(dialog).With(point.Path, new Dialogs.Answer.Given(value, Doubted: true)).Revisit(point.Path)),
        point.Question.UnlikelyMessage ?? "wrong.really");

    private static Turn Accept(Scene scene, DialogWalk walk, WalkPoint point, string value)
    {
        var dialog = walk.Dialog.Id;
        var signals = walk.Choices(point).Where(c => c.Signal is not null && value.Split(' ').Contains(c.Name)).Select(c => c.Signal!.Value).ToList();
        if (signals.Contains(Signal.Watched))
            return Modes.Show(scene).After(scene.Reply(ReplyKind.Say, [scene.Para("watched.leave")], [scene.Control(GlobalWord.Exit)]));
        var told = Store(scene, dialog, Recheck(scene, walk, point, scene.AnswersOf(dialog).With(point.Path, new Dialogs.Answer.Given(value, walk.Doubts(point, value)))));
        told = Childhood.Answered(told, point.Question.Name, value);
        foreach (var signal in signals)
            if (Safety.On(told, dialog, signal) is { } turn)
                return turn;
        return Modes.Show(told);
    }

    /// <summary>Constraints and filters that look at a changed answer are checked again; an answer that no longer holds is asked again.</summary>
    private static Answers Recheck(Scene scene, DialogWalk before, WalkPoint changed, Answers answers)
    {
        var walk = DialogWalk.Of(before.Dialog, answers, scene.Now);
        foreach (var point in walk.Points)
        {
            if (point.Answer is not Dialogs.Answer.Given { Value: var value } || point.Path == changed.Path)
                continue;
            var looks = point.Question.Constraint?.Names.Contains(changed.Question.Name) == true && !walk.Keeps(point, value);
            var gone = Filter(point.Question)?.Names.Contains(changed.Question.Name) == true
                && value.Split(' ').Any(v => !walk.Choices(point).Any(c => c.Name == v));
            if (looks || gone)
                answers = answers.Without(point.Path);
        }
        return answers;
    }

    private static Expressions.Expression? Filter(DialogItem.Question question) =>
        (question.Type as AnswerType.SelectOne)?.Filter ?? (question.Type as AnswerType.SelectMultiple)?.Filter;

    private static Turn Complete(Scene scene, DialogWalk walk)
    {
        if (walk.Dialog.Confirms)
            return Modes.Show(scene.In(new Mode.Confirming(walk.Dialog.Id)));
        return scene.With(Freshness.Without(scene.State, walk.Dialog.Id)).In(scene.Book.Office.OpeningDialog is { } again ? new Mode.Asking(again) : Mode.Home.Instance).Turn();
    }

    private static Scene Store(Scene scene, string dialog, Answers answers) =>
        scene.With(scene.State with { Dialogs = scene.State.Dialogs.SetItem(dialog, answers), Misses = 0, Since = scene.State.Since ?? scene.Now.Utc });

    /// <summary>A label with its holes filled from the answers.</summary>
    private static string Label(Scene scene, DialogWalk walk, string key)
    {
        var english = scene.Book.Texts.English.TryGetValue(key, out var entry) ? entry.English : "";
        if (!english.Contains('{', StringComparison.Ordinal))
            return scene.Say(key);
        var holes = walk.Points.Where(p => p.Answer is Dialogs.Answer.Given)
            .Select(p => (p.Question.Name, Summary.Display(scene, walk, p, ((Dialogs.Answer.Given)p.Answer!).Value))).ToArray();
        return scene.Say(key, holes);
    }
}
