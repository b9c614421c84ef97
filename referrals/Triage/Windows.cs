using System.Diagnostics;

namespace Outreach.Referrals.Triage;

/// <summary>How soon a first contact is due where no rule says otherwise (DESIGN section 4).</summary>
public static class Windows
{
    /// <summary>The time of a priority.</summary>
    public static TimeSpan Of(Priority priority) => priority switch
    {
        Priority.Critical => TimeSpan.Zero,
        Priority.High => TimeSpan.FromHours(48),
        Priority.Medium => TimeSpan.FromDays(7),
        Priority.Low => TimeSpan.FromDays(14),
        _ => throw new UnreachableException(),
    };
}
