using System.Collections.Concurrent;
using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;

namespace Outreach.Tests.Support;

/// <summary>A store that remembers every effect that was saved to be done, in its order; outlives the store it stands before.</summary>
public sealed class SavedEffects(IConversationStore inner, ConcurrentQueue<Effect> saved) : IConversationStore
{
    /// <summary>Takes what was saved since the last time, as lines of a transcript.</summary>
    public static IEnumerable<string> Lines(ConcurrentQueue<Effect> saved)
    {
        while (saved.TryDequeue(out var effect))
            yield return $"! {EffectLine.Of(effect)}";
    }

    public ValueTask<Loaded> Load(ConversationKey key, InputId input, CancellationToken cancel) => inner.Load(key, input, cancel);

    public ValueTask<Loaded?> Load(ConversationId id, InputId input, CancellationToken cancel) => inner.Load(id, input, cancel);

    public async ValueTask<WriteOutcome> Save(TurnWrite write, CancellationToken cancel)
    {
        var outcome = await inner.Save(write, cancel);
        if (outcome == WriteOutcome.Saved)
            foreach (var pending in write.After.Pending.Where(p => p.Id.Version == write.After.Version))
                saved.Enqueue(pending.Effect);
        return outcome;
    }

    public ValueTask<ImmutableArray<ImmutableArray<Reply>>> Recent(ConversationId id, int count, CancellationToken cancel) => inner.Recent(id, count, cancel);

    public ValueTask KeepCode(string codeHash, ConversationId id, DateTimeOffset expires, CancellationToken cancel) => inner.KeepCode(codeHash, id, expires, cancel);

    public ValueTask<ConversationId?> FindCode(string codeHash, DateTimeOffset now, CancellationToken cancel) => inner.FindCode(codeHash, now, cancel);

    public ValueTask<ImmutableArray<ConversationId>> WithPending(int atMost, DateTimeOffset before, CancellationToken cancel) => inner.WithPending(atMost, before, cancel);

    public ValueTask Erase(ConversationId id, CancellationToken cancel) => inner.Erase(id, cancel);

    public ValueTask<int> Sweep(DateTimeOffset now, CancellationToken cancel) => inner.Sweep(now, cancel);
}
