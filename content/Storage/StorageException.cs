using Outreach.Localization;

namespace Outreach.Content.Storage;

/// <summary>A write or read that could not be done. Carries the numbered problem; never a value that was being stored.</summary>
public sealed class StorageException(Problem problem, Exception? inner = null) : Exception(problem.ToString(), inner)
{
    /// <summary>What went wrong.</summary>
    public Problem Problem { get; } = problem;
}
