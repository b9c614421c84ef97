using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Urgent;

/// <summary>
/// Reads the list of urgent words. Under a language: <c>sets</c>, the kinds of danger with <c>sure</c>, <c>unsure</c> and <c>but</c>,
/// and <c>but</c>, <c>past</c>, <c>if</c>, <c>calm</c>, <c>now</c> for all kinds. Phrases stand one to a line; a line that begins with # is a remark.
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

    private static readonly (string Key, UrgentRole Role)[] Roles = [(But, UrgentRole.But), ("past", UrgentRole.Past), ("if", UrgentRole.If), ("calm", UrgentRole.Calm), ("now", UrgentRole.Now)];

    private static readonly SearchValues<char> NotInSets = SearchValues.Create("<>_?^$|&");

    private readonly string _file;
    private readonly UrgentCompiler _compiler = new();
    private readonly List<Problem> _problems = [];

    private UrgentReader(string file) => _file = file;

    public static string Key(UrgentKind kind) => Kinds.First(k => k.Value == kind).Key;

    /// <summary>The kind of a key; null for any other word.</summary>
    public static UrgentKind? KindOf(string key) => Kinds.TryGetValue(key, out var kind) ? kind : null;

    /// <summary>All keys, for messages.</summary>
    public static string KindNames => string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal));

    /// <summary>Reads and compiles the list.</summary>
    public static Result<UrgentTable> Read(string text, string file)
    {
        var reader = new UrgentReader(file);
        if (YamlFields.Of(text, file, reader._problems) is { } root)
            reader.ReadAll(root);
        return reader._problems.Count > 0
            ? reader._problems.ToImmutableArray()
            : reader._compiler.Table();
    }

    private void ReadAll(YamlFields root)
    {
        var shared = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        ReadSets(root.OptionalMap(Shared), shared);
        foreach (var tag in root.Keys.Where(k => k is { Length: >= 2 and <= 12 } && char.IsAsciiLetterLower(k[0]) && k != Shared))
            if (root.Map(tag) is { } language)
                ReadLanguage(tag, language, new(shared, StringComparer.Ordinal));
        root.End();
    }

    private void ReadLanguage(string tag, YamlFields language, Dictionary<string, ImmutableArray<string>> sets)
    {
        ReadSets(language.OptionalMap(Sets), sets);
        var parser = new UrgentPhraseParser(sets);
        foreach (var (key, kind) in Kinds)
            if (language.OptionalMap(key) is { } parts)
                ReadKind(tag, kind, parts, parser);
        foreach (var (key, role) in Roles)
            ReadLines(new UrgentPhrase(role, default, Sure: false, tag, "", 0), language, key, parser);
        language.End();
    }

    private void ReadKind(string tag, UrgentKind kind, YamlFields parts, UrgentPhraseParser parser)
    {
        ReadLines(new UrgentPhrase(UrgentRole.Hit, kind, Sure: true, tag, "", 0), parts, "sure", parser);
        ReadLines(new UrgentPhrase(UrgentRole.Hit, kind, Sure: false, tag, "", 0), parts, "unsure", parser);
        ReadLines(new UrgentPhrase(UrgentRole.But, kind, Sure: false, tag, "", 0), parts, But, parser);
        parts.End();
    }

    private void ReadSets(YamlFields? named, Dictionary<string, ImmutableArray<string>> sets)
    {
        foreach (var name in named?.Keys ?? [])
        {
            var words = named!.Text(name).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var bad in words.Where(w => w.AsSpan().ContainsAny(NotInSets)))
                _problems.Add(UrgentProblems.BadSet(named.WhereOf(name), bad));
            sets[name] = [.. words];
        }
        named?.End();
    }

    /// <summary>One phrase a line.</summary>
    private void ReadLines(UrgentPhrase phrase, YamlFields fields, string key, UrgentPhraseParser parser)
    {
        if (!fields.Has(key))
            return;
        foreach (var (text, line) in fields.Lines(key))
            if (text.Length > 0 && text[0] != '#')
                Add(phrase with { Text = text, Line = line }, parser);
    }

    private void Add(UrgentPhrase phrase, UrgentPhraseParser parser)
    {
        var where = $"{_file}:{phrase.Line}";
        var forms = parser.Parse(phrase.Text, where);
        if (!forms.Ok)
            _problems.AddRange(forms.Problems);
        else if (_compiler.Count == UrgentLimits.Phrases)
            _problems.Add(UrgentProblems.TooMany(where));
        else if (phrase.Role == UrgentRole.Hit && forms.Value.Any(IsBroad))
            _problems.Add(UrgentProblems.TooBroad(where, phrase.Text));
        else if (_compiler.Add(phrase, forms.Value).Any(other => Differs(other, phrase)))
            _problems.Add(UrgentProblems.Twice(where, phrase.Text));
    }

    private static bool Differs(UrgentPhrase a, UrgentPhrase b) =>
        a.Language == b.Language && (a.Role != b.Role || (a.Role == UrgentRole.Hit && (a.Kind, a.Sure) != (b.Kind, b.Sure)));

    private static bool IsBroad(ImmutableArray<UrgentStep> form) =>
        form is [{ Forms: var words }] && words.Any(w => w.Shape == WordShape.Number || (w.Stem.Length < 3 && char.IsAsciiLetter(w.Stem[0])));
}
