using System.Collections.Immutable;
using System.Xml;
using System.Xml.XPath;
using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Tests.Expressions;

/// <summary>
/// Random expressions of the XPath 1.0 core give the same as System.Xml.XPath. Four peculiarities of .NET are kept out of the
/// expressions: texts of numbers with exponents, minus zero as text, the text Infinity read as a number, and pairs of
/// UTF-16 units counted as two characters.
/// </summary>
public class XPathOracleTests
{
    private const int Expressions = 6_000;

    [Fact]
    public void Agrees_with_the_XPath_of_dotnet()
    {
        var document = new XmlDocument();
        document.LoadXml("<d><n>4</n><n>9</n><n>12</n><n>x</n><w>Sara</w><w/><w>9</w></d>");
        var navigator = document.CreateNavigator()!;
        var made = new RandomXPath(new Random(1999_11_16));
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var disagreements = new List<string>();
        for (var i = 0; i < Expressions; i++)
        {
            var (ours, theirs) = made.Next();
            var expected = navigator.Evaluate(theirs);
            var found = Answers.Read(ours).Evaluate(RandomXPath.Source);
            kinds[expected.GetType().Name] = kinds.GetValueOrDefault(expected.GetType().Name) + 1;
            if (!Same(expected, found)) disagreements.Add($"{theirs} is {expected}, ours {ours} is {found}");
        }
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagree:\n{string.Join('\n', disagreements.OrderBy(text => text.Length).Take(20))}");
        Assert.All(["Boolean", "Double", "String"], kind => Assert.True(kinds[kind] > Expressions / 5, $"{kinds[kind]} of {kind}"));
    }

    private static bool Same(object expected, Value found) => (expected, found) switch
    {
        (bool a, Value.Boolean(var b)) => a == b,
        (double a, Value.Number(var b)) => a.Equals(b) || (a == 0 && b == 0),
        (string a, Value.Text(var b)) => a == b,
        _ => false,
    };
}

/// <summary>Makes the same expression twice: for us with references, for .NET with literals and paths.</summary>
internal sealed class RandomXPath(Random random)
{
    private static readonly ImmutableArray<string> Words =
        ["", "Amal", "housing health", " a  b ", "مرحبا بك", "ñandú", "12", " 7 ", "-3.5", "0", "abcabc", "ab", "c", "true", "x12", ".5", "4.", "- 4", "Ωμέγα"];

    private static readonly ImmutableArray<string> Counts = ["0", "1", "2", "3", "7", "10", "0.5", "2.5", "1.25", "100", "12345", "999999"];

    /// <summary>Each word is also the answer to a question: w0, w1 and so on; n and w are questions in a repeat.</summary>
    public static Answers Source { get; } = new()
    {
        ByName = Words.Index().ToImmutableDictionary(word => $"w{word.Index}", word => (Value)new Value.Text(word.Item), StringComparer.Ordinal)
            .Add("n", new Value.NodeSet(["4", "9", "12", "x"]))
            .Add("w", new Value.NodeSet(["Sara", "", "9"]))
            .Add("none", new Value.NodeSet([])),
    };

    public (string Ours, string Theirs) Next()
    {
        var template = random.Next(3) switch { 0 => Number(4), 1 => Text(4), _ => Truth(4) };
        return (Filled(template, "${n}", "${w}", "${none}", word => $"${{w{word}}}"),
            Filled(template, "/d/n", "/d/w", "/d/none", word => $"'{Words[word]}'"));
    }

    private static string Filled(string template, string numbers, string words, string none, Func<int, string> word)
    {
        var filled = template.Replace("«n»", numbers, StringComparison.Ordinal).Replace("«w»", words, StringComparison.Ordinal).Replace("«none»", none, StringComparison.Ordinal);
        for (var i = 0; i < Words.Length; i++) filled = filled.Replace($"«{i}»", word(i), StringComparison.Ordinal);
        return filled;
    }

    private string One(params ImmutableArray<Func<string>> ways) => ways[random.Next(ways.Length)]();

    private string NodeSet() => One(() => "«n»", () => "«w»", () => "«none»");

    private string Literal() => random.Next(2) == 0 ? $"«{random.Next(Words.Length)}»" : $"'{Words[random.Next(Words.Length)]}'";

    private string Count() => Counts[random.Next(Counts.Length)];

    /// <summary>Numbers whose text needs no exponent and is not minus zero.</summary>
    private string Tame(int depth) => depth <= 0 ? Count() : One(
        Count, () => $"({Tame(depth - 1)} + {Tame(depth - 1)})", () => $"({Tame(depth - 1)} - {Tame(depth - 1)})",
        () => $"({Count()} * {Count()})", () => $"string-length({Text(depth - 1)})", () => $"count({NodeSet()})", () => "sum(«none»)",
        () => $"floor({Count()})", () => $"round({Count()})", () => "(0 div 0)");

    private string Number(int depth) => depth <= 0 ? Count() : One(
        () => Tame(depth - 1), () => "(1 div 0)", () => "(-1 div 0)", () => $"-{Number(depth - 1)}", () => $"({Number(depth - 1)})",
        () => $"{Number(depth - 1)} + {Number(depth - 1)}", () => $"{Number(depth - 1)} - {Number(depth - 1)}",
        () => $"{Number(depth - 1)} * {Number(depth - 1)}", () => $"{Number(depth - 1)} div {Number(depth - 1)}",
        () => $"({Any(depth - 1)}) mod ({Any(depth - 1)})", () => $"({Any(depth - 1)}) * {Literal()}",
        () => $"floor({Number(depth - 1)})", () => $"ceiling({Number(depth - 1)})", () => $"round({Number(depth - 1)})",
        () => $"number({Any(depth - 1)})", () => $"sum({NodeSet()})", () => $"string-length({Text(depth - 1)})", () => $"number({NodeSet()})");

    private string Text(int depth) => depth <= 0 ? $"string({Literal()})" : One(
        () => $"string({Literal()})", () => $"string({Tame(depth - 1)})", () => $"string({Truth(depth - 1)})", () => $"string({NodeSet()})",
        () => $"concat({Text(depth - 1)}, {Text(depth - 1)})", () => $"concat({Literal()}, {Tame(depth - 1)}, {Text(depth - 1)})",
        () => $"substring-before({Text(depth - 1)}, {Literal()})", () => $"substring-after({Text(depth - 1)}, {Literal()})",
        () => $"substring({Text(depth - 1)}, {Count()})", () => $"substring({Text(depth - 1)}, {Count()}, {Count()})", () => $"substring({Text(depth - 1)}, -{Count()}, {Count()})",
        () => $"normalize-space({Text(depth - 1)})", () => $"translate({Text(depth - 1)}, {Literal()}, {Literal()})");

    private string Truth(int depth) => depth <= 0 ? One(() => "true()", () => "false()") : One(
        () => $"{Compared(depth)} = {Compared(depth)}", () => $"{Compared(depth)} != {Compared(depth)}",
        () => $"{Compared(depth)} < {Compared(depth)}", () => $"{Compared(depth)} <= {Compared(depth)}",
        () => $"{Compared(depth)} > {Compared(depth)}", () => $"{Compared(depth)} >= {Compared(depth)}",
        () => $"{Truth(depth - 1)} and {Truth(depth - 1)}", () => $"{Truth(depth - 1)} or {Truth(depth - 1)}", () => $"({Any(depth - 1)}) and ({Any(depth - 1)})",
        () => $"not({Any(depth - 1)})", () => $"boolean({Any(depth - 1)})", () => $"boolean({NodeSet()})", () => $"({Truth(depth - 1)})",
        () => $"starts-with({Text(depth - 1)}, {Literal()})", () => $"contains({Text(depth - 1)}, {Literal()})");

    private string Compared(int depth) => One(() => $"({Any(depth - 1)})", () => Number(depth - 1), Literal, NodeSet);

    private string Any(int depth) => One(() => Number(depth), () => Text(depth), () => Truth(depth));
}
