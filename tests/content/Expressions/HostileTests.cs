using System.Diagnostics;
using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Tests.Expressions;

public class HostileTests
{
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "parentheses without end", new string('(', 4000) },
        { "parentheses, balanced, too deep", new string('(', 2000) + "1" + new string(')', 2000) },
        { "minus signs without end", new string('-', 1400) + "1" },
        { "calls in calls", string.Concat(Enumerable.Repeat("not(", 400)) + "1" + new string(')', 400) },
        { "too many parts", string.Concat(Enumerable.Repeat("1+", 1600)) + "1" },
        { "too many characters", "'" + new string('a', 9000) + "'" },
        { "only opening", "((((((" },
        { "only closing", "))))))" },
        { "a quote at the end", "1 = '" },
        { "null characters", "1 \0 2" },
        { "half of an emoji", "\uD83D" },
        { "counts of a pattern inside each other", "regex('a', '((((a{30}){30}){30}){30})')" },
        { "a count nobody can read", "regex('a', 'a{99999999999999999999}')" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused_quickly(string why, string expression)
    {
        var watch = Stopwatch.StartNew();
        Assert.False(ExpressionParser.Parse(expression, "").Ok, why);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), why);
    }

    [Fact]
    public void The_largest_expression_runs_on_a_small_stack()
    {
        var longest = string.Concat(Enumerable.Repeat("1+", (ExpressionLimits.Tokens / 2) - 1)) + "1";
        var deepest = new string('(', ExpressionLimits.Depth - 1) + longest[..1000] + "1" + new string(')', ExpressionLimits.Depth - 1);
        var sums = new List<string>();
        var thread = new Thread(() => sums.AddRange([Answers.Household.Text(longest), Answers.Household.Text(deepest)]), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal([$"{ExpressionLimits.Tokens / 2}", "501"], sums);
    }

    [Theory]
    [InlineData("regex(${x}, '(a+)+b')")]
    [InlineData("regex(${x}, '(a|aa)*(a|aa)*c')")]
    [InlineData("regex(${x}, '([a-z]{1,30}){1,30}!')")]
    [InlineData("regex(${x}, '(a?){500}b')")]
    public void No_pattern_hangs(string expression)
    {
        var watch = Stopwatch.StartNew();
        var answers = new Answers { ByName = Answers.Household.ByName.Add("x", new Value.Text(new string('a', 2000))) };
        Assert.Equal("false", answers.Text(expression));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), expression);
    }

    [Fact]
    public void Joining_what_was_joined_does_not_grow_without_end()
    {
        var answers = new Answers
        {
            ByName = Answers.Household.ByName.Add("x", new Value.NodeSet([.. Enumerable.Repeat("abcdefghij", 50)])),
        };
        var expression = string.Concat(Enumerable.Repeat("join(", 50)) + "','" + string.Concat(Enumerable.Repeat(", ${x})", 50));
        Assert.Equal(ExpressionLimits.ResultCharacters, answers.Text(expression).Length);
    }

    /// <summary>Every function with every odd value in every place: nothing is thrown, whatever comes out.</summary>
    [Fact]
    public void Nothing_throws_whatever_the_arguments()
    {
        string[] odd = ["''", "0 div 0", "1 div 0", "-1 div 0", "-1", "1.5", "pow(10, 300)", "true()", "today()", "now()", "date('')", "'9999-12-31T23:59:59-14:00'",
            "'0001-01-01T00:00:00+14:00'", "'2026-13-45'", "'2026-01-01T99:99:99Z'", "date(-719162)", "date(2932896.9999999999)", "${nobody}", "${years}", "'\uD83D'", "."];
        var zones = new[] { "2026-01-01T00:00:00-12:00", "2026-01-01T00:00:00+14:00", "2026-01-01T00:00:00Z" }
            .Select(at => Answers.Household with { Now = Answers.At(at) }).ToList();
        var ran = 0;
        foreach (var name in FunctionNames)
            foreach (var first in odd)
                foreach (var second in odd)
                    foreach (var call in new[] { $"{name}({first})", $"{name}({first}, {second})", $"{name}({first}, {second}, {first})", $"{name}({second}, {first}, {second}, {first})" })
                    {
                        if (ExpressionParser.Parse(call, "") is not { Ok: true, Value: var expression }) continue;
                        foreach (var answers in zones) _ = expression.AsText(answers) + expression.AsNumber(answers) + expression.IsTrue(answers);
                        ran++;
                    }
        Assert.True(ran > 10_000, $"{ran} calls ran");
    }

    /// <summary>Pieces thrown together: most are refused, none throws or hangs.</summary>
    [Fact]
    public void Nothing_throws_whatever_the_text()
    {
        var random = new Random(20261121);
        string[] pieces = ["(", ")", ",", "+", "-", "*", "div ", " mod ", "=", "!=", "<", "<=", ">", " and ", " or ", "${age}", "${years}", ".", "..", "'a'", "\"", "'", "1", "0.5",
            "$", "{", "}", "[", "/", "|", "!", "%", "\0", "é", "👋", "\n", "position(..)", "today()", "regex(., '[a-z]+')", .. FunctionNames.Select(name => name + "(")];
        var watch = Stopwatch.StartNew();
        var good = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (ExpressionParser.Parse(text, "") is not { Ok: true, Value: var expression }) continue;
            _ = expression.AsText(Answers.Household);
            good++;
        }
        Assert.True(good > 300, $"{good} could be read");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    private static readonly string[] FunctionNames =
    [
        "string", "concat", "join", "starts-with", "ends-with", "contains", "substring-before", "substring-after", "substring", "substr", "string-length",
        "normalize-space", "translate", "uuid", "number", "int", "abs", "floor", "ceiling", "round", "pow", "sqrt", "pi", "min", "max", "random", "count",
        "count-non-empty", "sum", "true", "false", "not", "boolean", "boolean-from-string", "if", "coalesce", "once", "checklist", "weighted-checklist",
        "selected", "selected-at", "count-selected", "indexed-repeat", "today", "now", "date", "date-time", "decimal-date-time", "format-date", "format-date-time",
    ];
}
