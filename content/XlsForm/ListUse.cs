namespace Outreach.Content.XlsForm;

/// <summary>How a list is used.</summary>
/// <param name="Where">First used here.</param>
internal sealed record ListUse(string Where)
{
    /// <summary>By a select_multiple.</summary>
    public bool Many { get; init; }

    /// <summary>With <c>or_other</c>.</summary>
    public bool Other { get; init; }
}
