using System.Globalization;
using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>Writes a draft as YAML, in the form of our dialogs, and its translations as PO files.</summary>
public static class DraftYaml
{
    private static readonly HashSet<string> Words = new(["yes", "no", "true", "false", "null", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The YAML.</summary>
    public static string Write(Draft draft)
    {
        var text = new StringBuilder();
        if (!draft.Remarks.IsEmpty)
            text.Append("# Left out, or to be decided:\n");
        foreach (var remark in draft.Remarks)
            Comment(text, "", remark);
        text.Append("settings:\n");
        Field(text, "  ", "id", draft.Id);
        Field(text, "  ", "title", draft.Title.In(draft.Base));
        if (draft.Base.Code != FormLanguage.English.Code)
            Field(text, "  ", "language", draft.Base.Heading);
        foreach (var (key, value) in draft.Settings)
            Field(text, "  ", key, value);
        Kept(text, "  ", draft.Kept);
        text.Append("survey:\n");
        foreach (var item in draft.Items)
            Item(text, draft, item, "  ");
        var lists = draft.Lists.Where(l => !l.Shared).ToList();
        if (lists.Count > 0)
            text.Append("choices:\n");
        foreach (var list in lists)
        {
            text.Append("  ").Append(Scalar(list.Name)).Append(":\n");
            foreach (var choice in list.Choices)
                Choice(text, draft, choice);
        }
        return text.ToString();
    }

    /// <summary>The translations of one language.</summary>
    public static PoFile Translations(Draft draft, FormLanguage language)
    {
        var file = Locale.TryParse(language.Code, out var locale) && locale.Tag == language.Code ? PoFile.Empty(locale)
            : new PoFile { Header = [new PoField("Language-Team", language.Name), new PoField("Language", language.Code)] };
        return file with
        {
            Name = $"{draft.Id}.{language.Code}.po",
            Entries = [.. draft.Texts().Select(t => (t.Key, English: English(draft, t.Text), Said: t.Text.In(language))).Where(t => t.Said.Length > 0)
                .Select(t => PoEntry.OfEnglish(t.Key, t.English) with { Translations = [t.Said] })],
        };
    }

    /// <summary>The text in the language of the draft; where it has none, any other: a text must stand there.</summary>
    internal static string English(Draft draft, DraftText text) =>
        text.In(draft.Base) is { Length: > 0 } said ? said : draft.Languages.Select(text.In).FirstOrDefault(t => t.Length > 0, "");

    private static void Item(StringBuilder text, Draft draft, DraftItem item, string indent)
    {
        if (item.Remark.Length > 0)
            Comment(text, indent, item.Remark);
        if (item.Type == "include")
        {
            text.Append(indent).Append("- include: ").Append(Scalar(item.Name)).Append('\n');
            return;
        }
        text.Append(indent).Append("- type: ").Append(Type(item.Type)).Append('\n');
        var inside = indent + "  ";
        Field(text, inside, "name", item.Name);
        foreach (var key in Columns.TextOrder)
            if (item.Texts.TryGetValue(key, out var said))
                Field(text, inside, key, English(draft, said));
        foreach (var (key, value) in item.Fields)
            Field(text, inside, key, value);
        Kept(text, inside, item.Kept);
        if (!item.IsContainer)
            return;
        text.Append(inside).Append(item.Items.IsEmpty ? "survey: []\n" : "survey:\n");
        foreach (var child in item.Items)
            Item(text, draft, child, inside + "  ");
    }

    private static void Choice(StringBuilder text, Draft draft, DraftChoice choice)
    {
        text.Append("    - name: ").Append(Scalar(choice.Name)).Append('\n');
        Field(text, "      ", "label", English(draft, choice.Label));
        if (!choice.Also.IsEmpty)
            Field(text, "      ", "also", English(draft, choice.Also));
        foreach (var (key, value) in choice.Fields)
            Field(text, "      ", key, value);
        Kept(text, "      ", choice.Kept);
    }

    private static void Kept(StringBuilder text, string indent, IEnumerable<DraftField> kept)
    {
        var first = true;
        foreach (var (key, value) in kept)
        {
            if (first)
                text.Append(indent).Append(DialogReader.Kept).Append(":\n");
            first = false;
            Field(text, indent + "  ", key, value);
        }
    }

    private static void Field(StringBuilder text, string indent, string key, string value)
    {
        text.Append(indent).Append(Scalar(key)).Append(": ");
        if (Columns.Lists.Contains(key))
            text.Append('[').AppendJoin(", ", value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Scalar)).Append(']');
        else
            text.Append(Scalar(value));
        text.Append('\n');
    }

    private static void Comment(StringBuilder text, string indent, string remark) => text.Append(indent).Append("# ").Append(string.Concat(remark.Select(c => char.IsControl(c) ? ' ' : c))).Append('\n');

    private static string Type(string type) => type.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ' ') ? type : Scalar(type);

    private static string Scalar(string value)
    {
        if (value.Length > 0 && (char.IsAsciiLetter(value[0]) || value[0] == '_') && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && !Words.Contains(value))
            return value;
        var text = new StringBuilder("\"");
        foreach (var c in value)
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                '\n' => text.Append("\\n"),
                _ when char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned || c >= '\uFFF0'
                    => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        return text.Append('"').ToString();
    }
}
