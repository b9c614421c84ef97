using System.Buffers;

namespace Outreach.Content.Yaml;

/// <summary>Texts people read hold no control characters, and none that turn the reading direction behind the reader's back.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), '\u007F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2028', '\u2029', '\uFEFF', '\uFFFD']);

    /// <summary>The first character that must not stand in a text; null when there is none.</summary>
    public static char? FirstInvisible(ReadOnlySpan<char> text) => text.IndexOfAny(Invisible) is >= 0 and var at ? text[at] : null;
}
