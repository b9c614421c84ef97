using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Cuts an expression into tokens; everything XPath has and we do not is refused here by name.</summary>
internal sealed class Lexer(string text, string where)
{
    private const string Space = " \t\r\n";
    private readonly ImmutableArray<Token>.Builder _tokens = ImmutableArray.CreateBuilder<Token>();
    private Problem? _problem;
    private int _at;

    /// <summary>All tokens, the last one <see cref="TokenKind.End"/>.</summary>
    public static Result<ImmutableArray<Token>> Read(string text, string where)
    {
        var lexer = new Lexer(text, where);
        while (lexer._problem is null && lexer.Next()) { }
        return lexer._problem is { } problem ? problem : lexer._tokens.ToImmutable();
    }

    private char Here => Ahead(0);

    private char Ahead(int by) => _at + by < text.Length ? text[_at + by] : '\0';

    private bool Next()
    {
        while (_at < text.Length && Space.Contains(Here, StringComparison.Ordinal)) _at++;
        var column = _at + 1;
        if (_tokens.Count >= ExpressionLimits.Tokens)
            return Refuse(ExpressionProblems.TooDeep(where, column, $"more than {ExpressionLimits.Tokens} parts; split it with a calculate"));
        if (_at >= text.Length) return Last(column);
        return Here switch
        {
            '\'' or '"' => Quoted(column),
            '$' => Reference(column),
            '.' when !char.IsAsciiDigit(Ahead(1)) => Dots(column),
            '.' or (>= '0' and <= '9') => Number(column),
            '/' or '@' or '[' or ']' or '|' => Path(column),
            _ => IsNameStart(Here) ? Name(column) : Sign(column),
        };
    }

    private bool Last(int column)
    {
        _tokens.Add(new Token(TokenKind.End, "", column));
        return false;
    }

    private bool Add(TokenKind kind, string content, int column, int length)
    {
        _tokens.Add(new Token(kind, content, column));
        _at += length;
        return true;
    }

    private bool Quoted(int column)
    {
        var end = text.IndexOf(Here, _at + 1);
        if (end < 0) return Refuse(ExpressionProblems.Syntax(where, column, $"the text that starts with {Here} has no end"));
        var content = text[(_at + 1)..end];
        return content.Contains("${", StringComparison.Ordinal)
            ? Refuse(ExpressionProblems.InQuotes(where, column))
            : Add(TokenKind.Text, content, column, end + 1 - _at);
    }

    private bool Reference(int column)
    {
        var end = text.IndexOf('}', _at);
        if (Ahead(1) != '{' || end < 0) return Refuse(ExpressionProblems.Syntax(where, column, "$ starts a reference like ${name}"));
        var name = text[(_at + 2)..end].Trim();
        return IsName(name)
            ? Add(TokenKind.Reference, name, column, end + 1 - _at)
            : Refuse(ExpressionProblems.Syntax(where, column, "a name in ${ } starts with a letter and holds letters, digits, _ - ."));
    }

    private bool Number(int column)
    {
        var end = _at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end < text.Length && text[end] == '.') end++;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end < text.Length && IsNameStart(text[end]) && text[end] is 'e' or 'E')
            return Refuse(ExpressionProblems.Syntax(where, column, "a number is written with digits and one point, without exponent"));
        return Add(TokenKind.Number, text[_at..end], column, end - _at);
    }

    private bool Dots(int column)
    {
        var sign = Ahead(1) == '.' ? ".." : ".";
        return Ahead(sign.Length) is '/' or '.' ? Path(column) : Add(TokenKind.Sign, sign, column, sign.Length);
    }

    private bool Name(int column)
    {
        var end = _at;
        while (end < text.Length && (IsNamePart(text[end]) || IsPrefixColon(end))) end++;
        return Add(TokenKind.Name, text[_at..end], column, end - _at);
    }

    private bool IsPrefixColon(int at) => text[at] == ':' && at + 1 < text.Length && IsNameStart(text[at + 1]);

    private bool Sign(int column)
    {
        if (Here is '!' or '<' or '>' && Ahead(1) == '=') return Add(TokenKind.Sign, text.Substring(_at, 2), column, 2);
        if ("=<>+-*(),".Contains(Here, StringComparison.Ordinal)) return Add(TokenKind.Sign, Here.ToString(), column, 1);
        var reason = Here switch
        {
            '‘' or '’' or '“' or '”' or '«' or '»' => "use straight quotes, ' or \"",
            '!' => "! alone is no operator: write != or not( )",
            '&' => "write and",
            '%' => "write mod, or div 100",
            _ => $"unexpected character {Printable(Here)}",
        };
        return Refuse(ExpressionProblems.Syntax(where, column, reason));
    }

    private bool Path(int column)
    {
        var end = _at;
        while (end < text.Length && end < _at + 40 && !Space.Contains(text[end], StringComparison.Ordinal)) end++;
        return Refuse(ExpressionProblems.Path(where, column, text[_at..end]));
    }

    private bool Refuse(Problem problem)
    {
        _problem = problem;
        return false;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && IsNameStart(name[0]) && name.All(IsNamePart);

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) =>
        IsNameStart(c) || char.IsDigit(c) || c is '-' or '.' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static string Printable(char c) => char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : c.ToString();
}
