using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>outreach content coverage: place by topic by language, what is written and how it stands.</summary>
internal static class ContentCoverage
{
    /// <summary>Lists it; missing pages are no failure, 'content check' decides what must not go out.</summary>
    public static int Run(Sources sources, string? place, Streams streams)
    {
        var read = BookReader.Read(sources.Content, sources.Catalogs, new Office { Name = Settings.OfficeName });
        if (!read.Ok)
            return Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", read.Problems);
        var rows = CoverageReport.Of(read.Value, place);
        if (rows.IsEmpty)
            return Output.Fail(streams.Error, $"Nothing is known about '{place}'; name a place such as de, or programme.", []);
        streams.Say.WriteLine($"{"",-34} cards sources oldest     {string.Join(' ', Locale.All.Select(l => $"{l.Tag,6}"))}");
        foreach (var row in rows)
            streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Page.Value,-34} {row.Cards,5} {row.Sources,7} {row.OldestSource ?? "-",-10} {string.Join(' ', row.Cells.Select(Shown))}"));
        streams.Say.WriteLine($"{"pages",-34} {"",5} {"",7} {"",-10} {string.Join(' ', Locale.All.Select(l => $"{rows.Count(r => r.Cells[l.Index].State != CoverageState.Missing),5} "))}".TrimEnd());
        streams.Say.WriteLine("Words of each page; * no speaker has signed the translation; ! the English page was changed since; - people read English.");
        var cells = rows.SelectMany(r => r.Cells).ToList();
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{cells.Count(c => c.State != CoverageState.Missing)} of {cells.Count} pages written: {cells.Count(c => c.State == CoverageState.Draft)} drafts, {cells.Count(c => c.State == CoverageState.Stale)} stale, {cells.Count(c => c.State == CoverageState.Missing)} missing."));
        return 0;
    }

    private static string Shown(CoverageCell cell) => cell.State switch
    {
        CoverageState.Missing => $"{"-",5} ",
        CoverageState.Draft => $"{cell.Words,5}*",
        CoverageState.Stale => $"{cell.Words,5}!",
        _ => $"{cell.Words,5} ",
    };
}
