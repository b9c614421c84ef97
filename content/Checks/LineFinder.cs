using System.Collections.Frozen;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>The line of a file that a remark is about: a card, a contact, a field. Checks look at what was read, editors at lines.</summary>
public static class LineFinder
{
    /// <summary>The field that says what a check complains about.</summary>
    private static readonly FrozenDictionary<int, string> Fields = new Dictionary<int, string>
    {
        [2040] = "review-by:",
        [2041] = "reviewed:",
        [2042] = "also-asked-as:",
        [2048] = "translation:",
        [2059] = "dialog:",
        [2060] = "review-by:",
    }.ToFrozenDictionary();

    /// <summary>The same problem with "file:line" for "file" or "file#part"; without the line when there is none to find.</summary>
    /// <param name="problem">What was found.</param>
    /// <param name="textOf">The text of a file by its name; null when there is no such file.</param>
    public static Problem Locate(Problem problem, Func<string, string?> textOf)
    {
        var (file, part) = problem.Where.Split('#', 2) is [var before, var after] ? (before, after) : (problem.Where, null);
        if (part is null && !Fields.ContainsKey(problem.Code))
            return problem;
        var lines = textOf(file)?.Split('\n') ?? [];
        var at = part is null ? Array.FindIndex(lines, l => l.StartsWith(Fields[problem.Code], StringComparison.Ordinal))
            : part.Contains('/', StringComparison.Ordinal) ? Array.FindIndex(lines, l => l.TrimEnd().EndsWith($"id: {part}", StringComparison.Ordinal))
            : Card(lines, part);
        return problem with { Where = at < 0 ? file : $"{file}:{at + 1}" };
    }

    /// <summary>A card by the anchor in its heading, or by its number where it has none.</summary>
    private static int Card(string[] lines, string anchor)
    {
        var named = Array.FindIndex(lines, l => l.StartsWith("## ", StringComparison.Ordinal) && l.Contains($"{{#{anchor}}}", StringComparison.Ordinal));
        if (named >= 0 || anchor is not ['c', .. var digits] || !int.TryParse(digits, out var number))
            return named;
        var headings = lines.Index().Where(l => l.Item.StartsWith("## ", StringComparison.Ordinal)).Select(l => l.Index).ToList();
        return number >= 1 && number <= headings.Count ? headings[number - 1] : -1;
    }
}
