using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Outreach.Content.Learning;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Urgent;

/// <summary>The file that <c>outreach urgent learn</c> writes. Limits and signs are for people to read; the table is not.</summary>
public static class UrgentWeightsFile
{
    /// <summary>Its name in the book.</summary>
    public const string Name = "safety/learned.yaml";

    /// <summary>Writes it.</summary>
    public static string Write(UrgentWeights weights)
    {
        var text = new StringBuilder();
        text.Append("# Made by 'outreach urgent learn' from safety/examples. Not edited by hand: mend the examples and learn again.\n");
        text.Append(CultureInfo.InvariantCulture, $"examples: {weights.Examples}\n");
        text.Append(CultureInfo.InvariantCulture, $"ask: {weights.Limits.Ask:R}\ndoubt: {weights.Limits.Doubt:R}\nleave: {weights.Limits.Leave:R}\nunit: {weights.Unit:R}\n");
        text.Append(CultureInfo.InvariantCulture, $"bias: {Numbers(weights.Bias)}\nsigns:\n");
        for (var sign = 0; sign < UrgentSign.Count; sign++)
            text.Append(CultureInfo.InvariantCulture, $"  {UrgentSign.Name(sign)}: {Numbers(weights.Signs.Slice(sign * UrgentWeights.Classes, UrgentWeights.Classes))}\n");
        text.Append(CultureInfo.InvariantCulture, $"table: {Convert.ToBase64String(weights.Table)}\n");
        return text.ToString();
    }

    /// <summary>Reads it.</summary>
    public static Result<UrgentWeights> Read(string text, string file)
    {
        var problems = new List<Problem>();
        if (YamlFields.Of(text, file, problems) is not { } root)
            return problems.ToImmutableArray();
        var signs = root.Map("signs");
        var weights = new UrgentWeights
        {
            Examples = root.Text("examples"),
            Limits = new UrgentLimitsOfDoubt(Learned.Number(root.Text("ask")), Learned.Number(root.Text("doubt")), Learned.Number(root.Text("leave"))),
            Unit = (float)Learned.Number(root.Text("unit")),
            Bias = Numbers(root.Text("bias")),
            Signs = [.. Enumerable.Range(0, UrgentSign.Count).SelectMany(s => Numbers(signs?.Text(UrgentSign.Name(s)) ?? ""))],
            Table = Learned.Table(root.Text("table")),
        };
        signs?.End();
        root.End();
        return problems.Count > 0 ? problems.ToImmutableArray() : IsWhole(weights) ? weights : UrgentProblems.BadWeights(file);
    }

    private static bool IsWhole(UrgentWeights weights) =>
        weights.Bias.Length == UrgentWeights.Classes && weights.Signs.Length == UrgentWeights.Classes * UrgentSign.Count
        && weights.Table.Length > 0 && weights.Table.Length % LinearModel.RowLength(UrgentWeights.Classes) == 0
        && double.IsFinite(weights.Limits.Ask + weights.Limits.Doubt + weights.Limits.Leave + weights.Unit + weights.Bias.Sum() + weights.Signs.Sum());

    private static string Numbers(IEnumerable<float> numbers) => string.Join(' ', numbers.Select(n => n.ToString("R", CultureInfo.InvariantCulture)));

    private static ImmutableArray<float> Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => (float)Learned.Number(t))];
}
