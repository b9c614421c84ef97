using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Content.Packages;
using Outreach.Content.Yaml;
using Outreach.Localization;

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

    private const int LongestCode = 24;
    private const int LongestHours = 24 * 31;

    private readonly FrozenDictionary<string, string> _collects;
    private readonly List<Problem> _problems = [];
    private readonly List<PoEntry> _english = [];
    private readonly List<TriageRule> _rules = [];

    private RulesReader(IEnumerable<DialogDefinition> dialogs) => _collects = dialogs
        .SelectMany(d => Questions(d.Items)).DistinctBy(q => q.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(q => q.Name, q => q.Collects, StringComparer.Ordinal);

    /// <summary>The rules of a folder.</summary>
    public static Result<RuleSet> Read(string folder, IEnumerable<DialogDefinition> dialogs) => FromFolder(folder, files =>
        Read(files.All.Where(f => f.Name != RoutingFile && f.Name.EndsWith(".yaml", StringComparison.Ordinal) && !f.Name.Contains('/')).ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal), dialogs));

    /// <summary>Offices and complaint programmes of a folder.</summary>
    public static Result<Routing> ReadRouting(string folder) => FromFolder(folder, files =>
        files.All.FirstOrDefault(f => f.Name == RoutingFile) is { } file ? ReadRouting(file.Text, file.Name) : ReferralProblems.NoRouting(RoutingFile));

    /// <summary>The rules of texts by file name, or everything that is wrong with them.</summary>
    public static Result<RuleSet> Read(IReadOnlyDictionary<string, string> files, IEnumerable<DialogDefinition> dialogs)
    {
        var reader = new RulesReader(dialogs);
        var ordered = files.OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
        foreach (var (file, text) in ordered)
            reader.ReadFile(text, file);
        if (reader._problems.Count == 0 && !reader._rules.Exists(r => r.IsLast))
            reader._problems.Add(ReferralProblems.NoLastRule(ordered.Count == 0 ? "" : ordered[^1].Key));
        var revision = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(ordered.Select(f => f.Value)))))[..16];
        return reader._problems.Count > 0 ? reader._problems.ToImmutableArray() : new RuleSet(revision, [.. reader._rules], [.. reader._english]);
    }

    /// <summary>Offices and complaint programmes from <see cref="RoutingFile"/>.</summary>
    public static Result<Routing> ReadRouting(string text, string file)
    {
        var problems = new List<Problem>();
        if (YamlFields.Of(text, file, problems) is not { } root)
            return problems.ToImmutableArray();
        var otherwise = root.Text("otherwise");
        var offices = root.OptionalMap("offices");
        var places = from office in offices?.Keys ?? []
                     from place in offices!.Texts(office)
                     select (Place: place, Office: office);
        var byPlace = places.DistinctBy(p => p.Place, StringComparer.Ordinal).ToFrozenDictionary(p => p.Place, p => p.Office, StringComparer.Ordinal);
        var complaints = root.OptionalTexts("complaints").ToFrozenSet(StringComparer.Ordinal);
        offices?.End();
        root.End();
        return problems.Count > 0 ? problems.ToImmutableArray() : new Routing(byPlace, otherwise, complaints);
    }

    private static Result<T> FromFolder<T>(string folder, Func<ContentFiles, Result<T>> read)
    {
        var files = ContentFiles.Read(folder, catalogsFolder: null);
        return files.Ok ? files.Value.Locate(read(files.Value)) : files.Problems;
    }

    private static IEnumerable<DialogItem.Question> Questions(ImmutableArray<DialogItem> items) => items.SelectMany(item => item switch
    {
        DialogItem.Group group => Questions(group.Items),
        DialogItem.Repeat repeat => Questions(repeat.Items),
        _ => [(DialogItem.Question)item],
    });

    private void ReadFile(string text, string file)
    {
        if (YamlFields.Of(text, file, _problems) is not { } root)
            return;
        foreach (var rule in root.Maps("rules"))
            Rule(rule);
        root.End();
    }

    private void Rule(YamlFields fields)
    {
        var id = fields.Text("id");
        var version = fields.Count("version");
        var priority = fields.OneOf("priority", ("critical", Priority.Critical), ("high", Priority.High), ("medium", Priority.Medium), ("low", Priority.Low));
        var within = fields.Has("within") ? TimeSpan.FromHours(fields.Count("within", from: 0, LongestHours)) : Windows.Of(priority);
        var code = fields.Text("code", LongestCode);
        var reason = fields.Text("reason");
        var when = fields.Text("when");
        fields.End();
        if (when.Length == 0 || Condition(when, fields.WhereOf("when")) is not { } condition)
            return;
        if (id.Length > 0 && _rules.Exists(r => r.Id == id))
            _problems.Add(ReferralProblems.RuleTwice(fields.WhereOf("id"), id));
        _rules.Add(new TriageRule(id, version, priority, within, code, condition));
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
}
