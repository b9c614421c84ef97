using System.Collections.Frozen;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Every function an expression may call, by name.</summary>
internal static class Functions
{
    public static readonly FrozenDictionary<string, Function> All = new[]
    {
        TextFunctions.All, NumberFunctions.All, LogicFunctions.All, AnswerFunctions.All, DateFunctions.All,
    }.SelectMany(table => table).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Functions of ODK and XPath that a dialog does not have, and what to do instead.</summary>
    public static readonly FrozenDictionary<string, string> NotOffered = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["jr:choice-name"] = "name the question in the text as a hole, the person's language chooses the label",
        ["jr:itext"] = "texts come from the catalogs",
        ["pulldata"] = "put the rows into the choices",
        ["search"] = "use choice_filter",
        ["instance"] = "use choice_filter",
        ["current"] = "write ${name}",
        ["last"] = "write count(${name})",
        ["id"] = "write ${name}",
        ["name"] = "write the name",
        ["local-name"] = "write the name",
        ["namespace-uri"] = "write the name",
        ["lang"] = "texts come from the catalogs",
        ["randomize"] = "the order of choices is fixed",
        ["digest"] = "answers are protected by the bot itself",
        ["base64-decode"] = "send the text as it is",
        ["extract-signed"] = "send the text as it is",
        ["area"] = "maps are not part of a dialog",
        ["distance"] = "maps are not part of a dialog",
        ["geofence"] = "maps are not part of a dialog",
        ["intersects"] = "maps are not part of a dialog",
        ["decimal-time"] = "use decimal-date-time()",
    }.Concat(Enumerable.Select(["sin", "cos", "tan", "asin", "acos", "atan", "atan2", "log", "log10", "exp", "exp10"],
        name => KeyValuePair.Create(name, "a dialog has no need for it; ask us if yours has")))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
