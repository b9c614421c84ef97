using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What can be wrong with a dialog file (2102 to 2199, without those of any YAML file). Every message says what to do.</summary>
public static class DialogProblems
{
    /// <summary>A type we do not know.</summary>
    public static Problem UnknownType(string where, string type) => new(2102, $"unknown question type '{type}'; use note, text, integer, date, select_one LIST, select_multiple LIST, calculate, consent, group, repeat or include", where);

    /// <summary>A list that does not exist.</summary>
    public static Problem UnknownList(string where, string list) => new(2103, $"there is no list of choices named '{list}'; add it under 'choices'", where);

    /// <summary>What is collected is not on the closed list.</summary>
    public static Problem NotCollectable(string where, string what) => new(2104, $"'{what}' is not on the list of what may be collected (DataKinds); such a question must not be asked, or must say what it collects and why", where);

    /// <summary>A question that needs consent stands before it.</summary>
    public static Problem BeforeConsent(string where, string name) => new(2105, $"question '{name}' would be answered before consent; mark it 'safety: true' if it is a safety question, or move it behind 'type: consent'", where);

    /// <summary>A name twice.</summary>
    public static Problem Twice(string where, string name) => new(2106, $"the name '{name}' is used twice in this dialog; names must be unique", where);

    /// <summary>An expression mentions a question that does not exist.</summary>
    public static Problem UnknownName(string where, string name) => new(2107, $"the expression mentions ${{{name}}}, but no question has this name", where);

    /// <summary>A question whose relevance depends on itself.</summary>
    public static Problem Circle(string where, string name) => new(2108, $"whether '{name}' is asked depends on itself; break the circle", where);

    /// <summary>A part that does not exist.</summary>
    public static Problem UnknownPart(string where, string part) => new(2109, $"there is no part '{part}' under 'parts' of shared.yaml; add it there or correct the name", where);

    /// <summary>No consent where something is collected.</summary>
    public static Problem NoConsent(string where) => new(2110, "this dialog collects answers but has no 'type: consent' question; add one before the first of them", where);

    /// <summary>Too many items.</summary>
    public static Problem TooLong(string where) => new(2113, $"a dialog may have at most {Limits.ItemsPerDialog} items", where);

    /// <summary>The age question of a dialog for adults must be able to send a child to the child route.</summary>
    public static Problem NoChildSignal(string where, string list) => new(2114, $"list '{list}' is used for ages but no choice has 'signal: child'", where);

    /// <summary>A choice_filter looks at a column that no choice of the list has.</summary>
    public static Problem UnknownColumn(string where, string column) => new(2115, $"the choice_filter looks at '{column}', but no choice of the list has it; add it to the choices, or write ${{{column}}} for a question", where);
}
