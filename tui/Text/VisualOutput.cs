using Outreach.Tui.Runtime;

namespace Outreach.Tui.Text;

/// <summary>For terminals that show cells as they come: visual order and joined letters. The usual case.</summary>
public sealed class VisualOutput : ITextOutput
{
    /// <inheritdoc/>
    public Typesetting Typesetting => Typesetting.Joined;

    /// <inheritdoc/>
    public Screen Arrange(Screen drawn) => drawn;
}
