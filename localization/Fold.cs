namespace Outreach.Localization;

/// <summary>The normaliser.</summary>
public static partial class Fold
{
    /// <summary>Folded text.</summary>
    public static string Text(string text) => Text(text.AsSpan());

    /// <summary>Folded text.</summary>
    public static string Text(ReadOnlySpan<char> text) => text.ToString().ToLowerInvariant().Trim();
}
