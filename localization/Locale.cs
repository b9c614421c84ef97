using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Outreach.Localization;

/// <summary>Which way a language is read.</summary>
public enum TextDirection
{
    /// <summary>From left to right.</summary>
    Ltr,

    /// <summary>From right to left.</summary>
    Rtl,
}

/// <summary>The script a language is written in.</summary>
public enum Script
{
    /// <summary>Latin letters.</summary>
    Latin,

    /// <summary>Arabic letters, joined.</summary>
    Arabic,

    /// <summary>Cyrillic letters.</summary>
    Cyrillic,

    /// <summary>The Ethiopic syllabary.</summary>
    Ethiopic,
}

/// <summary>Digits people of a language type. What we show (phones, references, amounts) is always ASCII.</summary>
public enum DigitSet
{
    /// <summary>0 to 9.</summary>
    Ascii,

    /// <summary>U+0660 to U+0669.</summary>
    ArabicIndic,

    /// <summary>U+06F0 to U+06F9.</summary>
    Persian,
}

/// <summary>One of the languages Outreach speaks completely. A class with fixed instances, so that an unset one is null and the compiler says so.</summary>
[JsonConverter(typeof(LocaleJsonConverter))]
public sealed class Locale
{
    /// <summary>Longest tag that is looked at; anything longer is no language tag.</summary>
    public const int MaxTagLength = 64;

    /// <summary>How many entries of an Accept-Language header are looked at.</summary>
    public const int MaxAcceptedRanges = 32;

    private Locale(int index, string tag, string nativeName, string englishName, Script script, DigitSet digits) =>
        (Index, Tag, NativeName, EnglishName, Script, Digits) = (index, tag, nativeName, englishName, script, digits);

    /// <summary>English, the language every text starts in and falls back to.</summary>
    public static Locale English { get; } = new(0, "en", "English", "English", Script.Latin, DigitSet.Ascii);

    /// <summary>French.</summary>
    public static Locale French { get; } = new(1, "fr", "Français", "French", Script.Latin, DigitSet.Ascii);

    /// <summary>Spanish.</summary>
    public static Locale Spanish { get; } = new(2, "es", "Español", "Spanish", Script.Latin, DigitSet.Ascii);

    /// <summary>Arabic.</summary>
    public static Locale Arabic { get; } = new(3, "ar", "العربية", "Arabic", Script.Arabic, DigitSet.ArabicIndic);

    /// <summary>Persian; serves Dari too.</summary>
    public static Locale Persian { get; } = new(4, "fa", "فارسی / دری", "Persian / Dari", Script.Arabic, DigitSet.Persian);

    /// <summary>Ukrainian.</summary>
    public static Locale Ukrainian { get; } = new(5, "uk", "Українська", "Ukrainian", Script.Cyrillic, DigitSet.Ascii);

    /// <summary>Amharic.</summary>
    public static Locale Amharic { get; } = new(6, "am", "አማርኛ", "Amharic", Script.Ethiopic, DigitSet.Ascii);

    /// <summary>Swahili.</summary>
    public static Locale Swahili { get; } = new(7, "sw", "Kiswahili", "Swahili", Script.Latin, DigitSet.Ascii);

    /// <summary>Every language, in the order in which they are offered.</summary>
    public static ImmutableArray<Locale> All { get; } = [English, French, Spanish, Arabic, Persian, Ukrainian, Amharic, Swahili];

    /// <summary>Place in <see cref="All"/>.</summary>
    public int Index { get; }

    /// <summary>The tag in file names, catalogs and stored state.</summary>
    public string Tag { get; }

    /// <summary>What its speakers call it.</summary>
    public string NativeName { get; }

    /// <summary>What staff call it.</summary>
    public string EnglishName { get; }

    /// <summary>Its script.</summary>
    public Script Script { get; }

    /// <summary>The digits its speakers may type.</summary>
    public DigitSet Digits { get; }

    /// <summary>Which way it is read.</summary>
    public TextDirection Direction => Script == Script.Arabic ? TextDirection.Rtl : TextDirection.Ltr;

    /// <summary>True where it is read from right to left.</summary>
    public bool IsRightToLeft => Direction == TextDirection.Rtl;

    /// <summary>Parts as a list in a sentence: "a, b", "أ، ب", "ሀ፣ ለ".</summary>
    public string Join(IEnumerable<string> parts) => string.Join(Script switch { Script.Arabic => "، ", Script.Ethiopic => "፣ ", _ => ", " }, parts);

    /// <summary>
    /// Reads a BCP-47 tag (<c>ar-LY</c>, <c>prs</c>, <c>swh</c>) or a POSIX locale (<c>fr_FR.UTF-8</c>). Related tags people's
    /// devices send lead to the language we have: Dari to Persian, the Arabic varieties to Arabic.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? tag, [NotNullWhen(true)] out Locale? locale)
    {
        locale = tag is null ? null : Find(tag.AsSpan());
        return locale is not null;
    }

    /// <summary>The language of messages in a terminal, its variables ranked as POSIX does; null when it is none of ours.</summary>
    public static Locale? FromEnvironment(Func<string, string?> variable) =>
        TryParse(((string[])["LC_ALL", "LC_MESSAGES", "LANG"]).Select(variable).FirstOrDefault(v => !string.IsNullOrEmpty(v)), out var locale) ? locale : null;

    /// <summary>The language a browser asks for first among ours; null when it asks for none of them.</summary>
    public static Locale? FromAcceptLanguage(string? header)
    {
        Locale? best = null;
        var bestQuality = 0.0;
        var seen = 0;
        foreach (var range in header.AsSpan().Split(','))
        {
            if (++seen > MaxAcceptedRanges)
                break;
            var entry = header.AsSpan()[range];
            var semicolon = entry.IndexOf(';');
            var quality = semicolon < 0 ? 1.0 : Quality(entry[(semicolon + 1)..]);
            if (quality > bestQuality && Find((semicolon < 0 ? entry : entry[..semicolon]).Trim()) is { } found)
                (best, bestQuality) = (found, quality);
        }

        return best;
    }

    /// <inheritdoc/>
    public override string ToString() => Tag;

    private static double Quality(ReadOnlySpan<char> parameter)
    {
        parameter = parameter.Trim();
        if (parameter is not ['q' or 'Q', '=', ..])
            return 1;
        return double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var q) && q <= 1 ? q : 0;
    }

    private static Locale? Find(ReadOnlySpan<char> tag)
    {
        var posix = tag.IndexOfAny('.', '@');
        if (posix > 0)
            tag = tag[..posix];
        if (tag.Length is 0 or > MaxTagLength)
            return null;
        var primary = ReadOnlySpan<char>.Empty;
        foreach (var range in tag.SplitAny('-', '_'))
        {
            var subtag = tag[range];
            if (subtag.Length is 0 or > 8 || subtag.ContainsAnyExcept(LettersAndDigits))
                return null;
            if (primary.IsEmpty)
                primary = subtag;
        }

        return Languages.TryGetValue(primary, out var locale) ? locale : null;
    }

    private static readonly System.Buffers.SearchValues<char> LettersAndDigits =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly FrozenDictionary<string, Locale>.AlternateLookup<ReadOnlySpan<char>> Languages = new (Locale Locale, string Tags)[]
    {
        (English, "en eng"),
        (French, "fr fra fre"),
        (Spanish, "es spa"),
        // The macrolanguage and its spoken varieties, which phones do send.
        (Arabic, "ar ara arb abv acm acq acw acx aeb afb ajp apc apd arq ars ary arz ayh ayl ayn ayp"),
        (Persian, "fa fas per pes prs haz"),
        (Ukrainian, "uk ukr"),
        (Amharic, "am amh"),
        (Swahili, "sw swa swh swc"),
    }
        .SelectMany(row => row.Tags.Split(' '), (row, tag) => KeyValuePair.Create(tag, row.Locale))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
