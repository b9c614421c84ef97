using System.Text.Json.Serialization;

namespace Outreach.Content.Pages;

/// <summary>What grows old without anybody noticing, each in its own time.</summary>
public enum FactKind
{
    /// <summary>Somebody looked at it: it says a number or a time, and does not grow old.</summary>
    Lasting,

    /// <summary>What somebody pays.</summary>
    Fee,

    /// <summary>What somebody gets or earns.</summary>
    Sum,

    /// <summary>Until when, from when, how long.</summary>
    Deadline,

    /// <summary>A phone number.</summary>
    Number,

    /// <summary>A phone number for an emergency.</summary>
    Emergency,

    /// <summary>A web address of somebody to turn to.</summary>
    Address,
}

/// <summary>That a block says something that grows old. <see cref="OldFacts"/> does what follows from it, once for every channel.</summary>
/// <param name="Kind">What grows old.</param>
/// <param name="Checked">When somebody last saw that it was true.</param>
/// <param name="Ask">Where to ask when it is old, in the language of the block: who answers, or a web address. Null for a person of this service.</param>
public sealed record Fact(
    [property: JsonPropertyName("k")] FactKind Kind,
    [property: JsonPropertyName("d")] DateOnly Checked,
    [property: JsonPropertyName("a"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Ask = null)
{
    private const int MonthsOfMoneyAndTime = 6;
    private const int MonthsOfContacts = 12;

    /// <summary>The last day on which it is said without its date; never for what lasts.</summary>
    [JsonIgnore]
    public DateOnly Until => Kind switch
    {
        FactKind.Lasting => DateOnly.MaxValue,
        FactKind.Fee or FactKind.Sum or FactKind.Deadline => Checked.AddMonths(MonthsOfMoneyAndTime),
        _ => Checked.AddMonths(MonthsOfContacts),
    };
}
