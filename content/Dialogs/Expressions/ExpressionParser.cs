using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Reads the expressions of XLSForm into closures, once, when a dialog is loaded.</summary>
public static class ExpressionParser
{
    /// <summary>The expression, or why it is refused.</summary>
    /// <param name="text">As it stands in the dialog.</param>
    /// <param name="where">File and line, for the problem.</param>
    public static Result<Expression> Parse(string text, string where) => Parse(text, where, filter: false);

    /// <summary>A <c>choice_filter</c>: a name without <c>${ }</c> is a column of the choices.</summary>
    /// <param name="text">As it stands in the dialog.</param>
    /// <param name="where">File and line, for the problem.</param>
    public static Result<Expression> ParseFilter(string text, string where) => Parse(text, where, filter: true);

    private static Result<Expression> Parse(string text, string where, bool filter)
    {
        if (text.Length > ExpressionLimits.Characters) return ExpressionProblems.TooLong(where, text.Length);
        var tokens = Lexer.Read(text, where);
        return tokens.Ok ? new Grammar(text, where, tokens.Value, filter).Read() : tokens.Problems;
    }
}
