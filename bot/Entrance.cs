using System.Collections.Concurrent;
using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Bot;

/// <summary>What is known before a conversation begins: the language of the device or chosen on a page, and the page somebody came from.</summary>
/// <param name="Language">The language to greet in.</param>
/// <param name="Chosen">True when the person chose it; then it is not asked again.</param>
/// <param name="Topic">"de/housing" when they came from that page; otherwise null.</param>
internal sealed record Hint(Locale Language, bool Chosen = false, string? Topic = null);

/// <summary>
/// The beginning of a conversation. Looking stores nothing: the opening is stepped in memory. Only the first thing a person
/// does is stored, and the same opening right before it.
/// </summary>
internal sealed class Entrance(Func<Book> book, TurnRunner runner, IConversationStore store)
{
    private const int MostRemembered = 50_000;
    private const int MostKnockWords = 2;
    private readonly ConcurrentDictionary<string, bool> _begun = new(StringComparer.Ordinal);

    /// <summary>The steps that lead to where somebody with this hint begins.</summary>
    public IEnumerable<Input> Steps(Hint hint)
    {
        yield return new Input.Opened(hint.Language);
        if (!hint.Chosen || book().Office.OpeningDialog is not null)
            yield break;
        yield return new Input.Choice(hint.Language.Tag);
        if (PageOf(hint) is not { } page)
            yield break;
        yield return new Input.Command(GlobalWord.Menu);
        if (page.Shelf == Library.ProgrammeShelf)
        {
            yield return new Input.Choice("ask");
        }
        else
        {
            yield return new Input.Choice("read");
            yield return new Input.Choice(page.Shelf);
        }
        yield return new Input.Choice(page.Value);
    }

    /// <summary>The state after the opening, stepped in memory.</summary>
    public ConversationState Preview(Hint hint, Moment moment) =>
        Steps(hint).Aggregate(ConversationState.New, (state, input) => DialogEngine.Step(book(), state, input, moment).State);

    /// <summary>True when the opening is known to be stored.</summary>
    public bool HasBegun(ConversationKey key) => _begun.ContainsKey(key.Hash);

    /// <summary>
    /// Stores the opening of a conversation that has not begun. Its last step goes under the input id given, if any: then
    /// its replies answer that input, now and whenever it is sent again. Null when the input is still to be run.
    /// </summary>
    public async Task<ImmutableArray<Reply>?> Begin(ConversationKey key, Hint hint, InputId? last, CancellationToken cancel)
    {
        if (HasBegun(key))
            return null;
        ImmutableArray<Reply>? replies = null;
        var (conversation, _) = await store.Load(key, Opening(0), cancel);
        if (conversation.Version == 0)
        {
            var steps = Steps(hint).ToArray();
            for (var i = 0; i < steps.Length; i++)
                replies = await runner.Run(key, i == steps.Length - 1 && last is { } id ? id : Opening(i), steps[i], cancel);
        }
        if (_begun.Count >= MostRemembered)
            _begun.Clear();
        _begun[key.Hash] = true;
        return last is null ? null : replies;
    }

    /// <summary>True when a first message only knocks: the opening itself is the answer to it.</summary>
    public bool IsKnock(string? text)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0
            || ((words.Length <= MostKnockWords || book().Office.OpeningDialog is not null) && text!.Length <= Limits.CharactersPerMessage
                && book().Urgent.Find(text) is null && book().Words.Find(null, text) is null);
    }

    private static InputId Opening(int step) => new($"open-{step}");

    /// <summary>A conversation that was erased begins anew.</summary>
    public void Forget(ConversationKey key) => _begun.TryRemove(key.Hash, out _);

    private PageId? PageOf(Hint hint) =>
        hint.Topic is { } topic && topic.Split('/') is [var shelf, var name] && book().Library.Find(new PageId(shelf, name), hint.Language) is { } page ? page.Id : null;
}
