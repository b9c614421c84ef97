using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// Reads a day in Gregorian, Ethiopian, Solar Hijri or Hijri years. "12/2026" and "December 2026" mean the first day of the
/// month, the earlier and safer reading. A day without a year is the nearest such day. Where two days can be meant the person is asked once.
/// </summary>
internal static class DateRule
{
    private const int LongestNumber = 6;

    /// <summary>What was meant.</summary>
    /// <param name="scene">Language, names of months and today.</param>
    /// <param name="text">As written.</param>
    /// <param name="doubts">Whether a day is hardly true as an answer; counts only where no year was written.</param>
    public static Reading Read(Scene scene, string text, Func<string, bool>? doubts = null)
    {
        var words = DateWords.Split(text);
        var months = scene.Book.Dates.Months(scene.Language, words);
        if (months.Count > 1)
            return new Reading.Rejected("wrong.date");
        var named = months is [var one] ? one : (NamedMonth?)null;
        if (Parts(Numbers(words), named?.Number) is not var (year, month, day))
            return new Reading.Rejected("wrong.date");
        var date = new WrittenDate(year, month, day, named?.Calendar, scene.Book.Dates.Era(scene.Language, words));
        ImmutableArray<string> days = year is null
            ? [.. DateMeaning.Nearest(date, scene.Now.Today, d => doubts?.Invoke(Iso(d)) == true).Select(Iso)]
            : [.. DateMeaning.Of(date, scene.Language, scene.Now.Today).Select(Iso)];
        return days switch
        {
            [] => new Reading.Rejected("wrong.date"),
            [var only] => new Reading.Accepted(only),
            _ => new Reading.Ambiguous(year is null ? "ask.which_day" : "ask.which_date", days),
        };
    }

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day as people read it: "3 December 2026", the month in words, digits ASCII.</summary>
    public static string Show(Localizer texts, Locale locale, string iso)
    {
        if (!DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return iso;
        var months = texts.Text(locale, "date.months").Split('|');
        var month = months.Length == 12 ? months[day.Month - 1] : day.Month.ToString(CultureInfo.InvariantCulture);
        return texts.Text(locale, "date.day", ("day", day.Day.ToString(CultureInfo.InvariantCulture)), ("month", month), ("year", day.Year.ToString(CultureInfo.InvariantCulture)));
    }

    private static List<int> Numbers(string[] words) =>
        [.. words.Where(w => char.IsAsciiDigit(w[0])).Select(w => w.Length <= LongestNumber ? int.Parse(w, CultureInfo.InvariantCulture) : -1)];

    private static (int? Year, int Month, int Day)? Parts(List<int> n, int? named) => (n, named) switch
    {
        ([>= 1250 and var y, var m, var d], null) => (y, m, d),
        ([var d, var m, >= 1250 and var y], null) => (y, m, d),
        ([>= 1250 and var y, var m], null) => (y, m, 1),
        ([var m, >= 1250 and var y], null) => (y, m, 1),
        ([var d, >= 1250 and var y], { } m) => (y, m, d),
        ([>= 1250 and var y, var d], { } m) => (y, m, d),
        ([>= 1250 and var y], { } m) => (y, m, 1),
        ([>= 1 and <= 31 and var d], { } m) => (null, m, d),
        _ => null,
    };
}
