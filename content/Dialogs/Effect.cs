using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What a turn wants done in the world. Data only; run after the save, each with an id that makes a repeat harmless.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(Submit), "submit")]
[JsonDerivedType(typeof(Alert), "alert")]
[JsonDerivedType(typeof(IssueCode), "code")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(LookUp), "lookup")]
[JsonDerivedType(typeof(TellStaff), "tell")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(LockReturn), "lock-return")]
[JsonDerivedType(typeof(NoteUnanswered), "unanswered")]
[JsonDerivedType(typeof(NoteHelped), "helped")]
public abstract record Effect
{
    private Effect() { }

    /// <summary>Send a confirmed dialog to the register.</summary>
    public sealed record Submit(Submission Submission) : Effect;

    /// <summary>Tell duty staff of an urgent hit: these four facts only, never the words (DESIGN 6.1, 6.2).</summary>
    public sealed record Alert(UrgentKind Kind, string? Place, Locale Language, string? Whereabouts) : Effect;

    /// <summary>Make a continue code for this conversation.</summary>
    public sealed record IssueCode : Effect;

    /// <summary>Continue here what was begun elsewhere. The runner answers this one: it changes which conversation this is.</summary>
    public sealed record Resume(string Code) : Effect;

    /// <summary>How far is the request with this reference?</summary>
    public sealed record LookUp(string Reference) : Effect;

    /// <summary>Add a message of the person to a referral.</summary>
    public sealed record TellStaff(string Reference, string Text, Locale Language) : Effect;

    /// <summary>The person deletes everything: these leave the queue now and their keys die after 24 hours.</summary>
    public sealed record Withdraw(ImmutableArray<string> References) : Effect;

    /// <summary>The person said that going back may be dangerous, or that somebody presses them: return is locked in these too, where they lead back.</summary>
    public sealed record LockReturn(ImmutableArray<string> References) : Effect;

    /// <summary>A question nobody could answer, as words known from our own pages only, and the country it was asked about.</summary>
    public sealed record NoteUnanswered(Locale Language, string Words, string? Place = null) : Effect;

    /// <summary>Somebody said whether a page helped: counted by page, language and the country it was read about, and nothing else is kept.</summary>
    public sealed record NoteHelped(string Page, Locale Language, string? Place, bool Helped) : Effect;
}

/// <summary>What an urgent hit is about; kept instead of the words.</summary>
public enum UrgentKind
{
    /// <summary>Violence or danger to life now.</summary>
    Danger,

    /// <summary>A medical emergency.</summary>
    Medical,

    /// <summary>Thoughts of suicide.</summary>
    Suicide,

    /// <summary>A child alone.</summary>
    ChildAlone,

    /// <summary>Held, locked in, forced.</summary>
    Held,

    /// <summary>In distress at sea.</summary>
    Sea,

    /// <summary>Sexual violence: care within 72 hours.</summary>
    Violence,

    /// <summary>About to be deported.</summary>
    Deportation,
}

/// <summary>What came of an effect.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Alerted), "alerted")]
[JsonDerivedType(typeof(CodeIssued), "code")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(CodeUnknown), "code-unknown")]
[JsonDerivedType(typeof(Status), "status")]
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(NotHere), "not-here")]
[JsonDerivedType(typeof(Quiet), "quiet")]
public abstract record EffectResult
{
    private EffectResult() { }

    /// <summary>The register has it (or a kiosk keeps it sealed until it can send).</summary>
    /// <param name="Reference">Gives neutral status only.</param>
    /// <param name="Kept">True when it is kept here and not sent yet (kiosk without a connection).</param>
    /// <param name="PromiseHours">The office's own promise of a first contact, in hours; null promises nothing.</param>
    public sealed record Submitted(string Reference, bool Kept, int? PromiseHours) : EffectResult;

    /// <summary>Whether the alert reached somebody on duty.</summary>
    public sealed record Alerted(bool Reached) : EffectResult;

    /// <summary>The code to continue elsewhere.</summary>
    public sealed record CodeIssued(string Code) : EffectResult;

    /// <summary>This conversation was continued on another channel, which is here.</summary>
    public sealed record Resumed : EffectResult;

    /// <summary>No such code, or used, or too old, or too many tries.</summary>
    public sealed record CodeUnknown(bool TooManyTries) : EffectResult;

    /// <summary>The neutral status of a reference; null when it is unknown.</summary>
    public sealed record Status(string Reference, NeutralStatus? Value) : EffectResult;

    /// <summary>The message is with staff.</summary>
    public sealed record Told(bool OnDuty) : EffectResult;

    /// <summary>What was sent has left the queue, or what is true instead.</summary>
    public sealed record Withdrawn(int Count, TakenBack How = TakenBack.LeftQueue) : EffectResult;

    /// <summary>It could not be done; the number is the key of what the person is told.</summary>
    public sealed record Failed(int Problem) : EffectResult;

    /// <summary>The place somebody writes from cannot do this; nothing was kept.</summary>
    public sealed record NotHere : EffectResult;

    /// <summary>Nothing to say.</summary>
    public sealed record Quiet : EffectResult;
}

/// <summary>What became of requests that the person took back.</summary>
public enum TakenBack
{
    /// <summary>They left the queue and are destroyed after 24 hours.</summary>
    LeftQueue,

    /// <summary>They had not been sent: nobody has seen them, and they are gone.</summary>
    NeverSent,

    /// <summary>They had been sent, and there may be no connection now: the kiosk keeps the wish and sends it by itself.</summary>
    OnItsWay,
}

/// <summary>All that a reference may tell: no programme, team or reason (DESIGN 6.7).</summary>
public enum NeutralStatus
{
    /// <summary>It arrived; nobody has opened it yet.</summary>
    Received,

    /// <summary>Somebody is working on it.</summary>
    InHands,

    /// <summary>They tried to reach the person, or wait for an answer.</summary>
    WaitingForYou,

    /// <summary>It is finished.</summary>
    Closed,
}
