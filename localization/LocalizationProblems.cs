namespace Outreach.Localization;

/// <summary>Every numbered problem of this project. Numbers are never reused.</summary>
public static class LocalizationProblems
{
    /// <summary>1001: a line of a PO file is none of the things a PO file can hold.</summary>
    public static Problem NotPo(string where, string why) => new(1001, $"not a PO line: {why}", where);

    /// <summary>1002: a quoted string is broken: no opening or closing quote, or an unknown escape.</summary>
    public static Problem BrokenString(string where, string why) => new(1002, $"broken string: {why}", where);

    /// <summary>1003: a message lacks a part (msgctxt, msgid, msgstr) or has its parts in the wrong order.</summary>
    public static Problem IncompleteMessage(string where, string why) => new(1003, $"incomplete message: {why}", where);

    /// <summary>1004: the same key stands twice; keys are unique over all domains.</summary>
    public static Problem DuplicateKey(string where, string key, string first) => new(1004, $"key \"{key}\" is already at {first}; rename one", where);

    /// <summary>1005: the file is not UTF-8, says it is something else, or is larger than a catalog can be.</summary>
    public static Problem UnreadableFile(string where, string why) => new(1005, why, where);

    /// <summary>1006: the file has no header, or one that does not fit its name.</summary>
    public static Problem WrongHeader(string where, string why) => new(1006, $"wrong header: {why}", where);

    /// <summary>1007: Plural-Forms differs from the rule of the language, so msgstr[n] would mean something else.</summary>
    public static Problem WrongPluralForms(string where, Locale locale) =>
        new(1007, $"Plural-Forms of {locale.Tag} must be \"{PluralRule.Of(locale).GettextHeader}\"", where);

    /// <summary>1008: a file in the catalogs folder is not named DOMAIN.pot or DOMAIN.LANGUAGE.po.</summary>
    public static Problem WrongFileName(string where) => new(1008, "name it DOMAIN.pot or DOMAIN.LANGUAGE.po with one of our languages", where);

    /// <summary>1009: the catalogs folder is not there.</summary>
    public static Problem NoCatalogs(string folder) => new(1009, "no such folder of catalogs; is the program installed completely?", folder);

    /// <summary>1010: too many problems in one file; the rest is not reported.</summary>
    public static Problem TooManyProblems(string where, int limit) => new(1010, $"more than {limit} problems; the rest is not shown", where);

    /// <summary>1101: no translation; people read English.</summary>
    public static Problem Missing(string where, Locale locale, string key) => new(1101, $"{locale.Tag}: \"{key}\" is not translated", where);

    /// <summary>1102: the translation is marked fuzzy; people read English until someone has looked at it.</summary>
    public static Problem Fuzzy(string where, Locale locale, string key) => new(1102, $"{locale.Tag}: \"{key}\" is fuzzy: compare it with the English and remove the mark", where);

    /// <summary>1103: the translation was made from another English text than the one in use; people read English.</summary>
    public static Problem Stale(string where, Locale locale, string key) => new(1103, $"{locale.Tag}: the English of \"{key}\" has changed; merge the template", where);

    /// <summary>1104: the holes of a translation are not those of the English.</summary>
    public static Problem HolesDiffer(string where, Locale locale, string key, string holes, string expected) =>
        new(1104, $"{locale.Tag}: \"{key}\" has holes [{holes}], English has [{expected}]", where);

    /// <summary>1105: a brace stands alone or a hole has no proper name; write {{ for a brace.</summary>
    public static Problem BrokenHoles(string where, Locale locale, string key) => new(1105, $"{locale.Tag}: \"{key}\" has a brace that belongs to no hole", where);

    /// <summary>1106: white space at the beginning or end differs from the English.</summary>
    public static Problem SpaceDiffers(string where, Locale locale, string key) => new(1106, $"{locale.Tag}: \"{key}\" begins or ends with other white space than the English", where);

    /// <summary>1107: a counted message does not have the forms of its language.</summary>
    public static Problem WrongFormCount(string where, Locale locale, string key, int found, int expected) =>
        new(1107, $"{locale.Tag}: \"{key}\" has {found} forms, {locale.EnglishName} has {expected}", where);

    /// <summary>1108: a translation of a key that English no longer has.</summary>
    public static Problem Orphan(string where, Locale locale, string key) => new(1108, $"{locale.Tag}: English has no \"{key}\"; merge the template", where);
}
