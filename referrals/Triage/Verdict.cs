using System.Collections.Immutable;

namespace Outreach.Referrals.Triage;

/// <summary>What the rules said.</summary>
/// <param name="Priority">The highest of the rules that fired.</param>
/// <param name="Within">How soon a first contact is due; zero for now.</param>
/// <param name="Fired">Every rule that fired, the deciding one first.</param>
public sealed record Verdict(Priority Priority, TimeSpan Within, ImmutableArray<FiredRule> Fired);
