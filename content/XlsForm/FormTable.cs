using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>A heading of a sheet.</summary>
/// <param name="Index">Which column, from 0.</param>
/// <param name="Raw">As written.</param>
/// <param name="Key">What it means, from <see cref="Columns"/>; empty for a column that means nothing to us.</param>
/// <param name="Language">Behind the <c>::</c> of a text; null where there is none.</param>
internal sealed record FormHeading(int Index, string Raw, string Key, FormLanguage? Language);

/// <summary>A sheet whose headings are understood.</summary>
internal sealed class FormTable
{
    private readonly FormSheet _sheet;

    private FormTable(FormSheet sheet, ImmutableArray<FormHeading> headings) => (_sheet, Headings) = (sheet, headings);

    public ImmutableArray<FormHeading> Headings { get; private set; }

    public IEnumerable<FormRow> Rows => _sheet.Rows.Skip(1);

    /// <summary>Reads the headings.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="texts">Columns that hold texts in several languages.</param>
    /// <param name="plain">The others we know.</param>
    /// <param name="problems">Takes a row in which two columns for the same thing differ.</param>
    public static FormTable Of(FormSheet sheet, IReadOnlySet<string> texts, IReadOnlySet<string> plain, ICollection<Problem> problems)
    {
        var row = sheet.Rows.IsEmpty ? new FormRow(1, []) : sheet.Rows[0];
        var table = new FormTable(sheet, [.. row.Cells.Index().Where(c => c.Item.Length > 0).Select(c => Heading(c.Index, c.Item, texts, plain))]);
        foreach (var same in table.Headings.Where(h => h.Key.Length > 0 && h.Language is null).GroupBy(h => h.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
            foreach (var other in same.Skip(1))
                if (table.Rows.FirstOrDefault(r => r[other.Index] != r[same.First().Index]) is { } differs)
                    problems.Add(FormProblems.ColumnTwice(table.Where(differs, other), FormRow.Letters(same.First().Index)));
        return table;
    }

    /// <summary>Gives texts without a language theirs; a second column of a language is only kept.</summary>
    /// <param name="unnamed">The language of a text that names none.</param>
    /// <param name="sure">False when the form does not say so: then, beside a column of that language, it is another one, nobody knows which.</param>
    public void Speak(FormLanguage unnamed, bool sure)
    {
        var explicitly = Headings.Where(h => h.Language is not null).Select(h => (h.Key, h.Language!.Code)).ToHashSet();
        var seen = new HashSet<(string, string)>();
        Headings = [.. Headings.Select(h => !IsText(h) ? h
            : h.Language is null && explicitly.Contains((h.Key, unnamed.Code)) && !sure && seen.Add((h.Key, "default")) ? h with { Language = new FormLanguage("default", "default") }
            : h.Language is null && explicitly.Contains((h.Key, unnamed.Code)) ? h with { Key = "" }
            : seen.Add((h.Key, (h.Language ?? unnamed).Code)) ? h with { Language = h.Language ?? unnamed }
            : h with { Key = "", Language = null })];
    }

    public bool Has(string key) => Headings.Any(h => h.Key == key);

    /// <summary>A plain cell; empty where there is none.</summary>
    public string Get(FormRow row, string key) => Headings.FirstOrDefault(h => h.Key == key) is { } heading ? row[heading.Index] : "";

    /// <summary>The cells of a text.</summary>
    public IEnumerable<(FormHeading Heading, string Text)> Texts(FormRow row, string key) =>
        Headings.Where(h => h.Key == key && row[h.Index].Length > 0).Select(h => (h, row[h.Index]));

    /// <summary>Cells of columns that mean nothing to us. A heading twice gets a number, so that both are kept.</summary>
    public IEnumerable<DraftField> Kept(FormRow row, Func<FormHeading, bool> chosen)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in Headings.Where(chosen))
        {
            var times = seen[heading.Raw] = seen.GetValueOrDefault(heading.Raw) + 1;
            if (row[heading.Index].Length > 0)
                yield return new DraftField(times == 1 ? heading.Raw : string.Create(CultureInfo.InvariantCulture, $"{heading.Raw} {times}"), row[heading.Index]);
        }
    }

    /// <summary>Where the headings stand.</summary>
    public string WhereHeadings => Where(_sheet.Rows.IsEmpty ? new FormRow(1, []) : _sheet.Rows[0]);

    /// <summary>Sheet and row, and the column; of a column that is not there the one that says what the row is.</summary>
    public string Where(FormRow row, string key = "") => Where(row, key.Length == 0 ? null : Headings.FirstOrDefault(h => h.Key == key) ?? Headings.FirstOrDefault(h => h.Key is "type" or "list_name"));

    /// <summary>Says which columns mean nothing to us, and what a misspelt one may have meant.</summary>
    public void Unknown(IEnumerable<string> known, List<string> remarks)
    {
        var unknown = Headings.Where(h => h.Key.Length == 0 && Rows.Any(r => r[h.Index].Length > 0)).ToList();
        if (unknown.Count > 0)
            remarks.Add($"{_sheet.Name}: columns that are kept, but mean nothing to the bot: {string.Join(", ", unknown.Select(h => h.Raw).Order(StringComparer.Ordinal))}");
        foreach (var heading in unknown.Where(h => h.Raw.Length > 3))
            if (Nearest.Of(Columns.Of(heading.Raw.Split(':')[0]), known) is { } meant && meant != heading.Raw)
                remarks.Add($"{Where(_sheet.Rows[0], heading)}: perhaps '{meant}' is meant?");
    }

    /// <summary>Sheet, row and column.</summary>
    public string Where(FormRow row, FormHeading? heading) => string.Create(CultureInfo.InvariantCulture,
        $"{_sheet.Name}, row {row.Number}{(heading is null ? "" : $", column {FormRow.Letters(heading.Index)} ({heading.Raw})")}");

    private bool IsText(FormHeading heading) => heading.Key.Length > 0 && Columns.IsText(heading.Key);

    private static FormHeading Heading(int index, string raw, IReadOnlySet<string> texts, IReadOnlySet<string> plain)
    {
        var whole = Columns.Of(raw);
        if (plain.Contains(whole) || texts.Contains(whole))
            return new FormHeading(index, raw, whole, null);
        var at = raw.LastIndexOf("::", StringComparison.Ordinal) is var two and > 0 ? two : raw.IndexOf(':', StringComparison.Ordinal);
        return at > 0 && Columns.Of(raw[..at]) is var key && texts.Contains(key)
            ? new FormHeading(index, raw, key, FormLanguage.Parse(raw[at..].TrimStart(':').Trim()))
            : new FormHeading(index, raw, "", null);
    }
}
