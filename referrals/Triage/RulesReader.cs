using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Localization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Outreach.Referrals.Triage;

/// <summary>
/// Reads <c>rules/*.yaml</c>. A rule may look only at what is on the list below: need, danger, age, company, deadlines. What a
/// person is, believes, is called or wishes cannot order a queue, because such a rule is not read (DESIGN 6.10).
/// </summary>
public sealed class RulesReader
{
    /// <summary>The file of offices; not a file of rules.</summary>
    public const string RoutingFile = "routing.yaml";

    private static readonly FrozenSet<string> Usable = FrozenSet.ToFrozenSet(
    [
        "safety", "age-band", "alone-or-with", "number-of-people", "companion-age-band", "needs", "health-need", "papers-held",
        "papers-lost", "fear", "pressure", "control-sign", "detention", "family-relation", "deadline", "topic",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Keys = FrozenSet.ToFrozenSet(["id", "version", "priority", "within", "code", "reason", "when"], StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _collects;
    private readonly List<Problem> _problems = [];
    private readonly List<PoEntry> _english = [];
    private readonly List<TriageRule> _rules = [];

    private RulesReader(IEnumerable<DialogDefinition> dialogs) => _collects = dialogs
        .SelectMany(d => Questions(d.Items)).DistinctBy(q => q.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(q => q.Name, q => q.Collects, StringComparer.Ordinal);

    /// <summary>The rules of a folder.</summary>
    public static Result<RuleSet> Read(string folder, IEnumerable<DialogDefinition> dialogs) => Read(
        Directory.GetFiles(folder, "*.yaml").Where(f => Path.GetFileName(f) != RoutingFile).ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal), dialogs);

    /// <summary>The rules of texts by file name, or everything that is wrong with them.</summary>
    public static Result<RuleSet> Read(IReadOnlyDictionary<string, string> files, IEnumerable<DialogDefinition> dialogs)
    {
        var reader = new RulesReader(dialogs);
        var ordered = files.OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
        foreach (var (file, text) in ordered)
            reader.ReadFile(text, file);
        if (reader._problems.Count == 0 && !reader._rules.Exists(r => r.When.Text == "true()"))
            reader._problems.Add(ReferralProblems.NoLastRule(ordered.Count == 0 ? "" : ordered[^1].Key));
        var revision = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(ordered.Select(f => f.Value)))))[..16];
        return reader._problems.Count > 0 ? reader._problems.ToImmutableArray() : new RuleSet(revision, [.. reader._rules], [.. reader._english]);
    }

    /// <summary>Offices and complaint programmes from <see cref="RoutingFile"/>.</summary>
    public static Result<Routing> ReadRouting(string text, string file)
    {
        var parsed = Parse(text, file);
        if (parsed.Value is not { } root)
            return parsed.Problems;
        if (Text(root, "otherwise") is not { Length: > 0 } otherwise)
            return ReferralProblems.RuleField(file, "otherwise");
        if (root.Children.TryGetValue(new YamlScalarNode("offices"), out var node) && node is not YamlMappingNode)
            return ReferralProblems.RuleField(file, "offices");
        var offices = from entry in (node as YamlMappingNode)?.Children.ToArray() ?? []
                      from place in (entry.Value as YamlSequenceNode)?.Children ?? []
                      select (Place: ((YamlScalarNode)place).Value ?? "", Office: ((YamlScalarNode)entry.Key).Value ?? "");
        var complaints = root.Children.TryGetValue(new YamlScalarNode("complaints"), out var list) && list is YamlSequenceNode names
            ? names.Children.OfType<YamlScalarNode>().Select(n => n.Value ?? "") : [];
        return new Routing(offices.DistinctBy(o => o.Place, StringComparer.Ordinal).ToFrozenDictionary(o => o.Place, o => o.Office, StringComparer.Ordinal), otherwise, complaints.ToFrozenSet(StringComparer.Ordinal));
    }

    private static IEnumerable<DialogItem.Question> Questions(ImmutableArray<DialogItem> items) => items.SelectMany(item => item switch
    {
        DialogItem.Group group => Questions(group.Items),
        DialogItem.Repeat repeat => Questions(repeat.Items),
        _ => [(DialogItem.Question)item],
    });

    private static Result<YamlMappingNode> Parse(string text, string file)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : ReferralProblems.RulesNotYaml(file, "the file is empty or is not a mapping");
        }
        catch (YamlException e)
        {
            return ReferralProblems.RulesNotYaml($"{file}:{e.Start.Line}", e.InnerException?.Message ?? e.Message);
        }
    }

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var found) && found is YamlScalarNode { Value: { } value } ? value : null;

    private void ReadFile(string text, string file)
    {
        var parsed = Parse(text, file);
        _problems.AddRange(parsed.Problems);
        if (parsed.Value is not { } root)
            return;
        if (!root.Children.TryGetValue(new YamlScalarNode("rules"), out var list) || list is not YamlSequenceNode rules)
        {
            _problems.Add(ReferralProblems.RuleField(file, "rules"));
            return;
        }
        foreach (var node in rules.Children.OfType<YamlMappingNode>())
            Rule(node, $"{file}:{node.Start.Line}");
    }

    private void Rule(YamlMappingNode node, string where)
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "").Where(k => !Keys.Contains(k)))
            _problems.Add(ReferralProblems.RuleUnknownKey(where, key));
        var id = Needed(node, where, "id", t => t.Length > 0 ? t : null);
        var version = Needed(node, where, "version", t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : (int?)null);
        var priority = Needed(node, where, "priority", PriorityOf);
        var within = Text(node, "within") is null ? priority is { } p ? Windows.Of(p) : null : Needed(node, where, "within", HoursOf);
        var code = Needed(node, where, "code", t => t.Length is > 0 and <= 24 ? t : null);
        var reason = Needed(node, where, "reason", t => t.Length > 0 ? t : null);
        var when = Needed(node, where, "when", t => t);
        if (id is null || version is null || priority is null || within is null || code is null || reason is null || when is null || Condition(when, where) is not { } condition)
            return;
        if (_rules.Exists(r => r.Id == id))
            _problems.Add(ReferralProblems.RuleTwice(where, id));
        _rules.Add(new TriageRule(id, version.Value, priority.Value, within.Value, code, condition));
        _english.Add(new PoEntry { Key = TriageRule.CodeKey(id), English = code, Notes = ["Two or three words, for the queue: about 25 letters."] });
        _english.Add(new PoEntry { Key = TriageRule.Key(id), English = reason, Notes = ["Why a request stands where it stands, for case workers."] });
    }

    private Expression? Condition(string text, string where)
    {
        var parsed = ExpressionParser.Parse(text, where);
        _problems.AddRange(parsed.Problems);
        foreach (var name in parsed.Value?.Names.Where(n => !DraftAnswers.Known.Contains(n)).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            if (!_collects.TryGetValue(name, out var collects))
                _problems.Add(ReferralProblems.RuleUnknownName(where, name));
            else if (!Usable.Contains(collects))
                _problems.Add(ReferralProblems.RuleForbiddenName(where, name));
        }
        return parsed.Value;
    }

    private T? Needed<T>(YamlMappingNode node, string where, string field, Func<string, T?> read)
    {
        var value = Text(node, field) is { } text ? read(text) : default;
        if (value is null)
            _problems.Add(ReferralProblems.RuleField(where, field));
        return value;
    }

    private static Priority? PriorityOf(string text) => text switch
    {
        "critical" => Priority.Critical,
        "high" => Priority.High,
        "medium" => Priority.Medium,
        "low" => Priority.Low,
        _ => null,
    };

    private static TimeSpan? HoursOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= 24 * 31 ? TimeSpan.FromHours(hours) : null;
}
