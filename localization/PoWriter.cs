using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Outreach.Localization;

/// <summary>Writes PO files in the order they have, the same bytes for the same file, with a header gettext's checks accept.</summary>
public static class PoWriter
{
    /// <summary>Strings longer than this are broken after line ends and spaces.</summary>
    public const int Width = 78;

    /// <summary>The text of a PO file.</summary>
    public static string Write(PoFile file)
    {
        var text = new StringBuilder();
        Lines(text, "#", file.Comments);
        text.Append("msgid \"\"\nmsgstr \"\"\n");
        foreach (var field in Header(file))
            Quoted(text, $"{field.Name}: {field.Value}\n").Append('\n');
        foreach (var entry in file.Entries)
            Entry(text.Append('\n'), entry);
        return text.ToString();
    }

    /// <summary>Writes to disk: a complete file or none.</summary>
    public static void WriteFile(PoFile file, string path)
    {
        var unfinished = path + ".new";
        File.WriteAllText(unfinished, Write(file));
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>The header of the file, what is missing filled in.</summary>
    private static ImmutableArray<PoField> Header(PoFile file)
    {
        var needed = PoFile.HeaderOf(file.Locale == Locale.English ? null : file.Locale);
        return file.Header.AddRange(needed.Where(f => file.Field(f.Name) is null));
    }

    private static void Entry(StringBuilder text, PoEntry entry)
    {
        Lines(text, "#", entry.Comments);
        Lines(text, "#.", entry.Notes);
        Lines(text, "#:", entry.References);
        if (!entry.Flags.IsEmpty)
            text.Append("#, ").AppendJoin(", ", entry.Flags).Append('\n');
        String(text, "#| ", "msgid", entry.PreviousEnglish);
        String(text, "#| ", "msgid_plural", entry.PreviousEnglishPlural);
        String(text, "", "msgctxt", entry.Key);
        String(text, "", "msgid", entry.English);
        String(text, "", "msgid_plural", entry.EnglishPlural);
        var forms = entry.Translations.IsEmpty ? [""] : entry.Translations;
        for (var i = 0; i < forms.Length; i++)
            String(text, "", entry.IsPlural ? string.Create(CultureInfo.InvariantCulture, $"msgstr[{i}]") : "msgstr", forms[i]);
    }

    private static void Lines(StringBuilder text, string mark, ImmutableArray<string> lines)
    {
        foreach (var line in lines.SelectMany(l => l.ReplaceLineEndings("\n").Split('\n')))
            text.Append(mark).Append(line.Length == 0 ? "" : " ").Append(line).Append('\n');
    }

    private static void String(StringBuilder text, string mark, string keyword, string? value)
    {
        if (value is null)
            return;
        text.Append(mark).Append(keyword).Append(' ');
        if (mark.Length + keyword.Length + value.Length + 3 <= Width && value.IndexOf('\n') is var end && (end < 0 || end == value.Length - 1))
        {
            Quoted(text, value).Append('\n');
            return;
        }

        text.Append("\"\"\n");
        for (var rest = value; rest.Length > 0;)
        {
            var length = LineLength(rest);
            Quoted(text.Append(mark), rest[..length]).Append('\n');
            rest = rest[length..];
        }
    }

    /// <summary>As much as fits on a line: up to a line end, or to the last space before the width, or the first one after it.</summary>
    private static int LineLength(string rest)
    {
        var newline = rest.IndexOf('\n');
        var whole = newline < 0 ? rest.Length : newline + 1;
        if (whole <= Width)
            return whole;
        var space = rest.LastIndexOf(' ', Width - 1);
        if (space < 0)
            space = rest.IndexOf(' ', Width - 1, whole - Width + 1);
        return space < 0 ? whole : space + 1;
    }

    private static StringBuilder Quoted(StringBuilder text, string value)
    {
        text.Append('"');
        PoString.Escape(value, text);
        return text.Append('"');
    }
}
