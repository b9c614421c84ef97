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

    /// <summary>Stores the opening of a conversation that has not begun; its replies, or null when it had begun before.</summary>
    public async Task<ImmutableArray<Reply>?> Begin(ConversationKey key, Hint hint, CancellationToken cancel)
    {
        if (_begun.ContainsKey(key.Hash))
            return null;
        var (conversation, _) = await store.Load(key, new InputId("open-0"), cancel);
        if (conversation.Version > 0)
            return Remember(key, null);
        ImmutableArray<Reply> replies = [];
        foreach (var (index, input) in Steps(hint).Index())
            replies = await runner.Run(key, new InputId($"open-{index}"), input, cancel);
        return Remember(key, replies);
    }

    /// <summary>A conversation that was erased begins anew.</summary>
    public void Forget(ConversationKey key) => _begun.TryRemove(key.Hash, out _);

    private ImmutableArray<Reply>? Remember(ConversationKey key, ImmutableArray<Reply>? replies)
    {
        if (_begun.Count >= MostRemembered)
            _begun.Clear();
        _begun[key.Hash] = true;
        return replies;
    }

    private PageId? PageOf(Hint hint) =>
        hint.Topic is { } topic && topic.Split('/') is [var shelf, var name] && book().Library.Find(new PageId(shelf, name), hint.Language) is { } page ? page.Id : null;
}
