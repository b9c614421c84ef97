using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>The survey sheet into items.</summary>
internal sealed class SurveyRows(FormSheets form, FormSettings settings, List<Problem> problems, List<string> remarks)
{
    private readonly FormTable _table = form.Survey;
    private readonly HashSet<string> _needed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Where, object Around)> _given = new(StringComparer.Ordinal);
    private readonly List<(string Name, IEnumerable<string> Needs, string Where)> _needs = [];
    private readonly Stack<Open> _open = [];

    /// <summary>Columns of the choices that a choice_filter looks at.</summary>
    public IReadOnlySet<string> FilterColumns => _columns;

    /// <summary>Lists by name: where they are used, and by which question with <c>or_other</c> and select_multiple.</summary>
    public Dictionary<string, ListUse> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>True for what Excel and people write for true.</summary>
    public static bool IsYes(string cell) => cell.ToLowerInvariant() is "yes" or "true" or "true()" or "1";

    /// <summary>All items.</summary>
    public ImmutableArray<DraftItem> Read()
    {
        foreach (var row in _table.Rows)
        {
            _names.Add(_table.Get(row, "name"));
            foreach (var cell in row.Cells)
                _needed.UnionWith(FormHoles.Names(cell));
        }
        if (_choiceColumns.Overlaps(_needed))
            _columns.UnionWith(_choiceColumns.Intersect(_needed.Except(_names), StringComparer.Ordinal));
        _open.Push(new Open("form", null));
        foreach (var row in _table.Rows)
            Row(row);
        problems.AddRange(FormCircles.Find(_needs));
        while (_open.Count > 1)
            problems.Add(FormProblems.NotClosed(_table.Where(_open.Peek().Row!, "type"), _open.Pop().Kind));
        var count = DialogItems(_open.Peek().Items);
        if (count > Limits.ItemsPerDialog)
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"survey: {count} items; the bot takes {Limits.ItemsPerDialog} in a dialog, so divide it"));
        return _open.Peek().Items.ToImmutable();
    }

    private readonly HashSet<string> _choiceColumns = form.Choices.Headings.Where(h => h.Key is "" or "name").Select(h => h.Raw).ToHashSet(StringComparer.Ordinal);

    private static int DialogItems(IEnumerable<DraftItem> items) => items.Sum(i => 1 + DialogItems(i.Items));

    private void Row(FormRow row)
    {
        var cell = _table.Get(row, "type");
        if (IsYes(_table.Get(row, "disabled")))
        {
            Remark(row, "", "the row is disabled and left out");
        }
        else if (cell.Length == 0)
        {
            if (_table.Get(row, "name").Length > 0 || _table.Texts(row, "label").Any())
                problems.Add(FormProblems.Empty(_table.Where(row, "type"), "the type"));
            else
                Remark(row, "", "the row has neither type nor name and is left out");
        }
        else if (_table.Get(row, Columns.Type) is { Length: > 0 } ours)
        {
            Question(row, new FormType(FormTypeKind.Question, ours));
        }
        else if (FormType.Read(cell) is { } type)
        {
            Row(row, type);
        }
        else
        {
            problems.Add(FormProblems.NotTaken(_table.Where(row, "type"), cell, cell.Equals("include", StringComparison.OrdinalIgnoreCase)
                ? "put the rows of the other form here" : $"it is no type of XLSForm{(FormType.Near(cell) is { } meant ? $", perhaps '{meant}'" : "")}"));
            Question(row, new FormType(FormTypeKind.Undecided, cell));        // its other mistakes are named too
        }
    }

    private void Row(FormRow row, FormType type)
    {
        switch (type.Kind)
        {
            case FormTypeKind.Begin when type.Word == "loop":
                problems.Add(FormProblems.NotTaken(_table.Where(row, "type"), "loop", "write the rows out, or use begin repeat"));
                _open.Push(new Open("loop", row));
                break;
            case FormTypeKind.Begin:
                if (_open.Count > FormLimits.Depth)
                    problems.Add(FormProblems.TooLarge(_table.Where(row, "type"), "groups inside each other", FormLimits.Depth));
                _open.Push(new Open(type.Word, row));
                break;
            case FormTypeKind.End when _open.Peek().Kind == type.Word:
                Close();
                break;
            case FormTypeKind.End:
                problems.Add(FormProblems.NotOpen(_table.Where(row, "type"), type.Word));
                break;
            case FormTypeKind.FromDevice when !_needed.Contains(_table.Get(row, "name")):
                Remark(row, "type", $"'{type.Word}' is filled by the telephone, not by a person, and left out");
                break;
            default:
                Question(row, type);
                break;
        }
    }

    private void Close()
    {
        var open = _open.Pop();
        if (open.Kind != "loop")
            _open.Peek().Items.Add(Item(open.Row!, new FormType(FormTypeKind.Begin, open.Kind), open.Items.ToImmutable()));
    }

    private void Question(FormRow row, FormType type)
    {
        if (type.Word is "select_one" or "select_multiple")
        {
            var use = Lists.TryGetValue(type.List, out var known) ? known : Lists[type.List] = new ListUse(_table.Where(row, "type"));
            Lists[type.List] = use with { Many = use.Many || type.Word == "select_multiple", Other = use.Other || type.OrOther };
        }
        if (type is { Word: "calculate" } && _table.Get(row, "calculation").Length == 0)
            type = Kept(row).Any(f => f.Key is "default" or "trigger")
                ? new FormType(FormTypeKind.Undecided, "calculate without calculation")
                : Refuse(type, FormProblems.Empty(_table.Where(row, "calculation"), "the calculation"));
        var item = Item(row, type, []);
        _open.Peek().Items.Add(item);
        if (type.OrOther)
            _open.Peek().Items.Add(Other(row, item));
    }

    /// <summary>What XLSForm means by <c>or_other</c>: a choice more, and a question for what it is.</summary>
    private DraftItem Other(FormRow row, DraftItem item)
    {
        var name = $"{item.Name}_other";
        Remark(row, "type", $"or_other became a choice 'other' and the question '{name}'");
        return new DraftItem
        {
            Type = "text",
            Name = name,
            Key = $"dialog.{settings.Id}.{name}",
            Texts = item.Texts.Clear().Add("label", DraftText.None.With(settings.Base, "Specify other.")),
            Fields = [new DraftField("relevant", $"selected(${{{item.Name}}}, 'other')")],
        };
    }

    private DraftItem Item(FormRow row, FormType type, ImmutableArray<DraftItem> items)
    {
        var name = Name(row, type);
        var silent = type.Word == "calculate";
        var container = type.Kind == FormTypeKind.Begin;
        var remark = type.Kind is FormTypeKind.Undecided or FormTypeKind.FromDevice ? Undecided(row, type) : "";
        var taken = new HashSet<string>(container ? ["label", "relevant", .. type.Word == "repeat" ? (string[])["repeat_count", "again"] : []]
            : Columns.TextOrder.Concat(Columns.Fields).Where(f => (f != "calculation" || silent) && (f != "repeat_count") && !(silent && f == "label")), StringComparer.Ordinal);
        if (type.Kind == FormTypeKind.Question && _table.Get(row, "appearance") is not ("phone" or "age"))
            taken.Remove("appearance");
        var texts = Columns.TextOrder.Where(taken.Contains).Select(t => (Key: t, Text: Text(row, t))).Where(t => !t.Text.IsEmpty)
            .ToImmutableSortedDictionary(t => t.Key, t => t.Text, StringComparer.Ordinal);
        var fields = Columns.Fields.Where(taken.Contains).Select(f => new DraftField(f, Straight(f, _table.Get(row, Columns.Heading(f))))).Where(f => f.Value.Length > 0).ToImmutableArray();
        foreach (var field in fields.Where(f => Columns.Expressions.Contains(f.Key)))
            remark = Join(remark, Expression(row, field));
        foreach (var field in fields.Where(f => f.Key is "relevant" or "calculation"))
            _needs.Add((name, FormHoles.Names(field.Value), _table.Where(row, field.Key)));
        if (!texts.ContainsKey("label") && !silent && type is not { Kind: FormTypeKind.FromDevice } and not { Word: "hidden" or "consent" } && (!container || type.Word == "repeat" || items.Length > 0))
            Remark(row, "label", $"'{name}' has no label; the bot refuses it until it has one");
        return new DraftItem
        {
            Type = type.List.Length > 0 ? $"{type.Word} {type.List}" : type.Word,
            Name = name,
            Key = $"dialog.{settings.Id}.{name}",
            Texts = texts,
            Fields = fields,
            Kept = [.. Kept(row, taken)],
            Items = items,
            Part = _table.Get(row, Columns.Part),
            Remark = remark,
        };
    }

    private string Name(FormRow row, FormType type)
    {
        var name = _table.Get(row, "name");
        var where = _table.Where(row, "name");
        var around = _open.Peek();
        if (name.Length == 0 && (type.Kind == FormTypeKind.Begin || type.Word == "note"))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{type.Word}_{row.Number}");
            Remark(row, "name", $"the {type.Word} has no name and is called '{name}'");
        }
        if (name.Length == 0)
            problems.Add(FormProblems.Empty(where, "the name"));
        else if (!IsName(name))
            problems.Add(FormProblems.BadName(where, name));
        else if (!_given.TryGetValue(name, out var first))
            _given[name] = (where, around);
        else if (ReferenceEquals(first.Around, around) || _needed.Contains(name))
            problems.Add(FormProblems.NameTwice(where, name, first.Where));
        else
            name = Renamed(row, name);
        return name;
    }

    /// <summary>XLSForm allows a name once in each group; here it must be the only one of the form.</summary>
    private string Renamed(FormRow row, string name)
    {
        var other = string.Create(CultureInfo.InvariantCulture, $"{name}_{row.Number}");
        while (_names.Contains(other))
            other += "_";
        _names.Add(other);
        Remark(row, "name", $"the name '{name}' stands in another group too; here it became '{other}'");
        return other;
    }

    private string Undecided(FormRow row, FormType type)
    {
        var remark = type.Kind == FormTypeKind.FromDevice ? $"'{type.Word}' is filled by the telephone, but other rows need it: decide what to ask instead"
            : $"'{type.Word}' has no type of answer here: decide on another question, or remove it";
        Remark(row, "type", remark);
        return remark;
    }

    private DraftText Text(FormRow row, string key)
    {
        var text = DraftText.None;
        foreach (var (heading, said) in _table.Texts(row, Columns.Heading(key)))
        {
            foreach (var unknown in FormHoles.Names(said).Where(n => !_names.Contains(n)))
                problems.Add(FormProblems.UnknownName(_table.Where(row, heading), unknown, _names));
            text = text.With(heading.Language!, FormHoles.ToTemplate(said));
        }
        if (!text.IsEmpty && text.In(settings.Base).Length == 0)
            Remark(row, Columns.Heading(key), $"this is not said in {settings.Base.Name}; another language stands there");
        return text;
    }

    /// <summary>Broken syntax is refused. What ODK reads and we do not stays as it is: the bot refuses it until an author decides.</summary>
    private string Expression(FormRow row, DraftField field)
    {
        var heading = Columns.Heading(field.Key);
        var where = _table.Where(row, heading);
        foreach (var unknown in FormHoles.Names(field.Value).Where(n => !_names.Contains(n) && !(field.Key == "choice_filter" && _choiceColumns.Contains(n))))
            problems.Add(FormProblems.UnknownName(where, unknown, _names));
        var read = field.Key == "choice_filter" ? ExpressionParser.ParseFilter(field.Value, where) : ExpressionParser.Parse(field.Value, where);
        if (read.Ok)
        {
            _columns.UnionWith(read.Value.Columns);
            foreach (var column in read.Value.Columns.Where(c => !_choiceColumns.Contains(c)))
                Remark(row, heading, $"the choices have no column '{column}'");
            return "";
        }
        if (read.Problems[0] is { Code: 2300 or 2302 or 2307 } broken && !field.Value.Contains("${last-saved#", StringComparison.Ordinal))
        {
            problems.Add(FormProblems.Expression(where, broken));
            return "";
        }
        var remark = $"'{field.Key}' is kept, but the bot does not read it: {read.Problems[0].Message}";
        Remark(row, heading, remark);
        return remark;
    }

    private IEnumerable<DraftField> Kept(FormRow row, HashSet<string>? taken = null) => _table.Kept(row, h => h.Key.Length == 0
        || (taken is not null && h.Key is not ("type" or "name" or "disabled" or Columns.Part or Columns.Type) && !taken.Contains(h.Key.StartsWith(Columns.Own, StringComparison.Ordinal) ? h.Key[Columns.Own.Length..] : h.Key)));

    private FormType Refuse(FormType type, Problem problem)
    {
        problems.Add(problem);
        return type;
    }

    private void Remark(FormRow row, string key, string remark) => remarks.Add($"{_table.Where(row, key)}: {remark}");

    /// <summary>Office programs bend quotes; ODK's own tools straighten them in expressions too.</summary>
    private static string Straight(string key, string cell) =>
        Columns.Expressions.Contains(key) ? cell.Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u201C', '"').Replace('\u201D', '"') : cell;

    private static string Join(string a, string b) => a.Length == 0 ? b : b.Length == 0 ? a : $"{a}; {b}";

    private static bool IsName(string name) => (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private sealed record Open(string Kind, FormRow? Row)
    {
        public ImmutableArray<DraftItem>.Builder Items { get; } = ImmutableArray.CreateBuilder<DraftItem>();
    }
}
