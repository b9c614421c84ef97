using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Referrals.Staff;

/// <summary>A member of staff as the program knows them.</summary>
/// <param name="Id">The number.</param>
/// <param name="Name">The name they sign in with and colleagues see.</param>
/// <param name="Role">What they are there for.</param>
/// <param name="Regions">Their regions; "*" is every one.</param>
/// <param name="Totp">They have an authenticator app.</param>
/// <param name="Disabled">They cannot sign in.</param>
/// <param name="Language">The language they chose for their desk; null until they did.</param>
public sealed record StaffAccount(StaffId Id, string Name, StaffRole Role, ImmutableArray<string> Regions, bool Totp = false, bool Disabled = false, Locale? Language = null)
{
    /// <summary>Whether they may do something at all.</summary>
    public bool May(StaffAction action) => AccessPolicy.May(Role, action);

    /// <summary>Who they are in an entry.</summary>
    public Actor.Staff Actor => new(Id, Role);

    /// <summary>Whether a name can be one: 2 to 40 letters, digits, dots, dashes.</summary>
    public static bool IsName(string name) => name.Length is >= 2 and <= 40 && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-');
}
