using System.Text;

namespace Outreach.Tui.Runtime;

/// <summary>What the mouse or a finger did.</summary>
public enum MouseAction : byte
{
    Press,
    Release,
    WheelUp,
    WheelDown,
}

/// <summary>Everything a terminal can tell us.</summary>
public abstract record InputEvent
{
    private InputEvent()
    {
    }

    /// <summary>The key, when it was one: what bindings are looked up with.</summary>
    public Key? Key => this switch
    {
        Pressed pressed => pressed.Which,
        Typed typed => new Key(KeyName.Character, Modifiers.None, typed.Rune),
        _ => null,
    };

    /// <summary>A named key, or a character with Ctrl or Alt.</summary>
    public sealed record Pressed(Key Which) : InputEvent;

    /// <summary>A character to write.</summary>
    public sealed record Typed(Rune Rune) : InputEvent;

    /// <summary>A pasted text, without control characters; line breaks are <c>\n</c>.</summary>
    public sealed record Pasted(string Text) : InputEvent;

    /// <summary>A click or touch; columns count from the left of the screen.</summary>
    public sealed record Mouse(MouseAction Action, int X, int Y, Modifiers Modifiers = Modifiers.None) : InputEvent;

    /// <summary>The terminal's answer to a question of ours, for instance <c>0n</c> or <c>&gt;41;379;0c</c>.</summary>
    public sealed record Reply(string Text) : InputEvent;

    /// <summary>The terminal has another size now; comes once at the start too.</summary>
    public sealed record Resized(Size Size) : InputEvent;

    /// <summary>The window got or lost the focus.</summary>
    public sealed record Focused(bool Has) : InputEvent;

    /// <summary>How long the terminal takes to answer changed noticeably.</summary>
    public sealed record LinkTimed(TimeSpan RoundTrip) : InputEvent;
}
