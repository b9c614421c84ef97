using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What people say that answers nothing by itself.</summary>
public enum SmallWord
{
    /// <summary>Yes; also "ok".</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>A greeting.</summary>
    Hello,

    /// <summary>Thanks.</summary>
    Thanks,
}

/// <summary>
/// The words that are understood wherever the person is (DESIGN 6): controls, small words, names of languages. A word counts
/// only when it is the whole message.
/// </summary>
public sealed class GlobalWords
{
    private readonly WordList<GlobalWord?> _controls;
    private readonly WordList<SmallWord?> _small;
    private readonly WordList<Locale> _languages;

    private GlobalWords(WordList<GlobalWord?> controls, WordList<SmallWord?> small, WordList<Locale> languages) =>
        (_controls, _small, _languages) = (controls, small, languages);

    /// <summary>Reads the words from the catalogs: word.back = "back|go back|…", say.yes = "yes|y|…", say.languages.</summary>
    public static GlobalWords Of(Localizer texts) => new(
        WordList<GlobalWord?>.Of(locale => Enum.GetValues<GlobalWord>().SelectMany(w => texts.Text(locale, Key(w)).Split('|'), (w, s) => (s, (GlobalWord?)w))),
        WordList<SmallWord?>.Of(locale => Enum.GetValues<SmallWord>().SelectMany(w => texts.Text(locale, Key(w)).Split('|'), (w, s) => (s, (SmallWord?)w))),
        WordList<Locale>.Of(locale => LanguagesIn(texts, locale)));

    /// <summary>The global word a message is; null when it is something else.</summary>
    public GlobalWord? Find(Locale? locale, string message) => Control(message) ?? _controls.Find(locale, message);

    /// <summary>The small word a message is; null when it says more.</summary>
    public SmallWord? Small(Locale? locale, string message) => _small.Find(locale, message);

    /// <summary>The languages in which a message is a small word.</summary>
    internal ImmutableArray<Locale> SmallIn(string message) => _small.Speaking(message);

    /// <summary>The language a message names: by its tag, as its speakers call it, or as it is called in one of ours.</summary>
    public Locale? Language(Locale? locale, string message) => _languages.Find(locale, message);

    /// <summary>The value of a control, "/back"; also what a person may type.</summary>
    public static string Value(GlobalWord word) => Values[(int)word];

    /// <summary>The catalog key of the words, "word.back".</summary>
    public static string Key(GlobalWord word) => $"word.{Values[(int)word][1..]}";

    /// <summary>The catalog key of the control's label, "control.back".</summary>
    public static string LabelKey(GlobalWord word) => $"control.{Values[(int)word][1..]}";

    /// <summary>The control a value is; null when it is none.</summary>
    public static GlobalWord? Control(string value) =>
        value.StartsWith('/') && Array.IndexOf(Values, value.Trim().ToLowerInvariant()) is >= 0 and var i ? (GlobalWord)i : null;

    private static string Key(SmallWord word) => $"say.{word.ToString().ToLowerInvariant()}";

    /// <summary>The names of our languages in one of them: a group for each in the order in which they are offered, spellings with commas.</summary>
    private static IEnumerable<(string, Locale)> LanguagesIn(Localizer texts, Locale locale) =>
    [
        .. Locale.All.Select(l => (l.Tag, l)),
        .. Locale.All.SelectMany(l => l.NativeName.Split('/'), (l, name) => (name, l)),
        .. Locale.All.Zip(texts.Text(locale, "say.languages").Split('|')).SelectMany(g => g.Second.Split(','), (g, name) => (name, g.First)),
    ];

    private static readonly string[] Values = [.. Enum.GetNames<GlobalWord>().Select(n => $"/{n.ToLowerInvariant()}")];
}
