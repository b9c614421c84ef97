using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What a reply is for; renderers choose colours and roles by it, never by its words.</summary>
public enum ReplyKind
{
    /// <summary>Something said.</summary>
    Say,

    /// <summary>A question of a dialog.</summary>
    Ask,

    /// <summary>A card of a page.</summary>
    Card,

    /// <summary>Help in danger, with numbers.</summary>
    Danger,

    /// <summary>The input could not be used; says why and what to do.</summary>
    Problem,

    /// <summary>What will be sent, to be confirmed or corrected.</summary>
    Summary,

    /// <summary>From a member of staff.</summary>
    Staff,

    /// <summary>Neutral words on leaving.</summary>
    Farewell,
}

/// <summary>What the person may type at a reply, so that a host can offer the right keyboard.</summary>
public enum Typing
{
    /// <summary>Free words.</summary>
    Words,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A date.</summary>
    Date,
}

/// <summary>One thing the bot says. Words are resolved in one language; hosts only lay them out.</summary>
public sealed record Reply
{
    /// <summary>What it is for.</summary>
    public ReplyKind Kind { get; init; }

    /// <summary>The language of its words.</summary>
    public required Locale Language { get; init; }

    /// <summary>What it says.</summary>
    public required ImmutableArray<PageBlock> Blocks { get; init; }

    /// <summary>What can be chosen, numbered from 1 in this order on every channel.</summary>
    public ImmutableArray<Option> Options { get; init; } = [];

    /// <summary>A small question beside it that waits for no answer. Only hosts with room for it show it; it never takes a number from <see cref="Options"/>.</summary>
    public Aside? Aside { get; init; }

    /// <summary>True when several options can be chosen together.</summary>
    public bool Many { get; init; }

    /// <summary>"3 of 9"; null outside a dialog.</summary>
    public Progress? Progress { get; init; }

    /// <summary>Which question this is; comes back with a choice.</summary>
    public string? At { get; init; }

    /// <summary>What may be typed.</summary>
    public Typing Typing { get; init; }

    /// <summary>True when it must be read to the end: nothing of it is left out for people who hardly read.</summary>
    public bool Whole { get; init; }

    /// <summary>For people who answer by number: how many of the choices, from the first, have one. A channel that does not number choices by itself writes it with them.</summary>
    public int Numbered { get; init; }

    /// <summary>True when what is typed should not stay readable on a shared screen.</summary>
    public bool Sensitive { get; init; }
}

/// <summary>One option of a reply.</summary>
/// <param name="Value">Comes back as <see cref="Input.Choice"/>; "/back" and its like are controls (<see cref="GlobalWords"/>).</param>
/// <param name="Label">What is shown.</param>
public sealed record Option([property: JsonPropertyName("v")] string Value, [property: JsonPropertyName("l")] string Label);

/// <summary>A small question and what can be chosen.</summary>
public sealed record Aside(string Question, ImmutableArray<Option> Options);

/// <summary>How far the dialog is: question <paramref name="Number"/> of about <paramref name="Of"/>.</summary>
public sealed record Progress(int Number, int Of);
