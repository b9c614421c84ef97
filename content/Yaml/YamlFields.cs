using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Outreach.Localization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Outreach.Content.Yaml;

/// <summary>
/// The fields of one mapping, read strictly: whatever is missing, misspelt or of the wrong shape becomes a problem with file and
/// line, and reading goes on, so that an author sees everything at once. After a problem the values read mean nothing.
/// </summary>
internal sealed class YamlFields(YamlMappingNode node, string file, ICollection<Problem> problems)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>File and line of the mapping.</summary>
    public string Where => $"{file}:{node.Start.Line}";

    /// <summary>A file that is one mapping; null when it is not.</summary>
    public static YamlFields? Of(string text, string file, ICollection<Problem> problems)
    {
        if (Root(text, file, problems) is not { } root)
            return null;
        if (root is YamlMappingNode map)
            return new YamlFields(map, file, problems);
        problems.Add(FieldProblems.NotYaml($"{file}:{root.Start.Line}", "expected lines of the form 'key: value'"));
        return null;
    }

    /// <summary>A file that is a list of mappings.</summary>
    public static ImmutableArray<YamlFields> ListOf(string text, string file, ICollection<Problem> problems)
    {
        if (Root(text, file, problems) is not { } root)
            return [];
        if (root is YamlSequenceNode list)
            return Mappings(list, file, problems);
        problems.Add(FieldProblems.NotYaml($"{file}:{root.Start.Line}", "expected a list; begin each entry with '- '"));
        return [];
    }

    /// <summary>File and line of a field.</summary>
    public string WhereOf(string key) => Find(key) is { } found ? $"{file}:{found.Start.Line}" : Where;

    /// <summary>The keys that are there: of mappings that name things freely.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    /// <summary>True when the field is there.</summary>
    public bool Has(string key) => Node(key) is not null;

    /// <summary>A text that must be there.</summary>
    public string Text(string key, int atMost = int.MaxValue)
    {
        if (Optional(key) is not { } text)
            return Refuse(FieldProblems.Missing(WhereOf(key), key), "");
        if (text.Length > atMost)
            problems.Add(FieldProblems.TooLong(WhereOf(key), key, text.Length, atMost));
        return text;
    }

    /// <summary>A text that may be missing.</summary>
    public string? Optional(string key) => Node(key) switch
    {
        null => null,
        YamlScalarNode scalar => Checked(scalar, key) is { Length: > 0 } text ? text : null,
        _ => Refuse(FieldProblems.WrongShape(WhereOf(key), key, "a text"), (string?)null),
    };

    /// <summary>A day, 2026-11-21.</summary>
    public DateOnly Date(string key)
    {
        var text = Text(key);
        if (text.Length == 0)
            return default;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100
            ? day : Refuse(FieldProblems.NotADate(WhereOf(key), key, text), default(DateOnly));
    }

    /// <summary>A day; null when the field is not there.</summary>
    public DateOnly? OptionalDate(string key) => Has(key) ? Date(key) : null;

    /// <summary>A whole number.</summary>
    public int Count(string key, int from = 1, int to = int.MaxValue)
    {
        var text = Text(key);
        return text.Length == 0 ? 0
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= from && n <= to ? n
            : Refuse(FieldProblems.WrongShape(WhereOf(key), key, $"a whole number from {from}{(to == int.MaxValue ? "" : $" to {to}")}"), 0);
    }

    /// <summary>true or false.</summary>
    public bool Flag(string key, bool orElse = false) => Has(key) ? OneOf(key, ("true", true), ("false", false)) : orElse;

    /// <summary>A word of a closed list, and what it means.</summary>
    public T OneOf<T>(string key, params ReadOnlySpan<(string Word, T Value)> words)
    {
        var text = Text(key);
        foreach (var (word, value) in words)
            if (word == text)
                return value;
        if (text.Length > 0)
            problems.Add(FieldProblems.NotOneOf(WhereOf(key), key, text, words.ToArray().Select(w => w.Word)));
        return words[0].Value;
    }

    /// <summary>A list of texts that must be there; it may be empty.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        switch (Node(key))
        {
            case null:
                return Refuse(FieldProblems.Missing(WhereOf(key), key), ImmutableArray<string>.Empty);
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode { Value.Length: > 0 }):
                return [.. list.Children.Cast<YamlScalarNode>().Select(c => Checked(c, key))];
            default:
                return Refuse(FieldProblems.WrongShape(WhereOf(key), key, "a list of texts, one a line with '- ' or [a, b]"), ImmutableArray<string>.Empty);
        }
    }

    /// <summary>A list of texts; empty when it is not there.</summary>
    public ImmutableArray<string> OptionalTexts(string key) => Has(key) ? Texts(key) : [];

    /// <summary>The lines of a text with their numbers in the file. Those of a YAML block begin below its mark.</summary>
    public IEnumerable<(string Text, int Line)> Lines(string key)
    {
        if (Node(key) is not YamlScalarNode scalar)
            return Refuse(FieldProblems.WrongShape(WhereOf(key), key, "a text; put '|' behind the colon and one entry a line below"), Enumerable.Empty<(string, int)>());
        var first = (int)scalar.Start.Line + (scalar.Style is ScalarStyle.Literal ? 1 : 0);
        return (scalar.Value ?? "").Split('\n').Select((text, n) => (text.Trim(), first + n));
    }

    /// <summary>A list of words, each of a closed list.</summary>
    public ImmutableArray<string> Words(string key, FrozenSet<string> known)
    {
        var words = Texts(key);
        foreach (var word in words)
            if (!known.Contains(word))
                problems.Add(FieldProblems.NotOneOf(WhereOf(key), key, word, known.Order(StringComparer.Ordinal)));
        return words;
    }

    /// <summary>A web address; null when the field is not there.</summary>
    public Uri? Link(string key) => Link(key, WebLink);

    /// <summary>The address of a source: some old pages have no https:.</summary>
    public Uri? SourceLink(string key) => Link(key, text => WebLink(text, Uri.UriSchemeHttps) ?? WebLink(text, Uri.UriSchemeHttp));

    /// <summary>An https: address with a host and without a user; null for anything else.</summary>
    public static Uri? WebLink(string text) => WebLink(text, Uri.UriSchemeHttps);

    private static Uri? WebLink(string text, string scheme) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == scheme && uri.Host.Contains('.') && uri.UserInfo.Length == 0 && !text.Contains(' ')
            ? uri : null;

    private Uri? Link(string key, Func<string, Uri?> read)
    {
        if (Optional(key) is not { } text)
            return null;
        return read(text) ?? Refuse(FieldProblems.NotALink(WhereOf(key), key, text), (Uri?)null);
    }

    /// <summary>The mapping under a key.</summary>
    public YamlFields? Map(string key) => Node(key) switch
    {
        YamlMappingNode map => new YamlFields(map, file, problems),
        null => Refuse(FieldProblems.Missing(WhereOf(key), key), (YamlFields?)null),
        _ => Refuse(FieldProblems.WrongShape(WhereOf(key), key, "of the form {key: value}"), (YamlFields?)null),
    };

    /// <summary>The mapping under a key; null when it is not there.</summary>
    public YamlFields? OptionalMap(string key) => Has(key) ? Map(key) : null;

    /// <summary>The mappings of a list.</summary>
    public ImmutableArray<YamlFields> Maps(string key) => Node(key) switch
    {
        YamlSequenceNode list => Mappings(list, file, problems),
        null => Refuse(FieldProblems.Missing(WhereOf(key), key), ImmutableArray<YamlFields>.Empty),
        _ => Refuse(FieldProblems.WrongShape(WhereOf(key), key, "a list"), ImmutableArray<YamlFields>.Empty),
    };

    /// <summary>A text in all our languages.</summary>
    public FrozenDictionary<Locale, string> ByLanguage(string key, int atMost = int.MaxValue)
    {
        if (Map(key) is not { } map)
            return FrozenDictionary<Locale, string>.Empty;
        var texts = new Dictionary<Locale, string>();
        foreach (var locale in Locale.All)
        {
            if (!map.Has(locale.Tag))
                problems.Add(FieldProblems.MissingLanguage(map.Where, key, locale));
            else
                texts[locale] = map.Text(locale.Tag, atMost);
        }
        map.End();
        return texts.ToFrozenDictionary();
    }

    /// <summary>The texts under all keys that nobody has asked for.</summary>
    public IEnumerable<KeyValuePair<string, string>> Unread() =>
        from entry in node.Children
        let key = (entry.Key as YamlScalarNode)?.Value
        where key is not null && !_read.Contains(key)
        select KeyValuePair.Create(key, (entry.Value as YamlScalarNode)?.Value ?? "");

    /// <summary>Refuses what nobody asked for: most often typing errors.</summary>
    /// <param name="alsoKnown">Keys that have a meaning here although nobody asked for them.</param>
    public void End(params IEnumerable<string> alsoKnown)
    {
        var known = _read.Union(alsoKnown, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (var key in node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name })
                problems.Add(FieldProblems.UnknownKey($"{file}:{key.Start.Line}", "?", []));
            else if (!known.Contains(name))
                problems.Add(FieldProblems.UnknownKey($"{file}:{key.Start.Line}", name, known.Where(k => Find(k) is null)));
    }

    private T Refuse<T>(Problem problem, T instead)
    {
        problems.Add(problem);
        return instead;
    }

    private string Checked(YamlScalarNode scalar, string key)
    {
        var text = (scalar.Value ?? "").Trim();
        if (PlainText.FirstInvisible(text) is { } invisible)
            problems.Add(FieldProblems.Invisible($"{file}:{scalar.Start.Line}", key, invisible));
        return text;
    }

    private YamlNode? Node(string key)
    {
        _read.Add(key);
        return Find(key);
    }

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    private static YamlNode? Root(string text, string file, ICollection<Problem> problems)
    {
        var root = YamlText.Root(text, file);
        foreach (var problem in root.Problems)
            problems.Add(problem);
        return root.Value;
    }

    private static ImmutableArray<YamlFields> Mappings(YamlSequenceNode list, string file, ICollection<Problem> problems)
    {
        var maps = ImmutableArray.CreateBuilder<YamlFields>(list.Children.Count);
        foreach (var child in list.Children)
        {
            if (child is YamlMappingNode map)
                maps.Add(new YamlFields(map, file, problems));
            else
                problems.Add(FieldProblems.WrongShape($"{file}:{child.Start.Line}", "entry", "of the form {key: value}"));
        }
        return maps.ToImmutable();
    }
}
