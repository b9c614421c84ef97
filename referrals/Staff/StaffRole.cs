using System.Text.Json.Serialization;

namespace Outreach.Referrals;

/// <summary>A member of staff by number; names live in the account only.</summary>
public readonly record struct StaffId
{
    /// <summary>From its number.</summary>
    [JsonConstructor]
    public StaffId(int value) => Value = value;

    /// <summary>The number, from 1.</summary>
    public int Value { get; }

    /// <inheritdoc/>
    public override string ToString() => $"staff {Value}";
}

/// <summary>What a member of staff is there for (DESIGN section 4). The numbers are stored.</summary>
public enum StaffRole
{
    /// <summary>Works on referrals of their regions.</summary>
    CaseWorker = 1,

    /// <summary>Leads the team of their regions.</summary>
    Coordinator = 2,

    /// <summary>Runs accounts and settings; sees no referral.</summary>
    Administrator = 3,

    /// <summary>Reads the audit chain; sees no referral.</summary>
    Auditor = 4,

    /// <summary>Writes pages and dialogs.</summary>
    Editor = 5,

    /// <summary>Translates.</summary>
    Translator = 6,

    /// <summary>Protection staff: children, fear of return, trafficking; alone may open the return lock.</summary>
    ProtectionReviewer = 7,

    /// <summary>Watches over data: erasure, retention, who saw what.</summary>
    DataProtectionReviewer = 8,

    /// <summary>Reads complaints about other offices.</summary>
    ComplaintsOfficer = 9,
}
