using System.Collections.Immutable;
using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Dialogs;

/// <summary>Reads the survey of one dialog: questions, groups, repeats and included parts.</summary>
internal sealed class SurveyReader(DialogReader owner, string dialog, Dictionary<string, ChoiceList> lists, YamlTree? parts)
{
    private int _count;

    /// <summary>Everything the questions collect.</summary>
    public HashSet<string> Collects { get; } = new(StringComparer.Ordinal);

    /// <summary>Every purpose of the questions.</summary>
    public HashSet<string> Purposes { get; } = new(StringComparer.Ordinal);

    /// <summary>The items under "survey" of a mapping; keys of their texts begin with the prefix.</summary>
    public ImmutableArray<DialogItem> Items(YamlTree tree, string prefix, string key = "survey") =>
        [.. tree.Items(key).SelectMany(item => Item(item, prefix))];

    private IEnumerable<DialogItem> Item(YamlTree tree, string prefix)
    {
        if (++_count > Limits.ItemsPerDialog)
        {
            owner.Add(DialogProblems.TooLong(tree.Where));
            return [];
        }
        if (tree.Text("include") is { } part)
            return Include(tree, part);
        var (type, list) = Split(tree.Text("type") ?? "");
        DialogItem? item = type switch
        {
            "group" => Group(tree, prefix),
            "repeat" => Repeat(tree, prefix),
            _ => Question(tree, prefix, type, list),
        };
        owner.Add(tree.Unread());
        return item is null ? [] : [item];
    }

    private IEnumerable<DialogItem> Include(YamlTree tree, string part)
    {
        if (parts is not null && parts.Keys.Contains(part, StringComparer.Ordinal))
            return Items(parts, $"part.{part}", part);
        owner.Add(DialogProblems.UnknownPart(tree.Where, part));
        return [];
    }

    private DialogItem.Group Group(YamlTree tree, string prefix) => new()
    {
        Name = Name(tree),
        Label = owner.Say($"{prefix}.{Name(tree)}", tree.Text("label"), tree.Where, "label"),
        Relevant = Expression(tree, "relevant"),
        Items = Items(tree, prefix),
    };

    private DialogItem.Repeat Repeat(YamlTree tree, string prefix)
    {
        var name = Name(tree);
        if (tree.Text("again") is { } again)
            owner.Say($"{prefix}.{name}.again", again, tree.Where, "again");
        return new()
        {
            Name = name,
            Label = owner.Say($"{prefix}.{name}", tree.Text("label"), tree.Where, "label"),
            Relevant = Expression(tree, "relevant"),
            Count = Expression(tree, "repeat_count"),
            Items = Items(tree, prefix),
        };
    }

    private DialogItem.Question? Question(YamlTree tree, string prefix, string type, string list)
    {
        var name = Name(tree);
        if (Type(tree, type, list) is not { } answer)
            return null;
        var silent = answer is AnswerType.Calculate or AnswerType.Consent;
        var key = $"{prefix}.{name}";
        var collects = tree.Text("collects") ?? "";
        var purpose = tree.Text("purpose") ?? "";
        if (answer is not (AnswerType.Note or AnswerType.Calculate or AnswerType.Consent))
            Declare(tree, collects, purpose);
        return new()
        {
            Name = name,
            Type = answer,
            Label = silent ? key : owner.Say(key, tree.Text("label"), tree.Where, "label"),
            Hint = tree.Text("hint") is { } hint ? owner.Say($"{key}.hint", hint, tree.Where, "hint") : null,
            Relevant = Expression(tree, "relevant"),
            Constraint = Expression(tree, "constraint"),
            ConstraintMessage = tree.Text("constraint_message") is { } wrong ? owner.Say($"{key}.wrong", wrong, tree.Where, "constraint_message") : null,
            Unlikely = Expression(tree, "unlikely"),
            UnlikelyMessage = tree.Text("unlikely_message") is { } really ? owner.Say($"{key}.really", really, tree.Where, "unlikely_message") : null,
            Extra = tree.Flag("extra"),
            Collects = collects,
            Purpose = purpose,
            Sensitive = tree.Flag("sensitive") || DataKinds.AlwaysSensitive.Contains(collects),
            Safety = tree.Flag("safety"),
            InSummary = answer is not (AnswerType.Note or AnswerType.Calculate or AnswerType.Consent),
            Was = [.. tree.Texts("was")],
        };
    }

    private void Declare(YamlTree tree, string collects, string purpose)
    {
        if (!DataKinds.Collects.Contains(collects))
            owner.Add(DialogProblems.NotCollectable(tree.Where, collects));
        if (!DataKinds.Purposes.Contains(purpose))
            owner.Add(DialogProblems.NotCollectable(tree.Where, $"purpose {purpose}"));
        Collects.Add(collects);
        Purposes.Add(purpose);
    }

    private AnswerType? Type(YamlTree tree, string type, string list)
    {
        var max = tree.Number("max", Limits.CharactersPerAnswer);
        var appearance = tree.Text("appearance");
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
                return type == "select_multiple" ? new AnswerType.SelectMultiple(choices, filter)
                    : appearance == "age" ? new AnswerType.AgeBand(choices)
                    : new AnswerType.SelectOne(choices, filter);
            case "select_one" or "select_multiple":
                owner.Add(DialogProblems.UnknownList(tree.Where, list));
                return null;
            default:
                owner.Add(DialogProblems.UnknownType(tree.Where, type));
                return null;
        }
    }

    private Expression? Expression(YamlTree tree, string key)
    {
        if (tree.Text(key) is not { Length: > 0 } text)
            return null;
        var parsed = ExpressionParser.Parse(text, $"{tree.Where} ({key})");
        owner.Add(parsed.Problems);
        return parsed.Value;
    }

    private string Name(YamlTree tree)
    {
        if (tree.Text("name") is { Length: > 0 } name)
            return name;
        owner.Add(DialogProblems.Missing(tree.Where, $"name (of a question of dialog {dialog})"));
        return "?";
    }

    private static (string Type, string List) Split(string type) =>
        type.Split(' ', 2, StringSplitOptions.TrimEntries) is [var kind, var list] ? (kind, list) : (type, "");
}
