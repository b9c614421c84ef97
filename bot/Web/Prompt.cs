using System.Collections.Immutable;
using Outreach.Content.Dialogs;

namespace Outreach.Bot.Web;

/// <summary>
/// What a person is being asked now, derived from the state by a step that is never saved. A form remembers its print; when
/// another tab, a member of staff or time has moved the conversation on, the print no longer fits and nothing is stored.
/// </summary>
/// <param name="State">The state the prompt stands for.</param>
/// <param name="Replies">What shows it.</param>
/// <param name="Print">Short hash of what is asked; equal prints mean that an answer to one answers the other.</param>
internal sealed record Prompt(ConversationState State, ImmutableArray<Reply> Replies, string Print)
{
    /// <summary>Which question it is; goes with a choice.</summary>
    public string? At => Replies is [.., var last] ? last.At : null;

    /// <summary>The prompt of a state.</summary>
    public static Prompt Of(Book book, ConversationState state, Moment moment)
    {
        var turn = DialogEngine.Step(book, state, new Input.Opened(), moment);
        var last = turn.Replies is [.., var reply] ? reply : null;
        var options = last is null ? "" : string.Join('|', last.Options.Select(o => o.Value));
        return new Prompt(turn.State, turn.Replies, FormSeal.Print($"{turn.State.Mode}|{last?.At}|{options}"));
    }
}
