using System.Collections.Immutable;

namespace Outreach.Content.Pages;

/// <summary>What a page says about itself. Parsed at the edge; nobody checks again.</summary>
public sealed record FrontMatter
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>At most 160 characters: the shortest true answer.</summary>
    public required string Summary { get; init; }

    /// <summary>That the summary says something which grows old; null when it does not.</summary>
    public Fact? SummaryFact { get; init; }

    /// <summary>When somebody last compared the page with its sources.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>After this day the page carries a plain warning.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>The team that keeps it true.</summary>
    public required string Owner { get; init; }

    /// <summary>The revision of the English page (for a translation: the one it translates).</summary>
    public required int Revision { get; init; }

    /// <summary>Null for the English original.</summary>
    public TranslationMark? Translation { get; init; }

    /// <summary>Where the facts come from; at least one.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>Questions in people's own words that this page answers.</summary>
    public ImmutableArray<string> AlsoAskedAs { get; init; } = [];
}

/// <summary>How far a translation can be trusted.</summary>
/// <param name="Reviewed">False while no speaker has signed it: the page then says so.</param>
/// <param name="By">Who made or signed it.</param>
public sealed record TranslationMark(bool Reviewed, string By);

/// <summary>Where a fact comes from.</summary>
/// <param name="Title">The name of the page or office.</param>
/// <param name="Url">Its address.</param>
/// <param name="Date">As precise as known, may be empty.</param>
public sealed record Source(string Title, Uri Url, string Date);
