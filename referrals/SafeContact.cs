using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Outreach.Referrals;

/// <summary>How a person may be reached.</summary>
public enum ContactWay
{
    /// <summary>Not at all: they come back to the conversation themselves.</summary>
    Here,

    /// <summary>By a call.</summary>
    Call,

    /// <summary>By SMS.</summary>
    Sms,

    /// <summary>By WhatsApp.</summary>
    WhatsApp,
}

/// <summary>Parts of the day, on the clock of the place.</summary>
public enum DayPart
{
    /// <summary>8 to 12.</summary>
    Morning,

    /// <summary>12 to 14.</summary>
    Midday,

    /// <summary>14 to 18.</summary>
    Afternoon,

    /// <summary>18 to 21.</summary>
    Evening,
}

/// <summary>What to do when somebody else answers.</summary>
public enum OthersAnswer
{
    /// <summary>Say nothing and end the call; also when nothing was said.</summary>
    HangUp,

    /// <summary>Ask for the person without saying who calls.</summary>
    Neutral,

    /// <summary>Say who calls.</summary>
    Say,
}

/// <summary>What the person allowed, word for word.</summary>
public sealed record ContactWish
{
    /// <summary>No contact; the person comes back.</summary>
    public static ContactWish HereOnly { get; } = new();

    /// <summary>The only way.</summary>
    public ContactWay Way { get; init; } = ContactWay.Here;

    /// <summary>The number for it.</summary>
    public string? Number { get; init; }

    /// <summary>When; empty when the question was skipped.</summary>
    public ImmutableArray<DayPart> Hours { get; init; } = [];

    /// <summary>If somebody else answers.</summary>
    public OthersAnswer Others { get; init; } = OthersAnswer.HangUp;

    /// <summary>In a child's own words: how a helper can talk with them safely.</summary>
    public string? InOwnWords { get; init; }

    /// <summary>Never its content: this must not reach a log.</summary>
    public override string ToString() => "ContactWish ***";
}

/// <summary>Whether the person may be contacted now; a closed family.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(Allowed), "allowed")]
[JsonDerivedType(typeof(Wait), "wait")]
[JsonDerivedType(typeof(Never), "never")]
public abstract record ContactDecision
{
    private ContactDecision() { }

    /// <summary>Yes, in this way.</summary>
    public sealed record Allowed(ContactWay Way) : ContactDecision;

    /// <summary>In this way, not before then.</summary>
    public sealed record Wait(ContactWay Way, DateTimeOffset Until) : ContactDecision;

    /// <summary>No: the person comes back to the conversation.</summary>
    public sealed record Never : ContactDecision;
}
