using System.Collections.Immutable;
using Outreach.Content.Dialogs.Expressions;
using Outreach.Localization;

namespace Outreach.Referrals.Triage;

/// <summary>A named, versioned, published rule (DESIGN 6.10).</summary>
/// <param name="Id">Its name; <c>rule.ID</c> is the catalog key of the reason.</param>
/// <param name="Version">Raised whenever its meaning changes.</param>
/// <param name="Priority">What it asks for.</param>
/// <param name="Within">How soon a first contact is due.</param>
/// <param name="Code">Two or three words for the queue.</param>
/// <param name="When">When it fires.</param>
public sealed record TriageRule(string Id, int Version, Priority Priority, TimeSpan Within, string Code, Expression When)
{
    /// <summary>It is there so that every request has a rule, and says that nothing else was said.</summary>
    public bool IsLast => When.Text == "true()";

    /// <summary>The catalog key of its reason.</summary>
    public static string Key(string id) => $"rule.{id}";

    /// <summary>The catalog key of its code.</summary>
    public static string CodeKey(string id) => $"rule.{id}.code";
}

/// <summary>All rules, checked and frozen.</summary>
/// <param name="Revision">Hash of the files.</param>
/// <param name="Rules">In the order of the files.</param>
/// <param name="English">Catalog entries of codes and reasons; the host adds them to the texts of the book.</param>
public sealed record RuleSet(string Revision, ImmutableArray<TriageRule> Rules, ImmutableArray<PoEntry> English);
