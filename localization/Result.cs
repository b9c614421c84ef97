using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Outreach.Localization;

/// <summary>Either a value or the problems that kept us from it; never both.</summary>
public readonly record struct Result<T>
{
    private readonly ImmutableArray<Problem> _problems;

    private Result(T? value, ImmutableArray<Problem> problems) => (Value, _problems) = (value, problems);

    /// <summary>The value; null (or default) when <see cref="Ok"/> is false.</summary>
    public T? Value { get; }

    /// <summary>What went wrong; empty when <see cref="Ok"/>.</summary>
    public ImmutableArray<Problem> Problems => _problems.IsDefault ? [] : _problems;

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Ok => Problems.IsEmpty;

    /// <summary>A value.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>One problem.</summary>
    public static implicit operator Result<T>(Problem problem) => new(default, [problem]);

    /// <summary>Several problems, at least one.</summary>
    public static implicit operator Result<T>(ImmutableArray<Problem> problems) =>
        problems.IsDefaultOrEmpty ? throw new ArgumentException("a failed result needs a problem", nameof(problems)) : new(default, problems);
}
