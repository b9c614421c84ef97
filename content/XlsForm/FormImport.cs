using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>Sheets of an XLSForm into a draft: everything or nothing.</summary>
public static class FormImport
{
    /// <summary>The draft, or every reason against it with sheet, row and column.</summary>
    /// <param name="book">The sheets.</param>
    /// <param name="file">The name of the file, for an id where the form has none.</param>
    /// <param name="shared">Parts and lists that all dialogs share: rows that come from them unchanged are included, not copied.</param>
    public static Result<Draft> Read(FormBook book, string file, DraftShared? shared = null)
    {
        var problems = new List<Problem>();
        var remarks = new List<string>();
        if (Sheet(book, "survey") is not { } survey)
            return FormProblems.NoSurvey(file, book.Sheets.Select(s => s.Name), book.Sheets.FirstOrDefault(IsSurvey)?.Name);
        var form = new FormSheets(
            FormTable.Of(survey, Columns.SurveyTexts, Columns.Survey, problems),
            FormTable.Of(Sheet(book, "choices") ?? Sheet(book, "choices and columns") ?? new FormSheet("choices", []), Columns.ChoiceTexts, Columns.Choices, problems),
            FormTable.Of(Sheet(book, "settings") ?? new FormSheet("settings", []), Columns.SettingTexts, Columns.Settings, problems));
        foreach (var other in book.Sheets.Where(s => !s.Rows.IsEmpty && Name(s) is not ("survey" or "choices" or "choices and columns" or "settings")))
            remarks.Add($"{other.Name}: this sheet is not taken");
        if (!form.Survey.Has("type"))
            problems.Add(FormProblems.NoColumn(form.Survey.WhereHeadings, "type"));
        if (problems.Count > 0)
            return problems.ToImmutableArray();
        form.Survey.Unknown(Columns.Survey, remarks);
        var settings = FormSettings.Read(form, file, remarks);
        var rows = new SurveyRows(form, settings, problems, remarks);
        var items = rows.Read();
        var lists = new ChoiceRows(form, settings, rows, problems, remarks).Read();
        if (problems.Count > 0)
            return problems.Distinct().ToImmutableArray();
        if (items.IsEmpty)
            return FormProblems.NothingAsked(form.Survey.WhereHeadings);
        shared ??= DraftShared.None;
        (items, lists) = (shared.Include(items, settings.Base, remarks), shared.Share(lists, settings.Base));
        return new Draft
        {
            Id = settings.Id,
            Base = settings.Base,
            Languages = settings.Languages,
            Title = settings.Title,
            Settings = settings.Own,
            Kept = settings.Kept,
            Items = items,
            Lists = lists,
            Remarks = [.. remarks],
        };
    }

    /// <summary>True for a sheet of another name that looks like a survey.</summary>
    private static bool IsSurvey(FormSheet sheet) => !sheet.Rows.IsEmpty && ((string[])["type", "name"]).All(c => sheet.Rows[0].Cells.Any(h => Columns.Of(h) == c));

    private static FormSheet? Sheet(FormBook book, string name) => book.Sheets.FirstOrDefault(s => Name(s) == name);

    private static string Name(FormSheet sheet) => sheet.Name.Trim().ToLowerInvariant();
}

/// <summary>The three sheets of a form.</summary>
internal sealed record FormSheets(FormTable Survey, FormTable Choices, FormTable Settings);
