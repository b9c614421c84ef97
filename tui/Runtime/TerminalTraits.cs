using Outreach.Tui.Text;

namespace Outreach.Tui.Runtime;

/// <summary>The three ways a terminal may want its right-to-left text.</summary>
public enum BidiSupport
{
    /// <summary>It shows cells as they come.</summary>
    None,

    /// <summary>It reorders whole rows and cannot be told not to.</summary>
    Rows,

    /// <summary>It reorders inside words (kitty).</summary>
    Words,
}

/// <summary>What we have learned about the terminal. Asked without waiting: the first screen is drawn before any answer.</summary>
/// <param name="HonoursExplicit">It answered that its own reordering can be switched off.</param>
/// <param name="Name">Its name and version, when it tells.</param>
/// <param name="Device">Its secondary device attributes.</param>
public sealed record TerminalTraits(bool HonoursExplicit = false, string Name = "", string Device = "")
{
    /// <summary>Is mode 8 (own reordering) known, what are you called, which device are you.</summary>
    public static ReadOnlySpan<byte> Questions => "\x1b[8$p\x1b[>0q\x1b[>c"u8;

    /// <summary>How it treats right-to-left text.</summary>
    public BidiSupport Bidi =>
        HonoursExplicit ? BidiSupport.None
        : Name.StartsWith("kitty", StringComparison.Ordinal) ? BidiSupport.Words
        : ReordersRows ? BidiSupport.Rows
        : BidiSupport.None;

    private bool ReordersRows =>
        Name.StartsWith("Konsole", StringComparison.Ordinal) || Name.StartsWith("mlterm", StringComparison.Ordinal)
        || Name.StartsWith("PuTTY", StringComparison.Ordinal)
        || Device is ">0;136;0c" or ">1;115;0c" or ">24;279;0c";

    /// <summary>Whether screens make sense: UTF-8, and a terminal that can move its cursor. Otherwise there is line mode.</summary>
    /// <param name="environment">Environment variables.</param>
    public static bool CanShowScreens(Func<string, string?> environment)
    {
        string[] settings = ["LC_ALL", "LC_CTYPE", "LANG"];
        var locale = settings.Select(environment).FirstOrDefault(value => value is { Length: > 0 }) ?? "";
        var utf8 = locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
        return utf8 && environment("TERM") is not (null or "" or "dumb");
    }

    /// <summary>What an answer adds.</summary>
    public TerminalTraits Learn(InputEvent.Reply reply) => reply.Text switch
    {
        "8;1$y" or "8;2$y" => this with { HonoursExplicit = true },
        ['P', '>', '|', .. var name] => this with { Name = name },
        ['>', .., 'c'] => this with { Device = reply.Text },
        _ => this,
    };

    /// <summary>How to write for it; a setting of the person comes first.</summary>
    /// <param name="setting"><c>visual</c>, <c>logical</c>, <c>kitty</c>, or null.</param>
    public BidiSupport Choose(string? setting) => setting switch
    {
        "visual" => BidiSupport.None,
        "logical" => BidiSupport.Rows,
        "kitty" => BidiSupport.Words,
        _ => Bidi,
    };
}
