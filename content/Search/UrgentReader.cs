using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Outreach.Content.Search;

/// <summary>
/// Reads the list of urgent words. Under a language: <c>sets</c>, the kinds of danger with <c>sure</c>, <c>unsure</c> and <c>but</c>,
/// and <c>but</c>, <c>past</c>, <c>if</c> for all kinds. Phrases stand one to a line; a line that begins with # is a remark.
/// </summary>
internal sealed class UrgentReader
{
    private const string Shared = "shared", Sets = "sets", But = "but";

    private static readonly FrozenDictionary<string, UrgentKind> Kinds = new Dictionary<string, UrgentKind>(StringComparer.Ordinal)
    {
        ["danger"] = UrgentKind.Danger,
        ["medical"] = UrgentKind.Medical,
        ["suicide"] = UrgentKind.Suicide,
        ["child-alone"] = UrgentKind.ChildAlone,
        ["held"] = UrgentKind.Held,
        ["sea"] = UrgentKind.Sea,
        ["violence"] = UrgentKind.Violence,
        ["deportation"] = UrgentKind.Deportation,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SearchValues<char> NotInSets = SearchValues.Create("<>_?^$|");

    private readonly string _file;
    private readonly UrgentCompiler _compiler = new();
    private readonly List<Problem> _problems = [];

    private UrgentReader(string file) => _file = file;

    public static string Key(UrgentKind kind) => Kinds.First(k => k.Value == kind).Key;

    /// <summary>Reads and compiles the list.</summary>
    public static Result<UrgentTable> Read(string text, string file)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }, ..])
                return SearchProblems.NotYaml(file, "the file is empty or is not a mapping");
            var reader = new UrgentReader(file);
            reader.ReadAll(root);
            return reader._problems.Count > 0
                ? reader._problems.ToImmutableArray()
                : reader._compiler.Table();
        }
        catch (YamlException e)
        {
            return SearchProblems.NotYaml($"{file}:{e.Start.Line}", e.InnerException?.Message ?? e.Message);
        }
    }

    private void ReadAll(YamlMappingNode root)
    {
        var shared = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (key, node) in Entries(root, Shared))
            ReadSets(key, node, shared);
        foreach (var (key, node) in Entries(root, except: Shared))
            if (node is YamlMappingNode language && key.Value is { Length: >= 2 and <= 12 } tag && char.IsAsciiLetterLower(tag[0]))
                ReadLanguage(tag, language, new(shared, StringComparer.Ordinal));
            else
                _problems.Add(SearchProblems.UnknownKey(At(key), key.Value ?? ""));
    }

    private void ReadLanguage(string tag, YamlMappingNode language, Dictionary<string, ImmutableArray<string>> sets)
    {
        foreach (var (key, node) in Entries(language, Sets))
            ReadSets(key, node, sets);
        var parser = new UrgentPhraseParser(sets);
        foreach (var (key, node) in Entries(language, except: Sets))
            if (Kinds.TryGetValue(key.Value ?? "", out var kind) && node is YamlMappingNode parts)
                ReadKind(tag, kind, parts, parser);
            else if (RoleOf(key.Value) is { } role && node is YamlScalarNode lines)
                ReadLines(new UrgentPhrase(role, default, Sure: false, tag, "", 0), lines, parser);
            else
                _problems.Add(SearchProblems.UnknownKey(At(key), key.Value ?? ""));
    }

    private void ReadKind(string tag, UrgentKind kind, YamlMappingNode parts, UrgentPhraseParser parser)
    {
        foreach (var (key, node) in Entries(parts))
            if (node is YamlScalarNode lines && key.Value is "sure" or "unsure" or But)
                ReadLines(new UrgentPhrase(key.Value == But ? UrgentRole.But : UrgentRole.Hit, kind, key.Value == "sure", tag, "", 0), (YamlScalarNode)node, parser);
            else
                _problems.Add(SearchProblems.UnknownKey(At(key), key.Value ?? ""));
    }

    private void ReadSets(YamlScalarNode key, YamlNode node, Dictionary<string, ImmutableArray<string>> sets)
    {
        foreach (var (name, members) in Entries(node as YamlMappingNode ?? []))
        {
            var words = (members as YamlScalarNode)?.Value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            foreach (var bad in words.Where(w => w.AsSpan().ContainsAny(NotInSets)))
                _problems.Add(SearchProblems.BadSet(At(name), bad));
            if (words.Length == 0)
                _problems.Add(SearchProblems.BadSet(At(key), name.Value ?? ""));
            sets[name.Value ?? ""] = [.. words];
        }
    }

    /// <summary>One phrase a line. The lines of a YAML block begin below its mark.</summary>
    private void ReadLines(UrgentPhrase phrase, YamlScalarNode node, UrgentPhraseParser parser)
    {
        var line = (int)node.Start.Line + (node.Style is ScalarStyle.Literal ? 1 : 0);
        foreach (var text in (node.Value ?? "").Split('\n').Select(t => t.Trim()))
        {
            if (text.Length > 0 && text[0] != '#')
                Add(phrase with { Text = text, Line = line }, parser);
            line++;
        }
    }

    private void Add(UrgentPhrase phrase, UrgentPhraseParser parser)
    {
        var where = $"{_file}:{phrase.Line}";
        var forms = parser.Parse(phrase.Text, where);
        if (!forms.Ok)
            _problems.AddRange(forms.Problems);
        else if (_compiler.Count == UrgentLimits.Phrases)
            _problems.Add(SearchProblems.TooMany(where));
        else if (phrase.Role == UrgentRole.Hit && forms.Value.Any(IsBroad))
            _problems.Add(SearchProblems.TooBroad(where, phrase.Text));
        else if (_compiler.Add(phrase, forms.Value).Any(other => Differs(other, phrase)))
            _problems.Add(SearchProblems.Twice(where, phrase.Text));
    }

    private static bool Differs(UrgentPhrase a, UrgentPhrase b) =>
        a.Language == b.Language && (a.Role != b.Role || (a.Role == UrgentRole.Hit && (a.Kind, a.Sure) != (b.Kind, b.Sure)));

    private static bool IsBroad(ImmutableArray<UrgentStep> form) =>
        form is [{ Forms: var words }] && words.Any(w => w.Shape == WordShape.Number || (w.Stem.Length < 3 && char.IsAsciiLetter(w.Stem[0])));

    private static UrgentRole? RoleOf(string? key) => key switch
    {
        But => UrgentRole.But,
        "past" => UrgentRole.Past,
        "if" => UrgentRole.If,
        _ => null,
    };

    private static IEnumerable<(YamlScalarNode Key, YamlNode Value)> Entries(YamlMappingNode node, string? only = null, string? except = null) =>
        from entry in node.Children
        where entry.Key is YamlScalarNode key && (only is null || key.Value == only) && key.Value != except
        select ((YamlScalarNode)entry.Key, entry.Value);

    private string At(YamlNode node) => $"{_file}:{node.Start.Line}";
}
