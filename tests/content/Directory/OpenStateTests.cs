using System.Globalization;
using Outreach.Content.Directory;
using Outreach.Content.Directory.Services;
using Outreach.Content.Tests.Pages;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Directory;

/// <summary>"Open now" in the zone of the place, with its weekend and its holidays; what nobody told us is not guessed.</summary>
public class OpenStateTests
{
    private static readonly ServiceTable Table = TestBook.Real.Services.Table;

    [Theory]
    [InlineData("in the morning, before they open", "de", "Mo-Fr 09:00-17:00", "2026-11-23 07:59", "shut 2026-11-23 09:00")]
    [InlineData("at the first minute", "de", "Mo-Fr 09:00-17:00", "2026-11-23 08:00", "until 17:00")]
    [InlineData("at the last minute", "de", "Mo-Fr 09:00-17:00", "2026-11-23 15:59", "until 17:00")]
    [InlineData("when they have closed", "de", "Mo-Fr 09:00-17:00", "2026-11-23 16:00", "shut 2026-11-24 09:00")]
    [InlineData("on Friday evening", "de", "Mo-Fr 09:00-17:00", "2026-11-27 20:00", "shut 2026-11-30 09:00")]
    [InlineData("in summer the same hour of UTC is an hour later there", "de", "Mo-Fr 09:00-17:00", "2026-07-06 07:00", "until 17:00")]
    [InlineData("their Friday is our Saturday", "ly", "Su-Th 09:00-17:00", "2026-11-27 10:00", "shut 2026-11-29 09:00")]
    [InlineData("Sunday is a day like others there", "ly", "Su-Th 09:00-17:00", "2026-11-29 10:00", "until 17:00")]
    [InlineData("over midnight", "it", "Fr 20:00-02:00", "2026-11-28 00:30", "until 02:00")]
    [InlineData("until midnight", "it", "Mo-Su 10:00-24:00", "2026-11-28 22:59", "until 00:00")]
    [InlineData("on single days", "gb", "Mo 14:00-16:00; We 14:00-16:00; Fr 14:00-16:00", "2026-11-24 15:00", "shut 2026-11-25 14:00")]
    [InlineData("day and night", "it", "always", "2026-12-25 03:00", "always")]
    [InlineData("nobody told us", "it", "unknown", "2026-11-23 10:00", "unknown")]
    [InlineData("Christmas", "it", "Mo-Fr 09:00-17:00", "2026-12-25 10:00", "holiday")]
    [InlineData("before Christmas they open after it", "de", "Mo-Fr 09:00-17:00", "2026-12-24 18:00", "shut 2026-12-28 09:00")]
    [InlineData("Easter Monday of the western churches", "de", "Mo-Fr 09:00-17:00", "2027-03-29 10:00", "holiday")]
    [InlineData("is no holiday in Bulgaria", "bg", "Mo-Fr 09:00-17:00", "2027-03-29 10:00", "until 17:00")]
    [InlineData("Good Friday of the eastern churches", "bg", "Mo-Fr 09:00-17:00", "2027-04-30 10:00", "holiday")]
    [InlineData("a holiday of some German states", "de", "Mo-Fr 09:00-17:00", "2026-01-06 10:00", "perhaps holiday")]
    [InlineData("the moon may move the feast to today", "ly", "Mo-Su 09:00-17:00", "2026-03-19 10:00", "perhaps holiday")]
    [InlineData("or from today", "ly", "Mo-Su 09:00-17:00", "2026-03-23 10:00", "perhaps holiday")]
    [InlineData("in a country of several zones that do not agree", "us", "Mo-Fr 08:00-16:30", "2026-11-23 14:00", "unknown")]
    public void Says_whether_they_answer(string why, string place, string hours, string utc, string expected) =>
        Assert.True(Of(Sample.Ambulance with { Hours = hours }, place, utc) is var state && state == expected, $"{why}: {state}");

    [Fact]
    public void Hours_of_an_office_hold_in_its_own_zone()
    {
        var office = Sample.Ambulance with { Hours = "Mo-Fr 08:00-17:00" };
        Assert.Equal("until 17:00", Of(office with { Zone = "America/Toronto" }, "ca", "2026-11-23 14:00"));
        Assert.Equal("shut 2026-11-23 08:00", Of(office with { Zone = "America/Vancouver" }, "ca", "2026-11-23 14:00"));
    }

    [Fact]
    public void Hours_that_hold_on_holidays_hold() =>
        Assert.Equal("until 17:00", Of(Sample.Ambulance with { Hours = "Mo-Fr 09:00-17:00", OnHolidays = Known.Yes }, "it", "2026-12-25 10:00"));

    [Theory]
    [InlineData(2024, "2024-03-31", "2024-05-05")]
    [InlineData(2025, "2025-04-20", "2025-04-20")]
    [InlineData(2026, "2026-04-05", "2026-04-12")]
    [InlineData(2027, "2027-03-28", "2027-05-02")]
    [InlineData(2038, "2038-04-25", "2038-04-25")]
    public void Easter_falls_where_the_churches_have_it(int year, string western, string eastern) =>
        Assert.Equal((western, eastern), (Iso(HolidayRule.Easter(year)), Iso(HolidayRule.OrthodoxEaster(year))));

    [Theory]
    [InlineData("1 Mo 09", "2026-09-07")]
    [InlineData("4 Th 11", "2026-11-26")]
    [InlineData("-1 Mo 05", "2026-05-25")]
    [InlineData("-1 Mo 08", "2027-08-30")]
    [InlineData("easter-2", "2026-04-03")]
    [InlineData("orthodox+1", "2026-04-13")]
    [InlineData("12-25", "2026-12-25")]
    [InlineData("2026-03-20", "2026-03-20")]
    public void A_rule_means_one_day_of_a_year(string rule, string day)
    {
        var year = new DateOnly(int.Parse(day[..4], CultureInfo.InvariantCulture), 1, 1);
        Assert.Equal([day], Enumerable.Range(0, 365).Select(year.AddDays).Where(d => HolidayRule.Fits(rule, d)).Select(Iso));
    }

    [Theory]
    [InlineData("02-30")]
    [InlineData("2026-02-30")]
    [InlineData("5 Mo 09")]
    [InlineData("1 Mo 13")]
    [InlineData("easter")]
    [InlineData("pentecost", false)]
    [InlineData("1. Mai", false)]
    [InlineData("", false)]
    public void Only_rules_are_taken(string rule, bool valid = false) => Assert.Equal(rule == "easter" || valid, HolidayRule.IsValid(rule));

    [Fact]
    public void Every_place_says_its_holidays_and_where_they_are_from() =>
        Assert.Equal(TestBook.Real.Places.Keys.Order(StringComparer.Ordinal), Table.Holidays.Where(h => h.Source.Title.Length > 0 && h.Days.Length > 4).Select(h => h.Place).Order(StringComparer.Ordinal));

    /// <summary>A calendar of others knows no public holiday that ours takes for a working day. It has none for Yemen and Iraq.</summary>
    [Fact]
    public async Task Another_calendar_has_no_holiday_that_we_miss()
    {
        string[] places = ["de", "bg", "it", "us", "ca", "au", "gb", "ly", "tr"];
        using var theirs = await NodeOracle.Run("holidays.mjs", string.Join(',', places), "2026,2027");
        var missed = from place in places
                     let ours = Table.Holidays.First(h => h.Place == place)
                     from day in theirs.RootElement.GetProperty(place).EnumerateArray().Select(d => d.GetString()!).Distinct(StringComparer.Ordinal)
                     where ours.On(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)) == Known.No
                     select $"{place} {day}";
        Assert.Empty(missed);
    }

    private static string Of(Contact contact, string place, string utc)
    {
        var now = DateTimeOffset.ParseExact(utc, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return OpenState.Of(contact, TestBook.Real.Places[place].Zones, Table.Holidays.FirstOrDefault(h => h.Place == place), now) switch
        {
            OpenState.Always => "always",
            OpenState.Until(var time) => $"until {time.ToString("HH:mm", CultureInfo.InvariantCulture)}",
            OpenState.Shut(var opens, _) => $"shut {opens.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}",
            OpenState.Holiday(var sure) => sure ? "holiday" : "perhaps holiday",
            _ => "unknown",
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
