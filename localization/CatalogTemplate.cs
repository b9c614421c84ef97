using System.Collections.Immutable;

namespace Outreach.Localization;

/// <summary>Makes templates, and brings a translation up to its template, as msgmerge does, but by key: no guessing from similar texts.</summary>
public static class CatalogTemplate
{
    /// <summary>The text of a template: English from wherever it was written. Lines are not named, or every edit would change it.</summary>
    public static string Text(IEnumerable<PoEntry> english) => PoWriter.Write(PoFile.Template(english.Select(e => e with { Where = "", References = [] })));

    /// <summary>
    /// The template's messages in the template's order with the old translations. Where the English changed, the translation stays,
    /// marked fuzzy, with the English it was made from; a new message is empty; one that is gone is dropped.
    /// </summary>
    public static PoFile Merge(PoFile old, PoFile template)
    {
        var byKey = new Dictionary<string, PoEntry>(StringComparer.Ordinal);
        foreach (var entry in old.Entries)
            byKey.TryAdd(entry.Key, entry);
        var locale = old.Locale ?? Locale.English;
        var merged = old with { Entries = [.. template.Entries.Select(entry => Merge(byKey.GetValueOrDefault(entry.Key), entry, locale))] };
        return merged.WithField("Plural-Forms", PluralRule.Of(locale).GettextHeader);
    }

    private static PoEntry Merge(PoEntry? old, PoEntry source, Locale locale)
    {
        var forms = source.IsPlural ? PluralRule.Of(locale).Forms.Length : 1;
        var flags = source.Flags.Remove(PoEntry.FuzzyFlag);
        if (old is null || old.Translations.All(t => t.Length == 0))
            return source with { Translations = [.. Enumerable.Repeat("", forms)], Flags = flags, Comments = old?.Comments ?? [] };
        var kept = source with { Translations = Resize(old.Translations, forms), Flags = flags, Comments = old.Comments };
        if (!old.IsFuzzy && old.SameEnglish(source) && old.Translations.Length == forms)
            return kept;
        return kept with
        {
            Flags = flags.Insert(0, PoEntry.FuzzyFlag),
            PreviousEnglish = old.PreviousEnglish ?? (old.SameEnglish(source) ? null : old.English),
            PreviousEnglishPlural = old.PreviousEnglish is null && !old.SameEnglish(source) ? old.EnglishPlural : old.PreviousEnglishPlural,
        };
    }

    /// <summary>One text becomes all forms, forms become the general one.</summary>
    private static ImmutableArray<string> Resize(ImmutableArray<string> texts, int forms) =>
        texts.Length == forms ? texts : [.. Enumerable.Repeat(texts[^1], forms)];
}
