using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Outreach.Content.Packages;
using Outreach.Content.Urgent;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Learning;

/// <summary>An idea that stands in a message.</summary>
/// <param name="Number">Its number: a hash of its name, the same in every language.</param>
/// <param name="Word">The word it begins at.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Idea(uint Number, int Word);

/// <summary>
/// Words for ideas ("blood", "locked in", "landlord", "since days"), in every language, one file each. What the examples of one language
/// teach about ideas holds in all.
/// </summary>
public sealed class Ideas
{
    private readonly UrgentLexicon _lexicon;
    private readonly UrgentTrie _trie;
    private readonly uint[] _ideas;
    private readonly byte[] _languages;
    private readonly int _languageCount;

    private Ideas(UrgentTable table)
    {
        (_lexicon, _trie) = (new UrgentLexicon(table), new UrgentTrie(table));
        var languages = table.Phrases.Select(p => p.Language).Distinct(StringComparer.Ordinal).ToList();
        _ideas = [.. table.Phrases.Select(p => TextFeatures.Hash(p.Text))];
        _languages = [.. table.Phrases.Select(p => (byte)languages.IndexOf(p.Language))];
        _languageCount = languages.Count;
    }

    /// <summary>Has no ideas.</summary>
    public static Ideas None { get; } = new(UrgentTable.Empty);

    /// <summary>The ideas as they were compiled.</summary>
    public static Ideas Of(UrgentTable table) => new(table);

    /// <summary>Reads the files of all languages into the form that a package holds. Every language must have the same ideas.</summary>
    public static Result<UrgentTable> Compile(ContentFiles files, string folder)
    {
        var problems = new List<Problem>();
        var compiler = new UrgentCompiler();
        var names = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var file in files.Under(folder))
            if (YamlFields.Of(file.Text, $"{folder}/{file.Name}", problems) is { } root)
                names[file.Name] = ReadLanguage(root, Path.GetFileNameWithoutExtension(file.Name), compiler, problems);
        var all = names.Values.SelectMany(n => n).ToImmutableSortedSet(StringComparer.Ordinal);
        problems.AddRange(from file in names
                          from missing in all.Except(file.Value)
                          select UrgentProblems.NoIdea($"{folder}/{file.Key}", missing));
        return problems.Count > 0 ? problems.ToImmutableArray() : compiler.Table();
    }

    /// <summary>
    /// The ideas in some words, in the order of the words; of one language only, the one that knows most of them, because "son" is a
    /// child in English and "his" in French.
    /// </summary>
    internal List<Idea> Find(TextTokens tokens)
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
        var ideas = new List<Idea>(found.Count);
        foreach (var match in found)
            if (_languages[match.Phrase] == language)
                ideas.Add(new Idea(_ideas[match.Phrase], match.Start));
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
