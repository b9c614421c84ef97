using System.Globalization;
using Outreach.Localization;

namespace Outreach.Content.Checks;

/// <summary>What can be wrong with a dialog that loads (2180 to 2199). Every message says what to do.</summary>
internal static class SurveyProblems
{
    public static Problem Unreachable(string where, string name) => new(2180, $"no answer leads to '{name}'; correct its 'relevant' or take it out", where);

    public static Problem NobodyChooses(string where, string question, string choice) =>
        new(2181, $"nobody can choose '{choice}' of '{question}'; its filter or a constraint always refuses it, or the name stands twice", where);

    public static Problem UnusedChoice(string where, string key) => new(2182, $"no question offers this choice ({key}); take the list out or use it", where);

    public static Problem NoUse(string where, string name) =>
        new(2183, $"'{name}' is asked for triage, but no rule and no expression looks at it; write a rule, name its real purpose, or do not ask", where);

    public static Problem Extra(string where, string name, string why) => new(2184, $"'{name}' is 'extra: true' {why}", where);

    public static Problem HalfSaid(string where, string name, string has, string lacks) => new(2185, $"'{name}' has '{has}' without '{lacks}'; write both or none", where);

    public static Problem TooMany(string where, int asked, int most) =>
        new(2186, Text($"up to {asked} questions come before the summary; at most {most} may: mark some 'extra: true' or ask less"), where);

    public static Problem TooTall(string where, string name, int rows) =>
        new(2187, Text($"'{name}' takes {rows} lines of a small screen ({SurveySize.Columns} columns); at most {SurveySize.Rows} fit: write less"), where);

    public static Problem NotNamed(string where, string dialog, string programme) =>
        new(2188, $"programme '{programme}' does not name this dialog; write 'dialog: {dialog}' in programmes/{programme}/programme.yaml or correct 'programme'", where);

    public static Problem TooManyWays(string where) => new(2189, "this dialog has too many branches to walk them all; what is said of it may be incomplete", where);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
