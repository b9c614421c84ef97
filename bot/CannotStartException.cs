using System.Collections.Immutable;
using Outreach.Localization;

namespace Outreach.Bot;

/// <summary>Why the program does not start, as a sentence for whoever started it. No stack trace helps them.</summary>
public sealed class CannotStartException(string message) : Exception(message)
{
    private const int MostShown = 20;

    /// <summary>Problems of content, each with its file and line.</summary>
    public static CannotStartException Because(string what, ImmutableArray<Problem> problems)
    {
        var lines = problems.Take(MostShown).Select(p => $"  {p.Where}: {p.Message} ({p.Code})");
        var more = problems.Length > MostShown ? $"\n  … and {problems.Length - MostShown} more." : "";
        return new CannotStartException($"{what}\n{string.Join('\n', lines)}{more}\nCorrect the lines named and start again; nothing was changed.");
    }
}
