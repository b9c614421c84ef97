using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Outreach.Content.Pages;

/// <summary>
/// What a page and a reply are made of. One closed family for every surface: each host renders these and nothing else.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(Heading), "h")]
[JsonDerivedType(typeof(Paragraph), "p")]
[JsonDerivedType(typeof(Bullets), "l")]
[JsonDerivedType(typeof(Warning), "w")]
[JsonDerivedType(typeof(Call), "c")]
[JsonDerivedType(typeof(Fine), "f")]
public abstract record PageBlock
{
    private PageBlock() { }

    /// <summary>That it says something which grows old; null for most blocks.</summary>
    [JsonPropertyName("o"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Fact? Fact { get; init; }

    /// <summary>The title of a card or a reply.</summary>
    public sealed record Heading(string Text) : PageBlock;

    /// <summary>Running text.</summary>
    public sealed record Paragraph(ImmutableArray<Run> Runs) : PageBlock
    {
        /// <summary>A paragraph of plain text.</summary>
        public static Paragraph Of(string text) => new([new Run(text)]);
    }

    /// <summary>A list, numbered or not; items are runs.</summary>
    public sealed record Bullets(bool Numbered, ImmutableArray<ImmutableArray<Run>> Items) : PageBlock;

    /// <summary>Something that must not be missed.</summary>
    public sealed record Warning(ImmutableArray<Run> Runs) : PageBlock;

    /// <summary>Somebody who can be called or opened: who answers, the number as dialled there, where it leads, and what to know before.</summary>
    /// <param name="Who">Who answers, in the person's language.</param>
    /// <param name="Number">As dialled in the country; null when there is only a link.</param>
    /// <param name="Link">tel:, sms: or https: address; null when it cannot be opened.</param>
    /// <param name="Notes">Hours, languages, when checked, whether calling may expose; one short sentence each.</param>
    public sealed record Call(string Who, string? Number, string? Link, ImmutableArray<string> Notes) : PageBlock
    {
        /// <summary>The last day on which the first note holds, which says that they are closed; null while they are open.</summary>
        [JsonPropertyName("x"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public DateOnly? ClosedUntil { get; init; }
    }

    /// <summary>Small print: progress of a review, sources, "not yet checked by a speaker".</summary>
    public sealed record Fine(string Text) : PageBlock;
}
