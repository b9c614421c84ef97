using System.Collections.Immutable;
using Outreach.Content.Directory;
using Outreach.Localization;

namespace Outreach.Content.Programmes;

/// <summary>
/// The order in which doors are offered, everywhere the same and said in the files: the one that prejudges nothing first. Two may not
/// share a place, because then a file name would decide; one whose name endangers is not first, where a glance at the screen falls.
/// </summary>
internal static class ProgrammeOrder
{
    /// <summary>The programmes as offered, or what is wrong with their order.</summary>
    public static Result<ImmutableArray<Programme>> Of(IEnumerable<Programme> programmes)
    {
        var ordered = programmes.OrderBy(p => p.Order).ThenBy(p => p.Id, StringComparer.Ordinal).ToImmutableArray();
        var problems = ordered.Zip(ordered.Skip(1)).Where(pair => pair.First.Order == pair.Second.Order)
            .Select(pair => DirectoryProblems.SameOrder(FileOf(pair.Second), pair.Second.Order, pair.First.Id)).ToImmutableArray();
        if (ordered is [{ Sensitive: true } first, _, ..])
            problems = problems.Add(DirectoryProblems.SensitiveFirst(FileOf(first)));
        return problems.IsEmpty ? ordered : problems;
    }

    private static string FileOf(Programme programme) => $"programmes/{programme.Id}/programme.yaml";
}
