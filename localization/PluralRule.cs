using System.Collections.Immutable;

namespace Outreach.Localization;

/// <summary>CLDR's names for the grammatical numbers.</summary>
public enum PluralCategory
{
    /// <summary>Arabic has a form for none.</summary>
    Zero,

    /// <summary>Singular; how many numbers it covers differs from language to language.</summary>
    One,

    /// <summary>Dual.</summary>
    Two,

    /// <summary>Paucal.</summary>
    Few,

    /// <summary>Many; in French and Spanish whole millions.</summary>
    Many,

    /// <summary>Everything else; every language has it.</summary>
    Other,
}

/// <summary>The CLDR cardinal rule of one language for whole numbers, and the same rule as gettext writes it.</summary>
public sealed class PluralRule
{
    private readonly Func<ulong, PluralCategory> _category;
    private readonly sbyte[] _formOf;

    private PluralRule(Func<ulong, PluralCategory> category, string expression, ImmutableArray<PluralCategory> forms, ImmutableArray<PluralCategory> single)
    {
        (_category, Forms, SingleNumber) = (category, forms, single);
        GettextHeader = $"nplurals={forms.Length}; plural={expression};";
        _formOf = [.. Enum.GetValues<PluralCategory>().Select(c => (sbyte)Math.Max(0, forms.IndexOf(c)))];
    }

    /// <summary>All categories CLDR gives the language; Ukrainian keeps <c>other</c> for fractions, which a count never is.</summary>
    public ImmutableArray<PluralCategory> Categories => Forms.Contains(PluralCategory.Other) ? Forms : Forms.Add(PluralCategory.Other);

    /// <summary>What whole numbers can be, in the order of <c>msgstr[0]</c>, <c>msgstr[1]</c>, …</summary>
    public ImmutableArray<PluralCategory> Forms { get; }

    /// <summary>Categories that stand for exactly one number, so that a text may say it in words and leave {count} out.</summary>
    public ImmutableArray<PluralCategory> SingleNumber { get; }

    /// <summary>The value of the <c>Plural-Forms</c> header.</summary>
    public string GettextHeader { get; }

    /// <summary>The rule of a language.</summary>
    public static PluralRule Of(Locale locale) => Rules[locale.Index];

    /// <summary>The category of a count; a negative one counts as its size.</summary>
    public PluralCategory Category(long n) => _category(n < 0 ? 0UL - (ulong)n : (ulong)n);

    /// <summary>Which <c>msgstr[]</c> a count takes.</summary>
    public int FormIndex(long n) => _formOf[(int)Category(n)];

    private static readonly PluralRule OneIsOne = new(
        n => n == 1 ? PluralCategory.One : PluralCategory.Other,
        "(n != 1)", [PluralCategory.One, PluralCategory.Other], [PluralCategory.One]);

    private static readonly PluralRule ZeroAndOneAreOne = new(
        n => n <= 1 ? PluralCategory.One : PluralCategory.Other,
        "(n > 1)", [PluralCategory.One, PluralCategory.Other], []);

    private static readonly PluralRule French = new(
        n => n <= 1 ? PluralCategory.One : n % 1_000_000 == 0 ? PluralCategory.Many : PluralCategory.Other,
        "(n <= 1 ? 0 : n % 1000000 == 0 ? 1 : 2)", [PluralCategory.One, PluralCategory.Many, PluralCategory.Other], []);

    private static readonly PluralRule Spanish = new(
        n => n == 1 ? PluralCategory.One : n != 0 && n % 1_000_000 == 0 ? PluralCategory.Many : PluralCategory.Other,
        "(n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2)", [PluralCategory.One, PluralCategory.Many, PluralCategory.Other], [PluralCategory.One]);

    private static readonly PluralRule Arabic = new(
        n => n switch
        {
            0 => PluralCategory.Zero,
            1 => PluralCategory.One,
            2 => PluralCategory.Two,
            _ => (n % 100) switch { >= 3 and <= 10 => PluralCategory.Few, >= 11 => PluralCategory.Many, _ => PluralCategory.Other },
        },
        "(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5)",
        [PluralCategory.Zero, PluralCategory.One, PluralCategory.Two, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other],
        [PluralCategory.Zero, PluralCategory.One, PluralCategory.Two]);

    private static readonly PluralRule Ukrainian = new(
        n => (n % 10, n % 100) switch
        {
            (1, not 11) => PluralCategory.One,
            ( >= 2 and <= 4, not (>= 12 and <= 14)) => PluralCategory.Few,
            _ => PluralCategory.Many,
        },
        "(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2)",
        [PluralCategory.One, PluralCategory.Few, PluralCategory.Many], []);

    /// <summary>In the order of <see cref="Locale.All"/>: en fr es ar fa uk am sw.</summary>
    private static readonly ImmutableArray<PluralRule> Rules =
        [OneIsOne, French, Spanish, Arabic, ZeroAndOneAreOne, Ukrainian, ZeroAndOneAreOne, OneIsOne];
}
