using System.Collections.Immutable;
using Outreach.Content.Learning;
using Outreach.Content.Pages;

namespace Outreach.Content.Search;

/// <summary>What a question is about, as far as it can be told.</summary>
/// <param name="Probabilities">A probability for each topic of <see cref="Topics.Ordered"/>; together one.</param>
/// <param name="Known">Share of its words that were ever met, 0 to 1.</param>
public sealed record TopicGuess(ImmutableArray<double> Probabilities, double Known)
{
    /// <summary>The probability of a topic.</summary>
    public double this[string topic] => Topics.Ordered.IndexOf(topic) is >= 0 and var at ? Probabilities[at] : 0;
}

/// <summary>
/// Tells the topic of a question in any of our languages: multinomial logistic regression over words, pieces of words and ideas, learned
/// from questions that people can read and mend. It needs no page in the language of the question.
/// </summary>
public sealed class TopicModel(TopicIdeas ideas, TopicWeights learned)
{
    /// <summary>Words of a question that are looked at.</summary>
    private const int MostWords = 200;

    private readonly LinearModel _model = new(learned.Bias.AsSpan(), learned.Unit, learned.Table);

    /// <summary>Knows nothing.</summary>
    public static TopicModel None { get; } = new(TopicIdeas.None, TopicWeights.None);

    /// <summary>False when there was nothing to learn from.</summary>
    public bool IsTaught => learned.Table.Length > 0;

    /// <summary>Probability from which one card is the answer.</summary>
    public double Answer => learned.Answer;

    /// <summary>Probability of the best three from which they are offered.</summary>
    public double Offer => learned.Offer;

    /// <summary>What a question is about.</summary>
    public TopicGuess Guess(string question)
    {
        var tokens = TextTokens.Of(question);
        var count = Math.Min(tokens.Count, MostWords);
        var found = ideas.Find(tokens);
        var features = TextFeatures.Of(tokens, found, 0, count);
        Span<float> score = stackalloc float[Topics.Ordered.Length];
        _model.Begin(score);
        _model.Add(features.Words, score);
        _model.Add(features.Parts, score);
        _model.Add(features.Ideas, score);
        var known = Known(features.Words, found, count);
        features.Return();
        tokens.Return();
        Span<double> probabilities = stackalloc double[score.Length];
        for (var k = 0; k < score.Length; k++)
            probabilities[k] = score[k];
        LinearFit.Softmax(probabilities);
        return new TopicGuess([.. probabilities], known);
    }

    /// <summary>Each word brings itself, the pair with the one before, and with the one before that: the first of three is the word.</summary>
    private double Known(ReadOnlySpan<uint> words, List<Idea> found, int count)
    {
        var known = 0;
        for (var word = 0; word < count; word++)
            known += _model.Knows(words[word * TextFeatures.PerWord]) || found.Exists(i => i.Word == word) ? 1 : 0;
        return count == 0 ? 0 : (double)known / count;
    }
}
