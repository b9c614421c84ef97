using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Localization;

namespace Outreach.Content.Pages;

/// <summary>Where a page stands: "de/housing" for orientation, "programme/stranded" for a programme.</summary>
[JsonConverter(typeof(PageIdJsonConverter))]
public readonly record struct PageId
{
    private readonly string? _value;

    /// <summary>Names the page of a shelf (a place, or "programme") and a topic.</summary>
    public PageId(string shelf, string topic) => _value = $"{shelf}/{topic}";

    /// <summary>The id as text; throws when it was never set.</summary>
    public string Value => _value ?? throw new InvalidOperationException("PageId was never set");

    /// <summary>"de" or "programme".</summary>
    public string Shelf => Value[..Value.IndexOf('/')];

    /// <summary>"housing" or "stranded".</summary>
    public string Topic => Value[(Value.IndexOf('/') + 1)..];

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>One page in one language: front matter and cards, ready to be shown anywhere.</summary>
public sealed record Page
{
    /// <summary>Which page.</summary>
    public required PageId Id { get; init; }

    /// <summary>In which language.</summary>
    public required Locale Locale { get; init; }

    /// <summary>Title, dates, sources.</summary>
    public required FrontMatter Front { get; init; }

    /// <summary>The lead before the first card.</summary>
    public required ImmutableArray<PageBlock> Lead { get; init; }

    /// <summary>The cards, in order.</summary>
    public required ImmutableArray<Card> Cards { get; init; }
}

/// <summary>One `##` section: at most 900 characters, stands alone in a message.</summary>
/// <param name="Anchor">Stable within the page: the {#anchor} or c1, c2, …</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">Its text, without the heading.</param>
public sealed record Card(string Anchor, string Title, ImmutableArray<PageBlock> Blocks);
