using System.Text.RegularExpressions;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>The calendars people count in.</summary>
internal enum CountedIn
{
    /// <summary>January to December.</summary>
    Gregorian,

    /// <summary>Meskerem to Pagume.</summary>
    Ethiopian,

    /// <summary>Farvardin to Esfand; Hamal to Hut.</summary>
    Solar,

    /// <summary>Muharram to Dhu al-Hijjah.</summary>
    Hijri,
}

/// <summary>A month that was named: its calendar and its number there.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct NamedMonth(CountedIn Calendar, int Number);

/// <summary>
/// Finds months and calendars in the words of a date. The names are in the catalogs (date.words.*), because every language, and
/// every region of Arabic, has its own. The person's language counts first, then English, then what means one thing in all others.
/// </summary>
public sealed partial class DateWords
{
    private const int LongestName = 6;
    private readonly (Dictionary<string, NamedMonth> Months, Dictionary<string, CountedIn> Eras)[] _own;
    private readonly Dictionary<string, NamedMonth> _anywhere;

    private DateWords((Dictionary<string, NamedMonth>, Dictionary<string, CountedIn>)[] own, Dictionary<string, NamedMonth> anywhere) => (_own, _anywhere) = (own, anywhere);

    /// <summary>Reads the names from the catalogs.</summary>
    public static DateWords Of(Localizer texts)
    {
        var own = new (Dictionary<string, NamedMonth> Months, Dictionary<string, CountedIn> Eras)[Locale.All.Length];
        foreach (var locale in Locale.All)
        {
            own[locale.Index] = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
            foreach (var calendar in Enum.GetValues<CountedIn>())
                foreach (var (number, name) in Names(texts.Text(locale, Key(calendar))))
                    own[locale.Index].Months.TryAdd(name, new NamedMonth(calendar, number));
            foreach (var (number, name) in Names(texts.Text(locale, "date.words.era")))
                own[locale.Index].Eras.TryAdd(name, (CountedIn)(number - 1));
        }
        var anywhere = own.SelectMany(o => o.Months).GroupBy(m => m.Key, StringComparer.Ordinal).Where(g => g.Select(m => m.Value).Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        return new(own, anywhere);
    }

    /// <summary>The catalog key of a calendar's names.</summary>
    internal static string Key(CountedIn calendar) => $"date.words.{calendar.ToString().ToLowerInvariant()}";

    /// <summary>The words of a date, folded; digits written together with letters are words of their own.</summary>
    internal static string[] Split(string text) => [.. Word().Matches(Fold.Text(text)).Select(m => m.Value)];

    /// <summary>The months named; more than one when the words contradict each other.</summary>
    internal IReadOnlyList<NamedMonth> Months(Locale locale, string[] words)
    {
        foreach (var names in (Dictionary<string, NamedMonth>[])[_own[locale.Index].Months, _own[Locale.English.Index].Months, _anywhere])
            if (Find(names, words) is { Count: > 0 } found)
                return found;
        return [];
    }

    /// <summary>The calendar that words beside the year name; null when none do, or several.</summary>
    internal CountedIn? Era(Locale locale, string[] words)
    {
        foreach (var names in (Dictionary<string, CountedIn>[])[_own[locale.Index].Eras, _own[Locale.English.Index].Eras])
            if (Find(names, words) is { Count: > 0 } found)
                return found is [var one] ? one : null;
        return null;
    }

    /// <summary>What the words name, each stretch read as the longest name it can be.</summary>
    private static List<T> Find<T>(Dictionary<string, T> names, string[] words) where T : struct
    {
        var found = new List<T>();
        for (var at = 0; at < words.Length; at++)
            for (var length = Math.Min(LongestName, words.Length - at); length > 0; length--)
                if (names.TryGetValue(string.Join(' ', words, at, length), out var meaning))
                {
                    if (!found.Contains(meaning))
                        found.Add(meaning);
                    at += length - 1;
                    break;
                }
        return found;
    }

    private static IEnumerable<(int Number, string Name)> Names(string list) =>
        from month in list.Split('|').Index()
        from name in month.Item.Split(',')
        let folded = string.Join(' ', Split(name))
        where folded.Length > 0
        select (month.Index + 1, folded);

    [GeneratedRegex("[0-9]+|[^0-9 ]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
