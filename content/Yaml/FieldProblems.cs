using Outreach.Localization;

namespace Outreach.Content.Yaml;

/// <summary>What can be wrong with any YAML file and with a single field of it (2090 to 2099, 2100, 2112). Every message says what to do.</summary>
public static class FieldProblems
{
    /// <summary>A field that must be there is not, or is empty.</summary>
    public static Problem Missing(string where, string key) => new(2090, $"'{key}' is missing or empty; add it", where);

    /// <summary>A field has the wrong shape.</summary>
    public static Problem WrongShape(string where, string key, string shape) => new(2091, $"'{key}' must be {shape}", where);

    /// <summary>No date.</summary>
    public static Problem NotADate(string where, string key, string value) => new(2092, $"'{key}: {value}' is no date; write year-month-day, 2026-11-21", where);

    /// <summary>A word that is not on its list.</summary>
    public static Problem NotOneOf(string where, string key, string value, IEnumerable<string> words) =>
        new(2093, $"'{key}: {value}' is not known; use one of: {string.Join(", ", words)}", where);

    /// <summary>A language is missing.</summary>
    public static Problem MissingLanguage(string where, string key, Locale locale) =>
        new(2094, $"'{key}' has no text for {locale.Tag} ({locale.EnglishName}); add it", where);

    /// <summary>A language we do not speak.</summary>
    public static Problem UnknownLanguage(string where, string key, string tag) =>
        new(2095, $"'{key}: {tag}' is none of our languages; use {string.Join(", ", Locale.All.Select(l => l.Tag))}", where);

    /// <summary>Too long.</summary>
    public static Problem TooLong(string where, string key, int length, int atMost) =>
        new(2096, $"'{key}' has {length} characters; at most {atMost}", where);

    /// <summary>No web address.</summary>
    public static Problem NotALink(string where, string key, string value) =>
        new(2097, $"'{key}: {value}' is no web address; write the whole address with https://", where);

    /// <summary>Characters that cannot be seen.</summary>
    public static Problem Invisible(string where, string key, char character) =>
        new(2098, $"'{key}' holds the invisible character U+{(int)character:X4}; remove it", where);

    /// <summary>The file is no YAML, or not of the shape it must have.</summary>
    public static Problem NotYaml(string where, string why) => new(2100, $"this cannot be read as YAML: {why}", where);

    /// <summary>A key we do not know, most often a typing error.</summary>
    public static Problem UnknownKey(string where, string key, IEnumerable<string> known) =>
        new(2112, $"unknown key '{key}'{(Nearest.Of(key, known) is { } meant ? $"; did you mean `{meant}`?" : "; correct or remove it")}", where);
}
