using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>The choices sheet into lists.</summary>
internal sealed class ChoiceRows(FormSheets form, FormSettings settings, SurveyRows survey, List<Problem> problems, List<string> remarks)
{
    private const string OtherName = "other";
    private readonly FormTable _table = form.Choices;

    /// <summary>All lists, in the order of the sheet.</summary>
    public ImmutableArray<DraftList> Read()
    {
        var missing = !_table.Rows.Any() ? [] : ((string[])["list_name", "name"]).Where(c => !_table.Has(c)).ToList();
        if (missing.Count > 0 && survey.Lists.Count > 0)
            problems.AddRange(missing.Select(c => FormProblems.NoColumn(_table.WhereHeadings, c)));
        if (missing.Count > 0)
            return [];
        foreach (var row in _table.Rows.Where(r => _table.Get(r, "list_name").Length == 0))
            remarks.Add($"{_table.Where(row, "list_name")}: the row names no list and is left out");
        var lists = _table.Rows.Where(r => _table.Get(r, "list_name").Length > 0).GroupBy(r => _table.Get(r, "list_name"), StringComparer.Ordinal).Select(List).ToImmutableArray();
        foreach (var (list, use) in survey.Lists)
            if (!lists.Any(l => l.Name == list))
                problems.Add(FormProblems.NoList(use.Where, list, lists.IsEmpty ? null : lists.Select(l => l.Name)));
        return lists;
    }

    private DraftList List(IGrouping<string, FormRow> rows)
    {
        var prefix = $"choice.{settings.Id}.{rows.Key}";
        var use = survey.Lists.GetValueOrDefault(rows.Key);
        var choices = rows.Select(r => (Row: r, Choice: Choice(r, use))).ToList();
        foreach (var same in choices.GroupBy(c => c.Choice.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            foreach (var (row, choice) in same.Skip(1))
                Twice(row, choice, same.First());
        if (use is { Other: true } && !choices.Exists(c => c.Choice.Name == OtherName))
            choices.Add((choices[^1].Row, new DraftChoice(OtherName, DraftText.None.With(settings.Base, "Other"), [], [])));
        return new DraftList(rows.Key, prefix, rows.All(r => SurveyRows.IsYes(_table.Get(r, Columns.Shared))), [.. choices.Select(c => c.Choice)]);
    }

    /// <summary>The same choice for several filters may stand several times; one name with two labels is a mistake.</summary>
    private void Twice(FormRow row, DraftChoice choice, (FormRow Row, DraftChoice Choice) first)
    {
        if (choice.Name.Length == 0)
            return;
        var same = choice.Label.ByCode.Count == first.Choice.Label.ByCode.Count && choice.Label.ByCode.All(l => first.Choice.Label.ByCode.GetValueOrDefault(l.Key) == l.Value);
        if (!same || !(settings.ChoicesMayRepeat || survey.FilterColumns.Count > 0))
            problems.Add(FormProblems.NameTwice(_table.Where(row, "name"), choice.Name, _table.Where(first.Row, "name")));
    }

    private DraftChoice Choice(FormRow row, ListUse? use)
    {
        var name = _table.Get(row, "name");
        if (name.Length == 0)
            problems.Add(FormProblems.Empty(_table.Where(row, "name"), "the name"));
        if (use is { Many: true } && name.Any(char.IsWhiteSpace))
            problems.Add(FormProblems.SpaceInChoice(_table.Where(row, "name"), name));
        var label = Said(row, "label");
        if (label.IsEmpty)
            remarks.Add($"{_table.Where(row, "label")}: the choice has no label; its name stands there");
        else if (label.In(settings.Base).Length == 0)
            remarks.Add($"{_table.Where(row, "label")}: this is not said in {settings.Base.Name}; another language stands there");
        var own = Columns.OwnOfChoice.Order(StringComparer.Ordinal).Select(c => new DraftField(c, _table.Get(row, Columns.Own + c))).Where(f => f.Value.Length > 0);
        return new DraftChoice(name, label.IsEmpty ? label.With(settings.Base, MessageTemplate.Escape(name)) : label,
            [.. own, .. _table.Kept(row, h => h.Key.Length == 0 && survey.FilterColumns.Contains(h.Raw))],
            [.. _table.Kept(row, h => h.Key.Length == 0 && !survey.FilterColumns.Contains(h.Raw))])
        {
            Also = Said(row, Columns.Also),
        };
    }

    private DraftText Said(FormRow row, string column) =>
        _table.Texts(row, column).Aggregate(DraftText.None, (text, cell) => text.With(cell.Heading.Language!, FormHoles.ToTemplate(cell.Text)));
}
