using System.Collections.Frozen;

namespace Outreach.Content.Dialogs;

/// <summary>
/// The closed lists of what a question may collect and why. What must never be asked (facts: programmes 0.3) is not on
/// them, so a dialog that tries is refused when it is loaded.
/// </summary>
public static class DataKinds
{
    /// <summary>What a question may collect.</summary>
    public static readonly FrozenSet<string> Collects = FrozenSet.ToFrozenSet(
    [
        "safety", "age-band", "called-name", "language", "gender-of-helper", "country", "region", "nationality", "alone-or-with",
        "number-of-people", "companion-age-band", "needs", "health-need", "papers-held", "papers-lost", "fear", "pressure", "control-sign",
        "detention", "family-relation", "family-place", "status-kind", "deadline", "consulate-contact", "contact-wish", "contact-way",
        "contact-address", "contact-hours", "contact-who-answers", "contact-neutral", "free-message", "topic", "test",
    ], StringComparer.Ordinal);

    /// <summary>Why it may be collected.</summary>
    public static readonly FrozenSet<string> Purposes = FrozenSet.ToFrozenSet(
        ["protect", "contact", "triage", "programme", "interpret", "test"], StringComparer.Ordinal);

    /// <summary>Kinds that count as sensitive wherever they stand.</summary>
    public static readonly FrozenSet<string> AlwaysSensitive = FrozenSet.ToFrozenSet(
        ["fear", "pressure", "control-sign", "detention", "health-need"], StringComparer.Ordinal);
}
