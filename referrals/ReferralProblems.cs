using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Referrals;

/// <summary>What can be wrong with a referral and the work on it (3001 to 3199; staff 3050 to 3099). No message holds anything a person said.</summary>
public static class ReferralProblems
{
    /// <summary>No such dialog.</summary>
    public static Problem UnknownDialog(string dialog) => new(3001, "no dialog of this name is in the book; load the same book as the sender", dialog);

    /// <summary>No such referral, or not one this role reaches.</summary>
    public static Problem UnknownReference() => new(3002, "there is no referral with this reference");

    /// <summary>Without a record of consent nothing is kept.</summary>
    public static Problem NoConsent(string dialog) => new(3003, "the submission has no record of consent; it is not kept", dialog);

    /// <summary>A child in a dialog for adults.</summary>
    public static Problem ChildInAdultProgramme(string programme) => new(3004, "the person is, or may be, under 18: only the child route is open to them", programme);

    /// <summary>Fear or pressure locks return.</summary>
    public static Problem ReturnIsLocked(string programme) => new(3005, "return is locked by fear or pressure; only protection staff open it", programme);

    /// <summary>An answer to nothing the dialog asks.</summary>
    public static Problem UnknownAnswer(string dialog, int count) => new(3006, $"{count} answers belong to no question of this dialog; nothing is kept that was not asked", dialog);

    /// <summary>An answer that is not among the choices, or too long.</summary>
    public static Problem AnswerNotPossible(string dialog, string question) => new(3007, "an answer is not one that this question takes", $"{dialog}/{question}");

    /// <summary>The table of moves does not have it.</summary>
    public static Problem NotAllowed(ReferralStatus from, string what) => new(3010, $"a referral that is {from} cannot take '{what}'");

    /// <summary>Somebody else has it.</summary>
    public static Problem AlreadyTaken() => new(3011, "a colleague has taken it; a coordinator can take it over");

    /// <summary>Only for these roles.</summary>
    public static Problem NotYourRole(string what) => new(3012, $"your role does not include '{what}'");

    /// <summary>Locked ones are not referred on.</summary>
    public static Problem LockedNotReferredOn() => new(3013, "return is locked for this person; it cannot be referred on");

    /// <summary>Return needs recorded counselling first (DESIGN 7). Where names the steps that are missing, with blanks between them.</summary>
    public static Problem NotCounselled(ImmutableArray<CounsellingStep> missing) => new(3014, $"a return goes on only when counselling is recorded; missing: {string.Join(", ", missing)}", string.Join(' ', missing));

    /// <summary>A reason is needed.</summary>
    public static Problem ReasonMissing(string what) => new(3015, $"'{what}' needs a reason");

    /// <summary>Another language than the person's.</summary>
    public static Problem NotTheirLanguage(string language) => new(3016, $"the person reads another language; translate it, or send it marked as untranslated", language);

    /// <summary>Outside what the person allowed.</summary>
    public static Problem ContactNotAllowed() => new(3017, "the person has not allowed this way of contact at this time");

    /// <summary>There is no lock.</summary>
    public static Problem NotLocked() => new(3018, "return is not locked for this person");

    /// <summary>Too many entries.</summary>
    public static Problem TooLong() => new(3019, $"a referral takes at most {ReferralLedger.MostEntries} entries, and texts at most {ReferralLedger.MostCharacters} characters");

    /// <summary>Nothing was written.</summary>
    public static Problem Empty() => new(3020, "the text is empty");

    /// <summary>The conversation is not the one the referral came from.</summary>
    public static Problem NotThisConversation() => new(3021, "this conversation did not send this referral");

    /// <summary>The conversation is gone.</summary>
    public static Problem ConversationGone() => new(3022, "the conversation no longer exists; the answer is kept with the referral only");

    /// <summary>No such alert.</summary>
    public static Problem UnknownAlert() => new(3023, "there is no such alert");

    /// <summary>Nothing of counselling counts before protection staff have opened the lock.</summary>
    public static Problem CounsellingLocked() => new(3024, "return is locked for this person; protection staff open the lock before counselling goes on");

    /// <summary>Asked twice means on two days.</summary>
    public static Problem AskOnALaterDay() => new(3025, "free will is asked twice: the second time after the first, on a later day");

    /// <summary>Other programmes lead nowhere back.</summary>
    public static Problem NotAReturn() => new(3026, "only a request that leads back has counselling");

    /// <summary>Wrong name, password or code: never which.</summary>
    public static Problem NotSignedIn() => new(3050, "name, password or code is wrong");

    /// <summary>Too many tries.</summary>
    public static Problem TooManyTries(int seconds) => new(3051, $"too many tries; wait {seconds} seconds");

    /// <summary>The name is taken or not possible.</summary>
    public static Problem AccountName() => new(3052, "an account name has 2 to 40 letters, digits, dots or dashes and is used once");

    /// <summary>A weak password.</summary>
    public static Problem WeakPassword() => new(3053, $"a password has at least {Staff.Passwords.FewestCharacters} characters");

    /// <summary>No such account.</summary>
    public static Problem UnknownAccount() => new(3054, "there is no account of this name");

    /// <summary>There are accounts already.</summary>
    public static Problem NotTheFirst() => new(3055, "accounts exist already; an administrator makes further ones");

    /// <summary>The request cannot be read.</summary>
    public static Problem BadRequest(string what) => new(3060, $"the request needs '{what}'");

    /// <summary>A name twice.</summary>
    public static Problem RuleTwice(string where, string id) => new(3102, $"the rule '{id}' stands here twice; give each its own id", where);

    /// <summary>A rule about something nobody asks.</summary>
    public static Problem RuleUnknownName(string where, string name) => new(3103, $"the rule mentions ${{{name}}}, but no dialog asks it; correct the name", where);

    /// <summary>Nobody is scored by origin, belief or will (DESIGN 6.10).</summary>
    public static Problem RuleForbiddenName(string where, string name) => new(3104, $"the rule mentions ${{{name}}}; origin, status, names, contacts and the wish to return never order the queue; remove it", where);

    /// <summary>No rule that always holds.</summary>
    public static Problem NoLastRule(string where) => new(3106, "one rule must always hold ('when: true()'), so that every referral has a place", where);

    /// <summary>No offices.</summary>
    public static Problem NoRouting(string file) => new(3107, "the file is missing; it names the offices. Put it back", file);
}
