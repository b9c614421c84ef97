namespace Outreach.Tui.Text;

/// <summary>The base direction a text is laid out with.</summary>
public enum Flow
{
    /// <summary>By its first strong letter; left to right when it has none (numbers, telephone numbers, references).</summary>
    Auto,

    /// <summary>Left to right, whatever it says.</summary>
    LeftToRight,

    /// <summary>Right to left, whatever it says.</summary>
    RightToLeft,
}
