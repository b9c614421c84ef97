using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Localization;

namespace Outreach.Content.Directory;

/// <summary>Yes, no, or we do not know, which is said plainly.</summary>
public enum Known
{
    /// <summary>We do not know.</summary>
    Unknown,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}

/// <summary>How sure we are of a number.</summary>
public enum Confidence
{
    /// <summary>Not confirmed; shown with that warning.</summary>
    Low,

    /// <summary>From a source that may be old.</summary>
    Medium,

    /// <summary>From a current, official source.</summary>
    High,
}

/// <summary>One more way to reach somebody.</summary>
/// <param name="By">voice, text, chat, email or web.</param>
/// <param name="At">The number, address or link.</param>
public sealed record Channel(string By, string At);

/// <summary>Somebody to turn to in one place. Numbers stand here and nowhere else, so that languages cannot differ.</summary>
public sealed record Contact
{
    /// <summary>"de/112".</summary>
    public required string Id { get; init; }

    /// <summary>As dialled in the country; null when there is only a link.</summary>
    public string? Number { get; init; }

    /// <summary>A web address; null when there is only a number.</summary>
    public Uri? Link { get; init; }

    /// <summary>What they are for: emergency, police, trafficking, child, protection, …</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    /// <summary>The name in the host language, as on doors.</summary>
    public required string Name { get; init; }

    /// <summary>Who answers, by language.</summary>
    [JsonConverter(typeof(LocaleTextsJsonConverter))]
    public required FrozenDictionary<Locale, string> Who { get; init; }

    /// <summary>voice, text, both or web.</summary>
    public required string By { get; init; }

    /// <summary>always, unknown, or "Mo-Fr 09:00-17:00".</summary>
    public required string Hours { get; init; }

    /// <summary>The last day they are closed; null while nobody has said that they are.</summary>
    public DateOnly? ClosedUntil { get; init; }

    /// <summary>Language tags they speak; empty when unknown.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Whether the call is free.</summary>
    public Known Free { get; init; }

    /// <summary>Whether calling may expose somebody without papers.</summary>
    public Known Exposes { get; init; }

    /// <summary>When we last looked the number up.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>Where we found it.</summary>
    public required Pages.Source Source { get; init; }

    /// <summary>How sure we are.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What help a person gets there (<see cref="Services.ServiceKind"/>); empty for those whom nobody looks for by it.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Who runs it; null where that is the <see cref="Name"/>.</summary>
    public string? Organization { get; init; }

    /// <summary>Towns where it is (<see cref="Directory.Services.Town"/>); empty for the whole country, or where we do not know.</summary>
    public ImmutableArray<string> Towns { get; init; } = [];

    /// <summary>The part of the country it serves, as it is called there; null for the whole country.</summary>
    public string? Region { get; init; }

    /// <summary>Where the door is, as letters are addressed there; null when we do not know or there is none.</summary>
    public string? Address { get; init; }

    /// <summary>Whom it is for, where it is not for everybody (<see cref="ContactReader.Groups"/>).</summary>
    public ImmutableArray<string> For { get; init; } = [];

    /// <summary>Whether the help itself costs money; <see cref="Free"/> is about the call.</summary>
    public Known Costs { get; init; }

    /// <summary>More ways to reach them.</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];

    /// <summary>The zone of their hours, where the place has several; null for the place's own.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether the hours hold on public holidays.</summary>
    public Known OnHolidays { get; init; }

    /// <summary>Who of us keeps the entry true, as pages have it; null for nobody yet.</summary>
    public string? Owner { get; init; }

    /// <summary>The place it belongs to: "de", or "world".</summary>
    [JsonIgnore]
    public string Place => Id[..Id.IndexOf('/')];
}
