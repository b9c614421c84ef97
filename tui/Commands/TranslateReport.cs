using System.Globalization;
using Outreach.Content.Translation;
using Outreach.Localization;
using Outreach.Localization.Exchange;

namespace Outreach.Tui.Commands;

/// <summary>outreach translate report: how complete, how old.</summary>
internal static class TranslateReport
{
    private static readonly string[] Headings = ["language", "texts", "up to date", "older English", "missing", "need none", "pages", "up to date", "older", "missing", "no speaker"];

    /// <summary>A line a language; of one language also what changed.</summary>
    public static int Run(TranslationShelf shelf, Locale? only, Streams streams)
    {
        var works = Locale.All.Where(l => l != Locale.English && (only is null || l == only)).Select(l => TranslationWork.Of(shelf, l)).ToList();
        string[][] rows = [Headings, .. works.Select(Row)];
        var widths = Enumerable.Range(0, Headings.Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        foreach (var row in rows)
            streams.Say.WriteLine(string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
        if (only is null)
            return 0;
        foreach (var unit in works[0].Units.Where(u => u.State == UnitState.Stale))
            streams.Say.WriteLine($"{unit.Id}: {(unit.Previous is { } previous ? WordDifference.Shown(previous, unit.Source) : "the English has changed; what it was is not known here")}");
        return 0;
    }

    private static string[] Row(TranslationWork work)
    {
        var (english, translated, upToDate) = work.Pages;
        int[] counts =
        [
            work.Units.Length, Count(work, UnitState.Translated), Count(work, UnitState.Stale), Count(work, UnitState.New), Count(work, UnitState.Unneeded),
            english, upToDate, translated - upToDate, english - translated, work.DraftPages,
        ];
        return [work.Locale.EnglishName, .. counts.Select(c => c.ToString(CultureInfo.InvariantCulture))];
    }

    private static int Count(TranslationWork work, UnitState state) => work.Units.Count(u => u.State == state);
}
