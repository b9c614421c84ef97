using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Outreach.Localization;

/// <summary>
/// Says things: key, arguments and language to text. Falls back to English; a key nobody knows shows as ⟦key⟧; never throws.
/// What a language can say is put together when it is first spoken.
/// </summary>
public sealed class Localizer
{
    private readonly ImmutableArray<PoEntry> _entries;
    private readonly Lazy<FrozenDictionary<string, PoEntry>> _english;
    private readonly ImmutableArray<Lazy<Catalog>> _catalogs;

    private Localizer(ImmutableArray<PoEntry> english, ImmutableArray<PoFile> translations)
    {
        (_entries, Translations) = (english, translations);
        _english = new(() => english.GroupBy(e => e.Key, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal));
        _catalogs = [.. Locale.All.Select(locale => new Lazy<Catalog>(() => locale == Locale.English
            ? Catalog.OfEnglish(English.Values)
            : Catalog.OfTranslations(locale, English, translations.Where(f => f.Locale == locale))))];
    }

    /// <summary>Knows nothing: shows every key.</summary>
    public static Localizer Empty { get; } = new([], []);

    /// <summary>The English messages everything else is a translation of.</summary>
    public FrozenDictionary<string, PoEntry> English => _english.Value;

    /// <summary>The translations as they were read, usable or not.</summary>
    public ImmutableArray<PoFile> Translations { get; }

    /// <summary>Put together from English messages and translations of them; where a key stands twice, the later English counts.</summary>
    public static Localizer Of(IEnumerable<PoEntry> english, IEnumerable<PoFile> translations) => new([.. english], [.. translations]);

    /// <summary>The same with more English messages, from dialog files for instance; translations already read begin to count for them.</summary>
    public Localizer With(IEnumerable<PoEntry> english) => new([.. _entries, .. english], Translations);

    /// <summary>What one language can say without falling back.</summary>
    public Catalog CatalogOf(Locale locale) => _catalogs[locale.Index].Value;

    /// <summary>A text with its holes filled.</summary>
    public string Text(Locale locale, string key, params ReadOnlySpan<(string Name, string Value)> args) =>
        CatalogOf(locale).TryGet(key, out var template) || CatalogOf(Locale.English).TryGet(key, out template)
            ? template.Format(args)
            : MessageTemplate.Missing(key);

    /// <summary>A text for a count, which also fills the hole {count}, in ASCII digits.</summary>
    public string Plural(Locale locale, string key, long count, params ReadOnlySpan<(string Name, string Value)> args)
    {
        if (!CatalogOf(locale).TryGet(key, count, out var template) && !CatalogOf(Locale.English).TryGet(key, count, out template))
            return MessageTemplate.Missing(key);
        if (!template.HasHoles)
            return template.Format();
        var all = new (string Name, string Value)[args.Length + 1];
        args.CopyTo(all);
        all[^1] = ("count", count.ToString(CultureInfo.InvariantCulture));
        return template.Format(all);
    }

    /// <summary>True when the language itself has the message, without falling back.</summary>
    public bool Has(Locale locale, string key) => CatalogOf(locale).Has(key);

    /// <summary>The language a text really comes in: the one asked for, or English.</summary>
    public Locale Spoken(Locale locale, string key) => Has(locale, key) ? locale : Locale.English;

    /// <summary>True when the text shown is a translation no speaker has checked yet.</summary>
    public bool IsDraft(Locale locale, string key) => CatalogOf(locale).IsDraft(key);

    /// <summary>True when any file of the language is such a draft.</summary>
    public bool IsDraft(Locale locale) => Translations.Any(f => f.Locale == locale && f.IsDraft);
}
