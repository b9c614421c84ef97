namespace Outreach.Referrals;

/// <summary>Who needs help first (DESIGN section 4). The numbers are stored; higher is sooner.</summary>
public enum Priority
{
    /// <summary>Two weeks.</summary>
    Low = 1,

    /// <summary>A week.</summary>
    Medium = 2,

    /// <summary>48 hours; trafficking and violence 24 hours.</summary>
    High = 3,

    /// <summary>A human now.</summary>
    Critical = 4,
}

/// <summary>Who works on it. The numbers are stored.</summary>
public enum QueueName
{
    /// <summary>The team of the region.</summary>
    Team = 1,

    /// <summary>Complaints about fees or staff: a complaints officer outside the office concerned.</summary>
    Complaints = 2,
}
