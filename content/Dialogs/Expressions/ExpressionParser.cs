using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Reads the expressions of XLSForm into closures, once, when a dialog is loaded.</summary>
public static class ExpressionParser
{
    /// <summary>The expression, or why it is refused.</summary>
    /// <param name="text">As it stands in the dialog.</param>
    /// <param name="where">File and line, for the problem.</param>
    public static Result<Expression> Parse(string text, string where) =>
        text.Length > ExpressionLimits.Characters
            ? ExpressionProblems.TooLong(where, text.Length)
            : new Expression(text, _ => Value.Empty, [], readsSelf: false);
}
