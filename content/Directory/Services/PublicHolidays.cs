using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Outreach.Content.Pages;

namespace Outreach.Content.Directory.Services;

/// <summary>The public holidays of one place.</summary>
/// <param name="Place">"de".</param>
/// <param name="Source">Where they were found.</param>
/// <param name="Days">The days.</param>
public sealed record PublicHolidays(string Place, Source Source, ImmutableArray<Holiday> Days)
{
    /// <summary>What a day is: a holiday for sure, perhaps one (the moon decides, or only a part of the country keeps it), or none that we know of.</summary>
    public Known On(DateOnly day)
    {
        var found = Days.Where(h => HolidayRule.Fits(h.Day, day)).ToList();
        if (found.Exists(h => !h.Moves && !h.InParts))
            return Known.Yes;
        return found.Count > 0 || Days.Any(h => h.Moves && (HolidayRule.Fits(h.Day, day.AddDays(1)) || HolidayRule.Fits(h.Day, day.AddDays(-1)))) ? Known.Unknown : Known.No;
    }
}

/// <summary>One holiday.</summary>
/// <param name="Day">Its rule, as <see cref="HolidayRule"/> reads it.</param>
/// <param name="Name">As it is called there.</param>
/// <param name="Moves">The moon decides: it may come a day earlier or later.</param>
/// <param name="InParts">Not everywhere in the country, or not in every office.</param>
public sealed record Holiday(string Day, string Name, bool Moves, bool InParts);

/// <summary>
/// Days of the year as files say them: "12-25", "easter+1", "orthodox-2", "1 Mo 09" (first Monday of September), "-1 Mo 05" (last of May),
/// or one day of one year, "2026-03-20".
/// </summary>
public static partial class HolidayRule
{
    private static readonly ImmutableArray<string> Weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    /// <summary>True when the text is a rule.</summary>
    public static bool IsValid(string rule) => Rule().Match(rule) is { Success: true } m && (!m.Groups["month"].Success || Day(m, 2028) is not null) && (!m.Groups["date"].Success || Date(rule) is not null);

    /// <summary>Whether a rule means a day.</summary>
    public static bool Fits(string rule, DateOnly day) => Rule().Match(rule) is { Success: true } match && (match.Groups["date"].Success ? Date(rule) : Day(match, day.Year)) == day;

    /// <summary>Easter of the western churches, after the anonymous Gregorian computus.</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    /// <summary>Easter of the eastern churches: the Julian one, thirteen days later in this century.</summary>
    public static DateOnly OrthodoxEaster(int year)
    {
        var d = ((19 * (year % 19)) + 15) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        return new DateOnly(year, (d + e + 114) / 31, ((d + e + 114) % 31) + 1).AddDays(13);
    }

    private static DateOnly? Day(Match match, int year)
    {
        int N(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        if (match.Groups["feast"].Success)
            return (match.Groups["feast"].Value == "easter" ? Easter(year) : OrthodoxEaster(year)).AddDays(match.Groups["days"].Success ? N("days") : 0);
        if (match.Groups["nth"].Success)
            return Nth(year, N("of"), Weekdays.IndexOf(match.Groups["weekday"].Value), N("nth"));
        return DateOnly.TryParseExact($"{year:D4}-{match.Groups["month"].Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var fixedDay) ? fixedDay : null;
    }

    private static DateOnly? Nth(int year, int month, int weekday, int nth)
    {
        if (nth < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - weekday + 7) % 7) + (7 * (nth + 1)));
        }
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }

    private static DateOnly? Date(string rule) => DateOnly.TryParseExact(rule, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("^((?<feast>easter|orthodox)(?<days>[+-][0-9]{1,2})?|(?<nth>-1|[1-4]) (?<weekday>Mo|Tu|We|Th|Fr|Sa|Su) (?<of>0[1-9]|1[0-2])|(?<month>[0-9]{2}-[0-9]{2})|(?<date>20[0-9]{2}-[0-9]{2}-[0-9]{2}))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();
}
