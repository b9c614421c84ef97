using Outreach.Tui.Runtime;

namespace Outreach.Tui.Text;

/// <summary>What a kind of terminal must get so that a person sees the screen as it was drawn.</summary>
public interface ITextOutput
{
    /// <summary>What is done to letters while drawing.</summary>
    Typesetting Typesetting { get; }

    /// <summary>The screen as this terminal must get it; the same one when that is how it was drawn.</summary>
    Screen Arrange(Screen drawn);
}
