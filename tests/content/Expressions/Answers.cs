using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Tests.Expressions;

/// <summary>Answers written down in a test: one question of one dialog on a Saturday in November.</summary>
internal sealed record Answers : IAnswerSource
{
    public ImmutableDictionary<string, Value> ByName { get; init; } = ImmutableDictionary<string, Value>.Empty;

    public ImmutableDictionary<string, string> ByInstance { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ZonedDateTime Now { get; init; } = At("2026-11-21T14:05:09.250+01:00");

    public Value Self { get; init; } = Value.Empty;

    public int Position { get; init; } = 1;

    public string RandomSeed { get; init; } = "conversation 1, question 1";

    public Value Get(string name) => ByName.GetValueOrDefault(name, Value.Empty);

    public Value Get(string name, ImmutableArray<RepeatIndex> instance) =>
        new Value.Text(ByInstance.GetValueOrDefault($"{name} {string.Join(' ', instance.Select(i => $"{i.Repeat}[{i.Index}]"))}", ""));

    public static ZonedDateTime At(string text)
    {
        var at = OffsetDateTimePattern.Rfc3339.Parse(text).Value;
        return at.InFixedZone();
    }

    /// <summary>A household: one adult answering, three children in a repeat.</summary>
    public static Answers Household { get; } = new()
    {
        ByName = new Dictionary<string, Value>(StringComparer.Ordinal)
        {
            ["age"] = new Value.Text("34"),
            ["name"] = new Value.Text("Amal"),
            ["needs"] = new Value.Text("housing health papers"),
            ["born"] = new Value.Text("1992-02-29"),
            ["years"] = new Value.NodeSet(["4", "9", "12"]),
            ["school"] = new Value.NodeSet(["yes", "", "yes"]),
            ["nobody"] = new Value.NodeSet([]),
        }.ToImmutableDictionary(StringComparer.Ordinal),
        ByInstance = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["years child[2]"] = "9",
            ["city child[1] trip[2]"] = "Sfax",
        }.ToImmutableDictionary(StringComparer.Ordinal),
    };

    /// <summary>The text of an expression that must be readable.</summary>
    public string Text(string expression) => Read(expression).AsText(this);

    public static Expression Read(string expression)
    {
        var read = ExpressionParser.Parse(expression, "test.yaml:1");
        Assert.True(read.Ok, $"{expression}: {string.Join("; ", read.Problems)}");
        return read.Value;
    }
}
