using System.Globalization;
using Outreach.Content.Yaml;
using Outreach.Localization;
using YamlDotNet.RepresentationModel;

namespace Outreach.Content.Dialogs;

/// <summary>A YAML mapping with its place in the file, so that every problem can name file and line.</summary>
internal sealed class YamlTree(YamlMappingNode node, string file)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>File and line of this mapping.</summary>
    public string Where => $"{file}:{node.Start.Line}";

    /// <summary>The first document of a text; a problem when it is no mapping.</summary>
    public static Result<YamlTree> Parse(string text, string file)
    {
        var root = YamlText.Root(text, file);
        if (!root.Ok)
            return root.Problems;
        return root.Value is YamlMappingNode map ? new YamlTree(map, file) : DialogProblems.NotYaml(file, "the file is empty or is not a mapping");
    }

    /// <summary>The text under a key; null when it is not there.</summary>
    public string? Text(string key) => Node(key) is YamlScalarNode { Value: { } value } ? value : null;

    /// <summary>True only for the word true.</summary>
    public bool Flag(string key) => Text(key) == "true";

    /// <summary>A whole number, or the default.</summary>
    public int Number(string key, int orElse) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : orElse;

    /// <summary>The texts of a sequence, or of one scalar; empty when it is not there.</summary>
    public IEnumerable<string> Texts(string key) => Node(key) switch
    {
        YamlSequenceNode list => list.Children.OfType<YamlScalarNode>().Select(n => n.Value ?? ""),
        YamlScalarNode one => [one.Value ?? ""],
        _ => [],
    };

    /// <summary>The mappings of a sequence.</summary>
    public IEnumerable<YamlTree> Items(string key) => Node(key) is YamlSequenceNode list
        ? list.Children.OfType<YamlMappingNode>().Select(n => new YamlTree(n, file))
        : [];

    /// <summary>The mapping under a key; null when it is not there.</summary>
    public YamlTree? Map(string key) => Node(key) is YamlMappingNode map ? new YamlTree(map, file) : null;

    /// <summary>All keys of this mapping.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    /// <summary>Keys that nobody has asked for: most often typing errors.</summary>
    public IEnumerable<Problem> Unread() => Keys.Where(k => !_read.Contains(k)).Select(k => DialogProblems.UnknownKey(Where, k));

    private YamlNode? Node(string key)
    {
        _read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
    }
}
