using System.Collections.Frozen;

namespace Outreach.Content.Pages;

/// <summary>What a page of a place may be about. The ids are in addresses, stored state and file names: they never change.</summary>
public static class Topics
{
    /// <summary>Every topic.</summary>
    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "arrival", "emergency", "documents", "asylum", "housing", "work", "health", "education", "language", "money", "family", "rights", "daily-life", "return", "help");
}
