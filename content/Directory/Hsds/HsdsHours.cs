using System.Collections.Immutable;

namespace Outreach.Content.Directory.Hsds;

/// <summary>Opening hours as schedules of HSDS (weekly rules of RFC 5545) and back.</summary>
internal static class HsdsHours
{
    private const string Midnight = "24:00", LastSecond = "23:59:59";
    private static readonly ImmutableArray<string> Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>A schedule for each stretch of days: which, from, until. None where nobody knows.</summary>
    public static IEnumerable<(string Days, string Opens, string Closes)> Of(string hours) => hours switch
    {
        OpeningHours.Unknown => [],
        OpeningHours.Always => [(string.Join(',', Days), "00:00:00", LastSecond)],
        _ => OpeningHours.Times(hours).Select(t => (string.Join(',', From(t.First, t.Last)), $"{t.From}:00", t.Until == Midnight ? LastSecond : $"{t.Until}:00")),
    };

    /// <summary>The hours of schedules; null when they are not weekly days and times, which we do not guess from.</summary>
    public static string? Of(IReadOnlyCollection<HsdsRow> schedules)
    {
        if (schedules.Count == 0)
            return OpeningHours.Unknown;
        var parts = schedules.SelectMany(Parts).ToList();
        if (parts.Contains(null))
            return null;
        return parts is ["Mo-Su 00:00-24:00"] ? OpeningHours.Always : string.Join("; ", parts);
    }

    private static IEnumerable<string?> Parts(HsdsRow schedule)
    {
        var days = schedule["byday"]?.Split(',', StringSplitOptions.TrimEntries).Select(d => Days.IndexOf(d)).ToList();
        if (days is not { Count: > 0 } || days.Contains(-1) || schedule["freq"] is not (null or "WEEKLY") || schedule["interval"] is not (null or "1")
            || schedule["bymonthday"] is not null || schedule["byweekno"] is not null || schedule["byyearday"] is not null
            || schedule["opens_at"] is not { Length: >= 5 } opens || schedule["closes_at"] is not { Length: >= 5 } closes)
            return [null];
        var times = $"{opens[..5]}-{(closes == LastSecond ? Midnight : closes[..5])}";
        return Stretches(days).Select(s => s.First == s.Last ? $"{Name(s.First)} {times}" : $"{Name(s.First)}-{Name(s.Last)} {times}");
    }

    /// <summary>Days that follow each other, also over the end of the week.</summary>
    private static IEnumerable<(int First, int Last)> Stretches(List<int> days)
    {
        for (var i = 0; i < days.Count;)
        {
            var last = i;
            while (last + 1 < days.Count && days[last + 1] == (days[last] + 1) % 7 && last + 1 - i < 7)
                last++;
            yield return (days[i], days[last]);
            i = last + 1;
        }
    }

    private static IEnumerable<string> From(int first, int last) => Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(d => Days[d % 7]);

    private static string Name(int day) => $"{Days[day][0]}{char.ToLowerInvariant(Days[day][1])}";
}
