using System.Collections.Immutable;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Conversations;

/// <summary>
/// Keeps conversations, sealed. One contract test suite holds for every implementation.
/// A completed <see cref="Save"/> survives a kill and a power cut.
/// </summary>
public interface IConversationStore
{
    /// <summary>The conversation of an address and, if this input was seen, what was replied. Unknown address: a new id, version 0, not stored.</summary>
    ValueTask<Loaded> Load(ConversationKey key, InputId input, CancellationToken cancel);

    /// <summary>The conversation by id; null when it was never saved, erased or expired.</summary>
    ValueTask<Loaded?> Load(ConversationId id, InputId input, CancellationToken cancel);

    /// <summary>Writes one turn, or nothing. Checks that the stored version is one less.</summary>
    ValueTask<WriteOutcome> Save(TurnWrite write, CancellationToken cancel);

    /// <summary>The replies of the last <paramref name="count"/> inputs, oldest first; for a page that is opened again.</summary>
    ValueTask<ImmutableArray<ImmutableArray<Reply>>> Recent(ConversationId id, int count, CancellationToken cancel);

    /// <summary>Keeps a continue code (by keyed hash) for a conversation, 30 days; a newer one replaces an older.</summary>
    ValueTask KeepCode(string codeHash, ConversationId id, DateTimeOffset expires, CancellationToken cancel);

    /// <summary>The conversation of a live continue code; null when unknown, used or expired.</summary>
    ValueTask<ConversationId?> FindCode(string codeHash, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Conversations with effects that a crash left over, oldest first.</summary>
    ValueTask<ImmutableArray<ConversationId>> WithPending(int atMost, DateTimeOffset before, CancellationToken cancel);

    /// <summary>Erases a conversation: key, state, replies, effects, addresses.</summary>
    ValueTask Erase(ConversationId id, CancellationToken cancel);

    /// <summary>Erases what has expired, and replies older than 7 days. Returns how many conversations went.</summary>
    ValueTask<int> Sweep(DateTimeOffset now, CancellationToken cancel);
}
