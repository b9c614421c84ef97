using System.Collections.Immutable;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Content.Yaml;

namespace Outreach.Content.Dialogs;

/// <summary>Reads the front door: dialogs/doors.yaml.</summary>
internal sealed class DoorReader(DialogReader owner)
{
    /// <summary>Its file among the dialogs.</summary>
    public const string File = "doors.yaml";

    private const string Prefix = "doors";

    /// <summary>The map of a file.</summary>
    /// <param name="root">The file.</param>
    /// <param name="lists">Its lists of choices.</param>
    public DoorMap Read(YamlFields root, Dictionary<string, ChoiceList> lists)
    {
        var map = new DoorMap(List(root, lists, "happened"), List(root, lists, "needs"), [.. root.Maps("doors").Select(Rule)]);
        root.End();
        foreach (var twice in map.Rules.GroupBy(r => r.Programme, StringComparer.Ordinal).Where(g => g.Count() > 1))
            owner.Problems.Add(DialogProblems.Twice(root.Where, twice.Key));
        return map;
    }

    private ChoiceList List(YamlFields root, Dictionary<string, ChoiceList> lists, string name)
    {
        if (lists.TryGetValue(name, out var list))
            return list;
        owner.Problems.Add(FieldProblems.Missing(root.Where, $"choices: {name}"));
        return DoorMap.None.Needs;
    }

    private DoorRule Rule(YamlFields fields)
    {
        var programme = fields.Text("programme");
        var rule = new DoorRule(programme, Reasons(fields, programme, "fits"), fields.Has("bars") ? Reasons(fields, programme, "bars") : []);
        fields.End();
        return rule;
    }

    private ImmutableArray<DoorReason> Reasons(YamlFields fields, string programme, string key) =>
        [.. fields.Maps(key).Select((reason, i) => Reason(reason, $"{Prefix}.{programme}.{key}.{i + 1}")).OfType<DoorReason>()];

    private DoorReason? Reason(YamlFields fields, string key)
    {
        var because = owner.Say(key, fields, "because");
        var points = fields.Has("points") ? fields.Count("points") : 0;
        var when = ExpressionParser.Parse(fields.Text("when"), $"{fields.WhereOf("when")} (when)");
        foreach (var problem in when.Problems)
            owner.Problems.Add(problem);
        fields.End();
        if (!when.Ok)
            return null;
        foreach (var unknown in when.Value.Names.Where(n => !DoorFacts.Known.Contains(n)))
            owner.Problems.Add(DialogProblems.UnknownName(fields.WhereOf("when"), unknown));
        return new DoorReason(when.Value, points, because);
    }
}
