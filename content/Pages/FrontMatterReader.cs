using System.Collections.Immutable;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>Reads what a page says about itself.</summary>
internal static class FrontMatterReader
{
    /// <summary>The front matter of a page; after problems were added it means nothing.</summary>
    /// <param name="yaml">Its YAML, with as many lines before it as the file has.</param>
    /// <param name="file">Whose it is.</param>
    /// <param name="problems">Where problems go.</param>
    public static FrontMatter? Read(string yaml, PageFile file, ICollection<Problem> problems)
    {
        if (YamlFields.Of(yaml, file.Name, problems) is not { } fields)
            return null;
        var original = file.Locale == Locale.English;
        var mark = fields.OptionalMap("translation");
        if (original && mark is not null)
            problems.Add(PageProblems.OriginalTranslated(mark.Where));
        if (!original && mark is null)
            problems.Add(PageProblems.NoTranslationMark(fields.Where));
        var own = original || fields.Has("revision") ? fields.Count("revision") : 0;
        var reviewed = fields.Date("reviewed");
        var (summary, fact) = FactMark.Take(fields.Text("summary", PageLimits.Summary + FactMark.Longest), reviewed);
        if (summary.Length > PageLimits.Summary)
            problems.Add(FieldProblems.TooLong(fields.WhereOf("summary"), "summary", summary.Length, PageLimits.Summary));
        var front = new FrontMatter
        {
            Title = fields.Text("title", PageLimits.Title),
            Summary = summary,
            SummaryFact = fact,
            Reviewed = reviewed,
            ReviewBy = fields.Date("review-by"),
            Owner = fields.Text("owner"),
            Revision = mark?.Count("of") ?? own,
            Translation = mark is null ? null : new TranslationMark(mark.OneOf("status", ("draft", false), ("reviewed", true)), mark.Text("by")),
            Sources = [.. fields.Maps("sources").Select(SourceReader.Read)],
            AlsoAskedAs = fields.OptionalTexts("also-asked-as"),
        };
        mark?.End();
        fields.End();
        if (front.Sources.IsEmpty)
            problems.Add(PageProblems.NoSource(fields.WhereOf("sources")));
        if (front.ReviewBy <= front.Reviewed && front.ReviewBy != default)
            problems.Add(PageProblems.ReviewedLate(fields.WhereOf("review-by")));
        return front;
    }
}

/// <summary>Reads where a fact comes from.</summary>
internal static class SourceReader
{
    private static readonly Uri Unknown = new("https://invalid.example");

    /// <summary>A source: title, url, and a date as precise as known.</summary>
    public static Source Read(YamlFields fields)
    {
        if (!fields.Has("url"))
            fields.Text("url");
        var source = new Source(fields.Text("title"), fields.SourceLink("url") ?? Unknown, fields.Optional("date") ?? "");
        fields.End();
        return source;
    }
}
