using System.Collections.Immutable;
using Outreach.Content.Packages;

namespace Outreach.Content.Editing;

/// <summary>A part that reads otherwise from now on.</summary>
/// <param name="Number">The number of the change.</param>
/// <param name="Part">What it changes.</param>
/// <param name="Before">How the part read.</param>
/// <param name="After">How it reads.</param>
public sealed record PartChange(long Number, TextPart Part, string Before, string After);

/// <summary>Files with published changes laid over them.</summary>
/// <param name="Files">The files as people read them.</param>
/// <param name="Stale">Changes that fit no longer, because the repository changed the same part since: the repository goes first, and editors are told.</param>
/// <param name="Taken">Changes that the repository has taken over.</param>
public sealed record OverlaidFiles(ContentFiles Files, ImmutableArray<long> Stale, ImmutableArray<long> Taken);

/// <summary>
/// Lays published changes over the files of the repository, part by part, in the order of their publication. A change is laid
/// over the text it was made for and over no other: what the repository has changed since is never overridden without a word.
/// </summary>
public static class ContentOverlay
{
    /// <summary>The files with the changes.</summary>
    public static OverlaidFiles Lay(ContentFiles repository, IReadOnlyList<PartChange> published)
    {
        if (published.Count == 0)
            return new OverlaidFiles(repository, [], []);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var (stale, taken) = (ImmutableArray.CreateBuilder<long>(), ImmutableArray.CreateBuilder<long>());
        var byName = repository.All.ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);
        foreach (var (part, changes) in published.GroupBy(c => c.Part).Select(g => (g.Key, g.ToArray())))
        {
            var file = texts.GetValueOrDefault(part.File) ?? byName.GetValueOrDefault(part.File);
            var now = file is null ? null : part.In(file);
            var from = now is null ? -1 : FirstToLay(now, changes);
            (from < 0 ? stale : taken).AddRange(changes[..(from < 0 ? changes.Length : from)].Select(c => c.Number));
            if (file is not null && from >= 0 && from < changes.Length && part.Put(file, changes[^1].After) is { } changed)
                texts[part.File] = changed;
        }
        return new OverlaidFiles(repository.With(texts.Select(t => new NamedText(t.Key, t.Value))), stale.ToImmutable(), taken.ToImmutable());
    }

    /// <summary>
    /// Where the changes of a part begin that the repository does not have. It has them all up to the last one that reads as the
    /// part does now; where none does, it may have none. -1 when the part reads as no change has known it.
    /// </summary>
    private static int FirstToLay(string now, PartChange[] changes)
    {
        var had = Array.FindLastIndex(changes, c => c.After == now);
        return had >= 0 ? had + 1 : Array.FindLastIndex(changes, c => c.Before == now);
    }
}
