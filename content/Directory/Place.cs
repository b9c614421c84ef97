using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>A country as people find themselves in it.</summary>
public sealed record Place
{
    /// <summary>ISO 3166-1 alpha-2, lower case.</summary>
    public required string Id { get; init; }

    /// <summary>Its name by language.</summary>
    [JsonConverter(typeof(LocaleTextsJsonConverter))]
    public required FrozenDictionary<Locale, string> Names { get; init; }

    /// <summary>Languages of its offices (BCP 47).</summary>
    public required ImmutableArray<string> HostLanguages { get; init; }

    /// <summary>IANA time zones; the first is assumed until a person says otherwise.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>True for a country people arrive in to stay, false for transit and return.</summary>
    public required bool Destination { get; init; }

    /// <summary>Topics that have pages here, in the order shown.</summary>
    public required ImmutableArray<string> Topics { get; init; }

    /// <summary>Languages in which a missing page is an error.</summary>
    public required ImmutableArray<Locale> Promised { get; init; }

    /// <summary>The country's calling code without +.</summary>
    public required string CallingCode { get; init; }
}
