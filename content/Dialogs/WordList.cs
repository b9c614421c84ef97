using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// Words by what they mean, language by language. A word counts only when it is the whole message. The person's own language
/// comes first; words of the other languages work wherever they mean the same in all of them.
/// </summary>
internal sealed class WordList<T>
{
    private readonly ImmutableArray<FrozenDictionary<string, T>> _own;
    private readonly FrozenDictionary<string, T> _any;

    private WordList(ImmutableArray<FrozenDictionary<string, T>> own, FrozenDictionary<string, T> any) => (_own, _any) = (own, any);

    /// <summary>The list of what each language says; of two meanings of one spelling the first holds.</summary>
    public static WordList<T> Of(Func<Locale, IEnumerable<(string Spelling, T Meaning)>> words)
    {
        var own = Locale.All.Select(locale => words(locale)
            .Select(w => (Folded: Form(w.Spelling), w.Meaning)).Where(w => w.Folded.Length > 0)
            .DistinctBy(w => w.Folded, StringComparer.Ordinal)
            .ToFrozenDictionary(w => w.Folded, w => w.Meaning, StringComparer.Ordinal)).ToImmutableArray();
        var any = own.SelectMany(o => o).GroupBy(w => w.Key, w => w.Value, StringComparer.Ordinal)
            .Where(w => w.Distinct().Take(2).Count() == 1);
        return new(own, any.ToFrozenDictionary(w => w.Key, w => w.First(), StringComparer.Ordinal));
    }

    /// <summary>What a message means; nothing when it is no word of the list.</summary>
    public T? Find(Locale? locale, string message)
    {
        var folded = Form(message);
        return (locale is not null && _own[locale.Index].TryGetValue(folded, out var own)) || _any.TryGetValue(folded, out own) ? own : default;
    }

    /// <summary>The languages that have the message as a word.</summary>
    public ImmutableArray<Locale> Speaking(string message)
    {
        var folded = Form(message);
        return [.. Locale.All.Where(l => _own[l.Index].ContainsKey(folded))];
    }

    /// <summary>Spellings that are signs only, as "?", have nothing left when they are folded: they count as they are.</summary>
    private static string Form(string text) => Fold.Text(text) is { Length: > 0 } folded ? folded : text.Trim();
}
