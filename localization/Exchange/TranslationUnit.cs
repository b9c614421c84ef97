namespace Outreach.Localization.Exchange;

/// <summary>How far the translation of a unit is.</summary>
public enum UnitState
{
    /// <summary>Nothing is there.</summary>
    New,

    /// <summary>Made from an older English.</summary>
    Stale,

    /// <summary>Up to date.</summary>
    Translated,

    /// <summary>Stays as it is in every language: a name, a number.</summary>
    Unneeded,
}

/// <summary>The smallest thing a translator works on: a message, a form of a counted message, a block of a page.</summary>
public sealed record TranslationUnit
{
    /// <summary>File and part: "app.pot#home.hello", "app.pot#home.days[2]", "library/de/housing#c1.2".</summary>
    public required string Id { get; init; }

    /// <summary>The English as it is now.</summary>
    public required string Source { get; init; }

    /// <summary>The translation; empty where there is none.</summary>
    public string Target { get; init; } = "";

    /// <summary>How far it is.</summary>
    public UnitState State { get; init; }

    /// <summary>The English the translation was made from, where it changed and is known.</summary>
    public string? Previous { get; init; }

    /// <summary>What a translator should know: what changed, terms of the glossary, notes of authors; a line each.</summary>
    public string Note { get; init; } = "";

    /// <summary>The file it belongs to.</summary>
    public string File => Id[..Id.IndexOf('#')];
}

/// <summary>Units in one language, on their way to a translator or back.</summary>
/// <param name="Locale">The language they are translated into.</param>
/// <param name="Units">In the order in which people read them.</param>
public sealed record TranslationFile(Locale Locale, System.Collections.Immutable.ImmutableArray<TranslationUnit> Units);
