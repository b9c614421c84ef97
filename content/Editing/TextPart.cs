using System.Text.RegularExpressions;
using Outreach.Content.Packages;

namespace Outreach.Content.Editing;

/// <summary>
/// What can be edited away from the repository: a page as a whole, or one contact of a directory file. Nothing else: dialogs,
/// programmes, urgent words and catalogs are signed or translated, and have a way of their own.
/// </summary>
/// <param name="File">The name among the content files, "library/de/housing.en.md".</param>
/// <param name="Contact">The id of a contact in a directory file, "de/112"; null for a whole page.</param>
public sealed partial record TextPart(string File, string? Contact)
{
    /// <summary>Whether it is one that may be edited.</summary>
    public bool IsEditable => Contact is null
        ? File.EndsWith(".md", StringComparison.Ordinal) && (File.StartsWith("library/", StringComparison.Ordinal) || File.StartsWith("programmes/", StringComparison.Ordinal))
        : File.StartsWith("directory/", StringComparison.Ordinal) && File.EndsWith(".yaml", StringComparison.Ordinal);

    /// <summary>The contacts of a directory file, in its order.</summary>
    public static IEnumerable<TextPart> ContactsOf(NamedText file) => Ids().Matches(file.Text).Select(id => new TextPart(file.Name, id.Groups["id"].Value));

    /// <summary>This part of a file's text; null when it is not there.</summary>
    public string? In(string text)
    {
        if (Contact is null)
            return text;
        return Place(text) is { } place ? text[place] : null;
    }

    /// <summary>The text with another part in the place of this one; null when it is not there.</summary>
    public string? Put(string text, string part)
    {
        if (Contact is null)
            return part;
        return Place(text) is { } place ? text[..place.Start.Value] + part + text[place.End.Value..] : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Contact is null ? File : $"{File} {Contact}";

    /// <summary>From "- id:" to the last line that belongs to it: blank lines and remarks before the next contact are nobody's.</summary>
    private Range? Place(string text)
    {
        var starts = Ids().Matches(text);
        for (var i = 0; i < starts.Count; i++)
        {
            if (starts[i].Groups["id"].Value != Contact)
                continue;
            var end = i + 1 < starts.Count ? starts[i + 1].Index : text.Length;
            while (LastLine(text, starts[i].Index, end) is var start && start > starts[i].Index && IsNobodys(text.AsSpan(start..end)))
                end = start;
            return starts[i].Index..end;
        }
        return null;
    }

    private static int LastLine(string text, int from, int end) => text.LastIndexOf('\n', Math.Max(from, end - 2)) is var at && at >= from ? at + 1 : from;

    private static bool IsNobodys(ReadOnlySpan<char> line) => line.Trim() is var said && (said.IsEmpty || line[0] == '#');

    [GeneratedRegex(@"^- id: *""?(?<id>[a-z0-9/-]+)""? *\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Ids();
}
