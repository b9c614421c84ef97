using System.Collections.Immutable;

namespace Outreach.Content.Programmes;

/// <summary>Who may ask for a programme.</summary>
public enum Openness
{
    /// <summary>A person may ask to be contacted.</summary>
    Open,

    /// <summary>Staff identify people; nobody can apply.</summary>
    StaffIdentified,

    /// <summary>A state selects; nobody can apply.</summary>
    StateSelected,

    /// <summary>Open, but asked for somewhere else (a university, an employer's list, a consulate): we inform and name the official place.</summary>
    Elsewhere,
}

/// <summary>What kind of door a programme is, as far as the safety rules care.</summary>
public enum ProgrammeKind
{
    /// <summary>Nothing special.</summary>
    Adult,

    /// <summary>Leads back to a country of origin: locked by fear or pressure.</summary>
    Return,

    /// <summary>For people under 18.</summary>
    Child,

    /// <summary>Open to everybody, children too.</summary>
    Anyone,
}

/// <summary>The shelves of the list of doors, in the order they are offered.</summary>
public enum DoorGroup
{
    /// <summary>Help where the person is now: stuck, ill, without papers, displaced.</summary>
    Help,

    /// <summary>Safety: protection, violence, control by others, children, detention, complaints.</summary>
    Safety,

    /// <summary>Going home by one's own will, and being back.</summary>
    Home,

    /// <summary>Family, and ways to another country.</summary>
    Onward,

    /// <summary>Work, papers, health and life in a new country.</summary>
    Life,
}

/// <summary>A door: who it is for, who decides, where it leads. Its texts are a page on the shelf "programme".</summary>
public sealed record Programme
{
    /// <summary>"voluntary-return".</summary>
    public required string Id { get; init; }

    /// <summary>Its place among the doors offered, lowest first.</summary>
    public required int Order { get; init; }

    /// <summary>Its name alone can endanger whoever is seen reading it: never offered first.</summary>
    public bool Sensitive { get; init; }

    /// <summary>The shelf it stands on among the doors.</summary>
    public required DoorGroup Group { get; init; }

    /// <summary>Who may ask.</summary>
    public required Openness Openness { get; init; }

    /// <summary>How the safety rules treat it.</summary>
    public required ProgrammeKind Kind { get; init; }

    /// <summary>The dialog by which one asks; null where nobody can.</summary>
    public string? Dialog { get; init; }

    /// <summary>Places where it exists; "any" for everywhere.</summary>
    public required ImmutableArray<string> Places { get; init; }

    /// <summary>Who decides, by fixed words: iom, unhcr, embassy, host-state, home-state, …</summary>
    public ImmutableArray<string> Decides { get; init; } = [];

    /// <summary>Topics it belongs to.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Contacts to show with it.</summary>
    public ImmutableArray<string> Contacts { get; init; } = [];
}
