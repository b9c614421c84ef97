using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Outreach.Content.XlsForm;

/// <summary>The columns of the sheets and the keys of the YAML: which is which.</summary>
internal static class Columns
{
    /// <summary>Begins the heading of a column that XLSForm does not have.</summary>
    public const string Own = "outreach::";

    /// <summary>The part of shared.yaml a row comes from.</summary>
    public const string Part = Own + "part";

    /// <summary>Our type, where XLSForm has none like it.</summary>
    public const string Type = Own + "type";

    /// <summary>Marks a list of shared.yaml.</summary>
    public const string Shared = Own + "shared";

    /// <summary>Other words that mean a choice.</summary>
    public const string Also = Own + "also";

    /// <summary>The title in other languages; XLSForm's form_title has one only.</summary>
    public const string Title = Own + "title";

    /// <summary>Texts of an item: YAML key and the end of the catalog key.</summary>
    public static readonly FrozenDictionary<string, string> Texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["label"] = "",
        ["hint"] = ".hint",
        ["constraint_message"] = ".wrong",
        ["unlikely_message"] = ".really",
        ["again"] = ".again",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Texts, in the order in which they are written.</summary>
    public static readonly ImmutableArray<string> TextOrder = ["label", "hint", "constraint_message", "unlikely_message", "again"];

    /// <summary>Expressions of an item.</summary>
    public static readonly ImmutableArray<string> Expressions = ["relevant", "constraint", "unlikely", "calculation", "choice_filter", "repeat_count"];

    /// <summary>Fields of an item, in the order in which they are written.</summary>
    public static readonly ImmutableArray<string> Fields =
        ["relevant", "constraint", "appearance", "calculation", "choice_filter", "repeat_count", "unlikely", "max", "extra", "collects", "purpose", "sensitive", "safety", "was"];

    /// <summary>Fields and texts that XLSForm does not have.</summary>
    public static readonly FrozenSet<string> OwnOfItem = FrozenSet.ToFrozenSet(
        ["unlikely", "max", "extra", "collects", "purpose", "sensitive", "safety", "was", "unlikely_message", "again"], StringComparer.Ordinal);

    /// <summary>Fields of a choice that XLSForm does not have.</summary>
    public static readonly FrozenSet<string> OwnOfChoice = FrozenSet.ToFrozenSet(["signal", "at_site"], StringComparer.Ordinal);

    /// <summary>Settings that XLSForm does not have.</summary>
    public static readonly ImmutableArray<string> OwnSettings = ["programme", "agencies", "in_own_name", "confirm"];

    /// <summary>Keys whose value is a list.</summary>
    public static readonly FrozenSet<string> Lists = FrozenSet.ToFrozenSet(["was", "agencies"], StringComparer.Ordinal);

    /// <summary>Other ways to write a heading, among them those of the first XLSForms.</summary>
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["command"] = "type",
        ["tag"] = "name",
        ["value"] = "name",
        ["caption"] = "label",
        ["relevance"] = "relevant",
        ["bind::relevant"] = "relevant",
        ["bind:relevant"] = "relevant",
        ["bind:constraint"] = "constraint",
        ["bind:calculate"] = "calculation",
        ["bind:jr:constraintmsg"] = "constraint_message",
        ["bind::constraint"] = "constraint",
        ["bind::calculate"] = "calculation",
        ["calculate"] = "calculation",
        ["constraint_msg"] = "constraint_message",
        ["constraining_message"] = "constraint_message",
        ["bind::jr:constraintmsg"] = "constraint_message",
        ["jr:count"] = "repeat_count",
        ["jr::count"] = "repeat_count",
        ["count"] = "repeat_count",
        ["control::appearance"] = "appearance",
        ["body::appearance"] = "appearance",
        ["list"] = "list_name",
        ["choicefilter"] = "choice_filter",
        ["title"] = "form_title",
        ["set_form_title"] = "form_title",
        ["set_form_id"] = "form_id",
        ["id_string"] = "form_id",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Columns of the survey in several languages.</summary>
    public static readonly FrozenSet<string> SurveyTexts = TextOrder.Select(Heading).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The other columns of the survey.</summary>
    public static readonly FrozenSet<string> Survey = Fields.Select(Heading).Concat(["type", "name", "disabled", Type, Part]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Columns of the choices in several languages.</summary>
    public static readonly FrozenSet<string> ChoiceTexts = FrozenSet.ToFrozenSet(["label", Also], StringComparer.Ordinal);

    /// <summary>The other columns of the choices.</summary>
    public static readonly FrozenSet<string> Choices = OwnOfChoice.Select(c => Own + c).Concat(["list_name", "name", Shared]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Settings in several languages.</summary>
    public static readonly FrozenSet<string> SettingTexts = FrozenSet.ToFrozenSet([Title], StringComparer.Ordinal);

    /// <summary>The other settings.</summary>
    public static readonly FrozenSet<string> Settings = OwnSettings.Select(s => Own + s).Concat(["form_title", "form_id", "default_language", "allow_choice_duplicates"]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a column in several languages.</summary>
    public static bool IsText(string key) => SurveyTexts.Contains(key) || ChoiceTexts.Contains(key) || SettingTexts.Contains(key);

    /// <summary>The heading of a field or text of an item.</summary>
    public static string Heading(string field) => OwnOfItem.Contains(field) ? Own + field : field;

    /// <summary>A heading without the freedom people take: small letters, _ for spaces, one word for the same thing.</summary>
    public static string Of(string heading)
    {
        var plain = string.Join('_', heading.Trim().ToLowerInvariant().Split([' ', '\u00A0', '_'], StringSplitOptions.RemoveEmptyEntries));
        return Aliases.GetValueOrDefault(plain, plain);
    }
}
