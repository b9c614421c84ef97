using System.Collections.Immutable;
using Outreach.Content.Learning;
using Outreach.Content.Packages;
using Outreach.Content.Pages;
using Outreach.Content.Urgent;
using Outreach.Localization;

namespace Outreach.Content.Search;

/// <summary>A question as people type it, and where it belongs. Invented, never taken from a conversation.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Topic">The topic that answers it.</param>
/// <param name="Also">Topics that answer it as well.</param>
/// <param name="Text">The question.</param>
public sealed record TopicExample(string Language, string Topic, ImmutableArray<string> Also, string Text);

/// <summary>The examples of <c>search/examples/&lt;language&gt;.tsv</c>: one question a line; topic, other topics with commas between (may be empty), text.</summary>
public static class TopicExamples
{
    /// <summary>Where they lie in the book.</summary>
    public const string Folder = "search/examples";

    /// <summary>Where the words for ideas lie beside them.</summary>
    public const string IdeasFolder = "search/ideas";

    /// <summary>All examples, or every line that cannot be used.</summary>
    public static Result<ImmutableArray<TopicExample>> Read(ContentFiles files)
    {
        var rows = (from file in files.Under(Folder)
                    from line in file.Text.ReplaceLineEndings("\n").Split('\n').Index()
                    where line.Item.Length > 0 && line.Item[0] != '#'
                    select Row(Path.GetFileNameWithoutExtension(file.Name), line.Item.Split('\t'), $"{Folder}/{file.Name}:{line.Index + 1}")).ToList();
        return rows.SelectMany(r => r.Problems).ToImmutableArray() is { IsEmpty: false } problems ? problems : rows.Select(r => r.Value!).ToImmutableArray();
    }

    /// <summary>What ties weights to what they were learned from: SHA-256 over names and texts of examples and ideas.</summary>
    public static string HashOf(ContentFiles files) => Learned.HashOf(files, Folder, IdeasFolder, UrgentExamples.IdeasFolder);

    private static Result<TopicExample> Row(string language, string[] cells, string where)
    {
        if (cells.Length != 3 || cells[2].Trim().Length == 0)
            return SearchProblems.BadExample(where, "write the topic, other topics that answer as well (or nothing) and the question, with tabs between them and none in the question");
        if (!Locale.TryParse(language, out _))
            return SearchProblems.BadExample(where, $"'{language}' is no language we speak; name the file after one, as en.tsv");
        ImmutableArray<string> also = [.. cells[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return also.Prepend(cells[0]).FirstOrDefault(t => !Topics.All.Contains(t)) is { } unknown
            ? SearchProblems.BadExample(where, $"'{unknown}' is no topic; topics are {string.Join(", ", Topics.Ordered)}")
            : new TopicExample(language, cells[0], also, cells[2]);
    }
}
