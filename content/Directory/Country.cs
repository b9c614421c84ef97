using System.Collections.Immutable;
using Outreach.Content.Pages;

namespace Outreach.Content.Directory;

/// <summary>What the table of all countries says: small, because it is carried by every kiosk and looked at in an emergency.</summary>
public sealed record CountryTable
{
    /// <summary>A table of nothing.</summary>
    public static CountryTable Empty { get; } = new() { Checked = default, Sources = [], Countries = [] };

    /// <summary>When the numbers were looked up.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>The number that mobile phones take for an emergency in every country; null when there is none.</summary>
    public CountryNumber? Mobile { get; init; }

    /// <summary>Where numbers and offices were found.</summary>
    public required ImmutableArray<NamedSource> Sources { get; init; }

    /// <summary>Every country and territory, by id.</summary>
    public required ImmutableArray<Country> Countries { get; init; }
}

/// <summary>A source that many numbers name.</summary>
public sealed record NamedSource(string Id, Source Source);

/// <summary>A country or territory. What is not known is not there.</summary>
public sealed record Country
{
    /// <summary>Its id, names, languages, zones and calling code (empty when it has none).</summary>
    public required Place Place { get; init; }

    /// <summary>Other names people write for it.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Help pages of the UN Refugee Agency.</summary>
    public Uri? Unhcr { get; init; }

    /// <summary>The office of UN Migration.</summary>
    public Uri? Iom { get; init; }

    /// <summary>The National Society, as the Red Cross names it.</summary>
    public string? RedCross { get; init; }

    /// <summary>Numbers, the most important first.</summary>
    public ImmutableArray<CountryNumber> Numbers { get; init; } = [];
}

/// <summary>A number of one country.</summary>
/// <param name="Number">As dialled there.</param>
/// <param name="Kinds">What it is for, in the words of contacts.</param>
/// <param name="Confidence">How sure we are.</param>
/// <param name="From">Ids of the sources that give it; never none.</param>
public sealed record CountryNumber(string Number, ImmutableArray<string> Kinds, Confidence Confidence, ImmutableArray<string> From);
