namespace Outreach.Referrals.Staff;

/// <summary>How passwords are kept.</summary>
public static class Passwords
{
    /// <summary>Fewest characters of a password.</summary>
    public const int FewestCharacters = 12;
}
