using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Bot;

/// <summary>Why the program does not start, as a sentence for whoever started it. No stack trace helps them.</summary>
public sealed class CannotStartException(string message) : Exception(message)
{
    private const int MostShown = 20;

    /// <summary>Problems of content, rules or catalogs, each with its file and line.</summary>
    public static CannotStartException InFiles(string what, ImmutableArray<Problem> problems) =>
        Because(what, problems, "Correct the lines named and start again; nothing was changed.");

    /// <summary>Problems of the master key.</summary>
    public static CannotStartException InKey(ImmutableArray<Problem> problems) =>
        Because("The master key cannot be used:", problems, "Do that and start again; no key was made or changed. Without the right key the data cannot be read.");

    /// <summary>Problems of the stored data.</summary>
    public static CannotStartException InStore(ImmutableArray<Problem> problems) =>
        Because("The stored data cannot be used:", problems, "Do that and start again; the data were left as they are.");

    private static CannotStartException Because(string what, ImmutableArray<Problem> problems, string then)
    {
        var lines = problems.Take(MostShown).Select(p => $"  {(p.Where.Length == 0 ? "" : $"{p.Where}: ")}{p.Message} ({p.Code})");
        var more = problems.Length > MostShown ? $"\n  … and {problems.Length - MostShown} more." : "";
        return new CannotStartException($"{what}\n{string.Join('\n', lines)}{more}\n{then}");
    }
}
