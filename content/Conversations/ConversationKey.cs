using Outreach.Content.Dialogs;

namespace Outreach.Content.Conversations;

/// <summary>A conversation, whatever channel it is on; stays the same when a continue code moves it.</summary>
public readonly record struct ConversationId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>By what a channel finds a conversation: the channel and a keyed hash of the address, never the address.</summary>
/// <param name="Channel">"web", "kiosk", "botframework", "staff", …</param>
/// <param name="Hash">Keyed hash of the address in hexadecimal (<c>AddressHash</c>).</param>
public sealed record ConversationKey(string Channel, string Hash);

/// <summary>The id a channel gives one input; a redelivery carries the same one.</summary>
public readonly record struct InputId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One effect of one turn; a repeat with the same id must be harmless.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct EffectId(ConversationId Conversation, long Version, int Index)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Conversation}/{Version}/{Index}";
}

/// <summary>An effect that was saved and is not done yet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Input">The input whose turn wanted it; its replies belong there.</param>
/// <param name="Effect">What to do.</param>
public sealed record PendingEffect(EffectId Id, InputId Input, Effect Effect);
