using System.Collections.Immutable;

namespace Outreach.Content.Dialogs;

/// <summary>What one step gives: the new state, what is said, what is to be done. Saved in one write, or nothing happened.</summary>
/// <param name="State">The state after.</param>
/// <param name="Replies">What is said, in order.</param>
/// <param name="Effects">What is to be done after the save.</param>
/// <param name="Forget">Nothing said or kept before this turn may stay readable (consent refused, delete everything).</param>
/// <param name="Anew">A new person is here: the state begins a conversation of its own at this address, and the one before stays as it was, under its code.</param>
public sealed record Turn(ConversationState State, ImmutableArray<Reply> Replies, ImmutableArray<Effect> Effects, bool Forget = false, bool Anew = false);
