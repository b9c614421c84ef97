using System.Collections.Immutable;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals.Triage;

namespace Outreach.Tui.Commands;

/// <summary>outreach content extract: the English of dialogs and rules as templates.</summary>
internal static class ContentExtract
{
    /// <summary>Writes the templates, or only says which are stale; the exit code.</summary>
    public static int Run(Sources sources, bool onlyCheck, Streams streams)
    {
        if (!Directory.Exists(sources.Content) || !Directory.Exists(sources.Rules))
            return Output.Fail(streams.Error, $"There is no folder {(Directory.Exists(sources.Content) ? sources.Rules : sources.Content)}; name it with {(Directory.Exists(sources.Content) ? "--rules" : "--content")}.");
        var files = ContentFiles.Read(sources.Content, catalogsFolder: null);
        if (!files.Ok)
            return Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", files.Problems);
        var dialogs = files.Value.Locate(DialogReader.Read(files.Value.Under(DialogReader.Folder).ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal)));
        if (!dialogs.Ok)
            return Output.Fail(streams.Error, "The dialogs cannot be used:", dialogs.Problems);
        var rules = RulesReader.Read(sources.Rules, dialogs.Value.Dialogs.Values);
        if (!rules.Ok)
            return Output.Fail(streams.Error, "The rules cannot be used:", rules.Problems);
        bool[] stale =
        [
            Template(Path.Combine(sources.Catalogs, "dialogs.pot"), dialogs.Value.English, onlyCheck, streams),
            Template(Path.Combine(sources.Catalogs, "rules.pot"), rules.Value.English, onlyCheck, streams),
        ];
        return onlyCheck && stale.Contains(true) ? 1 : 0;
    }

    /// <summary>True when the file was not what it should be.</summary>
    private static bool Template(string file, ImmutableArray<PoEntry> english, bool onlyCheck, Streams streams)
    {
        var text = CatalogTemplate.Text(english);
        var before = File.Exists(file) ? File.ReadAllText(file) : "";
        if (text == before)
        {
            streams.Say.WriteLine($"{file}: up to date");
            return false;
        }
        streams.Say.WriteLine($"{file}: {(onlyCheck ? "stale" : "written")}: {Difference(before, english)}{(onlyCheck ? "; run 'outreach content extract' and translate what is new" : "")}");
        if (onlyCheck)
            return true;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
        return true;
    }

    private static string Difference(string before, ImmutableArray<PoEntry> english)
    {
        var old = (PoReader.Read(before, "old").Value?.Entries ?? []).ToDictionary(e => e.Key, e => e.English, StringComparer.Ordinal);
        var added = english.Count(e => !old.ContainsKey(e.Key));
        var changed = english.Count(e => old.TryGetValue(e.Key, out var was) && was != e.English);
        var gone = old.Keys.Except(english.Select(e => e.Key), StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{added} new, {changed} changed, {gone} gone");
    }
}
