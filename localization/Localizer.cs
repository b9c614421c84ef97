using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Outreach.Localization;

/// <summary>Says things: key, arguments and language to text. Falls back to English; a key nobody knows shows as ⟦key⟧; never throws.</summary>
public sealed class Localizer
{
    private readonly ImmutableArray<Catalog> _catalogs;

    private Localizer(ImmutableArray<PoEntry> english, ImmutableArray<PoFile> translations)
    {
        var byKey = new Dictionary<string, PoEntry>(StringComparer.Ordinal);
        foreach (var entry in english)
            byKey[entry.Key] = entry;
        (English, Translations) = (byKey.ToFrozenDictionary(StringComparer.Ordinal), translations);
        _catalogs = [.. Locale.All.Select(locale => locale == Locale.English
            ? Catalog.OfEnglish(English.Values)
            : Catalog.OfTranslations(locale, English, translations.Where(f => f.Locale == locale)))];
    }

    /// <summary>Knows nothing: shows every key.</summary>
    public static Localizer Empty { get; } = new([], []);

    /// <summary>The English messages everything else is a translation of.</summary>
    public FrozenDictionary<string, PoEntry> English { get; }

    /// <summary>The translations as they were read, usable or not.</summary>
    public ImmutableArray<PoFile> Translations { get; }

    /// <summary>Put together from English messages and translations of them; where a key stands twice, the later English counts.</summary>
    public static Localizer Of(IEnumerable<PoEntry> english, IEnumerable<PoFile> translations) => new([.. english], [.. translations]);

    /// <summary>The same with more English messages, from dialog files for instance; translations already read begin to count for them.</summary>
    public Localizer With(IEnumerable<PoEntry> english) => new([.. English.Values, .. english], Translations);

    /// <summary>What one language can say without falling back.</summary>
    public Catalog CatalogOf(Locale locale) => _catalogs[locale.Index];

    /// <summary>A text with its holes filled.</summary>
    public string Text(Locale locale, string key, params ReadOnlySpan<(string Name, string Value)> args) =>
        _catalogs[locale.Index].TryGet(key, out var template) || _catalogs[0].TryGet(key, out template)
            ? template.Format(args)
            : MessageTemplate.Missing(key);

    /// <summary>A text for a count, which also fills the hole {count}, in ASCII digits.</summary>
    public string Plural(Locale locale, string key, long count, params ReadOnlySpan<(string Name, string Value)> args)
    {
        if (!_catalogs[locale.Index].TryGet(key, count, out var template) && !_catalogs[0].TryGet(key, count, out template))
            return MessageTemplate.Missing(key);
        if (template.Holes.IsEmpty)
            return template.Format();
        var all = new (string Name, string Value)[args.Length + 1];
        args.CopyTo(all);
        all[^1] = ("count", count.ToString(CultureInfo.InvariantCulture));
        return template.Format(all);
    }

    /// <summary>True when the language itself has the message, without falling back.</summary>
    public bool Has(Locale locale, string key) => _catalogs[locale.Index].Has(key);

    /// <summary>The language a text really comes in: the one asked for, or English.</summary>
    public Locale Spoken(Locale locale, string key) => Has(locale, key) ? locale : Locale.English;

    /// <summary>True when the text shown is a translation no speaker has checked yet.</summary>
    public bool IsDraft(Locale locale, string key) => _catalogs[locale.Index].IsDraft(key);

    /// <summary>True when any file of the language is such a draft.</summary>
    public bool IsDraft(Locale locale) => Translations.Any(f => f.Locale == locale && f.IsDraft);
}
