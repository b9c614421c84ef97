using System.Collections.Immutable;

namespace Outreach.Content.Dialogs;

/// <summary>A number means what stands beside it in the list shown last, whatever list that was; but not where a number is itself an answer.</summary>
internal static class Numbers
{
    /// <summary>The turn, with what the numbers of its list mean.</summary>
    public static Turn Kept(Book book, Turn turn, Moment moment)
    {
        if (turn.Replies.LastOrDefault(r => !r.Options.IsEmpty) is not { } list)
            return turn;
        var meant = Meant(new Scene(book, turn.State, moment), list);
        return turn with
        {
            State = turn.State with { Readings = meant },
            Replies = turn.State.Easy ? turn.Replies.Replace(list, list with { Numbered = meant.Length }) : turn.Replies,
        };
    }

    /// <summary>At the age a number beyond the list is an age and never a control: the younger reading protects. Words to staff may be a number.</summary>
    private static ImmutableArray<string> Meant(Scene scene, Reply list)
    {
        var all = list.Options.Select(o => o.Value);
        return scene.State.Mode switch
        {
            Mode.WithHuman => [],
            Mode.Asking(var dialog) => scene.Walk(dialog).Current?.Question.Type switch
            {
                AnswerType.Integer => [],
                AnswerType.Text when !scene.State.Easy => [],
                AnswerType.AgeBand => [.. all.TakeWhile(v => GlobalWords.Control(v) is null)],
                _ => [.. all],
            },
            _ => [.. all],
        };
    }
}
