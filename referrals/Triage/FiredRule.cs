namespace Outreach.Referrals.Triage;

/// <summary>A rule that fired, as it stood then.</summary>
/// <param name="Id">Its name; <c>rule.ID</c> is the catalog key of the reason.</param>
/// <param name="Version">Which version of the rule.</param>
/// <param name="Priority">What it asks for.</param>
/// <param name="Code">Two or three words for the queue: "under 18, alone".</param>
public sealed record FiredRule(string Id, int Version, Priority Priority, string Code);
