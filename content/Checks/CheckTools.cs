using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Content.Translation;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>Says which words of a language no dictionary has.</summary>
public interface ISpeller
{
    /// <summary>The unknown ones among the words; a problem when the language cannot be looked up here.</summary>
    Result<FrozenSet<string>> Unknown(Locale locale, IReadOnlyCollection<string> words);
}

/// <summary>What some checks need beside the content.</summary>
public sealed record CheckTools
{
    /// <summary>Looks words up; null leaves spelling alone.</summary>
    public ISpeller? Speller { get; init; }

    /// <summary>Names and terms that are right although no dictionary has them.</summary>
    public WordLists Words { get; init; } = WordLists.Empty;

    /// <summary>Terms to use and to avoid, a glossary a language.</summary>
    public ImmutableArray<Glossary> Glossaries { get; init; } = [];
}

/// <summary>Our own words: <c>names.txt</c> in every language, <c>LANGUAGE.txt</c> in one. A word a line; "#" begins a comment.</summary>
public sealed class WordLists
{
    private readonly FrozenSet<string> _names;
    private readonly FrozenDictionary<Locale, FrozenSet<string>> _words;

    private WordLists(IReadOnlyDictionary<string, string> files)
    {
        _names = Read(files.GetValueOrDefault("names.txt", ""));
        _words = Locale.All.ToFrozenDictionary(l => l, l => Read(files.GetValueOrDefault($"{l.Tag}.txt", "")));
    }

    /// <summary>No words.</summary>
    public static WordLists Empty { get; } = new(FrozenDictionary<string, string>.Empty);

    /// <summary>The lists in files: name and text of each.</summary>
    public static WordLists Of(IReadOnlyDictionary<string, string> files) => new(files);

    /// <summary>True for a word of a list, also with a capital at the start of a sentence.</summary>
    public bool Has(Locale locale, string word) => Has(_names, word) || Has(_words[locale], word);

    private static bool Has(FrozenSet<string> words, string word) => words.Contains(word) || words.Contains(word.ToLowerInvariant());

    private static FrozenSet<string> Read(string text) =>
        text.Split('\n').Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0).ToFrozenSet(StringComparer.Ordinal);
}
