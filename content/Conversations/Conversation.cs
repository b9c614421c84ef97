using System.Collections.Immutable;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Conversations;

/// <summary>A conversation as loaded.</summary>
public sealed record Conversation
{
    /// <summary>Which.</summary>
    public required ConversationId Id { get; init; }

    /// <summary>Turns saved so far; 0 for one that was never saved.</summary>
    public required long Version { get; init; }

    /// <summary>The channel it is on now.</summary>
    public required string Channel { get; init; }

    /// <summary>Its state.</summary>
    public required ConversationState State { get; init; }

    /// <summary>Effects saved and not done.</summary>
    public ImmutableArray<PendingEffect> Pending { get; init; } = [];
}

/// <summary>What loading for an input found.</summary>
/// <param name="Conversation">The conversation; new (version 0) when the key is unknown.</param>
/// <param name="Said">The replies to this very input when it was seen before, none when they were forgotten since; null when it is new.</param>
public sealed record Loaded(Conversation Conversation, ImmutableArray<Reply>? Said);

/// <summary>Everything one turn changes; written together or not at all.</summary>
public sealed record TurnWrite
{
    /// <summary>The conversation after the turn, its version raised by one.</summary>
    public required Conversation After { get; init; }

    /// <summary>The input this turn belongs to.</summary>
    public required InputId Input { get; init; }

    /// <summary>All replies to that input so far (a later turn of the same input replaces them).</summary>
    public required ImmutableArray<Reply> Replies { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>After this instant the conversation is erased unless something happens.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>
    /// Erase all earlier replies and the key they were sealed with: nothing older may stay readable. That an input was seen stays
    /// known (a keyed hash, 7 days), so that a late redelivery does not begin again what the person deleted: it is met with silence.
    /// </summary>
    public bool Forget { get; init; }

    /// <summary>The address to bind to this conversation (first turn, or after a move); null when it is bound.</summary>
    public ConversationKey? Bind { get; init; }

    /// <summary>After a move: unbind every other address, consume the code, erase the conversation begun on the new channel; its inputs stay known as seen.</summary>
    public Move? Move { get; init; }

    /// <summary>
    /// The conversation that has the address to be bound and leaves it to this one, because another person is there: it stays as it is, found by its code only.
    /// Its inputs are known as seen here too.
    /// </summary>
    public ConversationId? Leaves { get; init; }
}

/// <summary>A conversation that moves to another channel by a continue code.</summary>
/// <param name="CodeHash">Keyed hash of the code, consumed by the write.</param>
/// <param name="Abandon">The conversation begun on the new channel, erased by the write; null when there is none, or when it holds something and only leaves the address.</param>
public sealed record Move(string CodeHash, ConversationId? Abandon);

/// <summary>How a write ended.</summary>
public enum WriteOutcome
{
    /// <summary>Durable.</summary>
    Saved,

    /// <summary>Somebody saved another turn first: load and step again.</summary>
    Conflict,
}
