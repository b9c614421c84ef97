using System.Collections.Frozen;
using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>Functions on the answers to choice questions and on single instances of repeats.</summary>
internal static class AnswerFunctions
{
    public static readonly FrozenDictionary<string, Function> All = new Dictionary<string, Function>(StringComparer.Ordinal)
    {
        ["selected"] = new(2, 2, call => new Value.Boolean(call.Text(0).Split(' ').Contains(call.Text(1).Trim(), StringComparer.Ordinal))),
        ["selected-at"] = new(2, 2, call => new Value.Text(At(call.Text(0).Split(' '), Math.Truncate(call.Number(1))))),
        ["count-selected"] = new(1, 1, call => new Value.Number(call.Text(0).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length)),
        ["indexed-repeat"] = new(3, 7, BindIndexedRepeat) { Pairs = true },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static string At(string[] choices, double index) =>
        index >= 0 && index < choices.Length ? choices[(int)index] : "";

    /// <summary>indexed-repeat(${question}, ${repeat}, index, and up to two repeats inside it with their index).</summary>
    private static Result<Func<IAnswerSource, Value>> BindIndexedRepeat(Call call)
    {
        var terms = call.Terms;
        var needed = ImmutableArray.Create(0).AddRange(Enumerable.Range(1, terms.Length - 1).Where(i => i % 2 == 1));
        foreach (var index in needed)
        {
            if (terms[index].Reference is null)
                return ExpressionProblems.Argument(call.Where, terms[index].Column, "indexed-repeat() needs ${question}, then ${repeat} and its index");
        }
        return Function.Running(call, arguments => Indexed(arguments));
    }

    private static Value Indexed(Arguments call)
    {
        var instance = ImmutableArray.CreateBuilder<RepeatIndex>();
        for (var i = 1; i + 1 < call.Count; i += 2)
        {
            var index = call.Number(i + 1);
            // Also refuses NaN and what is no whole number: there is no such instance.
            if (!(index >= 1 && index <= int.MaxValue && Math.Truncate(index) == index)) return Value.Empty;
            instance.Add(new RepeatIndex(call.Terms[i].Reference!, (int)index));
        }
        return call.Source.Get(call.Terms[0].Reference!, instance.ToImmutable());
    }
}
