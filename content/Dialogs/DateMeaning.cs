using NodaTime;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>A date as written: numbers, the year null when none was, the month's calendar when it was named, and the calendar that was named beside the year.</summary>
internal sealed record WrittenDate(int? Year, int Month, int Day, CountedIn? MonthOf, CountedIn? Era);

/// <summary>
/// The days a written date can mean. A named month or a named calendar leaves one; numbers alone mean a day in every calendar
/// that people of the language count such years in.
/// </summary>
internal static class DateMeaning
{
    /// <summary>An Ethiopian year this far ahead is more likely a Gregorian one: people call January Tir.</summary>
    private const int TooFarAhead = 2;

    public static IEnumerable<LocalDate> Of(WrittenDate date, Locale language, DateOnly today) =>
        Meanings(date, language, LocalDate.FromDateOnly(today)).OfType<LocalDate>().Distinct().Order();

    /// <summary>
    /// A day of a named month, the year not written: the nearest such day. Where that is hardly true as an answer, the nearest that is not
    /// stands beside it, and an Ethiopian month is also what many call the European one: the person says which.
    /// </summary>
    public static IEnumerable<LocalDate> Nearest(WrittenDate date, DateOnly today, Func<LocalDate, bool> doubts)
    {
        var now = LocalDate.FromDateOnly(today);
        return Calendars(date).SelectMany(c => Near(c.Calendar, c.Month)).Distinct().Order();

        IEnumerable<LocalDate> Near(CalendarSystem calendar, int month)
        {
            var year = now.WithCalendar(calendar).Year;
            var days = Enumerable.Range(year - 1, 3).Select(y => Day(calendar, y, month, date.Day)).OfType<LocalDate>()
                .OrderBy(d => Math.Abs(Period.DaysBetween(now, d))).ToList();
            return days is [var nearest, ..] && doubts(nearest) ? [nearest, .. days.Where(d => !doubts(d)).Take(1)] : days.Take(1);
        }
    }

    private static (CalendarSystem Calendar, int Month)[] Calendars(WrittenDate date) => (date.MonthOf, date.Era) switch
    {
        ({ } month, { } era) when era != month && era != CountedIn.Gregorian => [],
        (CountedIn.Gregorian, _) => [(CalendarSystem.Iso, date.Month)],
        (CountedIn.Ethiopian, CountedIn.Ethiopian) => [(CalendarSystem.Coptic, date.Month)],
        (CountedIn.Ethiopian, CountedIn.Gregorian) => date.Month <= 12 ? [(CalendarSystem.Iso, CalledEthiopian(date.Month))] : [],
        (CountedIn.Ethiopian, _) => date.Month <= 12 ? [(CalendarSystem.Coptic, date.Month), (CalendarSystem.Iso, CalledEthiopian(date.Month))] : [(CalendarSystem.Coptic, date.Month)],
        (CountedIn.Solar, _) => [(CalendarSystem.PersianArithmetic, date.Month)],
        (CountedIn.Hijri, _) => [(CalendarSystem.UmAlQura, date.Month)],
        _ => [],
    };

    private static IEnumerable<LocalDate?> Meanings(WrittenDate date, Locale language, LocalDate today) => (date.MonthOf ?? date.Era) switch
    {
        null => [Gregorian(date), language == Locale.Amharic ? Ethiopian(date) : null, Solar(date), Hijri(date)],
        _ when date is { MonthOf: { } month, Era: { } era } && era != month && era != CountedIn.Gregorian => [],
        CountedIn.Gregorian => [Gregorian(date)],
        CountedIn.Ethiopian when date is { MonthOf: not null, Era: CountedIn.Gregorian } => [GregorianMonthCalledEthiopian(date)],
        CountedIn.Ethiopian => Ethiopian(date) is { } day && date.MonthOf is not null && day > today.PlusYears(TooFarAhead) ? [GregorianMonthCalledEthiopian(date), day] : [Ethiopian(date)],
        CountedIn.Solar => IsGregorianYear(date) ? WithinGregorianYear(CalendarSystem.PersianArithmetic, date) : [Solar(date)],
        CountedIn.Hijri => IsGregorianYear(date) ? WithinGregorianYear(CalendarSystem.UmAlQura, date) : [Hijri(date)],
        var other => throw new System.Diagnostics.UnreachableException($"{other}"),
    };

    private static bool IsGregorianYear(WrittenDate date) => date.Year is >= 1890 and <= 2100;

    private static LocalDate? Gregorian(WrittenDate date) => date.Year is { } year && IsGregorianYear(date) ? Day(CalendarSystem.Iso, year, date.Month, date.Day) : null;

    private static LocalDate? Ethiopian(WrittenDate date) =>
        date.Year is >= 1880 and <= 2100 and var year ? Day(CalendarSystem.Coptic, year - AgeWords.EthiopianMinusCoptic, date.Month, date.Day) : null;

    private static LocalDate? Solar(WrittenDate date) => date.Year is >= 1280 and <= 1480 and var year ? Day(CalendarSystem.PersianArithmetic, year, date.Month, date.Day) : null;

    /// <summary>By the calendar of Mecca, which most states print; it is known from 1318 on.</summary>
    private static LocalDate? Hijri(WrittenDate date) => date.Year is >= 1280 and <= 1480 and var year
        ? Day(year >= CalendarSystem.UmAlQura.MinYear ? CalendarSystem.UmAlQura : CalendarSystem.IslamicBcl, year, date.Month, date.Day)
        : null;

    /// <summary>Meskerem is what many call September, Tir January; the thirteenth month is called nothing else.</summary>
    private static LocalDate? GregorianMonthCalledEthiopian(WrittenDate date) => date.Month <= 12 ? Gregorian(date with { Month = CalledEthiopian(date.Month) }) : null;

    private static int CalledEthiopian(int month) => ((month + 7) % 12) + 1;

    /// <summary>"Ramadan 2026": the days of that month which fall into the Gregorian year; sometimes two.</summary>
    private static IEnumerable<LocalDate?> WithinGregorianYear(CalendarSystem calendar, WrittenDate date)
    {
        var first = new LocalDate(date.Year!.Value, 1, 1).WithCalendar(calendar).Year;
        var last = new LocalDate(date.Year.Value, 12, 31).WithCalendar(calendar).Year;
        return Enumerable.Range(first, last - first + 1).Select(y => Day(calendar, y, date.Month, date.Day)).Where(d => d?.Year == date.Year);
    }

    private static LocalDate? Day(CalendarSystem calendar, int year, int month, int day) =>
        year >= calendar.MinYear && year <= calendar.MaxYear && month >= 1 && month <= calendar.GetMonthsInYear(year) && day >= 1 && day <= calendar.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day, calendar).WithCalendar(CalendarSystem.Iso)
            : null;
}
