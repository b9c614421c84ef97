using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Outreach.Content.Packages;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Urgent;

/// <summary>An idea that stands in a message.</summary>
/// <param name="Idea">Its number: a hash of its name, the same in every language.</param>
/// <param name="Word">The word it begins at.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UrgentIdea(uint Idea, int Word);

/// <summary>
/// Words for ideas ("blood", "locked in", "since days", "film"), in every language: <c>safety/ideas/&lt;language&gt;.yaml</c>. What the
/// examples of one language teach about ideas holds in all.
/// </summary>
public sealed class UrgentIdeas
{
    /// <summary>Where the files lie in the book.</summary>
    public const string Folder = "safety/ideas";

    private readonly UrgentLexicon _lexicon;
    private readonly UrgentTrie _trie;
    private readonly uint[] _ideas;
    private readonly byte[] _languages;
    private readonly int _languageCount;

    private UrgentIdeas(UrgentTable table)
    {
        (_lexicon, _trie) = (new UrgentLexicon(table), new UrgentTrie(table));
        var languages = table.Phrases.Select(p => p.Language).Distinct(StringComparer.Ordinal).ToList();
        _ideas = [.. table.Phrases.Select(p => UrgentFeatures.Hash(p.Text))];
        _languages = [.. table.Phrases.Select(p => (byte)languages.IndexOf(p.Language))];
        _languageCount = languages.Count;
    }

    /// <summary>Has no ideas.</summary>
    public static UrgentIdeas None { get; } = new(UrgentTable.Empty);

    /// <summary>The ideas as they were compiled.</summary>
    public static UrgentIdeas Of(UrgentTable table) => new(table);

    /// <summary>Reads the files of all languages into the form that a package holds. Every language must have the same ideas.</summary>
    public static Result<UrgentTable> Compile(IEnumerable<NamedText> files)
    {
        var problems = new List<Problem>();
        var compiler = new UrgentCompiler();
        var names = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var file in files)
            if (YamlFields.Of(file.Text, $"{Folder}/{file.Name}", problems) is { } root)
                names[file.Name] = ReadLanguage(root, Path.GetFileNameWithoutExtension(file.Name), compiler, problems);
        var all = names.Values.SelectMany(n => n).ToImmutableSortedSet(StringComparer.Ordinal);
        problems.AddRange(from file in names
                          from missing in all.Except(file.Value)
                          select UrgentProblems.NoIdea($"{Folder}/{file.Key}", missing));
        return problems.Count > 0 ? problems.ToImmutableArray() : compiler.Table();
    }

    /// <summary>
    /// The ideas in some words, in the order of the words; of one language only, the one that knows most of them, because "son" is a
    /// child in English and "his" in French.
    /// </summary>
    internal List<UrgentIdea> Find(UrgentTokens tokens)
    {
        var found = new List<UrgentMatch>();
        var places = new PlaceList(tokens.Count, _lexicon.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            _lexicon.Find(tokens[i], ref places);
            places.Close();
        }
        _trie.Find(ref places, found);
        places.Return();
        Span<int> words = stackalloc int[_languageCount];
        words.Clear();
        foreach (var match in found)
            words[_languages[match.Phrase]]++;
        var language = Most(words);
        var ideas = new List<UrgentIdea>(found.Count);
        foreach (var match in found)
            if (_languages[match.Phrase] == language)
                ideas.Add(new UrgentIdea(_ideas[match.Phrase], match.Start));
        return ideas;
    }

    private static int Most(ReadOnlySpan<int> counts)
    {
        var most = 0;
        for (var i = 1; i < counts.Length; i++)
            most = counts[i] > counts[most] ? i : most;
        return most;
    }

    /// <summary>An idea is one phrase with many forms, its single words one place: the tree stays small.</summary>
    private static ImmutableArray<string> ReadLanguage(YamlFields root, string language, UrgentCompiler compiler, List<Problem> problems)
    {
        var parser = new UrgentPhraseParser(ImmutableDictionary<string, ImmutableArray<string>>.Empty);
        foreach (var name in root.Keys)
        {
            var where = root.WhereOf(name);
            var (single, several) = (ImmutableArray.CreateBuilder<WordForm>(), new List<ImmutableArray<UrgentStep>>());
            foreach (var text in root.Text(name).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var forms = parser.Parse(text, where);
                problems.AddRange(forms.Problems);
                foreach (var form in forms.Ok ? forms.Value : [])
                    if (form is [var only])
                        single.AddRange(only.Forms);
                    else
                        several.Add(form);
            }
            if (single.Count > 0)
                several.Add([new UrgentStep(0, [.. single])]);
            _ = compiler.Add(new UrgentPhrase(UrgentRole.Idea, default, Sure: false, language, name, 0), [.. several]);
        }
        root.End();
        return [.. root.Keys];
    }
}
