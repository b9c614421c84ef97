using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;

namespace Outreach.Tui.Commands;

/// <summary>outreach dialogs coverage: what no written conversation reaches, so that an author sees what nobody has looked at.</summary>
internal static class DialogCoverage
{
    /// <summary>Where the conversations of a checkout lie.</summary>
    public static string Conversations(Sources sources) => Path.GetFullPath(Path.Combine(sources.Content, "..", "..", "tests", "testdata", "transcripts"));

    /// <summary>Plays them and prints each dialog with its branches; the exit code.</summary>
    public static int Say(Book book, string folder, string? only, Streams streams)
    {
        if (only is not null && !book.Dialogs.ContainsKey(only))
            return Output.Fail(streams.Error, $"There is no dialog \"{only}\". Known are: {string.Join(' ', book.Dialogs.Keys.Order(StringComparer.Ordinal))}.");
        if (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.txt") is not { Length: > 0 } files)
            return Output.Fail(streams.Error, $"There are no conversations in {folder}; name a folder with --conversations.");
        var coverage = new SurveyCoverage(book);
        foreach (var file in files.Order(StringComparer.Ordinal))
            coverage.Play(File.ReadAllText(file));
        var branches = coverage.Branches().Where(b => only is null || b.Branch.Dialog == only).ToList();
        foreach (var dialog in branches.GroupBy(b => b.Branch.Dialog, StringComparer.Ordinal))
        {
            streams.Say.WriteLine($"{dialog.Key}: {Share(dialog)}");
            foreach (var (branch, _) in dialog.Where(b => !b.Reached))
                streams.Say.WriteLine($"  {branch.Where}: {branch.Name}");
        }
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{files.Length} conversations reach {Share(branches)}; questions {Share(branches.Where(b => b.Branch.Choice is null))}, choices {Share(branches.Where(b => b.Branch.Choice is not null))}."));
        return 0;
    }

    private static string Share(IEnumerable<(Branch Branch, bool Reached)> branches)
    {
        var all = branches.ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{all.Count(b => b.Reached)} of {all.Count} branches ({100 * all.Count(b => b.Reached) / Math.Max(1, all.Count)} %)");
    }
}
