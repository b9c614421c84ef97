using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Signing;
using Outreach.Referrals;

namespace Outreach.Tui.Commands;

/// <summary>outreach content check: the visible list of everything an editor should look at.</summary>
internal static class ContentCheck
{
    /// <summary>Says everything; the exit code is 1 when something must not go out.</summary>
    public static int Run(Sources sources, DateOnly today, Streams streams)
    {
        var files = ContentFiles.Read(sources.Content, sources.Catalogs);
        var read = BookReader.Read(sources.Content, sources.Catalogs, new Office { Name = Settings.OfficeName });
        if (!read.Ok)
            return Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", read.Problems);
        var texts = files.Value!.All.ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);
        var tools = sources.Tools(new Hunspell());
        if (!tools.Ok)
            return Output.Fail(streams.Error, $"The glossaries of {sources.Glossary} cannot be used:", tools.Problems);
        var remarks = Inspector.Inspect(read.Value, today, tools.Value).Select(r => r with { Problem = LineFinder.Locate(r.Problem, texts.GetValueOrDefault) }).ToImmutableArray();
        foreach (var remark in remarks.OrderByDescending(r => r.Severity))
            streams.Say.WriteLine($"{(remark.Severity == Severity.Error ? "error" : "report")} {remark.Problem}");
        SayUnsigned(sources, read.Value, today, streams);
        var errors = remarks.Count(r => r.Severity == Severity.Error);
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read.Value.Library.All.Length} pages, {read.Value.Dialogs.Count} dialogs: {errors} errors, {remarks.Length - errors} reports."));
        return errors > 0 ? 1 : 0;
    }

    private static void SayUnsigned(Sources sources, Book book, DateOnly today, Streams streams)
    {
        if (!Directory.Exists(sources.Rules))
            return;
        foreach (var loose in SignatureCheck.Loose(GoLive.Texts(book, sources.Rules), book.Signatures))
            streams.Say.WriteLine($"report {loose}");
        if (GoLive.Unsigned(book, sources.Rules, today).Length is > 0 and var unsigned)
            streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"report {unsigned} texts must be signed before an office goes live; 'outreach golive check' lists them"));
    }
}
