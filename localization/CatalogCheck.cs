using System.Collections.Immutable;

namespace Outreach.Localization;

/// <summary>What a translator has to look at: problems 1101 to 1108, language by language and file by file.</summary>
public static class CatalogCheck
{
    /// <summary>The hole <see cref="Localizer.Plural"/> fills by itself.</summary>
    public const string CountHole = "count";

    /// <summary>Everything that is wrong with every language of a localizer, its own English included.</summary>
    public static ImmutableArray<Problem> Check(Localizer localizer) =>
    [
        .. localizer.English.Values.SelectMany(CheckEnglish).OrderBy(p => p.Where, StringComparer.Ordinal),
        .. Locale.All.Where(locale => locale != Locale.English)
            .SelectMany(locale => Check(localizer.English.Values, locale, [.. localizer.Translations.Where(f => f.Locale == locale)])),
    ];

    /// <summary>A translation against its template.</summary>
    public static ImmutableArray<Problem> Check(PoFile template, PoFile translation)
    {
        if (translation.Locale is not { } locale)
            return [LocalizationProblems.WrongHeader(translation.Name, "Language names none of our languages")];
        ImmutableArray<Problem> rule = HasPluralForms(translation, locale) ? [] : [LocalizationProblems.WrongPluralForms(translation.Name, locale)];
        return [.. rule, .. Check(template.Entries, locale, [translation])];
    }

    /// <summary>True when the header states the rule of the language, white space aside.</summary>
    internal static bool HasPluralForms(PoFile file, Locale locale) =>
        file.Field("Plural-Forms") is { } stated && WithoutSpace(stated) == WithoutSpace(PluralRule.Of(locale).GettextHeader);

    private static string WithoutSpace(string text) => text.Replace(" ", "").TrimEnd(';');

    private static IEnumerable<Problem> CheckEnglish(PoEntry entry)
    {
        if (!Parsed(entry).All(t => t.IsWellFormed))
            yield return LocalizationProblems.BrokenHoles(entry.Where, Locale.English, entry.Key);
    }

    private static ImmutableArray<Problem> Check(IEnumerable<PoEntry> english, Locale locale, ImmutableArray<PoFile> files)
    {
        var found = files.SelectMany(f => f.Entries).DistinctBy(e => e.Key, StringComparer.Ordinal).ToDictionary(e => e.Key, StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var source in english)
        {
            if (found.Remove(source.Key, out var entry))
                problems.AddRange(Check(source, entry, locale));
            else if (!source.NeedsNoTranslation)
                problems.Add(LocalizationProblems.Missing(source.Where, locale, source.Key));
        }

        problems.AddRange(found.Values.Select(e => LocalizationProblems.Orphan(e.Where, locale, e.Key)));
        return [.. problems.OrderBy(p => p.Where, StringComparer.Ordinal).ThenBy(p => p.Code)];
    }

    private static IEnumerable<Problem> Check(PoEntry source, PoEntry entry, Locale locale)
    {
        if (entry.IsFuzzy)
            return [LocalizationProblems.Fuzzy(entry.Where, locale, entry.Key)];
        if (!entry.IsTranslated)
            return source.NeedsNoTranslation ? [] : [LocalizationProblems.Missing(entry.Where, locale, entry.Key)];
        if (!entry.SameEnglish(source))
            return [LocalizationProblems.Stale(entry.Where, locale, entry.Key)];
        var forms = entry.IsPlural ? PluralRule.Of(locale).Forms.Length : 1;
        if (entry.Translations.Length != forms)
            return [LocalizationProblems.WrongFormCount(entry.Where, locale, entry.Key, entry.Translations.Length, forms)];
        return CheckTexts(source, entry, locale);
    }

    private static IEnumerable<Problem> CheckTexts(PoEntry source, PoEntry entry, Locale locale)
    {
        var expected = Parsed(source).SelectMany(t => t.Holes).ToImmutableSortedSet(StringComparer.Ordinal);
        for (var i = 0; i < entry.Translations.Length; i++)
        {
            var text = MessageTemplate.Parse(entry.Translations[i]);
            var saysTheNumber = entry.IsPlural && PluralRule.Of(locale).SingleNumber.Contains(PluralRule.Of(locale).Forms[i]);
            var missing = expected.Except(text.Holes);
            if (!text.IsWellFormed)
                yield return LocalizationProblems.BrokenHoles(entry.Where, locale, entry.Key);
            if (text.Holes.Any(h => !expected.Contains(h)) || (saysTheNumber ? missing.Remove(CountHole) : missing).Count > 0)
                yield return LocalizationProblems.HolesDiffer(entry.Where, locale, entry.Key, string.Join(", ", text.Holes), string.Join(", ", expected));
            if (Space(text.Source) != Space(source.English))
                yield return LocalizationProblems.SpaceDiffers(entry.Where, locale, entry.Key);
        }
    }

    private static IEnumerable<MessageTemplate> Parsed(PoEntry source) =>
        new[] { source.English, source.EnglishPlural }.OfType<string>().Select(MessageTemplate.Parse);

    private static (string Before, string After) Space(string text) =>
        (text[..(text.Length - text.TrimStart().Length)], text[text.TrimEnd().Length..]);
}
