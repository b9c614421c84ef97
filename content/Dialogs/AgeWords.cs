using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// Reads an age or a year of birth from words, in any digits and four calendars. Where a year can mean two ages on both sides
/// of a band, the person is asked once; asked already, the younger reading protects (DESIGN 6.5).
/// </summary>
internal static partial class AgeWords
{
    /// <summary>Band names of the shared list age_bands, youngest first.</summary>
    private static readonly (int Below, string Name)[] Bands = [(15, "under_15"), (18, "15_17"), (60, "18_59"), (int.MaxValue, "60_plus")];

    /// <summary>A reading; null when the text holds no single number that can be an age or a year.</summary>
    public static Reading? Read(string text, Locale language, DateOnly today, bool askedBefore)
    {
        var numbers = Number().Matches(Digits.ToAscii(text)).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        var years = numbers.Where(n => n is >= 1250 and <= 2100).ToList();
        var number = years is [var year] ? year : numbers is [var only] ? only : -1;
        var ages = Ages(number, language, today);
        var bands = ages.Order().Select(Band).Distinct().ToImmutableArray();
        return bands switch
        {
            [] => null,
            [var one] => new Reading.Accepted(one),
            _ when askedBefore => new Reading.Accepted(bands[0]),
            _ => new Reading.Ambiguous("ask.which_age", bands),
        };
    }

    /// <summary>Every age the number can mean: an age as it stands, or a year in a calendar people of the language use.</summary>
    private static IEnumerable<int> Ages(int number, Locale language, DateOnly today)
    {
        if (number is >= 0 and <= 120)
            yield return number;
        if (number is < 1250 or > 2100)
            yield break;
        foreach (var calendar in Calendars(number, language))
            if (LatestBirth(number, calendar, today) is { } age)
                yield return age;
    }

    /// <summary>Calendars in which the number can be a year of birth; people of a language may also use the Gregorian one.</summary>
    private static IEnumerable<CalendarSystem> Calendars(int year, Locale language)
    {
        if (year is >= 1890 and <= 2100)
            yield return CalendarSystem.Iso;
        if (year is >= 1880 and <= 2100 && language == Locale.Amharic)
            yield return CalendarSystem.Coptic;                       // Ethiopian years are Coptic years + 276
        if (year is >= 1280 and <= 1480)
        {
            yield return CalendarSystem.PersianArithmetic;
            yield return CalendarSystem.IslamicBcl;
        }
    }

    /// <summary>The age today of somebody born on the last day of that year: the youngest they can be.</summary>
    private static int? LatestBirth(int year, CalendarSystem calendar, DateOnly today)
    {
        var own = calendar == CalendarSystem.Coptic ? year - EthiopianMinusCoptic : year;
        if (own < calendar.MinYear || own > calendar.MaxYear)
            return null;
        var lastMonth = calendar.GetMonthsInYear(own);
        var birth = new LocalDate(own, lastMonth, calendar.GetDaysInMonth(own, lastMonth), calendar).WithCalendar(CalendarSystem.Iso);
        var now = LocalDate.FromDateOnly(today);
        if (birth > now)                                               // born this year
            return birth.Year - now.Year <= 1 ? 0 : null;
        return (int)Period.Between(birth, now, PeriodUnits.Years).Years is var age and <= 120 ? age : null;
    }

    /// <summary>Ethiopian year minus Coptic year (Calendrical Calculations, ch. 4).</summary>
    internal const int EthiopianMinusCoptic = 276;

    private static string Band(int age) => Bands.First(b => age < b.Below).Name;

    [GeneratedRegex("[0-9]{1,6}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
