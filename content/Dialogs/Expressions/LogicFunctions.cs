using System.Collections.Frozen;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Functions on true and false, and those that choose between values.</summary>
internal static class LogicFunctions
{
    public static readonly FrozenDictionary<string, Function> All = new Dictionary<string, Function>(StringComparer.Ordinal)
    {
        ["true"] = new(0, 0, call => Truth(true)),
        ["false"] = new(0, 0, call => Truth(false)),
        ["not"] = new(1, 1, call => Truth(!call.Boolean(0))),
        ["boolean"] = new(1, 1, call => Truth(call.Boolean(0))),
        ["boolean-from-string"] = new(1, 1, call => Truth(call.Text(0) is "true" or "1")),
        ["if"] = new(3, 3, call => call.Value(call.Boolean(0) ? 1 : 2)),
        ["coalesce"] = new(2, 2, call => call.Text(0) is { Length: > 0 } first ? new Value.Text(first) : new Value.Text(call.Text(1))),
        ["once"] = new(1, 1, call => Conversion.ToText(call.Source.Self) is { Length: > 0 } kept ? new Value.Text(kept) : new Value.Text(call.Text(0))) { ReadsSelf = true },
        ["checklist"] = new(3, Function.Many, call => Truth(Within(call, call.Items(2).Count(IsYes)))),
        ["weighted-checklist"] = new(4, Function.Many, call => Truth(Within(call, Weighed(call)))) { Pairs = true },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static Value Truth(bool holds) => new Value.Boolean(holds);

    /// <summary>Blank answers of a repeat do not count, whatever white space they hold.</summary>
    private static bool IsYes(Value value) =>
        value is Value.Text(var content) ? !string.IsNullOrWhiteSpace(content) : Conversion.ToBoolean(value);

    /// <summary>A bound below zero is no bound.</summary>
    private static bool Within(Arguments call, double amount)
    {
        var (least, most) = (call.Number(0), call.Number(1));
        return (least < 0 || amount >= least) && (most < 0 || amount <= most);
    }

    /// <summary>Either side of a pair may be a repeated question; then all values and all weights are lined up.</summary>
    private static double Weighed(Arguments call)
    {
        var values = new List<bool>();
        var weights = new List<double>();
        for (var i = 2; i + 1 < call.Count; i += 2)
        {
            values.AddRange((call with { Terms = [call.Terms[i]] }).Items(0).Select(IsYes));
            var source = call.Source;
            weights.AddRange((call with { Terms = [call.Terms[i + 1]] }).Items(0).Select(weight => Conversion.ToNumber(weight, source)));
        }
        return values.Zip(weights).Where(pair => pair.First && !double.IsNaN(pair.Second)).Sum(pair => pair.Second);
    }
}
