using Outreach.Localization;

namespace Outreach.Referrals;

/// <summary>What somebody wants to happen to a referral; a closed family. The ledger decides.</summary>
public abstract record ReferralCommand
{
    private ReferralCommand() { }

    /// <summary>Take it.</summary>
    public sealed record Claim : ReferralCommand;

    /// <summary>Give it back to the queue.</summary>
    public sealed record Release : ReferralCommand;

    /// <summary>Write down a contact outside the conversation.</summary>
    public sealed record RecordContact(ContactWay Way, bool Reached) : ReferralCommand;

    /// <summary>A note for colleagues.</summary>
    public sealed record AddNote(string Text) : ReferralCommand;

    /// <summary>The person wrote.</summary>
    public sealed record HearPerson(string Text, Locale Language) : ReferralCommand;

    /// <summary>Staff answer the person; <paramref name="Untranslated"/> says that it is not their language and goes as it is.</summary>
    public sealed record TellPerson(string Text, Locale Language, bool Untranslated) : ReferralCommand;

    /// <summary>Another status.</summary>
    public sealed record SetStatus(ReferralStatus Status, string Reason) : ReferralCommand;

    /// <summary>Another priority, with the reason.</summary>
    public sealed record SetPriority(Priority Priority, string Reason) : ReferralCommand;

    /// <summary>Protection staff talked with the person and open the return lock.</summary>
    public sealed record OpenReturnLock(string Reason) : ReferralCommand;

    /// <summary>The person said, after it was sent, that going back may be dangerous or that somebody presses them.</summary>
    public sealed record LockReturn : ReferralCommand;

    /// <summary>Record a step of counselling before a return.</summary>
    /// <param name="Step">Which.</param>
    /// <param name="Said">One of its answers.</param>
    /// <param name="Day">The day at the place of the person.</param>
    public sealed record Counsel(CounsellingStep Step, string Said, DateOnly Day) : ReferralCommand;

    /// <summary>The person takes it back.</summary>
    public sealed record Withdraw : ReferralCommand;

    /// <summary>Never its content: this must not reach a log.</summary>
    public sealed override string ToString() => GetType().Name;
}
