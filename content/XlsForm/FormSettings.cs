using System.Collections.Immutable;

namespace Outreach.Content.XlsForm;

/// <summary>The settings sheet, and which languages the form speaks.</summary>
internal sealed record FormSettings
{
    public required string Id { get; init; }

    public required FormLanguage Base { get; init; }

    public required ImmutableArray<FormLanguage> Languages { get; init; }

    public required DraftText Title { get; init; }

    public required ImmutableArray<DraftField> Own { get; init; }

    public required ImmutableArray<DraftField> Kept { get; init; }

    public required bool ChoicesMayRepeat { get; init; }

    public static FormSettings Read(FormSheets form, string file, List<string> remarks)
    {
        var table = form.Settings;
        var row = table.Rows.FirstOrDefault() ?? new FormRow(2, []);
        var named = new[] { form.Survey, form.Choices, table }.SelectMany(t => t.Headings).Select(h => h.Language).OfType<FormLanguage>().DistinctBy(l => l.Code).ToList();
        var preferred = Preferred(table.Get(row, "default_language"), named);
        foreach (var spoken in (FormTable[])[form.Survey, form.Choices, table])
            spoken.Speak(preferred ?? (named.Count == 1 ? named[0] : FormLanguage.English), sure: preferred is not null);
        var all = new[] { form.Survey, form.Choices, table }.SelectMany(t => t.Headings.Where(h => h.Key.Length > 0)).Select(h => h.Language).OfType<FormLanguage>().DistinctBy(l => l.Code).ToList();
        var native = all.Find(l => l.Code == FormLanguage.English.Code) ?? all.Find(l => l.Code == preferred?.Code) ?? all.FirstOrDefault() ?? FormLanguage.English;
        if (native.Code != FormLanguage.English.Code)
            remarks.Add($"the form has no English texts; those of {native.Heading} stand in their place and the draft says 'language: {native.Code}'");
        var id = table.Get(row, "form_id") is { Length: > 0 } given ? given : Path.GetFileNameWithoutExtension(file);
        var title = table.Texts(row, Columns.Title).Aggregate(DraftText.None, (text, cell) => text.With(cell.Heading.Language!, cell.Text));
        var kept = table.Kept(row, h => h.Key is "" or "allow_choice_duplicates" || (h.Key == "default_language" && preferred?.Code != native.Code)).ToImmutableArray();
        return new FormSettings
        {
            Id = Slug(id),
            Base = native,
            Languages = [.. all.Where(l => l.Code != native.Code)],
            Title = title.With(native, table.Get(row, "form_title") is { Length: > 0 } entitled ? entitled : title.In(native) is { Length: > 0 } said ? said : id),
            Own = [.. Columns.OwnSettings.Select(s => new DraftField(s, table.Get(row, Columns.Own + s))).Where(f => f.Value.Length > 0)],
            Kept = Slug(id) == id || table.Get(row, "form_id").Length == 0 ? kept : kept.Insert(0, new DraftField("form_id", id)),
            ChoicesMayRepeat = SurveyRows.IsYes(table.Get(row, "allow_choice_duplicates")),
        };
    }

    /// <summary>The default language, with the code a heading gives it.</summary>
    private static FormLanguage? Preferred(string text, List<FormLanguage> named)
    {
        if (text.Length == 0 || text.Equals("default", StringComparison.OrdinalIgnoreCase))
            return null;
        var language = FormLanguage.Parse(text);
        return named.Find(l => l.Code == language.Code) ?? named.Find(l => l.Name.Equals(language.Name, StringComparison.OrdinalIgnoreCase)) ?? language;
    }

    private static string Slug(string id)
    {
        var plain = new string([.. id.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '-')]);
        return string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } slug ? slug : "form";
    }
}
