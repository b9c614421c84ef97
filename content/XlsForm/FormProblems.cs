using System.Globalization;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.XlsForm;

/// <summary>Why a form file is refused, 2600 to 2699: sheet, row, column, and what to do.</summary>
public static class FormProblems
{
    /// <summary>No spreadsheet, or a broken one.</summary>
    public static Problem NotASheet(string file, string why) => new(2600, $"this cannot be read as .xls, .xlsx or .csv: {why}", file);

    /// <summary>A password is needed.</summary>
    public static Problem Locked(string file) => new(2601, "the file is protected with a password; save it without one", file);

    /// <summary>Larger than <see cref="FormLimits"/> allow.</summary>
    public static Problem TooLarge(string where, string what, long atMost) => new(2602, string.Create(CultureInfo.InvariantCulture, $"too large: at most {atMost} {what}"), where);

    /// <summary>No sheet named survey.</summary>
    public static Problem NoSurvey(string file, IEnumerable<string> sheets, string? meant) =>
        new(2603, $"there is no sheet 'survey'; the sheets are: {string.Join(", ", sheets)}{(meant is null ? "" : $"; if '{meant}' is it, call it survey")}", file);

    /// <summary>A column that must be there.</summary>
    public static Problem NoColumn(string where, string column) => new(2604, $"there is no column '{column}'", where);

    /// <summary>Two columns for the same thing that say different things.</summary>
    public static Problem ColumnTwice(string where, string other) => new(2605, $"column {other} is for the same and says otherwise; keep one", where);

    /// <summary>A cell that must not be empty.</summary>
    public static Problem Empty(string where, string what) => new(2606, $"{what} is missing", where);

    /// <summary>A name that cannot be one.</summary>
    public static Problem BadName(string where, string name) => new(2607, $"'{name}' is no name: begin with a letter or _, go on with letters, digits, _ - .", where);

    /// <summary>A name twice.</summary>
    public static Problem NameTwice(string where, string name, string other) => new(2608, $"the name '{name}' stands already at {other}", where);

    /// <summary>A list of choices that is nowhere.</summary>
    public static Problem NoList(string where, string list, IEnumerable<string>? known) => new(
        2609, list.Length == 0 ? "the list of choices is not named" : known is null ? $"there is no sheet 'choices' with a list '{list}'" : $"the sheet 'choices' has no list '{list}'{Perhaps(list, known)}", where);

    /// <summary>An end without a beginning, or of the other kind.</summary>
    public static Problem NotOpen(string where, string kind) => new(2610, $"this ends a {kind}, but none is open here", where);

    /// <summary>A beginning without an end.</summary>
    public static Problem NotClosed(string where, string kind) => new(2611, $"this {kind} has no end", where);

    /// <summary>An expression that is none.</summary>
    public static Problem Expression(string where, Problem why) => new(2612, why.Message, where);

    /// <summary>A name in an expression or a text that no row has.</summary>
    public static Problem UnknownName(string where, string name, IEnumerable<string> known) => new(2613, $"${{{name}}} is named, but no row has this name{Perhaps(name, known)}", where);

    /// <summary>A type that other rows are made from, which we cannot follow.</summary>
    public static Problem NotTaken(string where, string type, string instead) => new(2614, $"'{type}' is not taken: {instead}", where);

    /// <summary>A choice of a select_multiple with a space: answers are kept with spaces between.</summary>
    public static Problem SpaceInChoice(string where, string name) => new(2615, $"the choice '{name}' has a space in its name, but its list is used by a select_multiple; write _ instead", where);

    /// <summary>No question at all.</summary>
    public static Problem NothingAsked(string where) => new(2616, "no row asks or says anything", where);

    /// <summary>Questions that wait for each other.</summary>
    public static Problem Circle(string where, IEnumerable<string> names) => new(2617, $"a circle: {string.Join(" needs ", names.Select(n => $"'{n}'"))}; none of them can ever be asked or worked out", where);

    /// <summary>What was meant, where a word is near.</summary>
    internal static string Perhaps(string word, IEnumerable<string> known) => Nearest.Of(word, known) is { } meant ? $", perhaps '{meant}'" : "";
}
