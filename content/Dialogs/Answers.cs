using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Outreach.Content.Dialogs;

/// <summary>What is kept of one question.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "k")]
[JsonDerivedType(typeof(Given), "g")]
[JsonDerivedType(typeof(Skipped), "s")]
[JsonDerivedType(typeof(Seen), "n")]
public abstract record Answer
{
    private Answer() { }

    /// <summary>An answer in its stored form: a choice name, names separated by spaces, digits, an ISO date, or text.</summary>
    /// <param name="Value">The stored form.</param>
    /// <param name="Doubted">Hardly true by the rules of the question, and asked about once: staff see that.</param>
    public sealed record Given([property: JsonPropertyName("v")] string Value, [property: JsonPropertyName("d")] bool Doubted = false) : Answer;

    /// <summary>The person preferred not to answer.</summary>
    public sealed record Skipped : Answer
    {
        /// <summary>The one skipped answer.</summary>
        public static Skipped Instance { get; } = new();
    }

    /// <summary>A note that was shown.</summary>
    public sealed record Seen : Answer
    {
        /// <summary>The one seen note.</summary>
        public static Seen Instance { get; } = new();
    }
}

/// <summary>
/// All answers of one dialog by path, and at most one question that is being asked again.
/// Where the person stands follows from these (<see cref="DialogWalk"/>); nothing else is stored.
/// </summary>
public sealed record Answers
{
    /// <summary>No answers.</summary>
    public static Answers None { get; } = new();

    /// <summary>By path.</summary>
    public ImmutableSortedDictionary<string, Answer> ByPath { get; init; } = ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal);

    /// <summary>The question being asked again; null when the person goes forward.</summary>
    public AnswerPath? Revisited { get; init; }

    /// <summary>The answer at a path, if any.</summary>
    public Answer? At(AnswerPath path) => ByPath.GetValueOrDefault(path.Value);

    /// <summary>With an answer; a question being asked again is then answered.</summary>
    public Answers With(AnswerPath path, Answer answer) => new() { ByPath = ByPath.SetItem(path.Value, answer) };

    /// <summary>Without the answer at a path.</summary>
    public Answers Without(AnswerPath path) => this with { ByPath = ByPath.Remove(path.Value) };

    /// <summary>The same answers, asking one again.</summary>
    public Answers Revisit(AnswerPath path) => this with { Revisited = path };
}
