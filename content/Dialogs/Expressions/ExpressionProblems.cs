using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Why an expression is refused, 2300 to 2399, and what to do. Characters count from 1 within the expression.</summary>
public static class ExpressionProblems
{
    /// <summary>It does not follow the grammar.</summary>
    public static Problem Syntax(string where, int column, string reason) => At(2300, where, column, reason);

    /// <summary>A function nobody knows.</summary>
    public static Problem UnknownFunction(string where, int column, string name) =>
        At(2301, where, column, $"unknown function {name}(){(Nearest.Of(name, Functions.All.Keys) is { } meant ? $", perhaps {meant}()" : "")}");

    /// <summary>Too few or too many arguments.</summary>
    public static Problem ArgumentCount(string where, int column, string name, string expected, int found) =>
        At(2302, where, column, $"{name}() takes {expected}, found {found}");

    /// <summary>More characters than <see cref="ExpressionLimits.Characters"/>.</summary>
    public static Problem TooLong(string where, int length) =>
        new(2303, $"the expression has {length} characters, at most {ExpressionLimits.Characters} are read; split it with a calculate", where);

    /// <summary>More nesting than <see cref="ExpressionLimits.Depth"/> or more parts than <see cref="ExpressionLimits.Tokens"/>.</summary>
    public static Problem TooDeep(string where, int column, string reason) => At(2304, where, column, reason);

    /// <summary>An XPath location path.</summary>
    public static Problem Path(string where, int column, string path) =>
        At(2305, where, column, $"the path {path} is not read: write ${{name}}, . for the answer itself, or position(..)");

    /// <summary>A function needs a reference or a literal in this place.</summary>
    public static Problem Argument(string where, int column, string reason) => At(2306, where, column, reason);

    /// <summary>A pattern that cannot be matched in linear time, or is none.</summary>
    public static Problem Pattern(string where, int column, string reason) => At(2307, where, column, reason);

    /// <summary>A function of ODK that we do not offer.</summary>
    public static Problem NotOffered(string where, int column, string name, string instead) =>
        At(2308, where, column, $"{name}() is not offered: {instead}");

    /// <summary>A format of <c>format-date</c> with an unknown escape.</summary>
    public static Problem DateFormat(string where, int column, string reason) => At(2309, where, column, reason);

    /// <summary>A word without <c>${ }</c>, quotes or brackets.</summary>
    public static Problem BareName(string where, int column, string name, string instead) =>
        At(2310, where, column, $"{name} is neither a question nor a text: write {instead}");

    /// <summary>A reference inside quotes, which ODK fills in and we do not.</summary>
    public static Problem InQuotes(string where, int column) => At(2311, where, column, "${ } is not read inside quotes: use concat()");

    private static Problem At(int code, string where, int column, string reason) =>
        new(code, $"character {column}: {reason}; correct the expression there", where);
}
