using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Functions on numbers and on all answers of a repeated question.</summary>
internal static class NumberFunctions
{
    public static readonly FrozenDictionary<string, Function> All = new Dictionary<string, Function>(StringComparer.Ordinal)
    {
        ["number"] = new(0, 1, call => Number(Conversion.ToNumber(call.ValueOrSelf(), call.Source))) { ReadsSelfWhenEmpty = true },
        ["int"] = new(1, 1, call => Number(Math.Truncate(call.Number(0)))),
        ["abs"] = new(1, 1, call => Number(Math.Abs(call.Number(0)))),
        ["floor"] = new(1, 1, call => Number(Math.Floor(call.Number(0)))),
        ["ceiling"] = new(1, 1, call => Number(Math.Ceiling(call.Number(0)))),
        ["round"] = new(1, 2, call => Number(call.Count == 1 ? Round(call.Number(0)) : Round(call.Number(0), Math.Truncate(call.Number(1))))),
        ["pow"] = new(2, 2, call => Number(Power(call.Number(0), call.Number(1)))),
        ["sqrt"] = new(1, 1, call => Number(Math.Sqrt(call.Number(0)))),
        ["pi"] = new(0, 0, call => Number(Math.PI)),
        ["min"] = new(1, Function.Many, call => Number(Extreme(call, Math.Min))),
        ["max"] = new(1, Function.Many, call => Number(Extreme(call, Math.Max))),
        ["random"] = new(0, 0, call => Number(Chance.Fraction(call))),
        ["count"] = new(1, 1, call => OverAnswers(call, (answers, _) => answers.Length)),
        ["count-non-empty"] = new(1, 1, call => OverAnswers(call, (answers, _) => answers.Count(answer => answer.Length > 0))),
        ["sum"] = new(1, 1, call => OverAnswers(call, (answers, source) => answers.Sum(answer => Conversion.ToNumber(answer, source)))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>XPath's round: half goes up, also below zero.</summary>
    public static double Round(double amount)
    {
        var nearest = Math.Round(amount, MidpointRounding.ToEven);
        return amount - nearest == 0.5 ? nearest + 1 : nearest;
    }

    /// <summary>ODK's round to places after (or, below zero, before) the point: half goes away from zero.</summary>
    private static double Round(double amount, double places)
    {
        var scale = Math.Pow(10, Math.Abs(places));
        return places > 0
            ? Math.Round(amount * scale, MidpointRounding.AwayFromZero) / scale
            : scale * Math.Round(amount / scale, MidpointRounding.AwayFromZero);
    }

    /// <summary>As in ODK, one to the power of something that is no number is no number.</summary>
    private static double Power(double number, double power) =>
        double.IsNaN(power) || (Math.Abs(number) == 1 && double.IsInfinity(power)) ? double.NaN : Math.Pow(number, power);

    private static double Extreme(Arguments call, Func<double, double, double> better)
    {
        double? best = null;
        foreach (var item in call.Items(0))
        {
            var number = Conversion.ToNumber(item, call.Source);
            best = best is { } soFar ? better(soFar, number) : number;
        }
        return best ?? double.NaN;
    }

    /// <summary>These three are about a question, not about a value: anything but <c>${name}</c> is a mistake of the author.</summary>
    private static Result<Func<IAnswerSource, Value>> OverAnswers(Call call, Func<ImmutableArray<string>, IAnswerSource, double> count) =>
        call.Terms[0].Reference is null
            ? ExpressionProblems.Argument(call.Where, call.Terms[0].Column, $"{call.Name}() counts the answers to a question: write {call.Name}(${{name}})")
            : Function.Running(call, arguments => Number(count(Answers(arguments.Value(0)), arguments.Source)));

    private static ImmutableArray<string> Answers(Value value) =>
        value is Value.NodeSet(var texts) ? texts : [Conversion.ToText(value)];

    private static Value Number(double amount) => new Value.Number(amount);
}
