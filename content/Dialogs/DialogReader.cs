using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>All dialogs, and the English texts found in them.</summary>
/// <param name="Dialogs">By id.</param>
/// <param name="English">Catalog entries: key and English, in file order.</param>
public sealed record DialogSet(FrozenDictionary<string, DialogDefinition> Dialogs, ImmutableArray<PoEntry> English);

/// <summary>
/// Reads dialog files (XLSForm vocabulary in YAML) into definitions. Everything is checked here, so that the engine never is
/// surprised: names, lists, expressions, what is collected and why, consent before answers.
/// </summary>
public sealed class DialogReader
{
    /// <summary>The file of parts and lists that all dialogs share.</summary>
    public const string SharedFile = "shared.yaml";

    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, PoEntry> _english = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Reads every dialog of a folder.</summary>
    public static Result<DialogSet> Read(string folder)
    {
        var files = System.IO.Directory.Exists(folder) ? System.IO.Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return Read(files.ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal));
    }

    /// <summary>Reads dialogs from texts by file name.</summary>
    public static Result<DialogSet> Read(IReadOnlyDictionary<string, string> files) => new DialogReader().ReadAll(files);

    private Result<DialogSet> ReadAll(IReadOnlyDictionary<string, string> files)
    {
        var shared = files.TryGetValue(SharedFile, out var text) ? Root(text, SharedFile) : null;
        var lists = shared is null ? [] : Lists(shared.Map("choices"), "choice");
        var parts = shared?.Map("parts");
        var dialogs = new Dictionary<string, DialogDefinition>(StringComparer.Ordinal);
        foreach (var (name, content) in files.Where(f => f.Key != SharedFile).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (Root(content, name) is not { } root)
                continue;
            if (Dialog(root, name, lists, parts, Hash(content + text)) is { } dialog && !dialogs.TryAdd(dialog.Id, dialog))
                _problems.Add(DialogProblems.Twice(name, dialog.Id));
        }
        return _problems.Count > 0
            ? _problems.ToImmutableArray()
            : new DialogSet(dialogs.ToFrozenDictionary(StringComparer.Ordinal), [.. _order.Select(k => _english[k])]);
    }

    private YamlTree? Root(string text, string file)
    {
        var parsed = YamlTree.Parse(text, file);
        _problems.AddRange(parsed.Problems);
        return parsed.Value;
    }

    private DialogDefinition? Dialog(YamlTree root, string file, Dictionary<string, ChoiceList> shared, YamlTree? parts, string revision)
    {
        if (root.Map("settings") is not { } settings || settings.Text("id") is not { } id)
        {
            _problems.Add(DialogProblems.Missing(root.Where, "settings: id"));
            return null;
        }
        var lists = new Dictionary<string, ChoiceList>(shared, StringComparer.Ordinal);
        foreach (var (name, list) in Lists(root.Map("choices"), $"choice.{id}"))
            lists[name] = list;
        var reader = new SurveyReader(this, id, lists, parts);
        var items = reader.Items(root, $"dialog.{id}");
        var definition = new DialogDefinition
        {
            Id = id,
            Revision = revision,
            Title = Say($"dialog.{id}.title", settings.Text("title"), settings.Where, "title"),
            Programme = settings.Text("programme") ?? id,
            Agencies = [.. settings.Texts("agencies")],
            Purposes = [.. reader.Purposes.Order(StringComparer.Ordinal)],
            Items = items,
            NeedsConsent = reader.Collects.Any(c => c != "test"),
            Confirms = settings.Text("confirm") != "false",
        };
        _problems.AddRange(DialogChecks.Check(definition, file));
        _problems.AddRange(settings.Unread());
        return definition;
    }

    private Dictionary<string, ChoiceList> Lists(YamlTree? map, string prefix)
    {
        var lists = new Dictionary<string, ChoiceList>(StringComparer.Ordinal);
        foreach (var name in map?.Keys ?? [])
        {
            var choices = map!.Items(name).Select(c => Choice(c, $"{prefix}.{name}")).OfType<Choice>();
            lists[name] = new ChoiceList(name, [.. choices]);
        }
        return lists;
    }

    private Choice? Choice(YamlTree tree, string prefix)
    {
        if (tree.Text("name") is not { Length: > 0 } name)
        {
            _problems.Add(DialogProblems.Missing(tree.Where, "name"));
            return null;
        }
        var filter = tree.Keys.Except(["name", "label", "signal", "at_site"], StringComparer.Ordinal).ToImmutableDictionary(k => k, k => tree.Text(k) ?? "", StringComparer.Ordinal);
        return new Choice(name, Say($"{prefix}.{name}", tree.Text("label"), tree.Where, "label"), SignalOf(tree), filter) { AtSite = AtSite(tree) };
    }

    private bool? AtSite(YamlTree tree)
    {
        var value = tree.Text("at_site");
        if (value is not (null or "yes" or "no"))
            _problems.Add(DialogProblems.NotYesOrNo(tree.Where, "at_site", value));
        return value is null ? null : value == "yes";
    }

    private Signal? SignalOf(YamlTree tree)
    {
        Signal? signal = tree.Text("signal") switch
        {
            null => null,
            "danger" => Signal.Danger,
            "danger-unsure" => Signal.DangerUnsure,
            "watched" => Signal.Watched,
            "child" => Signal.Child,
            "lock-return" => Signal.LockReturn,
            "doctor" => Signal.Doctor,
            "trafficking" => Signal.Trafficking,
            var other => Refuse(other),
        };
        return signal;

        Signal? Refuse(string other)
        {
            _problems.Add(DialogProblems.UnknownSignal(tree.Where, other));
            return null;
        }
    }

    /// <summary>Keeps an English text under a key and returns the key.</summary>
    internal string Say(string key, string? english, string where, string what)
    {
        if (string.IsNullOrWhiteSpace(english))
            _problems.Add(DialogProblems.Missing(where, what));
        else if (_english.TryAdd(key, PoEntry.OfEnglish(key, english) with { Where = where, References = [where] }))
            _order.Add(key);
        return key;
    }

    internal void Add(Problem problem) => _problems.Add(problem);

    internal void Add(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
