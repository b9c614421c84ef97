using NodaTime;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>A date as written: numbers, the month's calendar when it was named, and the calendar that was named beside the year.</summary>
internal sealed record WrittenDate(int Year, int Month, int Day, CountedIn? MonthOf, CountedIn? Era);

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

    private static LocalDate? Gregorian(WrittenDate date) => IsGregorianYear(date) ? Day(CalendarSystem.Iso, date.Year, date.Month, date.Day) : null;

    private static LocalDate? Ethiopian(WrittenDate date) =>
        date.Year is >= 1880 and <= 2100 ? Day(CalendarSystem.Coptic, date.Year - AgeWords.EthiopianMinusCoptic, date.Month, date.Day) : null;

    private static LocalDate? Solar(WrittenDate date) => date.Year is >= 1280 and <= 1480 ? Day(CalendarSystem.PersianArithmetic, date.Year, date.Month, date.Day) : null;

    /// <summary>By the calendar of Mecca, which most states print; it is known from 1318 on.</summary>
    private static LocalDate? Hijri(WrittenDate date) => date.Year is >= 1280 and <= 1480
        ? Day(date.Year >= CalendarSystem.UmAlQura.MinYear ? CalendarSystem.UmAlQura : CalendarSystem.IslamicBcl, date.Year, date.Month, date.Day)
        : null;

    /// <summary>Meskerem is what many call September, Tir January; the thirteenth month is called nothing else.</summary>
    private static LocalDate? GregorianMonthCalledEthiopian(WrittenDate date) => date.Month <= 12 ? Gregorian(date with { Month = ((date.Month + 7) % 12) + 1 }) : null;

    /// <summary>"Ramadan 2026": the days of that month which fall into the Gregorian year; sometimes two.</summary>
    private static IEnumerable<LocalDate?> WithinGregorianYear(CalendarSystem calendar, WrittenDate date)
    {
        var first = new LocalDate(date.Year, 1, 1).WithCalendar(calendar).Year;
        var last = new LocalDate(date.Year, 12, 31).WithCalendar(calendar).Year;
        return Enumerable.Range(first, last - first + 1).Select(y => Day(calendar, y, date.Month, date.Day)).Where(d => d?.Year == date.Year);
    }

    private static LocalDate? Day(CalendarSystem calendar, int year, int month, int day) =>
        year >= calendar.MinYear && year <= calendar.MaxYear && month >= 1 && month <= calendar.GetMonthsInYear(year) && day >= 1 && day <= calendar.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day, calendar).WithCalendar(CalendarSystem.Iso)
            : null;
}
