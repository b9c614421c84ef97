using System.Globalization;
using Outreach.Localization;
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

    private static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
