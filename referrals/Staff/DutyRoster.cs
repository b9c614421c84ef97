using System.Collections.Concurrent;

namespace Outreach.Referrals.Staff;

/// <summary>Who is at a desk now: a signed-in desk that was heard of within two minutes. In memory; a restart begins with nobody.</summary>
public sealed class DutyRoster
{
    /// <summary>How long a silent desk counts as staffed.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<StaffId, DateTimeOffset> _seen = new();

    /// <summary>A desk of somebody who answers alerts was heard of.</summary>
    public void Seen(StaffId staff, DateTimeOffset at) => _seen.AddOrUpdate(staff, at, (_, before) => at > before ? at : before);

    /// <summary>Somebody signed out.</summary>
    public void Left(StaffId staff) => _seen.TryRemove(staff, out _);

    /// <summary>Whether somebody is on duty.</summary>
    public bool AnyoneOnDuty(DateTimeOffset now) => _seen.Values.Any(at => now - at <= Silence);
}
