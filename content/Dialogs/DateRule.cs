using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// Reads a day in Gregorian, Ethiopian, Solar Hijri or Hijri years. "12/2026" and "December 2026" mean the first day of the
/// month, the earlier and safer reading. Where two calendars give different days the person is asked once.
/// </summary>
internal static partial class DateRule
{
    public static Reading Read(Scene scene, string text)
    {
        var ascii = Digits.ToAscii(text);
        var numbers = Number().Matches(ascii).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        var month = NamedMonth(scene, ascii);
        if (Parts(numbers, month) is not var (year, monthNumber, day))
            return new Reading.Rejected("wrong.date");
        var days = Calendars(year, scene.Language)
            .Select(c => Day(c, year, monthNumber, day))
            .OfType<LocalDate>().Distinct().Order()
            .Select(d => d.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)).ToImmutableArray();
        return days switch
        {
            [] => new Reading.Rejected("wrong.date"),
            [var one] => new Reading.Accepted(one),
            _ => new Reading.Ambiguous("ask.which_date", days),
        };
    }

    /// <summary>A day as people read it: "3 December 2026", the month in words, digits ASCII.</summary>
    public static string Show(Localizer texts, Locale locale, string iso)
    {
        if (!DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return iso;
        var months = texts.Text(locale, "date.months").Split('|');
        var month = months.Length == 12 ? months[day.Month - 1] : day.Month.ToString(CultureInfo.InvariantCulture);
        return texts.Text(locale, "date.day", ("day", day.Day.ToString(CultureInfo.InvariantCulture)), ("month", month), ("year", day.Year.ToString(CultureInfo.InvariantCulture)));
    }

    private static (int Year, int Month, int Day)? Parts(List<int> n, int? named) => (n, named) switch
    {
        ([>= 1250 and var y, var m, var d], null) => (y, m, d),
        ([var d, var m, >= 1250 and var y], null) => (y, m, d),
        ([>= 1250 and var y, var m], null) => (y, m, 1),
        ([var m, >= 1250 and var y], null) => (y, m, 1),
        ([var d, >= 1250 and var y], { } m) => (y, m, d),
        ([>= 1250 and var y, var d], { } m) => (y, m, d),
        ([>= 1250 and var y], { } m) => (y, m, 1),
        _ => null,
    };

    private static int? NamedMonth(Scene scene, string text)
    {
        var words = Fold.Text(text).Split(' ');
        foreach (var locale in (Locale[])[scene.Language, Locale.English])
        {
            var months = scene.Book.Texts.Text(locale, "date.months").Split('|');
            for (var i = 0; i < months.Length; i++)
                if (Fold.Text(months[i]).Split(' ') is var month && month.All(words.Contains))
                    return i + 1;
        }
        return null;
    }

    private static IEnumerable<CalendarSystem> Calendars(int year, Locale language)
    {
        if (year is >= 1890 and <= 2100)
            yield return CalendarSystem.Iso;
        if (year is >= 1880 and <= 2100 && language == Locale.Amharic)
            yield return CalendarSystem.Coptic;
        if (year is >= 1280 and <= 1480)
        {
            yield return CalendarSystem.PersianArithmetic;
            yield return CalendarSystem.IslamicBcl;
        }
    }

    private static LocalDate? Day(CalendarSystem calendar, int year, int month, int day)
    {
        var own = calendar == CalendarSystem.Coptic ? year - AgeWords.EthiopianMinusCoptic : year;
        if (own < calendar.MinYear || own > calendar.MaxYear || month < 1 || month > calendar.GetMonthsInYear(own) || day < 1 || day > calendar.GetDaysInMonth(own, month))
            return null;
        return new LocalDate(own, month, day, calendar).WithCalendar(CalendarSystem.Iso);
    }

    [GeneratedRegex("[0-9]{1,6}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
