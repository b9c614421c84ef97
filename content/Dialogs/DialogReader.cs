using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>All dialogs, and the English texts found in them.</summary>
/// <param name="Dialogs">By id.</param>
/// <param name="English">Catalog entries: key and English, in file order.</param>
/// <param name="Doors">The front door.</param>
public sealed record DialogSet(FrozenDictionary<string, DialogDefinition> Dialogs, ImmutableArray<PoEntry> English, DoorMap Doors);

/// <summary>
/// Reads dialog files (XLSForm vocabulary in YAML) into definitions. Everything is checked here, so that the engine never is
/// surprised: names, lists, expressions, what is collected and why, consent before answers.
/// </summary>
public sealed class DialogReader
{
    /// <summary>The folder of dialogs, below the content.</summary>
    public const string Folder = "dialogs";

    /// <summary>The file of parts and lists that all dialogs share.</summary>
    public const string SharedFile = "shared.yaml";

    /// <summary>Columns of an imported XLSForm that mean nothing to the bot: kept for the author, not read.</summary>
    public const string Kept = "kept";

    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, PoEntry> _english = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<YamlFields> _choices = [];
    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);

    /// <summary>Reads dialogs from texts by file name.</summary>
    public static Result<DialogSet> Read(IReadOnlyDictionary<string, string> files) => new DialogReader().ReadAll(files);

    private Result<DialogSet> ReadAll(IReadOnlyDictionary<string, string> files)
    {
        var text = files.GetValueOrDefault(SharedFile);
        var roots = files.OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => YamlFields.Of(f.Value, At(f.Key), _problems), StringComparer.Ordinal);
        // Without the shared parts and lists, and without every choice_filter, the other files would be blamed for what they do not lack.
        if (_problems.Count > 0)
            return _problems.ToImmutableArray();
        roots.Remove(SharedFile, out var shared);
        var lists = Lists(shared, "choice");
        var parts = shared?.OptionalMap("parts");
        shared?.End();
        var dialogs = new Dictionary<string, DialogDefinition>(StringComparer.Ordinal);
        var doors = roots.Remove(DoorReader.File, out var front) && front is not null ? new DoorReader(this).Read(front, Lists(front, "doors")) : DoorMap.None;
        foreach (var (name, root) in roots)
            if (Dialog(root!, At(name), lists, parts, Hash(files[name] + text)) is { } dialog && !dialogs.TryAdd(dialog.Id, dialog))
                _problems.Add(DialogProblems.Twice(At(name), dialog.Id));
        foreach (var choice in _choices)
            choice.End(_columns);
        return _problems.Count > 0
            ? _problems.Distinct().ToImmutableArray()                     // a part is read once for each dialog that includes it
            : new DialogSet(dialogs.ToFrozenDictionary(StringComparer.Ordinal), [.. _order.Select(k => _english[k])], doors);
    }

    private DialogDefinition? Dialog(YamlFields root, string file, Dictionary<string, ChoiceList> shared, YamlFields? parts, string revision)
    {
        var settings = root.Map("settings");
        var id = settings?.Text("id") ?? "";
        var lists = new Dictionary<string, ChoiceList>(shared, StringComparer.Ordinal);
        foreach (var (name, list) in Lists(root, $"choice.{id}"))
            lists[name] = list;
        var reader = new SurveyReader(this, lists, parts);
        var items = reader.Items(root, $"dialog.{id}");
        root.End();
        if (settings is null || id.Length == 0)
        {
            settings?.End("title", "programme", "agencies", "in_own_name", "confirm", Kept);
            return null;
        }
        var definition = new DialogDefinition
        {
            Id = id,
            Revision = revision,
            Title = Say($"dialog.{id}.title", settings, "title"),
            Programme = settings.Optional("programme") ?? id,
            Agencies = settings.OptionalTexts("agencies"),
            Purposes = [.. reader.Purposes.Order(StringComparer.Ordinal)],
            Items = items,
            NeedsConsent = reader.Collects.Any(c => c != "test"),
            InOwnName = settings.Flag("in_own_name"),
            Confirms = settings.Flag("confirm", orElse: true),
        };
        settings.OptionalMap(Kept);
        settings.End();
        _problems.AddRange(DialogChecks.Check(definition, file));
        return definition;
    }

    private Dictionary<string, ChoiceList> Lists(YamlFields? root, string prefix)
    {
        var lists = new Dictionary<string, ChoiceList>(StringComparer.Ordinal);
        if (root?.OptionalMap("choices") is not { } map)
            return lists;
        foreach (var name in map.Keys)
            lists[name] = new ChoiceList(name, [.. map.Maps(name).Select(c => Choice(c, $"{prefix}.{name}"))]);
        map.End();
        return lists;
    }

    private Choice Choice(YamlFields fields, string prefix)
    {
        var name = fields.Text("name");
        var label = Say($"{prefix}.{name}", fields, "label");
        Signal? signal = !fields.Has("signal") ? null : fields.OneOf("signal",
            ("danger", Signal.Danger), ("danger-unsure", Signal.DangerUnsure), ("watched", Signal.Watched), ("child", Signal.Child),
            ("lock-return", Signal.LockReturn), ("doctor", Signal.Doctor), ("crisis", Signal.Crisis), ("trafficking", Signal.Trafficking));
        bool? atSite = !fields.Has("at_site") ? null : fields.OneOf("at_site", ("yes", true), ("no", false));
        fields.OptionalMap(Kept);
        var also = fields.Has("also") ? Say($"{prefix}.{name}.also", fields, "also") : null;
        _choices.Add(fields);
        return new Choice(name, label, signal, fields.Unread().ToImmutableDictionary(StringComparer.Ordinal)) { AtSite = atSite, Also = also };
    }

    /// <summary>Keeps an English text under a key and returns the key.</summary>
    internal string Say(string key, YamlFields fields, string field)
    {
        if (fields.Text(field) is { Length: > 0 } english && _english.TryAdd(key, PoEntry.OfEnglish(key, english) with { Where = fields.WhereOf(field), References = [fields.WhereOf(field)] }))
            _order.Add(key);
        return key;
    }

    /// <summary>Names that a choice_filter looks at: only these mean something as a further key of a choice.</summary>
    internal void Filters(IEnumerable<string> names) => _columns.UnionWith(names);

    internal ICollection<Problem> Problems => _problems;

    private static string At(string name) => $"{Folder}/{name}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
