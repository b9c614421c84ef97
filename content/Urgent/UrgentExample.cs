using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Learning;
using Outreach.Content.Packages;
using Outreach.Localization;

namespace Outreach.Content.Urgent;

/// <summary>A message as people type it, and what it deserves. Invented, never taken from a conversation.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Text">The message.</param>
/// <param name="Kind">The danger; null when there is none.</param>
/// <param name="Unsure">A reasonable operator would ask.</param>
public sealed record UrgentExample(string Language, string Text, UrgentKind? Kind, bool Unsure)
{
    /// <summary>What it deserves.</summary>
    public UrgentExpected Expected => Kind is null ? UrgentExpected.No : Unsure ? UrgentExpected.Ask : UrgentExpected.Yes;
}

/// <summary>
/// The examples of <c>safety/examples/&lt;language&gt;.tsv</c>: one message a line; kind (none, or a kind of the list), urgent (yes, ask, no), text.
/// </summary>
public static class UrgentExamples
{
    /// <summary>Where they lie in the book.</summary>
    public const string Folder = "safety/examples";

    /// <summary>Where the words for ideas lie beside them.</summary>
    public const string IdeasFolder = "safety/ideas";

    private const string None = "none";

    /// <summary>All examples, or every line that cannot be used.</summary>
    public static Result<ImmutableArray<UrgentExample>> Read(IEnumerable<NamedText> files)
    {
        var rows = (from file in files
                    from line in file.Text.ReplaceLineEndings("\n").Split('\n').Index()
                    where line.Item.Length > 0 && line.Item[0] != '#'
                    select Row(Path.GetFileNameWithoutExtension(file.Name), line.Item.Split('\t'), $"{Folder}/{file.Name}:{line.Index + 1}")).ToList();
        return rows.SelectMany(r => r.Problems).ToImmutableArray() is { IsEmpty: false } problems ? problems : rows.Select(r => r.Value!).ToImmutableArray();
    }

    /// <summary>What ties weights to what they were learned from: SHA-256 over names and texts of examples and ideas.</summary>
    public static string HashOf(ContentFiles files) => Learned.HashOf(files, Folder, IdeasFolder);

    private static Result<UrgentExample> Row(string language, string[] cells, string where)
    {
        if (cells.Length != 3 || cells[2].Trim().Length == 0)
            return UrgentProblems.BadExample(where, "write kind, urgent and the message, with tabs between them and none in the message");
        if (!Locale.TryParse(language, out _))
            return UrgentProblems.BadExample(where, $"'{language}' is no language we speak; name the file after one, as en.tsv");
        var kind = UrgentReader.KindOf(cells[0]);
        return (cells[1], kind) switch
        {
            ("no", null) when cells[0] == None => new UrgentExample(language, cells[2], null, Unsure: false),
            ("yes", { } danger) => new UrgentExample(language, cells[2], danger, Unsure: false),
            ("ask", { } danger) => new UrgentExample(language, cells[2], danger, Unsure: true),
            ("no" or "yes" or "ask", _) => UrgentProblems.BadExample(where, $"'{cells[0]}' does not go with '{cells[1]}'; 'no' goes with '{None}', 'yes' and 'ask' with a kind of danger: {UrgentReader.KindNames}"),
            _ => UrgentProblems.BadExample(where, $"'{cells[1]}' is not yes, ask or no"),
        };
    }
}
