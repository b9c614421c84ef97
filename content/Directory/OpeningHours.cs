using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
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

    private sealed record Span(int First, int Last, string From, string Until);

    [GeneratedRegex("^(?<first>Mo|Tu|We|Th|Fr|Sa|Su)(-(?<last>Mo|Tu|We|Th|Fr|Sa|Su))? (?<from>[0-9]{2}:[0-9]{2})-(?<until>[0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
