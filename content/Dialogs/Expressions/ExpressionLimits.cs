namespace Outreach.Content.Dialogs.Expressions;

/// <summary>How large an expression may be. Reaching one of them is a Problem at load, so nothing can hang or overflow in a conversation.</summary>
public static class ExpressionLimits
{
    /// <summary>Characters in an expression.</summary>
    public const int Characters = 8_000;

    /// <summary>Parentheses, function calls and minus signs inside each other.</summary>
    public const int Depth = 64;

    /// <summary>Names, literals, operators and brackets in an expression.</summary>
    public const int Tokens = 1_500;

    /// <summary>Characters in the pattern of <c>regex()</c>.</summary>
    public const int PatternCharacters = 500;

    /// <summary>The largest count in <c>{n,m}</c> of a pattern, and of all counts multiplied where they stand inside each other.</summary>
    public const int PatternRepetitions = 1_000;

    /// <summary>Characters <c>uuid(n)</c> may be asked for.</summary>
    public const int TokenCharacters = 255;

    /// <summary>Characters a text may grow to while an expression runs; what is beyond is cut off.</summary>
    public const int ResultCharacters = 100_000;
}
