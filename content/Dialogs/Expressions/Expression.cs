using System.Collections.Frozen;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>A checked expression of a dialog. Made by <see cref="ExpressionParser"/>; evaluating it never fails.</summary>
public sealed class Expression
{
    private readonly Func<IAnswerSource, Value> _run;

    internal Expression(string text, Func<IAnswerSource, Value> run, IEnumerable<string> names, bool readsSelf)
    {
        _run = run;
        Text = text;
        Names = names.ToFrozenSet(StringComparer.Ordinal);
        ReadsSelf = readsSelf;
    }

    /// <summary>As the author wrote it.</summary>
    public string Text { get; }

    /// <summary>Every question and repeat it mentions as <c>${name}</c>; whether they exist is for the reader of the dialog to check.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Every column of the choices a <c>choice_filter</c> mentions, and <c>name</c>.</summary>
    public IReadOnlySet<string> Columns { get; internal init; } = FrozenSet<string>.Empty;

    /// <summary>True when it looks at the current answer: <c>.</c>, <c>once()</c>, or <c>string-length()</c> and its like without argument.</summary>
    public bool ReadsSelf { get; }

    /// <summary>The value for one question at one moment.</summary>
    public Value Evaluate(IAnswerSource source) => _run(source);

    /// <summary>For relevant and constraint: the value as XPath's boolean.</summary>
    public bool IsTrue(IAnswerSource source) => Conversion.ToBoolean(_run(source));

    /// <summary>For calculations, defaults and holes: the value as text.</summary>
    public string AsText(IAnswerSource source) => Conversion.ToText(_run(source));

    /// <summary>For <c>repeat_count</c>: the value as a number; NaN when it is none.</summary>
    public double AsNumber(IAnswerSource source) => Conversion.ToNumber(_run(source), source);

    /// <inheritdoc />
    public override string ToString() => Text;
}
