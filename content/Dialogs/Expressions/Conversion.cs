using NodaTime;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>One kind of value read as another: XPath 1.0 section 4, and for dates what ODK does.</summary>
internal static class Conversion
{
    public static bool ToBoolean(Value value) => value switch
    {
        Value.Boolean(var holds) => holds,
        Value.Number(var amount) => amount != 0 && !double.IsNaN(amount),
        Value.Text(var content) => content.Length > 0,
        Value.NodeSet(var texts) => texts.Length > 0,
        Value.Date => true,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string ToText(Value value) => value switch
    {
        Value.Boolean(var holds) => holds ? "true" : "false",
        Value.Number(var amount) => NumberText.Write(amount),
        Value.Text(var content) => content,
        Value.NodeSet(var texts) => texts.Length > 0 ? texts[0] : "",
        Value.Date(var at) => DateText.Write(at),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A text that is an ISO date counts as its days, so that an answer can be compared with <c>today()</c>.</summary>
    public static double ToNumber(Value value, IAnswerSource source) => value switch
    {
        Value.Boolean(var holds) => holds ? 1 : 0,
        Value.Number(var amount) => amount,
        Value.Text(var content) => ToNumber(content, source),
        Value.NodeSet(var texts) => texts.Length > 0 ? ToNumber(texts[0], source) : double.NaN,
        Value.Date(var at) => DateText.Days(at),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static double ToNumber(string text, IAnswerSource source) =>
        DateText.Read(text, source.Now.Zone) is { } date ? DateText.Days(date) : NumberText.Read(text);

    /// <summary>Null where the value is no date: the empty text, words, true, NaN, a year nobody lives in.</summary>
    public static OffsetDateTime? ToDate(Value value, IAnswerSource source) => value switch
    {
        Value.Date(var at) => at,
        Value.Number(var amount) => DateText.FromDays(amount, source.Now.Zone),
        Value.Boolean => null,
        Value.Text or Value.NodeSet => ToDate(ToText(value), source),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static OffsetDateTime? ToDate(string text, IAnswerSource source) =>
        DateText.Read(text, source.Now.Zone) ?? DateText.FromDays(NumberText.Read(text), source.Now.Zone);
}
