using System.Collections.Immutable;
using System.Text.Json;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>
/// Back, change, skip, stop, help, language, human, danger, delete everything, leave at once: at every step of whole requests,
/// from the first question to the summary, in every language, in every way to write them and as a control.
/// </summary>
public class GlobalWordsEverywhereTests
{
    private static readonly Moment Now = new(new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero);

    /// <summary>The words of DESIGN section 5 that hold at every step.</summary>
    private static readonly GlobalWord[] Words =
        [GlobalWord.Back, GlobalWord.Change, GlobalWord.Skip, GlobalWord.Stop, GlobalWord.Help, GlobalWord.Language, GlobalWord.Human, GlobalWord.Danger, GlobalWord.Delete, GlobalWord.Exit];

    /// <summary>Answers that lead through a request without leaving it; elsewhere the first answer is chosen, or words are written.</summary>
    private static readonly Dictionary<string, string> Told = new(StringComparer.Ordinal) { ["age"] = "18_59" };

    public static TheoryData<string, string> Requests
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var language in Locale.All)
                foreach (var programme in (string[])["stranded", "talk"])
                    all.Add(language.Tag, programme);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Written_in_any_way_or_chosen_a_word_does_the_same_at_every_step(string language, string programme)
    {
        var differing = from step in Steps(language, programme)
                        from word in Words
                        let meant = Print(Do(step.State, new Input.Command(word)))
                        from way in Ways(step, word)
                        where Print(Do(step.State, way)) != meant
                        select $"{step.Path}: {way}";

        Assert.Empty(differing);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void At_every_step_a_word_does_what_it_says(string language, string programme)
    {
        var steps = Steps(language, programme);
        var wrong = from number in Enumerable.Range(0, steps.Length)
                    from word in Words
                    let turn = Do(steps[number].State, new Input.Command(word))
                    where turn.Replies.IsEmpty || turn.Replies.Any(r => r.Language.Tag != language) || !DoesWhatItSays(word, steps, number, turn)
                    select $"{steps[number].Path}: {word}: {string.Join(" / ", turn.Replies.Select(ReplyLine.Of))}";

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void The_walk_goes_from_the_first_question_to_the_summary(string language, string programme)
    {
        var steps = Steps(language, programme);
        Assert.True(steps.Length >= (programme == "talk" ? 4 : 10), $"{steps.Length} steps");
        Assert.IsType<Mode.Confirming>(steps[^1].State.Mode);
        Assert.Contains(steps, s => s.Asks is AnswerType.Consent);
    }

    private static bool DoesWhatItSays(GlobalWord word, ImmutableArray<Step> steps, int number, Turn turn)
    {
        var (state, here) = (turn.State, steps[number]);
        var (first, last) = (turn.Replies[0], turn.Replies[^1]);
        return word switch
        {
            GlobalWord.Back when number == 0 => state.Mode is Mode.Reading or Mode.Home,
            GlobalWord.Back => last.At == steps[number - 1].Path && state.Mode is Mode.Asking,
            GlobalWord.Change => state.Mode is Mode.Choosing { What: ChoosingWhat.Change }
                && steps[..number].Where(s => s.Asks is not AnswerType.Consent).All(s => last.Options.Any(o => o.Value == s.Path)),
            GlobalWord.Skip when here.Asks is null => first.Kind == ReplyKind.Problem && Print(state.Mode) == Print(here.State.Mode),
            GlobalWord.Skip when here.Asks is AnswerType.Consent => Says(turn, "consent.choose") && last.At == here.Path,
            GlobalWord.Skip => state.Dialogs[here.Dialog].At(new AnswerPath(here.Path)) is Answer.Skipped,
            GlobalWord.Stop => state.Mode is Mode.Home && Says(turn, state.Consents.IsEmpty ? "stop.gone" : "stop.kept") && turn.Forget == state.Consents.IsEmpty && state.Dialogs.IsEmpty == state.Consents.IsEmpty,
            GlobalWord.Help => Says(turn, "help.words") && Print([.. turn.Replies.Skip(1)]) == Print(here.Shown) && Print(state.Mode) == Print(here.State.Mode),
            GlobalWord.Language => Locale.All.All(l => last.Options.Any(o => o.Value == l.Tag)),
            GlobalWord.Human => Says(turn, "human.how") && first.Blocks.Any(b => b is PageBlock.Call) && state.Mode is Mode.Asking(Humans.TalkDialog) or Mode.Confirming(Humans.TalkDialog),
            GlobalWord.Danger => first is { Kind: ReplyKind.Danger } && first.Blocks.Any(b => b is PageBlock.Call) && turn.Effects is [Effect.Alert { Place: "ly" }] && state.Dialogs.ContainsKey(here.Dialog),
            GlobalWord.Delete => Says(turn, "delete.done") && turn.Forget && state.Dialogs.IsEmpty && state.Consents.IsEmpty && state.Place is null,
            GlobalWord.Exit => turn.Replies is [{ Kind: ReplyKind.Farewell }] && state is { Left: true, Hidden: true, Mode: Mode.Home } && turn.Effects.IsEmpty,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>One step: the state before the word, what was shown, and where the question asked keeps its answer.</summary>
    private sealed record Step(ConversationState State, ImmutableArray<Reply> Shown, string Dialog, AnswerType? Asks)
    {
        public string Path => Shown[^1].At ?? "summary";
    }

    private static ImmutableArray<Step> Steps(string language, string programme)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        var turn = Do(ConversationState.New with { Language = Language(language), Place = "ly" }, new Input.Choice($"ask:{programme}"));
        while (turn.State.Mode is Mode.Asking(var dialog))
        {
            var walk = DialogWalk.Of(TestBook.Real.Dialogs[dialog], turn.State.Dialogs[dialog], Now);
            steps.Add(new Step(turn.State, [turn.Replies[^1]], dialog, walk.Current!.Question.Type));
            turn = Do(turn.State, Next(walk.Current.Question, turn.Replies[^1]));
        }
        if (turn.State.Mode is Mode.Confirming(var whole))
            steps.Add(new Step(turn.State, [turn.Replies[^1]], whole, Asks: null));
        return steps.ToImmutable();
    }

    private static Input Next(DialogItem.Question question, Reply asked) =>
        Told.TryGetValue(question.Name, out var value) ? new Input.Choice(value)
        : asked.Options.FirstOrDefault(o => GlobalWords.Control(o.Value) is null) is { } option ? new Input.Choice(option.Value)
        : new Input.Text("12");

    /// <summary>Where a message is written a whole sentence is the message; short words, and what leads to safety, are commands there too.</summary>
    private static IEnumerable<Input> Ways(Step step, GlobalWord word)
    {
        var written = TestBook.Real.Texts.Text(step.State.Language!, GlobalWords.Key(word)).Split('|')
            .Where(w => step.Asks is not AnswerType.Text || word is GlobalWord.Danger or GlobalWord.Exit || w.Count(c => c == ' ') < Limits.WordsOfShortCommand);
        return [new Input.Choice(GlobalWords.Value(word)), new Input.Text(GlobalWords.Value(word)), .. written.Select(w => new Input.Text(w))];
    }

    private static Turn Do(ConversationState state, Input input) => DialogEngine.Step(TestBook.Real, state, input, Now);

    private static Locale Language(string tag) => Locale.TryParse(tag, out var locale) ? locale : throw new ArgumentException(tag);

    private static bool Says(Turn turn, string key) => turn.Replies.Any(r => r.Blocks.Any(b => ReplyLine.Text(b) == TestBook.Real.Texts.Text(r.Language, key)));

    private static string Print(Turn turn) =>
        $"{JsonSerializer.Serialize(turn.State, DialogJson.Plain.ConversationState)} {Print(turn.Replies)} {string.Join(' ', turn.Effects.Select(EffectLine.Of))} {turn.Forget}";

    private static string Print(ImmutableArray<Reply> replies) => JsonSerializer.Serialize(replies, DialogJson.Plain.ImmutableArrayReply);

    private static string Print(Mode mode) => $"{mode}";
}
