using System.Collections.Immutable;
using Outreach.Content.Dialogs;
using Outreach.Content.Learning;

namespace Outreach.Content.Urgent;

/// <summary>An example, and what was heard by ears that had learned from others only.</summary>
/// <param name="Example">The message.</param>
/// <param name="Hit">What the list says.</param>
/// <param name="Kind">The kind that the examples of others make most probable.</param>
/// <param name="Danger">The probability of danger that they give.</param>
/// <param name="Words">How many words it has.</param>
public sealed record UrgentHearing(UrgentExample Example, UrgentHit? Hit, UrgentKind Kind, double Danger, int Words)
{
    /// <summary>What the person would see at these limits.</summary>
    public UrgentHit? At(UrgentLimitsOfDoubt limits) => UrgentScreen.Decide(Hit, new UrgentGuess(Kind, Danger), Words, limits);
}

/// <summary>
/// How well the examples teach: they are dealt into five parts, and each part is heard by what was learned from the other four.
/// The limits are set on this, never on messages it was learned from.
/// </summary>
public static class UrgentTrial
{
    private const int Parts = 5;
    private const double Precision = 0.915, PrecisionOfAlarms = 0.94;

    /// <summary>Of the messages with a sure phrase that are less probable than this, none was a cry.</summary>
    private const double Surely = 0.15;

    /// <summary>Hears every example as a stranger.</summary>
    public static ImmutableArray<UrgentHearing> Hear(UrgentWords words, Ideas ideas, IReadOnlyList<UrgentExample> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        new Random(5).Shuffle(order);
        var heard = new UrgentHearing[examples.Count];
        Parallel.For(0, Parts, part =>
        {
            var learned = UrgentLearner.Learn(words, ideas, [.. order.Where((_, n) => n % Parts != part).Select(i => examples[i])], "", UrgentWeights.None.Limits);
            var screen = new UrgentScreen(words, ideas, learned);
            foreach (var i in order.Where((_, n) => n % Parts == part))
            {
                var (hit, guess, count) = screen.Listen(examples[i].Text);
                heard[i] = new UrgentHearing(examples[i], hit, guess.Kind, guess.Danger, count);
            }
        });
        return [.. heard];
    }

    /// <summary>
    /// The limits: from where on a phrase of the list alarms, and is heard at all; then the lowest limit of asking at which no more than
    /// one in twelve of those shown help did not need it. To be asked once too often does less harm than not to be heard.
    /// </summary>
    public static UrgentLimitsOfDoubt Limits(IReadOnlyCollection<UrgentHearing> heard)
    {
        var limits = new UrgentLimitsOfDoubt(Ask: 1, Doubt: 1, Leave: Surely);
        limits = limits with { Doubt = Lowest(d => Figures(heard, limits with { Doubt = d }).PrecisionOfAlarms >= PrecisionOfAlarms) };
        return limits with { Ask = Lowest(a => Figures(heard, limits with { Ask = a }).Precision >= Precision) };
    }

    /// <summary>How well they are heard at these limits.</summary>
    public static UrgentFigures Figures(IEnumerable<UrgentHearing> heard, UrgentLimitsOfDoubt limits) => Figures(heard, h => h.At(limits));

    /// <summary>How well the list alone hears them.</summary>
    public static UrgentFigures FiguresOfList(IEnumerable<UrgentHearing> heard) => Figures(heard, h => h.Hit);

    private static UrgentFigures Figures(IEnumerable<UrgentHearing> heard, Func<UrgentHearing, UrgentHit?> at) =>
        UrgentFigures.Of(heard.Select(h => (h, Hit: at(h))).Select(o => (o.h.Example.Expected, o.Hit is not null, o.Hit is { Sure: true })));

    private static double Lowest(Func<double, bool> enough) =>
        Enumerable.Range(1, 99).Select(n => n / 100.0).SkipWhile(limit => !enough(limit)).FirstOrDefault(1.0);
}
