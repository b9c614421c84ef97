using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Referrals;

/// <summary>What staff need to know of the person, beside the answers. Every field is optional: none was owed.</summary>
public sealed record PersonSummary
{
    /// <summary>What they may be called.</summary>
    public string? Called { get; init; }

    /// <summary>City or area, as they wrote it.</summary>
    public string? Area { get; init; }

    /// <summary>Rather a woman or a man: "woman", "man" or "any".</summary>
    public string? Helper { get; init; }

    /// <summary>How and when they may be reached.</summary>
    public ContactWish Contact { get; init; } = ContactWish.HereOnly;

    /// <summary>Never its content: this must not reach a log.</summary>
    public override string ToString() => "PersonSummary ***";
}

/// <summary>A submission that has been checked: from here on nobody checks again.</summary>
public sealed record ReferralDraft
{
    /// <summary>The programme asked for.</summary>
    public required string Programme { get; init; }

    /// <summary>The dialog it came by.</summary>
    public required string Dialog { get; init; }

    /// <summary>The revision of the dialog.</summary>
    public required string Revision { get; init; }

    /// <summary>Who works on it.</summary>
    public required QueueName Queue { get; init; }

    /// <summary>The responsible office, set by rules from the place.</summary>
    public required string Region { get; init; }

    /// <summary>The language of the person.</summary>
    public required Locale Language { get; init; }

    /// <summary>The language for our call, where it is none of ours: its tag. Null where it is the one they read.</summary>
    public string? CallLanguage { get; init; }

    /// <summary>Where they are, as a place id; null when unknown.</summary>
    public required string? Place { get; init; }

    /// <summary>Answers by path, as stored.</summary>
    public required ImmutableSortedDictionary<string, string> Answers { get; init; }

    /// <summary>Paths of answers that are hardly true, were asked about once, and stand as the person said them.</summary>
    public ImmutableArray<string> Doubted { get; init; } = [];

    /// <summary>Return is locked by fear or pressure.</summary>
    public required bool ReturnLocked { get; init; }

    /// <summary>The person is, or may be, under 18.</summary>
    public required bool Child { get; init; }

    /// <summary>Words suggested a child and the person then said to be 18 or older: for protection staff to judge.</summary>
    public bool SaysAdult { get; init; }

    /// <summary>The programme leads back to a country of origin.</summary>
    public bool LeadsBack { get; init; }

    /// <summary>What was agreed to.</summary>
    public required ConsentRecord Consent { get; init; }

    /// <summary>The person in short.</summary>
    public required PersonSummary Person { get; init; }

    /// <summary>Never its content: this must not reach a log.</summary>
    public override string ToString() => "ReferralDraft ***";
}

/// <summary>Where a referral came from, and where answers to the person go.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Channel">The channel it was on.</param>
public sealed record Origin(ConversationId Conversation, string Channel);
