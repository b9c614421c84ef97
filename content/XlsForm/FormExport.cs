using System.Collections.Immutable;

namespace Outreach.Content.XlsForm;

/// <summary>A draft into the sheets of an XLSForm.</summary>
public static class FormExport
{
    /// <summary>survey, choices, settings.</summary>
    public static FormBook Write(Draft draft)
    {
        var languages = draft.Languages.Insert(0, draft.Base);
        return new FormBook(
        [
            Sheet("survey", draft.Items.SelectMany(i => Rows(i, languages)),
                ["type", "name", .. Columns.TextOrder.SelectMany(t => languages.Select(l => Heading(Columns.Heading(t), l))), .. Columns.Fields.Select(Columns.Heading), Columns.Type, Columns.Part]),
            Sheet("choices", draft.Lists.SelectMany(l => l.Choices.Select(c => Row(l, c, languages))),
                ["list_name", "name", .. languages.Select(l => Heading("label", l)), .. languages.Select(l => Heading(Columns.Also, l)), .. Columns.OwnOfChoice.Order(StringComparer.Ordinal).Select(c => Columns.Own + c), Columns.Shared]),
            Sheet("settings", [Settings(draft)], ["form_title", "form_id", "default_language", .. languages.Skip(1).Select(l => Heading(Columns.Title, l)), .. Columns.OwnSettings.Select(s => Columns.Own + s)]),
        ]);
    }

    /// <summary>The columns in use, known ones first.</summary>
    private static FormSheet Sheet(string name, IEnumerable<IReadOnlyDictionary<string, string>> cells, ImmutableArray<string> order)
    {
        var rows = cells.ToList();
        var used = rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).ToList();
        ImmutableArray<string> columns = [.. order.Where(used.Contains), .. used.Where(u => !order.Contains(u))];
        return new FormSheet(name, [new FormRow(1, columns), .. rows.Select((r, i) => new FormRow(i + 2, [.. columns.Select(c => r.GetValueOrDefault(c, ""))]))]);
    }

    private static IEnumerable<Dictionary<string, string>> Rows(DraftItem item, ImmutableArray<FormLanguage> languages)
    {
        if (item.Type == "include")
            return item.Items.SelectMany(i => Rows(i, languages));
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        Set(cells, "type", item.IsContainer ? $"begin_{item.Type}" : item.Type == "consent" ? "acknowledge" : item.Type == "calculate without calculation" ? "calculate" : item.Type);
        Set(cells, Columns.Type, item.Type == "consent" ? item.Type : "");
        Set(cells, "name", item.Name);
        foreach (var (key, text) in item.Texts)
            Texts(cells, Columns.Heading(key), text, languages);
        foreach (var (key, value) in item.Fields)
            Set(cells, Columns.Heading(key), value);
        Set(cells, Columns.Part, item.Part);
        Kept(cells, item.Kept);
        return item.IsContainer ? [cells, .. item.Items.SelectMany(i => Rows(i, languages)), new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = $"end_{item.Type}" }] : [cells];
    }

    private static Dictionary<string, string> Row(DraftList list, DraftChoice choice, ImmutableArray<FormLanguage> languages)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["list_name"] = list.Name, ["name"] = choice.Name };
        Texts(cells, "label", choice.Label, languages);
        Texts(cells, Columns.Also, choice.Also, languages);
        foreach (var (key, value) in choice.Fields)
            Set(cells, Columns.OwnOfChoice.Contains(key) ? Columns.Own + key : key, value);
        Set(cells, Columns.Shared, list.Shared ? "yes" : "");
        Kept(cells, choice.Kept);
        return cells;
    }

    private static Dictionary<string, string> Settings(Draft draft)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        Set(cells, "form_title", FormHoles.ToForm(draft.Title.In(draft.Base)));
        Set(cells, "form_id", draft.Id);
        Set(cells, "default_language", draft.Base.Heading);
        Texts(cells, Columns.Title, draft.Title, draft.Languages);
        foreach (var (key, value) in draft.Settings)
            Set(cells, Columns.Own + key, value);
        Kept(cells, draft.Kept);
        return cells;
    }

    /// <summary>Kept columns have the heading they came with, and win: they are what the form said.</summary>
    private static void Kept(Dictionary<string, string> cells, IEnumerable<DraftField> kept)
    {
        foreach (var (key, value) in kept)
            cells[key] = value;
    }

    private static void Texts(Dictionary<string, string> cells, string column, DraftText text, IEnumerable<FormLanguage> languages)
    {
        foreach (var language in languages)
            Set(cells, Heading(column, language), FormHoles.ToForm(text.In(language)));
    }

    private static void Set(Dictionary<string, string> cells, string column, string value)
    {
        if (value.Length > 0)
            cells[column] = value;
    }

    private static string Heading(string column, FormLanguage language) => $"{column}::{language.Heading}";
}
