using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// For people who hardly read: first sentences only, short choices, numbers, a person beside every question, and "more" for the rest. Done to what
/// stands open as it leaves the core, once for every channel. What is said only once stays whole, for "more" could not bring it back; and so does
/// what must be read to the end (danger, consent, a summary) and every choice that means something for safety.
/// </summary>
internal static class Easy
{
    private const int MostItems = 3;
    private const int YesNoUnsure = 3;
    private static readonly char[] Ends = ['.', '!', '?', '؟', '።', '…'];
    private static readonly char[] Commas = [',', '،', '፣', ':'];

    /// <summary>The turn as it is shown.</summary>
    public static Turn Shown(Book book, Turn turn, Moment moment)
    {
        if (!turn.State.Easy || turn.Replies.LastOrDefault(r => !r.Options.IsEmpty || r.At is not null) is not { } whole)
            return turn;
        var scene = new Scene(book, turn.State, moment);
        var few = Stands(scene, whole) ? Few(scene, whole) : whole;
        var cut = !few.Blocks.SequenceEqual(whole.Blocks) || !few.Options.SequenceEqual(whole.Options);
        return turn with { Replies = turn.Replies.Replace(whole, few with { Options = [.. few.Options, .. Beside(scene, few.Options, cut)] }) };
    }

    /// <summary>
    /// Choices in few words: yes or no without the rest where nothing else can be answered, and no hours after a comma. Brackets and second sentences
    /// stay, for they often hold the word that is known, or what is agreed to; so does all of a choice that means something for safety.
    /// </summary>
    public static ImmutableArray<Option> Short(Scene scene, ImmutableArray<Option> options, ImmutableArray<Choice> meant)
    {
        var answers = options.Where(o => GlobalWords.Control(o.Value) is null).ToList();
        var small = answers.Select(o => scene.Book.Words.Small(scene.State.Language, Head(o.Label))).ToList();
        var isYesOrNo = answers.Count <= YesNoUnsure && small.Contains(SmallWord.Yes) && small.Contains(SmallWord.No);
        var kept = meant.Where(c => c.Signal is not null).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var labels = options.Select(o => kept.Contains(o.Value) ? o.Label : Short(scene, o.Label, isYesOrNo)).ToList();
        return [.. options.Select((o, i) => labels.Count(l => l == labels[i]) == 1 ? o with { Label = labels[i] } : o)];
    }

    /// <summary>On, or off again.</summary>
    public static Turn Switch(Scene scene)
    {
        var switched = scene.With(scene.State with { Easy = !scene.State.Easy });
        return Modes.Show(switched).After(switched.Reply(ReplyKind.Say, [switched.Para(switched.State.Easy ? "easy.on" : "easy.off")]));
    }

    /// <summary>What is open now, word for word.</summary>
    public static Turn Whole(Scene scene)
    {
        var turn = Modes.Show(scene);
        return turn with { Replies = [.. turn.Replies.Select(r => r with { Whole = true })] };
    }

    private static string Short(Scene scene, string label, bool isYesOrNo)
    {
        var head = Head(label);
        var isSmall = isYesOrNo && scene.Book.Words.Small(scene.State.Language, head) is not null;
        return isSmall || (!head.Any(char.IsDigit) && char.IsDigit(label[head.Length..].TrimStart([.. Commas, ' ']).FirstOrDefault())) ? head : label;
    }

    /// <summary>Up to the first comma.</summary>
    private static string Head(string label) => label.IndexOfAny(Commas) is > 0 and var comma ? label[..comma].TrimEnd() : label;

    /// <summary>True for what "more" shows again.</summary>
    private static bool Stands(Scene scene, Reply reply) =>
        Modes.Show(scene).Replies is [.., var open] && open.Kind == reply.Kind && open.At == reply.At && open.Options.SequenceEqual(reply.Options);

    private static Reply Few(Scene scene, Reply reply)
    {
        if (reply.Whole || reply.Kind is ReplyKind.Danger or ReplyKind.Staff or ReplyKind.Summary or ReplyKind.Farewell or ReplyKind.Problem)
            return reply;
        var choices = scene.State.Mode is Mode.Asking(var dialog) && scene.Walk(dialog) is { Current: { } point } walk ? walk.Choices(point) : [];
        return reply with { Blocks = [.. reply.Blocks.Where(b => !IsHint(reply, b)).Select(Of)], Options = Short(scene, reply.Options, choices) };
    }

    /// <summary>The person first: the number stays the same when there is no more.</summary>
    private static IEnumerable<Option> Beside(Scene scene, ImmutableArray<Option> options, bool cut)
    {
        if (scene.State.Mode is not Mode.WithHuman && options.All(o => GlobalWords.Control(o.Value) != GlobalWord.Human))
            yield return scene.Control(GlobalWord.Human);
        if (cut)
            yield return scene.Control(GlobalWord.More);
    }

    /// <summary>The small print of a question; that several answers may be chosen is needed to answer.</summary>
    private static bool IsHint(Reply reply, PageBlock block) => reply is { Kind: ReplyKind.Ask, Many: false } && block is PageBlock.Fine;

    private static PageBlock Of(PageBlock block) => block switch
    {
        PageBlock.Paragraph(var runs) when First(runs) is var first && first.Length < runs.Sum(r => r.Text.Length) => new PageBlock.Paragraph([new Run(first, runs[0].Emphasis)]),
        PageBlock.Fine(var words) => new PageBlock.Fine(Sentence(words)),
        PageBlock.Bullets(var numbered, { Length: > MostItems } items) => new PageBlock.Bullets(numbered, items[..MostItems]),
        _ => block,
    };

    private static string First(ImmutableArray<Run> runs) => Sentence(string.Concat(runs.Select(r => r.Text)));

    /// <summary>Up to the first end of a sentence that something follows.</summary>
    private static string Sentence(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
            if (Ends.Contains(text[i]) && text[i + 1] == ' ')
                return text[..(i + 1)];
        return text;
    }
}
