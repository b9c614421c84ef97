using System.Globalization;
using System.Text.RegularExpressions;
using Outreach.Content.Directory;

namespace Outreach.Content.Editing;

/// <summary>What changes most often about a contact, as one form: the number, the web address, the hours, and until when it is closed.</summary>
/// <param name="Number">As dialled in the country; null when there is none.</param>
/// <param name="Link">A web address; null when there is none.</param>
/// <param name="Hours">always, unknown, or "Mo-Fr 09:00-17:00".</param>
/// <param name="ClosedUntil">The last day it is closed; null while it is open.</param>
public sealed partial record ContactForm(string? Number, string? Link, string Hours, DateOnly? ClosedUntil)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The form of a contact's lines in a directory file.</summary>
    public static ContactForm Of(string lines) => new(
        Value(lines, "number"), Value(lines, "link"), Value(lines, "hours") ?? OpeningHours.Unknown,
        DateOnly.TryParseExact(Value(lines, "closed-until"), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    /// <summary>The name on the door, for whoever looks for it in a list.</summary>
    public static string NameOf(string lines) => Value(lines, "name") ?? "";

    /// <summary>
    /// The lines with this form written into them; everything else stays as somebody wrote it. A number, an address or hours that
    /// changed count as looked up today.
    /// </summary>
    public string Into(string lines, DateOnly today)
    {
        var before = Of(lines);
        lines = With(lines, "number", Given(Number) is { } number ? Quoted(number) : null, after: "id");
        lines = With(lines, "link", Given(Link) is { } link ? Quoted(link) : null, after: "name");
        lines = With(lines, "hours", Hours.Trim() is { Length: > 0 } hours ? Plain(hours) : OpeningHours.Unknown, after: "name");
        lines = With(lines, "closed-until", ClosedUntil?.ToString(Day, CultureInfo.InvariantCulture), after: "hours");
        return before with { ClosedUntil = null } == Of(lines) with { ClosedUntil = null }
            ? lines
            : With(lines, "checked", today.ToString(Day, CultureInfo.InvariantCulture), after: "hours");
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Value(string lines, string key)
    {
        var found = LineOf(lines, key);
        if (!found.Success)
            return null;
        var value = found.Groups["value"].Value.Trim();
        return value is ['"', .. var inside, '"'] ? inside.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal) : value.Length > 0 ? value : null;
    }

    /// <summary>The line of a key written, added behind another one, or taken out. A line that says the same already stays.</summary>
    private static string With(string lines, string key, string? value, string after)
    {
        var line = LineOf(lines, key);
        if (value is null)
            return line.Success ? lines.Remove(line.Index, line.Length) : lines;
        if (line.Success)
            return Value($"  {key}: {value}\n", key) == Value(lines, key) ? lines : lines.Remove(line.Index, line.Length).Insert(line.Index, $"  {key}: {value}\n");
        var behind = LineOf(lines, after);
        return behind.Success ? lines.Insert(behind.Index + behind.Length, $"{(behind.Value.EndsWith('\n') ? "" : "\n")}  {key}: {value}\n") : lines;
    }

    private static Match LineOf(string lines, string key) => Lines().Matches(lines).FirstOrDefault(m => m.Groups["key"].Value == key) ?? Match.Empty;

    /// <summary>Whatever was typed stays one YAML text; what it means is for the reader to judge.</summary>
    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Plain(string hours) => OpeningHours.IsValid(hours) && !hours.Contains(';') ? hours : Quoted(hours);

    [GeneratedRegex(@"^(- |  )(?<key>[a-z-]+):(?<value>[^\r\n]*)(\r?\n|\z)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Lines();
}
