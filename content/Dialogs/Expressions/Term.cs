using System.Collections.Immutable;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>A part of an expression, ready to run, and what the parser still knows about it.</summary>
internal sealed record Term(int Column, Func<IAnswerSource, Value> Run)
{
    /// <summary>The name, when it is <c>${name}</c> and nothing else.</summary>
    public string? Reference { get; init; }

    /// <summary>The text, when it is a text literal and nothing else.</summary>
    public string? Literal { get; init; }
}

/// <summary>The arguments of one call, evaluated when asked for and not before: <c>if</c> and <c>coalesce</c> look at what they need.</summary>
internal readonly record struct Arguments(IAnswerSource Source, ImmutableArray<Term> Terms, int Column)
{
    public int Count => Terms.Length;

    public Value Value(int index) => Terms[index].Run(Source);

    public string Text(int index) => Conversion.ToText(Value(index));

    public double Number(int index) => Conversion.ToNumber(Value(index), Source);

    public bool Boolean(int index) => Conversion.ToBoolean(Value(index));

    /// <summary>For functions that look at the current answer when called without argument.</summary>
    public Value ValueOrSelf() => Count == 0 ? Source.Self : Value(0);

    /// <summary>Every value from an argument on; a node set gives each of its texts.</summary>
    public IEnumerable<Value> Items(int from)
    {
        for (var i = from; i < Count; i++)
        {
            var value = Value(i);
            if (value is Expressions.Value.NodeSet(var texts))
                foreach (var text in texts) yield return new Value.Text(text);
            else
                yield return value;
        }
    }
}
