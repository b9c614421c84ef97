using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Outreach.Referrals.Tests;

public class SafeContactTests
{
    private static readonly DateTimeZone Tripoli = DateTimeZoneProviders.Tzdb["Africa/Tripoli"];       // UTC+2
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("she comes back herself", ContactWay.Here, "", "2026-11-21T10:00Z", "never")]
    [InlineData("no phone: asked for at the place by day", ContactWay.Site, "", "2026-11-21T08:00Z", "now")]
    [InlineData("no phone: not at night", ContactWay.Site, "", "2026-11-21T16:00Z", "2026-11-22T07:00Z")]
    [InlineData("ten local is morning", ContactWay.Call, "Morning", "2026-11-21T08:00Z", "now")]
    [InlineData("ten to eight local is not yet", ContactWay.Call, "Morning", "2026-11-21T05:50Z", "2026-11-21T06:00Z")]
    [InlineData("twelve sharp is over", ContactWay.Call, "Morning", "2026-11-21T10:00Z", "2026-11-22T06:00Z")]
    [InlineData("midday begins at twelve", ContactWay.Call, "Midday", "2026-11-21T10:00Z", "now")]
    [InlineData("between two parts, wait for the second", ContactWay.Sms, "Morning Evening", "2026-11-21T12:00Z", "2026-11-21T16:00Z")]
    [InlineData("after the last part, wait for tomorrow's first", ContactWay.WhatsApp, "Morning Evening", "2026-11-21T19:30Z", "2026-11-22T06:00Z")]
    [InlineData("hours not said: the middle of the day", ContactWay.Call, "", "2026-11-21T08:00Z", "now")]
    [InlineData("hours not said: not in the evening", ContactWay.Call, "", "2026-11-21T16:00Z", "2026-11-22T07:00Z")]
    public void Binds_to_way_and_hours_on_the_clock_of_the_place(string why, ContactWay way, string hours, string now, string expected) =>
        Assert.True(Said(SafeContact.MayContact(Wish(way, hours), Tripoli, At(now))) == expected, $"{why}: {Said(SafeContact.MayContact(Wish(way, hours), Tripoli, At(now)))}");

    [Fact]
    public void Who_has_no_phone_can_be_asked_for_without_a_number() =>
        Assert.IsType<ContactDecision.Allowed>(SafeContact.MayContact(Wish(ContactWay.Site, "") with { Number = null }, Tripoli, At("2026-11-21T08:00Z")));

    [Fact]
    public void Without_a_number_there_is_no_contact() =>
        Assert.IsType<ContactDecision.Never>(SafeContact.MayContact(Wish(ContactWay.Call, "Morning") with { Number = null }, Tripoli, At("2026-11-21T08:00Z")));

    [Fact]
    public void The_morning_begins_at_eight_also_on_the_day_the_clocks_change() =>
        Assert.Equal("2026-10-25T07:00Z", Said(SafeContact.MayContact(Wish(ContactWay.Call, "Morning"), Berlin, At("2026-10-24T20:00Z"))));

    [Theory]
    [InlineData("web: the person fetches it, whenever", "web", ContactWay.Here, 600, "now")]
    [InlineData("telegram: within fifteen minutes it belongs to their message", "telegram", ContactWay.Here, 15, "now")]
    [InlineData("telegram: later it would be a contact they did not allow", "telegram", ContactWay.Here, 16, "never")]
    [InlineData("sms: later only because they chose SMS, in their hours", "sms", ContactWay.Sms, 60, "now")]
    [InlineData("sms: not when they chose calls", "sms", ContactWay.Call, 60, "never")]
    public void A_reply_goes_where_the_person_just_was(string why, string channel, ContactWay way, int minutes, string expected)
    {
        var now = At("2026-11-21T08:00Z");

        Assert.True(Said(SafeContact.MayReply(channel, Wish(way, "Morning"), now.AddMinutes(-minutes), Tripoli, now)) == expected, why);
    }

    private static ContactWish Wish(ContactWay way, string hours) => new()
    {
        Way = way,
        Number = "+218911",
        Hours = [.. hours.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayPart>)],
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Said(ContactDecision decision) => decision switch
    {
        ContactDecision.Allowed => "now",
        ContactDecision.Wait(_, var until) => until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
        _ => "never",
    };
}
