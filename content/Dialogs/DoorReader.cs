using System.Collections.Immutable;
using Outreach.Content.Dialogs.Expressions;

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
    public DoorMap Read(YamlTree root, Dictionary<string, ChoiceList> lists)
    {
        var map = new DoorMap(List(root, lists, "happened"), List(root, lists, "needs"), [.. root.Items("doors").Select(Rule)]);
        foreach (var twice in map.Rules.GroupBy(r => r.Programme, StringComparer.Ordinal).Where(g => g.Count() > 1))
            owner.Add(DialogProblems.Twice(root.Where, twice.Key));
        return map;
    }

    private ChoiceList List(YamlTree root, Dictionary<string, ChoiceList> lists, string name)
    {
        if (lists.TryGetValue(name, out var list))
            return list;
        owner.Add(DialogProblems.Missing(root.Where, $"choices: {name}"));
        return DoorMap.None.Needs;
    }

    private DoorRule Rule(YamlTree tree)
    {
        var programme = tree.Text("programme") ?? "";
        if (programme.Length == 0)
            owner.Add(DialogProblems.Missing(tree.Where, "programme"));
        return new DoorRule(programme, Reasons(tree, programme, "fits"), Reasons(tree, programme, "bars"));
    }

    private ImmutableArray<DoorReason> Reasons(YamlTree tree, string programme, string key) =>
        [.. tree.Items(key).Select((reason, i) => Reason(reason, $"{Prefix}.{programme}.{key}.{i + 1}")).OfType<DoorReason>()];

    private DoorReason? Reason(YamlTree tree, string key)
    {
        var because = owner.Say(key, tree.Text("because"), tree.Where, "because");
        var points = tree.Number("points", 0);
        if (tree.Text("when") is not { Length: > 0 } text)
        {
            owner.Add(DialogProblems.Missing(tree.Where, "when"));
            return null;
        }
        var when = ExpressionParser.Parse(text, $"{tree.Where} (when)");
        owner.Add(when.Problems);
        owner.Add(tree.Unread());
        if (!when.Ok)
            return null;
        foreach (var unknown in when.Value.Names.Where(n => !DoorFacts.Known.Contains(n)))
            owner.Add(DialogProblems.UnknownName(tree.Where, unknown));
        return new DoorReason(when.Value, points, because);
    }
}
