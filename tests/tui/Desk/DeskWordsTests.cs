using System.Globalization;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Desk;

namespace Outreach.Tui.Tests.Desk;

/// <summary>How the desk says times, wherever the person and the desk are.</summary>
public class DeskWordsTests
{
    private static readonly DeskWords Words = new(Sample.Texts, Locale.English);

    [Theory]
    [InlineData("today: the time alone", "2026-11-21T08:05Z", "2026-11-21T11:20+02:00", "10:05 UTC+2")]
    [InlineData("another day there, though not in UTC", "2026-11-20T23:30Z", "2026-11-21T01:45+02:00", "01:30 UTC+2")]
    [InlineData("yesterday there", "2026-11-20T21:30Z", "2026-11-21T01:45+02:00", "20 Nov 23:30 UTC+2")]
    [InlineData("half an hour beside the others", "2026-11-21T08:00Z", "2026-11-21T12:50+03:30", "11:30 UTC+3:30")]
    [InlineData("west of Greenwich", "2026-11-21T08:00Z", "2026-11-21T04:20-05:00", "03:00 UTC-5")]
    [InlineData("no place at all", "2026-11-21T08:00Z", "2026-11-21T09:20Z", "08:00 UTC")]
    public void A_time_says_its_zone(string why, string at, string now, string said) =>
        Assert.True(Words.Clock(Read(at), Read(now)) == said, why);

    [Fact]
    public void An_alert_is_read_on_the_clock_of_its_place_whatever_clock_the_desk_has()
    {
        var alert = Sample.Alert with { At = Read("2026-11-21T12:18+03:00") };
        Assert.EndsWith("12:18 UTC+3", Words.Alert(alert, Sample.Now), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("somebody else may take the call", ContactWay.Call, "If others answer: do not say who calls.")]
    [InlineData("nobody answers an SMS, but others may read it", ContactWay.Sms, "Others may read it: do not write who you are or why.")]
    [InlineData("nor a message", ContactWay.WhatsApp, "Others may read it: do not write who you are or why.")]
    public void What_others_may_learn_is_said_for_the_way_that_was_chosen(string why, ContactWay way, string said)
    {
        var dto = Sample.Referral with { Contact = Sample.Referral.Contact! with { Now = new ContactDecision.Allowed(way), Way = way } };
        Assert.True(Words.Contact(dto).Contains(said, StringComparison.Ordinal), why);
    }

    [Theory]
    [InlineData("the person comes back by themselves", false, StaffRole.Coordinator, ReferralStatus.Claimed, "they come back here themselves")]
    [InlineData("a child is not said to come back: others decide", true, StaffRole.Coordinator, ReferralStatus.Claimed, "only child-protection staff may call or visit")]
    [InlineData("those who decide read what the child said", true, StaffRole.ProtectionReviewer, ReferralStatus.Claimed, "they come back here themselves")]
    [InlineData("a closed one asks nobody to wait", false, StaffRole.Coordinator, ReferralStatus.Closed, "Closed: no call and no message.")]
    public void Why_nobody_may_call_is_said(string why, bool child, StaffRole role, ReferralStatus status, string said)
    {
        var dto = Sample.Referral with { Child = child, Status = status, May = AccessPolicy.Of(role).Actions, Contact = Sample.Referral.Contact! with { Now = new ContactDecision.Never(), Way = ContactWay.Here } };
        Assert.True(Words.Contact(dto).Contains(said, StringComparison.Ordinal), why);
    }

    [Theory]
    [InlineData("who said it after sending", "person", "said later that going back may be dangerous, or that somebody presses them: return is locked")]
    [InlineData("what staff recorded", "Amira", "return is locked again")]
    public void A_lock_says_where_it_comes_from(string why, string who, string said) =>
        Assert.True(Words.Entry(new EntryDto(3, Sample.Now, who, "locked", null, null, null, null, false)).Trim() == said, why);

    private static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
