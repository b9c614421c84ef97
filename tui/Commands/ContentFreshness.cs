using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;

namespace Outreach.Tui.Commands;

/// <summary>outreach content freshness: what grows old, the first to do so first.</summary>
internal static class ContentFreshness
{
    /// <summary>Lists it; the exit code is 1 when something is past its time.</summary>
    public static int Run(Sources sources, string? place, DateOnly today, Streams streams)
    {
        var read = BookReader.Read(sources.Content, sources.Catalogs, new Office { Name = Settings.OfficeName });
        if (!read.Ok)
            return Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", read.Problems);
        var rows = FreshnessReport.Of(read.Value, place);
        if (rows.IsEmpty)
            return Output.Fail(streams.Error, $"Nothing is known about '{place}'; name a place such as de, or programme, world, countries.", []);
        foreach (var row in rows)
            streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(row.Until < today ? "old  " : "until")} {row.Until:yyyy-MM-dd}  {row.Place,-9}  {row.Kind,-9}  checked {row.Checked:yyyy-MM-dd}  {row.What}{(row.Count > 1 ? $" ({row.Count})" : "")}"));
        var old = rows.Where(r => r.Until < today).Sum(r => r.Count);
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Sum(r => r.Count)} facts and pages on {today:yyyy-MM-dd}: {old} past their time, {rows.Where(r => r.Until >= today && r.Until < today.AddDays(30)).Sum(r => r.Count)} within 30 days."));
        return old > 0 ? 1 : 0;
    }
}
