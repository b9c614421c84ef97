using System.Collections.Immutable;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// For people who hardly read: first sentences only, short choices, numbers, a person beside every question, and "more" for the rest. Done to replies
/// as they leave the core, once for every channel; what must be read whole (danger, consent, a summary, words of staff) stays whole.
/// </summary>
internal static class Easy
{
    private const int MostItems = 3;
    private static readonly char[] Ends = ['.', '!', '?', '؟', '።', '…'];
    private static readonly char[] Brackets = ['(', '（'];
    private static readonly char[] Commas = [',', '،', '፣', ':'];

    /// <summary>The turn as it is shown.</summary>
    public static Turn Shown(Book book, Turn turn, Moment moment)
    {
        if (!turn.State.Easy || turn.Replies.IsEmpty)
            return turn;
        var scene = new Scene(book, turn.State, moment);
        var cut = turn.Replies.Any(r => !Of(r).SequenceEqual(r.Blocks));
        var replies = turn.Replies.Select(r => r with { Blocks = Of(r), Options = Short(scene, r.Options), Numbered = true }).ToList();
        var last = replies.FindLastIndex(r => !r.Options.IsEmpty);
        if (last >= 0)
            replies[last] = replies[last] with { Options = [.. replies[last].Options, .. Beside(scene, replies[last].Options, cut)] };
        return turn with { Replies = [.. replies] };
    }

    /// <summary>
    /// The control that a number names among the choices shown; null when it names a choice, or when the number is itself an answer. An age is
    /// never taken for a control: the younger reading protects.
    /// </summary>
    public static GlobalWord? Named(Scene scene, string text)
    {
        if (!scene.State.Easy || scene.State.Mode is Mode.Asking(var dialog) && scene.Walk(dialog).Current is { Question.Type: AnswerType.AgeBand })
            return null;
        var shown = Shown(scene.Book, Modes.Show(scene), scene.Now).Replies.LastOrDefault(r => !r.Options.IsEmpty);
        return shown is not null && shown.Options.Any(o => GlobalWords.Control(o.Value) is null) && AnswerRule.Index(text, shown.Options.Length) is { } index
            ? GlobalWords.Control(shown.Options[index].Value)
            : null;
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

    /// <summary>A label without what only explains it: brackets, a second sentence, hours after a comma, the rest after yes or no. Never the middle of a thought.</summary>
    public static string Short(Scene scene, string label)
    {
        var cut = Sentence(label);
        if (cut.IndexOfAny(Brackets) is > 1 and var bracket)
            cut = cut[..bracket];
        if (cut.IndexOfAny(Commas) is > 0 and var comma && comma + 1 < cut.Length
            && (scene.Book.Words.Small(scene.State.Language, cut[..comma]) is not null || IsBeforeNumber(cut, comma)))
            cut = cut[..comma];
        return cut.Trim();
    }

    private static bool IsBeforeNumber(string text, int comma) => !text[..comma].Any(char.IsDigit) && char.IsDigit(text[(comma + 1)..].TrimStart().FirstOrDefault());

    private static ImmutableArray<Option> Short(Scene scene, ImmutableArray<Option> options)
    {
        var labels = options.Select(o => Short(scene, o.Label)).ToList();
        return [.. options.Select((o, i) => labels.Count(l => l == labels[i]) == 1 ? o with { Label = labels[i] } : o)];
    }

    private static IEnumerable<Option> Beside(Scene scene, ImmutableArray<Option> options, bool cut)
    {
        if (cut)
            yield return scene.Control(GlobalWord.More);
        if (options.All(o => GlobalWords.Control(o.Value) != GlobalWord.Human))
            yield return scene.Control(GlobalWord.Human);
    }

    private static ImmutableArray<PageBlock> Of(Reply reply) =>
        reply.Whole || reply.Kind is ReplyKind.Danger or ReplyKind.Staff or ReplyKind.Summary or ReplyKind.Farewell or ReplyKind.Problem
            ? reply.Blocks
            : [.. reply.Blocks.Where(b => !IsHint(reply, b)).Select(Of)];

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
