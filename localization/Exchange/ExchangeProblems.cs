namespace Outreach.Localization.Exchange;

/// <summary>Why what translators send back cannot be taken (1201 to 1229). Every message says what to do.</summary>
public static class ExchangeProblems
{
    /// <summary>1201: not a file of the kinds we read.</summary>
    public static Problem NotReadable(string where, string why) => new(1201, $"cannot be read: {why}", where);

    /// <summary>1202: not one of our languages.</summary>
    public static Problem NoLanguage(string where, string? language) => new(1202, $"the target language '{language}' is none of ours; export again with --lang", where);

    /// <summary>1203: a unit nobody asked for.</summary>
    public static Problem UnknownUnit(string unit) => new(1203, "we have no such text (any more); export again and bring your translation over", unit);

    /// <summary>1204: the English changed meanwhile.</summary>
    public static Problem SourceChanged(string unit, string change) => new(1204, $"the English has changed since the export: {change}; export again and look at this text", unit);

    /// <summary>1205: other holes.</summary>
    public static Problem HolesChanged(string unit, string found, string expected) => new(1205, $"has the holes [{found}], the English [{expected}]; keep them as they are", unit);

    /// <summary>1206: other links.</summary>
    public static Problem LinksChanged(string unit, string found, string expected) => new(1206, $"links to [{found}], the English to [{expected}]; keep the addresses and translate the words in brackets", unit);

    /// <summary>1207: other contacts.</summary>
    public static Problem ContactsChanged(string unit) => new(1207, "names other contacts than the English; keep every line [](contact:…) as it is", unit);

    /// <summary>1208: a page that could not be shown.</summary>
    public static Problem BrokenPage(string unit, string why) => new(1208, $"the page cannot be shown with it: {why}", unit);

    /// <summary>1209: a unit twice.</summary>
    public static Problem UnitTwice(string unit) => new(1209, "stands twice in the file; keep one", unit);

    /// <summary>1210: markup where plain words stand.</summary>
    public static Problem ManyLines(string unit) => new(1210, "has more lines than the English; write it as one paragraph", unit);

    /// <summary>1211: translated although it stays as it is.</summary>
    public static Problem Unneeded(string unit) => new(1211, "needs no translation: it is a name or a number; leave it as it is", unit);

    /// <summary>1212: space before or behind differs.</summary>
    public static Problem SpaceChanged(string unit) => new(1212, "begins or ends with other white space than the English; keep it", unit);
}
