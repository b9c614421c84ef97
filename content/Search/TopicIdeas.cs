using Outreach.Content.Learning;

namespace Outreach.Content.Search;

/// <summary>The ideas that topics are told by: those of the search, and those by which danger is heard, because who writes of a knife or a boat writes of a topic too.</summary>
/// <param name="search">Words of <see cref="TopicExamples.IdeasFolder"/>.</param>
/// <param name="danger">Words of the second ear.</param>
public sealed class TopicIdeas(Ideas search, Ideas danger)
{
    /// <summary>Has no ideas.</summary>
    public static TopicIdeas None { get; } = new(Ideas.None, Ideas.None);

    /// <summary>All ideas in some words, in the order of the words.</summary>
    internal List<Idea> Find(TextTokens tokens)
    {
        var found = search.Find(tokens);
        foreach (var idea in danger.Find(tokens))
            found.Add(idea with { Number = ~idea.Number });             // "help" of the one list is not "help" of the other
        found.Sort((a, b) => (a.Word, a.Number).CompareTo((b.Word, b.Number)));
        return found;
    }
}
