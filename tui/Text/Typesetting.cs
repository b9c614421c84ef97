namespace Outreach.Tui.Text;

/// <summary>What the program does to letters before the terminal sees them.</summary>
/// <param name="JoinsLetters">Arabic letters become presentation forms; false where the terminal joins them itself.</param>
/// <param name="SpacesEthiopic">Each Ethiopic syllable takes two cells, because its letters are wider than one.</param>
public sealed record Typesetting(bool JoinsLetters, bool SpacesEthiopic)
{
    /// <summary>For terminals that draw cells as they come.</summary>
    public static readonly Typesetting Joined = new(JoinsLetters: true, SpacesEthiopic: false);

    /// <summary>For terminals that reorder and join by themselves.</summary>
    public static readonly Typesetting Plain = new(JoinsLetters: false, SpacesEthiopic: false);
}
