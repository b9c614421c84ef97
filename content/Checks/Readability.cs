using System.Text.RegularExpressions;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>
/// How old a reader must be, by the formula of the language: Flesch and Kincaid for English, Kandel and Moles for French, Fernández
/// Huerta for Spanish. For our other languages there is none that is widely accepted, and none is made up here.
/// </summary>
public static partial class Readability
{
    /// <summary>What docs/content.md asks for.</summary>
    public const int Age = 11;

    /// <summary>Fewer words say nothing: one long name would decide.</summary>
    private const int FewestWords = 60;

    /// <summary>The grade of a school year is its number plus the five years before school.</summary>
    private const int YearsBeforeSchool = 5;

    /// <summary>The age at which the text is read with ease; null where there is no formula or not enough text.</summary>
    public static int? AgeOf(Locale locale, string text)
    {
        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        if (words.Count < FewestWords || Syllables(locale) is not { } syllables)
            return null;
        var sentences = Math.Max(1, Sentence().Count(text));
        var (perSentence, perWord) = ((double)words.Count / sentences, (double)words.Sum(syllables) / words.Count);
        var grade = locale == Locale.English ? (0.39 * perSentence) + (11.8 * perWord) - 15.59
            : locale == Locale.French ? Grade(207 - (1.015 * perSentence) - (73.6 * perWord))
            : Grade(206.84 - (1.02 * perSentence) - (60 * perWord));
        return (int)Math.Round(Math.Max(0, grade)) + YearsBeforeSchool;
    }

    /// <summary>The syllables of a word, as the formula of the language counts them.</summary>
    public static int SyllablesOf(Locale locale, string word) => Syllables(locale)?.Invoke(word.ToLowerInvariant()) ?? 0;

    /// <summary>Flesch's own table of reading ease and school years; French and Spanish readers use the same steps.</summary>
    private static double Grade(double ease) => ease switch
    {
        >= 90 => 5,
        >= 80 => 6,
        >= 70 => 7,
        >= 60 => 8.5,
        >= 50 => 11,
        >= 30 => 14,
        _ => 17,
    };

    private static Func<string, int>? Syllables(Locale locale) =>
        locale == Locale.English ? English : locale == Locale.French ? French : locale == Locale.Spanish ? Spanish : null;

    /// <summary>Groups of vowels; an e at the end is silent, but not in "-le" behind a consonant; "-ed" counts behind t and d only.</summary>
    private static int English(string word)
    {
        var count = EnglishVowels().Count(word);
        if (SilentEnd().IsMatch(word))
            count--;
        return Math.Max(1, count);
    }

    /// <summary>Groups of vowels; e, es and ent at the end are silent.</summary>
    private static int French(string word)
    {
        var count = FrenchVowels().Count(word);
        if (word.Length > 3 && FrenchSilent().IsMatch(word))
            count--;
        return Math.Max(1, count);
    }

    /// <summary>A strong vowel or one with an accent makes a syllable; a weak one beside it does not, and u in "que" and "gui" is not heard.</summary>
    private static int Spanish(string word) => Math.Max(1, SpanishNuclei().Count(SpanishSilent().Replace(word, "")));

    [GeneratedRegex(@"\p{L}+(['’]\p{L}+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    /// <summary>The end of a sentence, or of a line that is one: an entry of a list, a heading.</summary>
    [GeneratedRegex(@"[.!?:;]+(?=\s|$)|(?<=[^.!?:;\s])\s*(\n|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence();

    [GeneratedRegex("[aeiouy]+", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishVowels();

    [GeneratedRegex("[aeiouy].*([^aeiouyl]e|[aeiouy]le|[^aeiouy]{2,}ee|[^aeiouydt]ed|[^aeiouysxzcgh]es)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[aeiouyàâäéèêëîïôöùûüœæ]+", RegexOptions.CultureInvariant)]
    private static partial Regex FrenchVowels();

    [GeneratedRegex("([^aeiouyàâéèêëîïôùûü](e|es)|[aeiouy].*[^aeiouymn]ent)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FrenchSilent();

    [GeneratedRegex("(?<=[qg])u(?=[eiéí])", RegexOptions.CultureInvariant)]
    private static partial Regex SpanishSilent();

    [GeneratedRegex("[iuü]?[aeoáéó][iuy]?(?![íú])|[íú]|[iuü]?[aeoáéó]|[iuü]+|y(?![aeiouáéíóú])", RegexOptions.CultureInvariant)]
    private static partial Regex SpanishNuclei();
}
