using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Yaml;
using Outreach.Localization;
using YamlDotNet.RepresentationModel;

namespace Outreach.Content.XlsForm;

/// <summary>Reads a dialog or a draft as an author wrote it, for export: parts written out, texts in all languages.</summary>
public sealed class DraftReader
{
    private readonly ImmutableArray<PoFile> _translations;
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, Dictionary<string, string>> _said;
    private YamlMappingNode _parts = [];
    private FormLanguage _base = FormLanguage.English;

    private DraftReader(ImmutableArray<PoFile> translations)
    {
        _translations = translations;
        _said = translations.ToDictionary(t => Language(t).Code, t => t.Entries.Where(e => e.IsTranslated && !e.IsPlural).GroupBy(e => e.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Translations[0], StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Reads a dialog.</summary>
    /// <param name="yaml">Its text.</param>
    /// <param name="file">Its name.</param>
    /// <param name="shared">The text of shared.yaml; empty for none.</param>
    /// <param name="translations">The catalogs of dialogs, one a language.</param>
    public static Result<Draft> Read(string yaml, string file, string shared, ImmutableArray<PoFile> translations) => new DraftReader(translations).ReadAll(yaml, file, shared);

    /// <summary>The parts and lists of shared.yaml.</summary>
    public static Result<DraftShared> Shared(string shared)
    {
        var reader = new DraftReader([]);
        var root = reader.Root(shared, DialogReader.SharedFile);
        reader._parts = Map(root, "parts");
        var parts = reader._parts.Children.Keys.Select(k => ((YamlScalarNode)k).Value!).ToDictionary(p => p, p => reader.Part(p, p), StringComparer.Ordinal);
        var lists = reader.Lists(root, "choice", shared: true);
        return reader._problems.Count > 0 ? reader._problems.ToImmutableArray() : new DraftShared(parts, lists.ToDictionary(l => l.Name, StringComparer.Ordinal));
    }

    private Result<Draft> ReadAll(string yaml, string file, string shared)
    {
        var root = Root(yaml, file);
        var common = shared.Length > 0 ? Root(shared, DialogReader.SharedFile) : [];
        if (_problems.Count > 0)
            return _problems.ToImmutableArray();
        _parts = Map(common, "parts");
        var settings = Map(root, "settings");
        var id = Text(settings, "id");
        if (Text(settings, "language") is { Length: > 0 } language)
            _base = FormLanguage.Parse(language);
        var items = Items(Sequence(root, "survey"), $"dialog.{id}", "").ToImmutableArray();
        var own = Lists(root, $"choice.{id}", shared: false);
        var used = Flatten(items).Select(i => i.Type.Split(' ', 2) is ["select_one" or "select_multiple", var list] ? list : "").ToHashSet(StringComparer.Ordinal);
        var taken = Lists(common, "choice", shared: true).Where(l => used.Contains(l.Name) && !own.Any(o => o.Name == l.Name));
        return _problems.Count > 0 ? _problems.ToImmutableArray() : new Draft
        {
            Id = id,
            Base = _base,
            Languages = [.. _translations.Select(Language).DistinctBy(l => l.Code)],
            Title = Said($"dialog.{id}.title", Text(settings, "title")),
            Settings = [.. Columns.OwnSettings.Select(s => new DraftField(s, Text(settings, s))).Where(f => f.Value.Length > 0)],
            Kept = Kept(settings),
            Items = items,
            Lists = [.. own, .. taken],
        };
    }

    private static FormLanguage Language(PoFile file)
    {
        var code = file.Field("Language") ?? "";
        return Locale.TryParse(code, out var locale) && locale.Tag == code ? FormLanguage.Of(locale) : new FormLanguage(code, file.Field("Language-Team") ?? code);
    }

    private static IEnumerable<DraftItem> Flatten(IEnumerable<DraftItem> items) => items.SelectMany(i => Flatten(i.Items).Prepend(i));

    private ImmutableArray<DraftItem> Part(string part, string outermost) => [.. Items(Sequence(_parts, part), $"part.{part}", outermost)];

    private IEnumerable<DraftItem> Items(IEnumerable<YamlMappingNode> nodes, string prefix, string part, int depth = 0)
    {
        if (depth > FormLimits.Depth * 2)
        {
            _problems.Add(FormProblems.TooLarge(prefix, "parts inside each other", FormLimits.Depth));
            return [];
        }
        return nodes.SelectMany(node => Text(node, "include") is { Length: > 0 } included
            ? Items(Sequence(_parts, included), $"part.{included}", part.Length > 0 ? part : included, depth + 1)
            : [Item(node, prefix, part, depth)]);
    }

    private DraftItem Item(YamlMappingNode node, string prefix, string part, int depth)
    {
        var key = $"{prefix}.{Text(node, "name")}";
        return new DraftItem
        {
            Type = Text(node, "type"),
            Name = Text(node, "name"),
            Key = key,
            Texts = Columns.TextOrder.Select(t => (Key: t, Text: Said(key + Columns.Texts[t], Text(node, t)))).Where(t => !t.Text.IsEmpty).ToImmutableSortedDictionary(t => t.Key, t => t.Text, StringComparer.Ordinal),
            Fields = [.. Columns.Fields.Select(f => new DraftField(f, Text(node, f))).Where(f => f.Value.Length > 0)],
            Kept = Kept(node),
            Items = [.. Items(Sequence(node, "survey"), prefix, part, depth + 1)],
            Part = part,
        };
    }

    private ImmutableArray<DraftList> Lists(YamlMappingNode root, string prefix, bool shared)
    {
        var map = Map(root, "choices");
        return [.. map.Children.Keys.Select(k => ((YamlScalarNode)k).Value!).Select(name => new DraftList(name, $"{prefix}.{name}", shared, [.. Sequence(map, name).Select(c => Choice(c, $"{prefix}.{name}"))]))];
    }

    private DraftChoice Choice(YamlMappingNode node, string prefix)
    {
        var name = Text(node, "name");
        var fields = node.Children.Keys.Select(k => ((YamlScalarNode)k).Value!).Where(k => k is not ("name" or "label" or "also" or DialogReader.Kept)).Select(k => new DraftField(k, Text(node, k)));
        return new DraftChoice(name, Said($"{prefix}.{name}", Text(node, "label")), [.. fields.OrderBy(f => !Columns.OwnOfChoice.Contains(f.Key)).ThenBy(f => f.Key, StringComparer.Ordinal)], Kept(node))
        {
            Also = Said($"{prefix}.{name}.also", Text(node, "also")),
        };
    }

    private DraftText Said(string key, string english)
    {
        var text = DraftText.None.With(_base, english);
        if (english.Length > 0)
            foreach (var language in _translations.Select(Language))
                text = text.With(language, _said[language.Code].GetValueOrDefault(key, ""));
        return text;
    }

    private YamlMappingNode Root(string text, string file)
    {
        var root = YamlText.Root(text, file);
        _problems.AddRange(root.Problems);
        return root.Value as YamlMappingNode ?? [];
    }

    private static ImmutableArray<DraftField> Kept(YamlMappingNode node) =>
        [.. Map(node, DialogReader.Kept).Children.Select(c => new DraftField(((YamlScalarNode)c.Key).Value!, (c.Value as YamlScalarNode)?.Value ?? ""))];

    private static YamlNode? Find(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    private static YamlMappingNode Map(YamlMappingNode node, string key) => Find(node, key) as YamlMappingNode ?? [];

    private static IEnumerable<YamlMappingNode> Sequence(YamlMappingNode node, string key) => (Find(node, key) as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? [];

    private static string Text(YamlMappingNode node, string key) => Find(node, key) switch
    {
        YamlScalarNode scalar => (scalar.Value ?? "").Trim(),
        YamlSequenceNode list => string.Join(' ', list.Children.OfType<YamlScalarNode>().Select(c => c.Value)),
        _ => "",
    };
}
