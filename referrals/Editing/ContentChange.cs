using Outreach.Content.Editing;

namespace Outreach.Referrals.Editing;

/// <summary>How far a change is. The numbers are stored.</summary>
public enum ChangeState
{
    /// <summary>Waits for a second person.</summary>
    Proposed = 1,

    /// <summary>People read it.</summary>
    Published = 2,

    /// <summary>Nobody will publish it.</summary>
    Withdrawn = 3,
}

/// <summary>What somebody wants people to read from now on.</summary>
/// <param name="Part">The page or the contact.</param>
/// <param name="Before">How it reads.</param>
/// <param name="After">How it is to read.</param>
/// <param name="Reason">Why, for whoever publishes it and for the history.</param>
/// <param name="PutsBack">The change that this one undoes; null for none.</param>
public sealed record Proposal(TextPart Part, string Before, string After, string Reason, long? PutsBack = null);

/// <summary>A change of content: who proposed it, and who decided.</summary>
/// <param name="Number">Its number.</param>
/// <param name="What">The change itself.</param>
/// <param name="Author">Who proposed it.</param>
/// <param name="At">When.</param>
/// <param name="State">How far it is.</param>
/// <param name="DecidedBy">Who published or withdrew it; null while nobody has.</param>
/// <param name="DecidedAt">When.</param>
public sealed record ContentChange(long Number, Proposal What, StaffId Author, DateTimeOffset At, ChangeState State, StaffId? DecidedBy = null, DateTimeOffset? DecidedAt = null)
{
    /// <summary>As it is laid over the files.</summary>
    public PartChange Laid => new(Number, What.Part, What.Before, What.After);
}
