using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>ISO dates as ODK writes and reads them, always on the clock of the person who answers.</summary>
internal static partial class DateText
{
    private static readonly LocalDateTime Epoch = new(1970, 1, 1, 0, 0);

    /// <summary>A day alone at midnight, as ODK; with milliseconds and offset otherwise.</summary>
    public static string Write(OffsetDateTime at) => at.TimeOfDay == LocalTime.Midnight
        ? $"{at.Year:0000}-{at.Month:00}-{at.Day:00}"
        : $"{at.Year:0000}-{at.Month:00}-{at.Day:00}T{at.Hour:00}:{at.Minute:00}:{at.Second:00}.{at.Millisecond:000}{WriteOffset(at.Offset)}";

    /// <summary>Days since 1970-01-01 on the person's clock; the time is the fraction.</summary>
    public static double Days(OffsetDateTime at)
    {
        var days = Period.DaysBetween(Epoch.Date, at.Date);
        return days + (at.TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerDay);
    }

    /// <summary>The inverse of <see cref="Days"/>, to the millisecond; null outside the years 1 to 9999.</summary>
    public static OffsetDateTime? FromDays(double days, DateTimeZone zone)
    {
        const double First = -719_162;
        const double End = 2_932_897;
        if (double.IsNaN(days) || days < First || days >= End) return null;
        var whole = Math.Floor(days);
        var milliseconds = (long)Math.Round((days - whole) * NodaConstants.MillisecondsPerDay);
        return InZone(Epoch.PlusDays((int)whole).PlusMilliseconds(milliseconds), zone);
    }

    /// <summary>Null when the text is not exactly a day of the calendar, with or without a time. An offset in the text is moved to the zone.</summary>
    public static OffsetDateTime? Read(string text, DateTimeZone zone)
    {
        // Most answers are no dates: look before matching.
        if (text.Length < 8 || text.AsSpan().TrimStart().Length < 8 || !text.Contains('-', StringComparison.Ordinal)) return null;
        var match = Iso().Match(text);
        if (!match.Success) return null;
        int Part(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Part("year"), Part("month"), Part("day"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return null;
        var (hour, minute, second) = (Part("hour"), Part("minute"), Part("second"));
        if (hour > 23 || minute > 59 || second > 59) return null;
        var local = new LocalDateTime(year, month, day, hour, minute, second)
            .PlusMilliseconds(Milliseconds(match.Groups["fraction"].ValueSpan));
        // At the two ends of the calendar an instant may not exist: there the clock is taken as written.
        return match.Groups["offset"] is { Success: true } offset && !AtTheEnds(local)
            ? Moved(local, offset.ValueSpan, zone)
            : InZone(local, zone);
    }

    /// <summary>The same instant in the zone, if there is such an offset.</summary>
    private static OffsetDateTime? Moved(LocalDateTime local, ReadOnlySpan<char> offset, DateTimeZone zone)
    {
        if (offset is "Z" or "z") return local.WithOffset(Offset.Zero).InZone(zone).ToOffsetDateTime();
        var hours = int.Parse(offset[1..3], CultureInfo.InvariantCulture);
        var minutes = int.Parse(offset[^2..], CultureInfo.InvariantCulture);
        if (hours > 14 || minutes > 59) return null;
        var span = Offset.FromHoursAndMinutes(hours, minutes);
        return local.WithOffset(offset[0] == '-' ? -span : span).InZone(zone).ToOffsetDateTime();
    }

    private static OffsetDateTime InZone(LocalDateTime local, DateTimeZone zone) =>
        local.WithOffset(AtTheEnds(local) ? Offset.Zero : local.InZoneLeniently(zone).Offset);

    private static bool AtTheEnds(LocalDateTime local) => local.Year is <= 1 or >= 9999;

    private static int Milliseconds(ReadOnlySpan<char> fraction)
    {
        var milliseconds = 0;
        for (var i = 0; i < 3; i++) milliseconds = (milliseconds * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        return milliseconds;
    }

    private static string WriteOffset(Offset offset)
    {
        var seconds = Math.Abs(offset.Seconds);
        return $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}:{seconds / 60 % 60:00}";
    }

    [GeneratedRegex(
        @"\A\s*(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]{1,9}))?)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?)?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
