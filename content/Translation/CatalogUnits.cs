using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Localization.Exchange;

namespace Outreach.Content.Translation;

/// <summary>A catalog as units, a form of a counted message each, and units as a catalog.</summary>
internal static class CatalogUnits
{
    public static IEnumerable<TranslationUnit> Of(PoFile template, PoFile translation)
    {
        var theirs = translation.Entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
        return template.Entries.SelectMany(e => Of(template, e, theirs.GetValueOrDefault(e.Key), Forms(translation, e)));
    }

    /// <summary>The file with what was sent; nothing when it stays as it is.</summary>
    public static IEnumerable<NamedText> Write(PoFile template, PoFile translation, IReadOnlyDictionary<string, string> taken)
    {
        var merged = CatalogTemplate.Merge(translation, template);
        var now = merged with { Entries = [.. merged.Entries.Select(e => With(template, translation, e, taken))] };
        if (now.Entries.Zip(merged.Entries).All(p => p.First.Equals(p.Second)))
            return [];
        return [new NamedText($"{ContentFiles.CatalogFolder}/{translation.Name}", PoWriter.Write(now))];
    }

    private static IEnumerable<TranslationUnit> Of(PoFile template, PoEntry entry, PoEntry? theirs, int forms)
    {
        for (var form = 0; form < forms; form++)
        {
            var target = theirs is not null && form < theirs.Translations.Length ? theirs.Translations[form] : "";
            var fits = theirs is not null && !theirs.IsFuzzy && theirs.SameEnglish(entry) && theirs.Translations.Length == forms;
            var previous = theirs is null || fits ? null : form == 0 ? theirs.PreviousEnglish ?? theirs.English : theirs.PreviousEnglishPlural ?? theirs.EnglishPlural;
            var source = Source(entry, form);
            yield return new TranslationUnit
            {
                Id = Id(template, entry, form),
                Source = source,
                Target = entry.NeedsNoTranslation ? source : target,
                State = entry.NeedsNoTranslation ? UnitState.Unneeded : target.Length == 0 ? UnitState.New : fits ? UnitState.Translated : UnitState.Stale,
                Previous = target.Length > 0 && previous != source ? previous : null,
                Note = string.Join('\n', entry.Notes.Where(n => n != PoEntry.UnneededNote)),
            };
        }
    }

    private static PoEntry With(PoFile template, PoFile translation, PoEntry entry, IReadOnlyDictionary<string, string> taken)
    {
        var forms = Forms(translation, entry);
        var texts = Enumerable.Range(0, forms).Select(f => taken.GetValueOrDefault(Id(template, entry, f)) ?? (entry.IsFuzzy ? "" : entry.Translations.ElementAtOrDefault(f) ?? "")).ToImmutableArray();
        // A counted message with a form missing, or an old one nobody looked at, stays as it is.
        if (texts.Any(t => t.Length == 0) || !Enumerable.Range(0, forms).Any(f => taken.ContainsKey(Id(template, entry, f))))
            return entry;
        return entry with { Translations = texts, Flags = entry.Flags.Remove(PoEntry.FuzzyFlag), PreviousEnglish = null, PreviousEnglishPlural = null };
    }

    private static int Forms(PoFile translation, PoEntry entry) => entry.IsPlural ? PluralRule.Of(translation.Locale!).Forms.Length : 1;

    private static string Source(PoEntry entry, int form) => form == 0 || !entry.IsPlural ? entry.English : entry.EnglishPlural!;

    private static string Id(PoFile template, PoEntry entry, int form) =>
        entry.IsPlural ? string.Create(CultureInfo.InvariantCulture, $"{template.Name}#{entry.Key}[{form}]") : $"{template.Name}#{entry.Key}";
}
