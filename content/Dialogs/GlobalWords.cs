using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>
/// The words and controls that work at every step (DESIGN 6). A word counts only when it is the whole message. The person's
/// own language comes first; words of the other languages work wherever they mean the same in all of them.
/// </summary>
public sealed class GlobalWords
{
    private readonly FrozenDictionary<string, GlobalWord>[] _own;
    private readonly FrozenDictionary<string, GlobalWord> _any;

    private GlobalWords(FrozenDictionary<string, GlobalWord>[] own, FrozenDictionary<string, GlobalWord> any) => (_own, _any) = (own, any);

    /// <summary>Reads the words from the catalogs: key word.back = "back|go back|…".</summary>
    public static GlobalWords Of(Localizer texts)
    {
        var own = new FrozenDictionary<string, GlobalWord>[Locale.All.Length];
        var any = new Dictionary<string, HashSet<GlobalWord>>(StringComparer.Ordinal);
        foreach (var locale in Locale.All)
        {
            var words = new Dictionary<string, GlobalWord>(StringComparer.Ordinal);
            foreach (var word in Enum.GetValues<GlobalWord>())
                foreach (var spelling in texts.Text(locale, Key(word)).Split('|'))
                    if (Fold.Text(spelling) is { Length: > 0 } folded && words.TryAdd(folded, word))
                        (any.TryGetValue(folded, out var meanings) ? meanings : any[folded] = []).Add(word);
            own[locale.Index] = words.ToFrozenDictionary(StringComparer.Ordinal);
        }
        return new(own, any.Where(w => w.Value.Count == 1).ToFrozenDictionary(w => w.Key, w => w.Value.First(), StringComparer.Ordinal));
    }

    /// <summary>The global word a message is; null when it is something else.</summary>
    public GlobalWord? Find(Locale? locale, string message)
    {
        if (Control(message) is { } control)
            return control;
        var folded = Fold.Text(message);
        if (locale is not null && _own[locale.Index].TryGetValue(folded, out var own))
            return own;
        return _any.TryGetValue(folded, out var any) ? any : null;
    }

    /// <summary>The value of a control, "/back"; also what a person may type.</summary>
    public static string Value(GlobalWord word) => Values[(int)word];

    /// <summary>The catalog key of the words, "word.back".</summary>
    public static string Key(GlobalWord word) => $"word.{Values[(int)word][1..]}";

    /// <summary>The catalog key of the control's label, "control.back".</summary>
    public static string LabelKey(GlobalWord word) => $"control.{Values[(int)word][1..]}";

    /// <summary>The control a value is; null when it is none.</summary>
    public static GlobalWord? Control(string value) =>
        value.StartsWith('/') && Array.IndexOf(Values, value.Trim().ToLowerInvariant()) is >= 0 and var i ? (GlobalWord)i : null;

    private static readonly string[] Values = [.. Enum.GetNames<GlobalWord>().Select(n => $"/{n.ToLowerInvariant()}")];
}
