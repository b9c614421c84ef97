namespace Outreach.Tui.Runtime;

/// <summary>The few styles all screens share, so that a change of looks is a change in one place.</summary>
public sealed record Theme
{
    /// <summary>Bold and the terminal's own colours: for slow links, and where colours are unwanted.</summary>
    public static readonly Theme Plain = new();

    /// <summary>One accent colour; the chosen line stands out as a whole. For the kiosk.</summary>
    public static readonly Theme Calm = new()
    {
        Title = new Style(Ink.Cyan, Ink.Default, Emphasis.Bold),
        Chosen = Style.Bold,
        Marker = new Style(Ink.Cyan, Ink.Default, Emphasis.Bold),
        Quiet = Style.Of(Ink.BrightBlack),
        Alert = new Style(Ink.Red, Ink.Default, Emphasis.Bold),
        RuleGlyph = "─",
    };

    /// <summary>Headings.</summary>
    public Style Title { get; init; } = Style.Bold;

    /// <summary>Text.</summary>
    public Style Normal { get; init; } = Style.Plain;

    /// <summary>Hints, help lines, rules.</summary>
    public Style Quiet { get; init; } = Style.Plain;

    /// <summary>The marker before the chosen line.</summary>
    public Style Marker { get; init; } = Style.Bold;

    /// <summary>The text of the chosen line; plain keeps an arrow key at a dozen bytes.</summary>
    public Style Chosen { get; init; } = Style.Plain;

    /// <summary>Headings of columns.</summary>
    public Style Columns { get; init; } = Style.Plain;

    /// <summary>Where one types.</summary>
    public Style Field { get; init; } = new(Ink.Default, Ink.Default, Emphasis.Underline);

    /// <summary>What must not be missed.</summary>
    public Style Alert { get; init; } = Style.Bold;

    /// <summary>What rules are drawn with; an ASCII letter makes a whole rule cost a few bytes.</summary>
    public string RuleGlyph { get; init; } = "-";
}
