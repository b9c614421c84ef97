using System.Collections.Immutable;
using Outreach.Content.XlsForm;

namespace Outreach.Content.Tests.XlsForm;

/// <summary>Forms written down in a test: a line a row, | between cells.</summary>
internal static class Forms
{
    public static FormBook Book(string survey, string choices = "", string settings = "") =>
        new([Sheet("survey", survey), .. choices.Length > 0 ? [Sheet("choices", choices)] : Array.Empty<FormSheet>(), .. settings.Length > 0 ? [Sheet("settings", settings)] : Array.Empty<FormSheet>()]);

    public static FormSheet Sheet(string name, string text) =>
        new(name, [.. text.Split('\n').Select((line, i) => new FormRow(i + 1, [.. line.Split('|', StringSplitOptions.TrimEntries)])).Where(r => r.Cells.Any(c => c.Length > 0))]);

    public static Draft Draft(string survey, string choices = "", string settings = "")
    {
        var read = FormImport.Read(Book(survey, choices, settings), "form.xlsx");
        Assert.True(read.Ok, string.Join('\n', read.Problems));
        return read.Value;
    }
}
