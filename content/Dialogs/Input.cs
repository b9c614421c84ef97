using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>Everything that can happen to a conversation. Channels make these and nothing else.</summary>
public abstract record Input
{
    private Input() { }

    /// <summary>The person opened the conversation; what the channel knows about language and place are hints only.</summary>
    /// <param name="Language">A hint, or the language itself when <paramref name="Chosen"/>.</param>
    /// <param name="Place">A hint.</param>
    /// <param name="Chosen">True when the person has chosen the language already (a kiosk's first screen).</param>
    /// <param name="Spoken">Staff read aloud; null where the person reads.</param>
    /// <param name="AtSite">The device belongs to a place and forgets the person: nobody can be answered on it, but people can be found where it stands (a kiosk).</param>
    public sealed record Opened(Locale? Language = null, string? Place = null, bool Chosen = false, Spoken? Spoken = null, bool AtSite = false) : Input;

    /// <summary>The person wrote something.</summary>
    /// <param name="Value">The words.</param>
    /// <param name="At">The question it was written under, where the channel knows; a stale one is answered by the current question again.</param>
    public sealed record Text(string Value, string? At = null) : Input;

    /// <summary>The person chose an option that was shown.</summary>
    /// <param name="Value">The option's value.</param>
    /// <param name="At">The question it was shown with; a stale one is answered by the current question again.</param>
    public sealed record Choice(string Value, string? At = null) : Input;

    /// <summary>The person used a control (back, skip, human, …).</summary>
    public sealed record Command(GlobalWord Word) : Input;

    /// <summary>An effect of this conversation is done.</summary>
    public sealed record EffectDone(EffectResult Result) : Input;

    /// <summary>A member of staff answered.</summary>
    /// <param name="Words">What they wrote.</param>
    /// <param name="Language">In which language.</param>
    /// <param name="Untranslated">True when it is not the person's language and was sent as it is.</param>
    public sealed record StaffSaid(string Words, Locale Language, bool Untranslated) : Input;

    /// <summary>Protection staff talked with the person and opened the return lock.</summary>
    public sealed record LockOpened : Input;

    /// <summary>What the person told staff locks return again. Nothing is said: they have just talked about it, and others may read along.</summary>
    public sealed record LockClosed : Input;
}

/// <summary>Words and controls that work at every step, in every language.</summary>
public enum GlobalWord
{
    /// <summary>To the question before.</summary>
    Back,

    /// <summary>Not answer this one.</summary>
    Skip,

    /// <summary>Leave the interview; what was answered stays until it expires.</summary>
    Stop,

    /// <summary>What can I do here?</summary>
    Help,

    /// <summary>To the start.</summary>
    Menu,

    /// <summary>Choose another language.</summary>
    Language,

    /// <summary>Speak with a person.</summary>
    Human,

    /// <summary>In danger.</summary>
    Danger,

    /// <summary>Delete everything about me.</summary>
    Delete,

    /// <summary>Leave at once.</summary>
    Exit,

    /// <summary>Change an answer.</summary>
    Change,

    /// <summary>A code to continue elsewhere, or one to continue here.</summary>
    Continue,

    /// <summary>How far is my request?</summary>
    Status,

    /// <summary>Where I am.</summary>
    Place,

    /// <summary>I write for somebody else.</summary>
    Helper,

    /// <summary>I am not the one who wrote here before.</summary>
    NewPerson,

    /// <summary>Few words and numbers, or all words again.</summary>
    Easy,

    /// <summary>What was left out for the sake of few words.</summary>
    More,
}
