using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Outreach.Content.Learning;
using Outreach.Content.Pages;
using Outreach.Content.Yaml;
using Outreach.Localization;

namespace Outreach.Content.Search;

/// <summary>What was learned from the examples of questions, in the form that a file and a package hold. A class is a topic of <see cref="Topics.Ordered"/>.</summary>
public sealed record TopicWeights
{
    /// <summary>SHA-256 of the examples it was learned from.</summary>
    public required string Examples { get; init; }

    /// <summary>Probability from which one card is the answer: nine in ten such answers were right when it was set.</summary>
    public required double Answer { get; init; }

    /// <summary>Probability of the best three together from which they are offered; below, the bot asks back.</summary>
    public required double Offer { get; init; }

    /// <summary>Where each topic begins.</summary>
    public required ImmutableArray<float> Bias { get; init; }

    /// <summary>What a weight of one in the table is worth.</summary>
    public required float Unit { get; init; }

    /// <summary>The features, as <see cref="LinearModel"/> reads them.</summary>
    public required byte[] Table { get; init; }

    /// <summary>Learned nothing: every topic is as probable as any other.</summary>
    public static TopicWeights None { get; } = new() { Examples = "", Answer = 1, Offer = 1, Bias = [.. new float[Topics.Ordered.Length]], Unit = 1, Table = [] };
}

/// <summary>The file that <c>outreach search learn</c> writes. Limits are for people to read; the table is not.</summary>
public static class TopicWeightsFile
{
    /// <summary>Its name in the book.</summary>
    public const string Name = "search/learned.yaml";

    /// <summary>Writes it.</summary>
    public static string Write(TopicWeights weights)
    {
        var text = new StringBuilder();
        text.Append("# Made by 'outreach search learn' from search/examples. Not edited by hand: mend the examples and learn again.\n");
        text.Append(CultureInfo.InvariantCulture, $"examples: {weights.Examples}\nanswer: {weights.Answer:R}\noffer: {weights.Offer:R}\nunit: {weights.Unit:R}\nbias:\n");
        foreach (var (topic, bias) in Topics.Ordered.Zip(weights.Bias))
            text.Append(CultureInfo.InvariantCulture, $"  {topic}: {bias:R}\n");
        text.Append(CultureInfo.InvariantCulture, $"table: {Convert.ToBase64String(weights.Table)}\n");
        return text.ToString();
    }

    /// <summary>Reads it.</summary>
    public static Result<TopicWeights> Read(string text, string file)
    {
        var problems = new List<Problem>();
        if (YamlFields.Of(text, file, problems) is not { } root)
            return problems.ToImmutableArray();
        var bias = root.Map("bias");
        var weights = new TopicWeights
        {
            Examples = root.Text("examples"),
            Answer = Learned.Number(root.Text("answer")),
            Offer = Learned.Number(root.Text("offer")),
            Unit = (float)Learned.Number(root.Text("unit")),
            Bias = [.. Topics.Ordered.Select(t => (float)Learned.Number(bias?.Text(t) ?? ""))],
            Table = Learned.Table(root.Text("table")),
        };
        bias?.End();
        root.End();
        return problems.Count > 0 ? problems.ToImmutableArray() : IsWhole(weights) ? weights : SearchProblems.BadWeights(file);
    }

    private static bool IsWhole(TopicWeights weights) =>
        weights.Table.Length > 0 && weights.Table.Length % LinearModel.RowLength(Topics.Ordered.Length) == 0
        && double.IsFinite(weights.Answer + weights.Offer + weights.Unit + weights.Bias.Sum());
}
