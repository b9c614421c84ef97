using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Storage;

/// <summary>How long a store keeps things by itself.</summary>
public static class ConversationLimits
{
    /// <summary>Replies are kept this long, so that a redelivery hears the same again.</summary>
    public static readonly TimeSpan RepliesKept = TimeSpan.FromDays(7);
}

/// <summary>A conversation that nobody has saved.</summary>
internal static class NewConversation
{
    public static Conversation On(string channel) =>
        new() { Id = new ConversationId(Guid.NewGuid()), Version = 0, Channel = channel, State = ConversationState.New };
}
