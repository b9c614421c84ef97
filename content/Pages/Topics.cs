using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Outreach.Content.Pages;

/// <summary>What a page of a place may be about. The ids are in addresses, stored state and file names: they never change.</summary>
public static class Topics
{
    /// <summary>Every topic, always in this order.</summary>
    public static readonly ImmutableArray<string> Ordered =
        ["arrival", "emergency", "documents", "asylum", "housing", "work", "health", "education", "language", "money", "family", "rights", "daily-life", "return", "help"];

    /// <summary>Every topic.</summary>
    public static readonly FrozenSet<string> All = FrozenSet.Create(StringComparer.Ordinal, Ordered.AsSpan());
}
