using System.Collections.Immutable;

namespace Outreach.Content.XlsForm;

/// <summary>Parts and lists of shared.yaml. Rows that were exported from them and not changed become an <c>include</c> again.</summary>
/// <param name="Parts">By name, written out.</param>
/// <param name="Lists">By name.</param>
public sealed record DraftShared(IReadOnlyDictionary<string, ImmutableArray<DraftItem>> Parts, IReadOnlyDictionary<string, DraftList> Lists)
{
    /// <summary>Nothing shared: every row and list is the dialog's own.</summary>
    internal static DraftShared None { get; } = new(new Dictionary<string, ImmutableArray<DraftItem>>(StringComparer.Ordinal), new Dictionary<string, DraftList>(StringComparer.Ordinal));

    /// <summary>The items, runs of rows of an unchanged part replaced.</summary>
    internal ImmutableArray<DraftItem> Include(ImmutableArray<DraftItem> items, FormLanguage language, List<string> remarks)
    {
        var into = ImmutableArray.CreateBuilder<DraftItem>();
        for (var at = 0; at < items.Length;)
        {
            var part = items[at].Part;
            if (part.Length == 0)
            {
                into.Add(items[at] with { Items = Include(items[at].Items, language, remarks) });
                at++;
                continue;
            }
            var run = items.Skip(at).TakeWhile(i => i.Part == part).ToImmutableArray();
            at += run.Length;
            if (Parts.TryGetValue(part, out var known) && known.Length == run.Length && known.Zip(run).All(p => p.First.Says(p.Second, language)))
            {
                into.Add(new DraftItem { Type = "include", Name = part, Key = "", Items = [.. known.Zip(run, Keyed)] });
                continue;
            }
            remarks.Add($"survey: the rows of the part '{part}' are not as in shared.yaml; they are written out");
            into.AddRange(run);
        }
        return into.ToImmutable();
    }

    /// <summary>The lists, unchanged shared ones marked.</summary>
    internal ImmutableArray<DraftList> Share(ImmutableArray<DraftList> lists, FormLanguage language) =>
        [.. lists.Select(l => l.Shared && Lists.TryGetValue(l.Name, out var known) && Same(known, l, language) ? l with { Prefix = known.Prefix } : l with { Shared = false })];

    private static bool Same(DraftList a, DraftList b, FormLanguage language) =>
        a.Choices.Length == b.Choices.Length && a.Choices.Zip(b.Choices).All(c => c.First.Name == c.Second.Name && c.First.Label.In(language) == c.Second.Label.In(language)
            && c.First.Also.In(language) == c.Second.Also.In(language)
            && c.First.Fields.SequenceEqual(c.Second.Fields) && c.First.Kept.SequenceEqual(c.Second.Kept));

    private static DraftItem Keyed(DraftItem known, DraftItem row) => row with { Key = known.Key, Items = [.. known.Items.Zip(row.Items, Keyed)] };
}
