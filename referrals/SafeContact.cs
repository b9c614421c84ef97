using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using NodaTime;

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

    /// <summary>They have no phone and can be asked for where the kiosk stands.</summary>
    Site,
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

/// <summary>
/// Safe contact binds every message the person did not just cause (DESIGN 6.6). Pure: the wish, the clock of the place, the
/// moment. Where hours were not said, the ordinary middle of the day holds, and staff see that it was not said.
/// </summary>
public static class SafeContact
{
    /// <summary>So long after the person's last message a reply in the same conversation still belongs to it.</summary>
    public static readonly TimeSpan ReplyWindow = TimeSpan.FromMinutes(15);

    private static readonly (int From, int To) NotSaid = (9, 17);

    /// <summary>Whether the person may be contacted now outside the conversation.</summary>
    /// <param name="wish">What they allowed.</param>
    /// <param name="zone">The zone of the place where they are.</param>
    /// <param name="now">The moment.</param>
    public static ContactDecision MayContact(ContactWish wish, DateTimeZone zone, DateTimeOffset now)
    {
        if (wish.Way == ContactWay.Here || (wish.Way != ContactWay.Site && string.IsNullOrEmpty(wish.Number)))
            return new ContactDecision.Never();
        var local = Instant.FromDateTimeOffset(now).InZone(zone);
        if (Windows(wish).Any(w => local.Hour >= w.From && local.Hour < w.To))
            return new ContactDecision.Allowed(wish.Way);
        return new ContactDecision.Wait(wish.Way, Next(wish, local));
    }

    /// <summary>Whether a reply may go into the conversation now.</summary>
    /// <param name="channel">The channel the conversation is on.</param>
    /// <param name="wish">What the person allowed.</param>
    /// <param name="lastFromPerson">Their last message there.</param>
    /// <param name="zone">The zone of the place where they are.</param>
    /// <param name="now">The moment.</param>
    public static ContactDecision MayReply(string channel, ContactWish wish, DateTimeOffset lastFromPerson, DateTimeZone zone, DateTimeOffset now)
    {
        if (IsFetched(channel) || now - lastFromPerson <= ReplyWindow)
            return new ContactDecision.Allowed(ContactWay.Here);
        return channel == WayOf(wish.Way) ? MayContact(wish, zone, now) : new ContactDecision.Never();
    }

    /// <summary>True where a person comes to fetch what was said: nothing is sent to them.</summary>
    public static bool IsFetched(string channel) => channel is "web" or "kiosk" or "staff";

    private static string WayOf(ContactWay way) => way switch
    {
        ContactWay.Sms => "sms",
        ContactWay.WhatsApp => "whatsapp",
        _ => "",
    };

    private static IEnumerable<(int From, int To)> Windows(ContactWish wish) => wish.Hours.IsDefaultOrEmpty ? [NotSaid] : wish.Hours.Select(Hours);

    private static (int From, int To) Hours(DayPart part) => part switch
    {
        DayPart.Morning => (8, 12),
        DayPart.Midday => (12, 14),
        DayPart.Afternoon => (14, 18),
        DayPart.Evening => (18, 21),
        _ => throw new UnreachableException(),
    };

    /// <summary>The beginning of the next window; where the clocks change, the first moment after the gap.</summary>
    private static DateTimeOffset Next(ContactWish wish, ZonedDateTime local) => Enumerable.Range(0, 2)
        .SelectMany(days => Windows(wish).Select(w => local.Date.PlusDays(days).At(new LocalTime(w.From, 0))))
        .Select(at => local.Zone.AtLeniently(at))
        .Where(at => at.ToInstant() > local.ToInstant())
        .Min(ZonedDateTime.Comparer.Instant)!
        .ToDateTimeOffset();
}
