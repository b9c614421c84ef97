using System.Collections.Immutable;

namespace Outreach.Localization;

/// <summary>One message of a PO file. Two entries are equal when everything a PO file says of them is; <see cref="Where"/> is not.</summary>
public sealed record PoEntry
{
    /// <summary>The flag of a translation that no longer fits its English.</summary>
    public const string FuzzyFlag = "fuzzy";

    /// <summary>The flag that makes gettext's own tools compare the holes.</summary>
    public const string HolesFlag = "python-brace-format";

    /// <summary>The note (<c>#.</c>) of a text that stays as it is in every language: a name, a number.</summary>
    public const string UnneededNote = "needs no translation";

    /// <summary>Our key (<c>msgctxt</c>).</summary>
    public required string Key { get; init; }

    /// <summary>The English text (<c>msgid</c>).</summary>
    public required string English { get; init; }

    /// <summary>The English for more than one (<c>msgid_plural</c>); null when the message does not count.</summary>
    public string? EnglishPlural { get; init; }

    /// <summary><c>msgstr</c>, or <c>msgstr[0]</c>, <c>msgstr[1]</c>, …; empty strings where nothing is translated.</summary>
    public ImmutableArray<string> Translations { get => field.IsDefault ? [] : field; init; }

    /// <summary>Flags (<c>#,</c>) in their order.</summary>
    public ImmutableArray<string> Flags { get => field.IsDefault ? [] : field; init; }

    /// <summary>What translators noted (<c>#</c>), a string a line.</summary>
    public ImmutableArray<string> Comments { get => field.IsDefault ? [] : field; init; }

    /// <summary>What we tell translators (<c>#.</c>), a string a line.</summary>
    public ImmutableArray<string> Notes { get => field.IsDefault ? [] : field; init; }

    /// <summary>Where the text is used (<c>#:</c>), a string a line.</summary>
    public ImmutableArray<string> References { get => field.IsDefault ? [] : field; init; }

    /// <summary>The English the translation was made from, where it changed since (<c>#| msgid</c>).</summary>
    public string? PreviousEnglish { get; init; }

    /// <summary>The same for the plural (<c>#| msgid_plural</c>).</summary>
    public string? PreviousEnglishPlural { get; init; }

    /// <summary>File and line it was read from; takes no part in equality.</summary>
    public string Where { get; init; } = "";

    /// <summary>True when the text stays as it is in every language; nobody is asked to translate it.</summary>
    public bool NeedsNoTranslation => Notes.Contains(UnneededNote);

    /// <summary>True when a person has to look at the translation again.</summary>
    public bool IsFuzzy => Flags.Contains(FuzzyFlag);

    /// <summary>True when the message has forms for different counts.</summary>
    public bool IsPlural => EnglishPlural is not null;

    /// <summary>True when every form is there and none is fuzzy.</summary>
    public bool IsTranslated => !IsFuzzy && !Translations.IsEmpty && Translations.All(t => t.Length > 0);

    /// <summary>An English text as the templates hold it, marked for hole checks where it has holes or braces.</summary>
    public static PoEntry OfEnglish(string key, string english, string? plural = null) => new()
    {
        Key = key,
        English = english,
        EnglishPlural = plural,
        Translations = plural is null ? [""] : ["", ""],
        Flags = english.AsSpan().ContainsAny('{', '}') || plural.AsSpan().ContainsAny('{', '}') ? [HolesFlag] : [],
    };

    /// <summary>True when a translation of the other entry says the same as one of this: same English, same plural.</summary>
    public bool SameEnglish(PoEntry other) => English == other.English && EnglishPlural == other.EnglishPlural;

    /// <inheritdoc/>
    public bool Equals(PoEntry? other) =>
        other is not null && Key == other.Key && SameEnglish(other)
        && PreviousEnglish == other.PreviousEnglish && PreviousEnglishPlural == other.PreviousEnglishPlural
        && Translations.SequenceEqual(other.Translations) && Flags.SequenceEqual(other.Flags)
        && Comments.SequenceEqual(other.Comments) && Notes.SequenceEqual(other.Notes) && References.SequenceEqual(other.References);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, English, EnglishPlural, Translations.Length);
}
