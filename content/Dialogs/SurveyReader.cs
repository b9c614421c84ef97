using System.Collections.Immutable;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Content.Yaml;

namespace Outreach.Content.Dialogs;

/// <summary>Reads the survey of one dialog: questions, groups, repeats and included parts.</summary>
internal sealed class SurveyReader(DialogReader owner, Dictionary<string, ChoiceList> lists, YamlFields? parts)
{
    private static readonly string[] QuestionKeys =
        ["name", "label", "hint", "relevant", "constraint", "constraint_message", "unlikely", "unlikely_message", "extra", "collects", "purpose", "sensitive", "safety", "was", "max", "appearance", "calculation", "choice_filter", Kept];

    /// <summary>Columns of an imported XLSForm that mean nothing to the bot.</summary>
    private const string Kept = DialogReader.Kept;

    private int _count;

    /// <summary>Everything the questions collect.</summary>
    public HashSet<string> Collects { get; } = new(StringComparer.Ordinal);

    /// <summary>Every purpose of the questions.</summary>
    public HashSet<string> Purposes { get; } = new(StringComparer.Ordinal);

    /// <summary>The items under "survey" of a mapping; keys of their texts begin with the prefix.</summary>
    public ImmutableArray<DialogItem> Items(YamlFields tree, string prefix, string key = "survey") =>
        [.. tree.Maps(key).SelectMany(item => Item(item, prefix))];

    private IEnumerable<DialogItem> Item(YamlFields tree, string prefix)
    {
        if (++_count > Limits.ItemsPerDialog)
        {
            owner.Problems.Add(DialogProblems.TooLong(tree.Where));
            return [];
        }
        tree.OptionalMap(Kept);
        var included = tree.Optional("include");
        var items = included is { } part ? Include(tree, part) : One(tree, prefix) is { } one ? [one] : [];
        // Of a question that cannot be read not every key was asked for.
        tree.End(included is null && items.IsEmpty ? QuestionKeys : []);
        return items;
    }

    private DialogItem? One(YamlFields tree, string prefix)
    {
        var (type, list) = Split(tree.Text("type"));
        return type switch
        {
            "group" => Group(tree, prefix),
            "repeat" => Repeat(tree, prefix),
            _ => Question(tree, prefix, type, list),
        };
    }

    private ImmutableArray<DialogItem> Include(YamlFields tree, string part)
    {
        if (parts is not null && parts.Has(part))
            return Items(parts, $"part.{part}", part);
        owner.Problems.Add(DialogProblems.UnknownPart(tree.Where, part));
        return [];
    }

    private DialogItem.Group Group(YamlFields tree, string prefix)
    {
        var name = tree.Text("name");
        return new() { Name = name, Label = owner.Say($"{prefix}.{name}", tree, "label"), Relevant = Expression(tree, "relevant"), Items = Items(tree, prefix) };
    }

    private DialogItem.Repeat Repeat(YamlFields tree, string prefix)
    {
        var name = tree.Text("name");
        if (tree.Has("again"))
            owner.Say($"{prefix}.{name}.again", tree, "again");
        return new()
        {
            Name = name,
            Label = owner.Say($"{prefix}.{name}", tree, "label"),
            Relevant = Expression(tree, "relevant"),
            Count = Expression(tree, "repeat_count"),
            Items = Items(tree, prefix),
        };
    }

    private DialogItem.Question? Question(YamlFields tree, string prefix, string type, string list)
    {
        var name = tree.Text("name");
        if (Type(tree, type, list) is not { } answer)
            return null;
        var silent = answer is AnswerType.Calculate or AnswerType.Consent;
        var key = $"{prefix}.{name}";
        var collects = tree.Optional("collects") ?? "";
        var purpose = tree.Optional("purpose") ?? "";
        if (answer is not (AnswerType.Note or AnswerType.Calculate or AnswerType.Consent))
            Declare(tree, collects, purpose);
        return new()
        {
            Name = name,
            Type = answer,
            Label = silent ? key : owner.Say(key, tree, "label"),
            Hint = tree.Has("hint") ? owner.Say($"{key}.hint", tree, "hint") : null,
            Relevant = Expression(tree, "relevant"),
            Constraint = Expression(tree, "constraint"),
            ConstraintMessage = tree.Has("constraint_message") ? owner.Say($"{key}.wrong", tree, "constraint_message") : null,
            Unlikely = Expression(tree, "unlikely"),
            UnlikelyMessage = tree.Has("unlikely_message") ? owner.Say($"{key}.really", tree, "unlikely_message") : null,
            Extra = tree.Flag("extra"),
            Collects = collects,
            Purpose = purpose,
            Sensitive = tree.Flag("sensitive") || DataKinds.AlwaysSensitive.Contains(collects),
            Safety = tree.Flag("safety"),
            InSummary = answer is not (AnswerType.Note or AnswerType.Calculate or AnswerType.Consent),
            Was = tree.OptionalTexts("was"),
        };
    }

    private void Declare(YamlFields tree, string collects, string purpose)
    {
        if (!DataKinds.Collects.Contains(collects))
            owner.Problems.Add(DialogProblems.NotCollectable(tree.WhereOf("collects"), collects));
        if (!DataKinds.Purposes.Contains(purpose))
            owner.Problems.Add(DialogProblems.NotCollectable(tree.WhereOf("purpose"), $"purpose {purpose}"));
        Collects.Add(collects);
        Purposes.Add(purpose);
    }

    private AnswerType? Type(YamlFields tree, string type, string list)
    {
        var max = tree.Has("max") ? tree.Count("max") : Limits.CharactersPerAnswer;
        var appearance = tree.Optional("appearance");
        switch (type)
        {
            case "note": return new AnswerType.Note();
            case "consent": return new AnswerType.Consent();
            case "text" when appearance == "phone": return new AnswerType.Phone();
            case "text": return new AnswerType.Text(max);
            case "integer": return new AnswerType.Integer();
            case "date": return new AnswerType.Date();
            case "calculate" when Expression(tree, "calculation") is { } formula: return new AnswerType.Calculate(formula);
            case "select_one" or "select_multiple" when lists.TryGetValue(list, out var choices):
                var filter = Expression(tree, "choice_filter");
                owner.Filters(filter?.Names.Concat(filter.Columns) ?? []);
                return type == "select_multiple" ? new AnswerType.SelectMultiple(choices, filter)
                    : appearance == "age" ? new AnswerType.AgeBand(choices)
                    : new AnswerType.SelectOne(choices, filter);
            case "select_one" or "select_multiple":
                owner.Problems.Add(DialogProblems.UnknownList(tree.WhereOf("type"), list));
                return null;
            case "":
                return null;                                   // said already: it is missing
            default:
                owner.Problems.Add(DialogProblems.UnknownType(tree.WhereOf("type"), type));
                return null;
        }
    }

    private Expression? Expression(YamlFields tree, string key)
    {
        if (tree.Optional(key) is not { } text)
            return null;
        var where = $"{tree.WhereOf(key)} ({key})";
        var parsed = key == "choice_filter" ? ExpressionParser.ParseFilter(text, where) : ExpressionParser.Parse(text, where);
        foreach (var problem in parsed.Problems)
            owner.Problems.Add(problem);
        return parsed.Value;
    }

    private static (string Type, string List) Split(string type) =>
        type.Split(' ', 2, StringSplitOptions.TrimEntries) is [var kind, var list] ? (kind, list) : (type, "");
}
