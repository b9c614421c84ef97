using Outreach.Localization;

namespace Outreach.Content.Dialogs;

/// <summary>What can be wrong with a dialog file (2100 to 2199). Every message says what to do.</summary>
public static class DialogProblems
{
    /// <summary>The file is no YAML.</summary>
    public static Problem NotYaml(string where, string why) => new(2100, $"this is not valid YAML: {why}", where);

    /// <summary>Something needed is missing.</summary>
    public static Problem Missing(string where, string what) => new(2101, $"'{what}' is missing; add it", where);

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
    public static Problem UnknownPart(string where, string part) => new(2109, $"there is no part '{part}' in shared.yaml", where);

    /// <summary>No consent where something is collected.</summary>
    public static Problem NoConsent(string where) => new(2110, "this dialog collects answers but has no 'type: consent' question; add one before the first of them", where);

    /// <summary>A signal we do not know.</summary>
    public static Problem UnknownSignal(string where, string signal) => new(2111, $"unknown signal '{signal}'; use danger, danger-unsure, watched, child, lock-return, doctor or trafficking", where);

    /// <summary>A key we do not know, most often a typing error.</summary>
    public static Problem UnknownKey(string where, string key) => new(2112, $"unknown key '{key}'; correct or remove it", where);

    /// <summary>Too many items.</summary>
    public static Problem TooLong(string where) => new(2113, $"a dialog may have at most {Limits.ItemsPerDialog} items", where);

    /// <summary>The age question of a dialog for adults must be able to send a child to the child route.</summary>
    public static Problem NoChildSignal(string where, string list) => new(2114, $"list '{list}' is used for ages but no choice has 'signal: child'", where);

    /// <summary>Neither yes nor no.</summary>
    public static Problem NotYesOrNo(string where, string key, string value) => new(2115, $"'{key}' is \"yes\" or \"no\", not '{value}'", where);
}
