namespace Outreach.Content.Dialogs.Expressions;

/// <summary>What a piece of an expression is.</summary>
internal enum TokenKind
{
    /// <summary>A number literal.</summary>
    Number,

    /// <summary>Text in quotes, without them.</summary>
    Text,

    /// <summary>The name inside <c>${ }</c>.</summary>
    Reference,

    /// <summary>A function, or one of the operators that are words.</summary>
    Name,

    /// <summary>An operator that is a sign, a bracket, a comma, <c>.</c> or <c>..</c>.</summary>
    Sign,

    /// <summary>After the last character.</summary>
    End,
}

/// <summary>A piece of an expression and the column it starts in, counted from 1.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Column)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    /// <summary>As a problem names it.</summary>
    public string Shown => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => "a text",
        TokenKind.Reference => $"${{{Text}}}",
        _ => Text,
    };
}
