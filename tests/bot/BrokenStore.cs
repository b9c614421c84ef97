using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;

namespace Outreach.Bot.Tests;

/// <summary>A store whose disk is gone.</summary>
internal sealed class BrokenStore : IConversationStore
{
    public ValueTask<Loaded> Load(ConversationKey key, InputId input, CancellationToken cancel) => throw new IOException("no disk");

    public ValueTask<Loaded?> Load(ConversationId id, InputId input, CancellationToken cancel) => throw new IOException("no disk");

    public ValueTask<WriteOutcome> Save(TurnWrite write, CancellationToken cancel) => throw new IOException("no disk");

    public ValueTask<ImmutableArray<ImmutableArray<Reply>>> Recent(ConversationId id, int count, CancellationToken cancel) => throw new IOException("no disk");

    public ValueTask KeepCode(string codeHash, ConversationId id, DateTimeOffset expires, CancellationToken cancel) => throw new IOException("no disk");

    public ValueTask<ConversationId?> FindCode(string codeHash, DateTimeOffset now, CancellationToken cancel) => throw new IOException("no disk");

    public ValueTask<ImmutableArray<ConversationId>> WithPending(int atMost, DateTimeOffset before, CancellationToken cancel) => throw new IOException("no disk");

    public ValueTask Erase(ConversationId id, CancellationToken cancel) => throw new IOException("no disk");

    public ValueTask<int> Sweep(DateTimeOffset now, CancellationToken cancel) => throw new IOException("no disk");
}
