namespace Outreach.Tui.Runtime;

/// <summary>Whether a cell stands alone or is half of a wide letter.</summary>
public enum CellKind : byte
{
    Single,
    WideHead,
    WideTail,
}

/// <summary>One cell of the screen; <c>default</c> is a blank.</summary>
/// <param name="Text">The grapheme cluster; null when blank and in the second half of a wide letter.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Kind">Single, or which half of a wide letter.</param>
public readonly record struct Cell(string? Text, Style Style, CellKind Kind = CellKind.Single)
{
    /// <summary>A blank in a style.</summary>
    public static Cell Blank(Style style = default) => new(Text: null, style);

    /// <summary>Whether nothing is written in it.</summary>
    public bool IsBlank => Text is null && Kind == CellKind.Single;

    /// <inheritdoc/>
    public bool Equals(Cell other) => Kind == other.Kind && Style.Equals(other.Style) && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Style.GetHashCode(), (int)Kind);
}

/// <summary>Where a cell of reordered text comes from: kept beside the visual cells, for tests and for terminals that reorder themselves.</summary>
/// <param name="Plain">The cluster as it was written.</param>
/// <param name="Run">Which text on the screen it belongs to; 0 for text that is not reordered.</param>
/// <param name="Rank">Its place in the logical order of that text.</param>
/// <param name="RightToLeft">Whether it runs right to left.</param>
internal readonly record struct CellOrigin(string? Plain, int Run, int Rank, bool RightToLeft);
