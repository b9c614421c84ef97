using System.Collections.Immutable;
using NodaTime;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>What an expression works with: the four kinds of XPath 1.0, and the date of ODK.</summary>
public abstract record Value
{
    private Value() { }

    /// <summary>An unanswered question, an irrelevant one, a date that is none.</summary>
    public static Value Empty { get; } = new Text("");

    /// <summary>Words; also what a person answered, which is text until something asks for a number or a date.</summary>
    public sealed record Text(string Content) : Value;

    /// <summary>A number as XPath knows it; NaN where there was none.</summary>
    public sealed record Number(double Amount) : Value;

    /// <summary>True or false.</summary>
    public sealed record Boolean(bool Holds) : Value;

    /// <summary>The same question in every instance of a repeat we are not in, in order; an unanswered one is the empty text.</summary>
    public sealed record NodeSet(ImmutableArray<string> Texts) : Value
    {
        /// <summary>The same texts in the same order: an immutable array would compare by reference.</summary>
        public bool Equals(NodeSet? other) => other is not null && Texts.AsSpan().SequenceEqual(other.Texts.AsSpan());

        /// <inheritdoc />
        public override int GetHashCode() => Texts.Length == 0 ? 0 : HashCode.Combine(Texts.Length, Texts[0]);
    }

    /// <summary>A day, or a day and time, on the clock of the person who answers. As a number: days since 1970-01-01 on that clock.</summary>
    public sealed record Date(OffsetDateTime At) : Value;
}
