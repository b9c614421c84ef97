using System.Collections.Immutable;
using Outreach.Content.Learning;
using Outreach.Content.Pages;

namespace Outreach.Content.Search;

/// <summary>Learns from the examples what <see cref="TopicModel"/> tells topics by. The same examples give the same weights.</summary>
public static class TopicLearner
{
    /// <summary>What topics that answer as well get of an example, all together.</summary>
    private const double AlsoShare = 0.35;

    private static readonly LinearOptions Options = new() { Classes = Topics.Ordered.Length, Rounds = 14, MostFeatures = 80_000 };

    /// <summary>Weights for the examples.</summary>
    public static TopicWeights Learn(TopicIdeas ideas, IReadOnlyList<TopicExample> examples, string hash, double answer, double offer)
    {
        var fit = LinearFit.Of([.. examples.Select(e => Row(ideas, e))], Options);
        var (table, unit) = fit.Table();
        return new TopicWeights { Examples = hash, Answer = answer, Offer = offer, Bias = [.. fit.Bias], Unit = unit, Table = table };
    }

    private static LinearExample Row(TopicIdeas ideas, TopicExample example)
    {
        var tokens = TextTokens.Of(example.Text);
        var found = TextFeatures.Of(tokens, ideas.Find(tokens), 0, tokens.Count);
        var (features, scale) = LinearExample.Of(found);
        found.Return();
        tokens.Return();
        var target = new double[Topics.Ordered.Length];
        var also = example.Also.IsEmpty ? 0 : AlsoShare;
        target[Topics.Ordered.IndexOf(example.Topic)] = 1 - also;
        foreach (var other in example.Also)
            target[Topics.Ordered.IndexOf(other)] += also / example.Also.Length;
        return new LinearExample(features, scale, target, []);
    }
}

/// <summary>An example, and what was made of it by what had been learned from others only.</summary>
public sealed record TopicHearing(TopicExample Example, TopicGuess Guess)
{
    /// <summary>The topics, most probable first.</summary>
    public ImmutableArray<string> Ranked { get; } = [.. Topics.Ordered.Zip(Guess.Probabilities).OrderByDescending(t => t.Second).Select(t => t.First)];

    /// <summary>Where the first topic that answers stands, from 0.</summary>
    public int Rank => Enumerable.Range(0, Ranked.Length).First(i => Ranked[i] == Example.Topic || Example.Also.Contains(Ranked[i]));
}

/// <summary>How well the examples teach: dealt into five parts, each is asked of what was learned from the other four. The limits are set on this.</summary>
public static class TopicTrial
{
    private const int Parts = 5;

    /// <summary>Of the cards given as the answer, so many must be right; of the threes offered, so many must hold one that is.</summary>
    private const double RightAnswers = 0.92, RightOffers = 0.8;

    /// <summary>Asks every example as a stranger.</summary>
    public static ImmutableArray<TopicHearing> Hear(TopicIdeas ideas, IReadOnlyList<TopicExample> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        new Random(5).Shuffle(order);
        var heard = new TopicHearing[examples.Count];
        Parallel.For(0, Parts, part =>
        {
            var model = new TopicModel(ideas, TopicLearner.Learn(ideas, [.. order.Where((_, n) => n % Parts != part).Select(i => examples[i])], "", 1, 1));
            foreach (var i in order.Where((_, n) => n % Parts == part))
                heard[i] = new TopicHearing(examples[i], model.Guess(examples[i].Text));
        });
        return [.. heard];
    }

    /// <summary>The lowest probabilities at which answers and offers are right often enough.</summary>
    public static (double Answer, double Offer) Limits(IReadOnlyCollection<TopicHearing> heard) =>
        (Lowest(p => Share(heard.Where(h => h.Guess[h.Ranked[0]] >= p), h => h.Rank == 0) >= RightAnswers),
         Lowest(p => Share(heard.Where(h => Best(h) >= p), h => h.Rank < SearchIndex.MostFound) >= RightOffers));

    private static double Best(TopicHearing heard) => heard.Ranked.Take(SearchIndex.MostFound).Sum(t => heard.Guess[t]);

    private static double Share(IEnumerable<TopicHearing> heard, Func<TopicHearing, bool> right) => heard.Select(h => right(h) ? 1.0 : 0).DefaultIfEmpty(1).Average();

    private static double Lowest(Func<double, bool> enough) => Enumerable.Range(1, 99).Select(n => n / 100.0).SkipWhile(limit => !enough(limit)).FirstOrDefault(1.0);
}
