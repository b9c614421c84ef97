using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Content.Dialogs.Expressions;

/// <summary>A call as it stands in the text, for checks that can be made at load.</summary>
internal readonly record struct Call(string Where, string Name, int Column, ImmutableArray<Term> Terms);

/// <summary>A function: how many arguments it takes, what it checks at load, what it does.</summary>
internal sealed record Function(int Least, int Most, Func<Call, Result<Func<IAnswerSource, Value>>> Bind)
{
    /// <summary>For as many arguments as one likes.</summary>
    public const int Many = int.MaxValue;

    /// <summary>A function without checks at load.</summary>
    public Function(int least, int most, Func<Arguments, Value> run)
        : this(least, most, call => Running(call, run)) { }

    /// <summary>Looks at the current answer.</summary>
    public bool ReadsSelf { get; init; }

    /// <summary>Looks at the current answer when called without argument.</summary>
    public bool ReadsSelfWhenEmpty { get; init; }

    /// <summary>After the first ones, arguments come in pairs.</summary>
    public bool Pairs { get; init; }

    public bool Takes(int count) => count >= Least && count <= Most && (!Pairs || count % 2 == Least % 2);

    public string Expected => this switch
    {
        { Pairs: true } => $"at least {Counted(Least)}, then pairs",
        { Most: Many } => $"at least {Counted(Least)}",
        _ when Least == Most => Counted(Least),
        _ => $"{Least} to {Counted(Most)}",
    };

    public static Result<Func<IAnswerSource, Value>> Running(Call call, Func<Arguments, Value> run) =>
        (Func<IAnswerSource, Value>)(source => run(new Arguments(source, call.Terms, call.Column)));

    private static string Counted(int count) => count switch
    {
        0 => "no arguments",
        1 => "1 argument",
        _ => $"{count} arguments",
    };
}
