using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>How tightly an operator of two sides binds, and what it makes of them.</summary>
internal sealed record Operator(int Precedence, Func<Term, Term, Func<IAnswerSource, Value>> Join);

/// <summary>The operators of XPath 1.0, section 3.4 and 3.5; node sets compare when any of their texts does.</summary>
internal static class Operators
{
    public static readonly FrozenDictionary<string, Operator> All = new Dictionary<string, Operator>(StringComparer.Ordinal)
    {
        ["or"] = new(1, (left, right) => source => Truth(Holds(left, source) || Holds(right, source))),
        ["and"] = new(2, (left, right) => source => Truth(Holds(left, source) && Holds(right, source))),
        ["="] = new(3, (left, right) => source => Truth(Equality(left.Run(source), right.Run(source), source, equal: true))),
        ["!="] = new(3, (left, right) => source => Truth(Equality(left.Run(source), right.Run(source), source, equal: false))),
        ["<"] = new(4, Order((a, b) => a < b)),
        ["<="] = new(4, Order((a, b) => a <= b)),
        [">"] = new(4, Order((a, b) => a > b)),
        [">="] = new(4, Order((a, b) => a >= b)),
        ["+"] = new(5, Arithmetic((a, b) => a + b)),
        ["-"] = new(5, Arithmetic((a, b) => a - b)),
        ["*"] = new(6, Arithmetic((a, b) => a * b)),
        ["div"] = new(6, Arithmetic((a, b) => a / b)),
        ["mod"] = new(6, Arithmetic((a, b) => a % b)),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Func<IAnswerSource, Value> Negate(Term term) =>
        source => new Value.Number(-Conversion.ToNumber(term.Run(source), source));

    private static Value Truth(bool holds) => new Value.Boolean(holds);

    private static bool Holds(Term term, IAnswerSource source) => Conversion.ToBoolean(term.Run(source));

    private static Func<Term, Term, Func<IAnswerSource, Value>> Arithmetic(Func<double, double, double> apply) =>
        (left, right) => source => new Value.Number(apply(
            Conversion.ToNumber(left.Run(source), source),
            Conversion.ToNumber(right.Run(source), source)));

    private static Func<Term, Term, Func<IAnswerSource, Value>> Order(Func<double, double, bool> holds) =>
        (left, right) => source => Truth(Compare(left.Run(source), right.Run(source), source, holds));

    private static bool Compare(Value left, Value right, IAnswerSource source, Func<double, double, bool> holds)
    {
        if (left is Value.Boolean || right is Value.Boolean)
            return holds(AsTruthNumber(left, source), AsTruthNumber(right, source));
        var rights = Numbers(right, source);
        return Numbers(left, source).Any(a => rights.Any(b => holds(a, b)));
    }

    /// <summary>Beside a boolean a node set is first a boolean, then a number.</summary>
    private static double AsTruthNumber(Value value, IAnswerSource source) =>
        value is Value.NodeSet(var texts) ? Math.Min(texts.Length, 1) : Conversion.ToNumber(value, source);

    private static bool Equality(Value left, Value right, IAnswerSource source, bool equal)
    {
        if (left is Value.Boolean || right is Value.Boolean)
            return Conversion.ToBoolean(left) == Conversion.ToBoolean(right) == equal;
        if (left is Value.Number or Value.Date || right is Value.Number or Value.Date)
        {
            var rights = Numbers(right, source);
            return Numbers(left, source).Any(a => rights.Any(b => a == b == equal));
        }
        var texts = Texts(right);
        return Texts(left).Any(a => texts.Any(b => SameText(a, b, source) == equal));
    }

    /// <summary>Texts are equal as written, and also when one of them is a date and the other says the same day.</summary>
    private static bool SameText(string a, string b, IAnswerSource source)
    {
        if (a == b) return true;
        var zone = source.Now.Zone;
        return (DateText.Read(a, zone) is not null || DateText.Read(b, zone) is not null)
            && Conversion.ToNumber(a, source) == Conversion.ToNumber(b, source);
    }

    private static ImmutableArray<string> Texts(Value value) =>
        value is Value.NodeSet(var texts) ? texts : [Conversion.ToText(value)];

    private static ImmutableArray<double> Numbers(Value value, IAnswerSource source) =>
        value is Value.NodeSet(var texts)
            ? [.. texts.Select(text => Conversion.ToNumber(text, source))]
            : [Conversion.ToNumber(value, source)];
}
