using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Extensions;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>When somebody answers, as files say it: "Mo-Fr 09:00-17:00", several separated by ';'. Days may end behind the week's end: "Su-Th".</summary>
public static partial class OpeningHours
{
    /// <summary>Day and night.</summary>
    public const string Always = "always";

    /// <summary>Nobody knows.</summary>
    public const string Unknown = "unknown";

    private static readonly ImmutableArray<string> Days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>True when the text can be read.</summary>
    public static bool IsValid(string hours) => hours is Always or Unknown || !Spans(hours).IsEmpty;

    /// <summary>One sentence in a language.</summary>
    public static string Say(string hours, Localizer texts, Locale locale) => hours switch
    {
        Always => texts.Text(locale, "contact.hours.always"),
        Unknown => texts.Text(locale, "contact.hours.unknown"),
        _ => texts.Text(locale, "contact.hours", ("times", string.Join("; ", Spans(hours).Select(s => Say(s, texts, locale))))),
    };

    /// <summary>The days and times; none for always and unknown.</summary>
    public static ImmutableArray<(int First, int Last, string From, string Until)> Times(string hours) => [.. Spans(hours).Select(s => (s.First, s.Last, s.From, s.Until))];

    /// <summary>When the hours that hold at a moment began and when they end; null when none hold. Hours that end before they begin end on the next day.</summary>
    internal static (LocalDate Began, TimeOnly Ends)? Until(string hours, LocalDateTime there)
    {
        foreach (var span in Spans(hours))
            foreach (var began in (LocalDate[])[there.Date, there.Date.PlusDays(-1)])
            {
                var (from, until) = Between(span, began);
                if (span.Holds(began) && from <= there && there < until)
                    return (began, Clock(span.Until));
            }
        return null;
    }

    /// <summary>When they begin next, on a day that counts; null when that is not within two weeks.</summary>
    internal static LocalDateTime? Next(string hours, LocalDateTime there, Func<LocalDate, bool> counts) =>
        (from ahead in Enumerable.Range(0, 15)
         let day = there.Date.PlusDays(ahead)
         where counts(day)
         from span in Spans(hours)
         where span.Holds(day)
         let begins = Between(span, day).From
         where begins > there
         orderby begins
         select (LocalDateTime?)begins).FirstOrDefault();

    private static (LocalDateTime From, LocalDateTime Until) Between(Span span, LocalDate day)
    {
        var (from, until) = (day.At(Clock(span.From).ToLocalTime()), span.Until == "24:00" ? day.PlusDays(1).AtMidnight() : day.At(Clock(span.Until).ToLocalTime()));
        return (from, until > from ? until : until.PlusDays(1));
    }

    private static TimeOnly Clock(string text) => text == "24:00" ? TimeOnly.MinValue : TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static string Say(Span span, Localizer texts, Locale locale)
    {
        var names = texts.Text(locale, "date.days").Split('|');
        string Name(int day) => names.Length == 7 ? names[day] : Days[day];
        return (span.First, span.Last) switch
        {
            (0, 6) => texts.Text(locale, "contact.hours.daily", ("from", span.From), ("until", span.Until)),
            var (first, last) when first == last => texts.Text(locale, "contact.hours.day", ("day", Name(first)), ("from", span.From), ("until", span.Until)),
            var (first, last) => texts.Text(locale, "contact.hours.days", ("first", Name(first)), ("last", Name(last)), ("from", span.From), ("until", span.Until)),
        };
    }

    private static ImmutableArray<Span> Spans(string hours)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (var part in hours.Split(';', StringSplitOptions.TrimEntries))
        {
            var match = Pattern().Match(part);
            if (!match.Success || !IsTime(match.Groups["from"].Value) || !IsTime(match.Groups["until"].Value))
                return [];
            var first = Days.IndexOf(match.Groups["first"].Value);
            spans.Add(new Span(first, match.Groups["last"].Success ? Days.IndexOf(match.Groups["last"].Value) : first, match.Groups["from"].Value, match.Groups["until"].Value));
        }
        return spans.ToImmutable();
    }

    private static bool IsTime(string text) => text == "24:00" || TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private sealed record Span(int First, int Last, string From, string Until)
    {
        public bool Holds(LocalDate day)
        {
            var n = (int)day.DayOfWeek - 1;
            return First <= Last ? n >= First && n <= Last : n >= First || n <= Last;
        }
    }

    [GeneratedRegex("^(?<first>Mo|Tu|We|Th|Fr|Sa|Su)(-(?<last>Mo|Tu|We|Th|Fr|Sa|Su))? (?<from>[0-9]{2}:[0-9]{2})-(?<until>[0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
