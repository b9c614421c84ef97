using System.Collections.Immutable;

namespace Outreach.Localization.Tests;

/// <summary>Catalogs to test with.</summary>
internal static class Samples
{
    public static PoFile Template { get; } = PoFile.Template(
    [
        PoEntry.OfEnglish("hello", "Hello {name}."),
        PoEntry.OfEnglish("left", "One question left", "{count} questions left"),
        PoEntry.OfEnglish("bye", "Goodbye."),
    ]) with
    { Name = "app.pot" };

    /// <summary>A complete translation: the English with the tag before it.</summary>
    public static PoFile Translation(Locale locale, PoFile? template = null) => (CatalogTemplate.Merge(PoFile.Empty(locale), template ?? Template) is var empty
        ? empty with { Entries = [.. empty.Entries.Select(e => e with { Translations = [.. e.Translations.Select((_, i) => Text(locale, e, i))] })] }
        : throw new InvalidOperationException()) with
    { Name = $"app.{locale}.po" };

    /// <summary>Any file there can be, the same for the same seed.</summary>
    public static PoFile Random(Random random, Locale locale) => PoFile.Empty(locale) with
    {
        Comments = Lines(random),
        Entries = [.. Enumerable.Range(0, random.Next(6)).Select(i => Entry(random, $"{i}{Words(random, 4)}"))],
    };

    private static string Text(Locale locale, PoEntry entry, int form) =>
        entry.IsPlural ? $"{locale} form {form}: {{count}}" : $"{locale}: {entry.English}";

    private static PoEntry Entry(Random random, string key) => new()
    {
        Key = key,
        English = "." + Words(random, 60),
        EnglishPlural = random.Next(3) == 0 ? "." + Words(random, 10) : null,
        Translations = [Words(random, 60)],
        Flags = random.Next(2) == 0 ? [] : ["fuzzy", "no-wrap"],
        Comments = Lines(random),
        Notes = Lines(random),
        References = Lines(random),
        PreviousEnglish = random.Next(4) == 0 ? Words(random, 40) : null,
        PreviousEnglishPlural = random.Next(4) == 0 ? Words(random, 40) : null,
    };

    private static ImmutableArray<string> Lines(Random random) => [.. Enumerable.Range(0, random.Next(3)).Select(i => $"{i} {random.Next()}")];

    private static string Words(Random random, int most)
    {
        string[] words = ["page", "سؤال", "ሰላም", " ", "\n", "\t", "\"", "\\", "\\n", "{name}", "'", "#", "msgid \"x\"", "\u0085", "\u2028", "\r", "\x1b", "😀", "a-very-long-word-" + new string('x', 90)];
        return string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => words[random.Next(words.Length)] + (random.Next(2) == 0 ? " " : "")));
    }
}
