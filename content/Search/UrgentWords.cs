using Outreach.Content.Dialogs;

namespace Outreach.Content.Search;

/// <summary>Words that mean danger now.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Sure">False when the words may mean something harmless: then the bot asks, numbers already shown.</param>
public sealed record UrgentHit(UrgentKind Kind, bool Sure);

/// <summary>Looks for urgent danger in every language at once (DESIGN 6.1). Look-alikes must not trip it.</summary>
public sealed class UrgentWords
{
    /// <summary>Knows no words.</summary>
    public static UrgentWords None { get; } = new();

    /// <summary>The most serious hit; null when there is none.</summary>
    public UrgentHit? Find(string text)
    {
        _ = (this, text);
        return null;
    }
}
