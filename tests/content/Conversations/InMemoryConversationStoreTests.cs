using Outreach.Content.Conversations;
using Outreach.Content.Storage;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Conversations;

public sealed class InMemoryConversationStoreTests : ConversationStoreContract
{
    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IConversationStore> Open() => Task.FromResult<IConversationStore>(new InMemoryConversationStore(Clock));
}
