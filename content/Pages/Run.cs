using System.Text.Json.Serialization;

namespace Outreach.Content.Pages;

/// <summary>How a run of text stands out.</summary>
public enum Emphasis
{
    /// <summary>Running text.</summary>
    None,

    /// <summary>Must not be missed.</summary>
    Strong,

    /// <summary>A name or form in the language of the place, kept as it stands on doors and letters.</summary>
    HostTerm,
}

/// <summary>A stretch of text of one kind inside a block.</summary>
/// <param name="Text">The words.</param>
/// <param name="Emphasis">How they stand out.</param>
/// <param name="Language">The tag of its language where that is not the one around it: a host term, a greeting in a language we do not speak; otherwise null.</param>
/// <param name="Link">https:, page: or programme: address; null when it is no link.</param>
public sealed record Run(
    [property: JsonPropertyName("t")] string Text,
    [property: JsonPropertyName("e"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Emphasis Emphasis = Emphasis.None,
    [property: JsonPropertyName("g"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Language = null,
    [property: JsonPropertyName("u"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Link = null);
