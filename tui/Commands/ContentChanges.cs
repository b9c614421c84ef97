using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Outreach.Content.Conversations;
using Outreach.Content.Editing;
using Outreach.Content.Packages;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;
using Outreach.Referrals.Storage;

namespace Outreach.Tui.Commands;

/// <summary>outreach content changes: what was published at the desk, as files for the repository.</summary>
internal static class ContentChanges
{
    /// <summary>The list beside the files.</summary>
    public const string ListFile = "CHANGES.tsv";

    private static readonly Option<string> Out = new("--out") { Description = "the folder to write to", Required = true };
    private static readonly Option<string?> Data = new("--data") { Description = "folder of the data; default: OUTREACH__DATADIR" };
    private static readonly Option<string?> KeyFile = new("--key-file") { Description = "the master key; default: OUTREACH__KEYFILE" };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var export = new Command("export", $"writes the changed files, ready to be copied over content/book, and {ListFile}: who changed and published what, when and why; exit 1 when a change fits no longer. The bot must be stopped")
            { Out, Data, KeyFile, Sources.ContentOption };
        export.SetAction(Run);
        return new Command("changes", "changes published at the desk") { export };
    }

    private static int Run(ParseResult parsed)
    {
        var (settings, streams) = (Settings.Read(), Streams.Of(parsed));
        var data = Path.GetFullPath(parsed.GetValue(Data) ?? settings.DataDir);
        var file = Path.Combine(data, "outreach.db");
        if (!File.Exists(file))
            return Output.Fail(streams.Error, $"There is no register at {file}; name the folder of the data with --data.");
        var keys = KeyRing.Open(Path.GetFullPath(parsed.GetValue(KeyFile) ?? settings.KeyFile), data);
        if (!keys.Ok)
            return Output.Fail(streams.Error, "The master key cannot be used:", keys.Problems);
        using var ring = keys.Value;
        var opened = SqliteDatabase.Open(file, [.. SqliteConversationStore.Migrations, .. ReferralMigrations.All]);
        if (!opened.Ok)
            return Output.Fail(streams.Error, "The register cannot be opened. If the bot is running: stop it with Ctrl-C, run this again, start the bot again.", opened.Problems);
        using var database = opened.Value;
        var repository = ContentFiles.Read(Sources.Of(parsed).Content, catalogsFolder: null);
        if (!repository.Ok)
            return Output.Fail(streams.Error, "The content cannot be read:", repository.Problems);
        var audit = new AuditTable(new AuditChain(ring));
        var published = new SqliteChangeStore(database, audit).Published(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var names = new StaffStore(database, ring, audit).List().ToDictionary(a => a.Id, a => a.Name);
        return Write(Path.GetFullPath(parsed.GetRequiredValue(Out)), repository.Value, published, id => names.GetValueOrDefault(id, id.ToString()), streams);
    }

    private static int Write(string folder, ContentFiles repository, ImmutableArray<ContentChange> published, Func<Referrals.StaffId, string> nameOf, Streams streams)
    {
        var laid = ContentOverlay.Lay(repository, [.. published.Select(c => c.Laid)]);
        var changed = laid.Files.All.Where(f => f.Text != repository.TextOf(f.Name)).ToArray();
        try
        {
            foreach (var name in changed.Select(f => f.Name).Append(ListFile))
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Output.Fail(streams.Error, $"{folder} cannot be written: {e.Message} Name another folder.");
        }
        var list = new StringBuilder("number\tfile\tcontact\tstate\tauthor\tproposed\tpublisher\tpublished\tputs back\treason\n");
        foreach (var change in published)
            list.AppendJoin('\t', Row(change, laid, nameOf)).Append('\n');
        if (!Output.Save(streams.Error, [.. changed.Select(f => (Path.Combine(folder, f.Name), Encoding.UTF8.GetBytes(f.Text))), (Path.Combine(folder, ListFile), Encoding.UTF8.GetBytes(list.ToString()))]))
            return 1;
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changed.Length} files changed, {laid.Taken.Length} of {published.Length} changes are in the content already; {Path.Combine(folder, ListFile)} says who, when and why."));
        foreach (var stale in published.Where(c => laid.Stale.Contains(c.Number)))
            streams.Error.WriteLine($"stale {stale.What.Part}: the content has another text since change {stale.Number.ToString(CultureInfo.InvariantCulture)} ({nameOf(stale.Author)}, {Time(stale.DecidedAt)}); it was left as it is. Compare them, and propose anew at the desk what should stand there.");
        return laid.Stale.IsEmpty ? 0 : 1;
    }

    private static IEnumerable<string> Row(ContentChange change, OverlaidFiles laid, Func<Referrals.StaffId, string> nameOf) =>
    [
        change.Number.ToString(CultureInfo.InvariantCulture), change.What.Part.File, change.What.Part.Contact ?? "",
        laid.Stale.Contains(change.Number) ? "stale" : laid.Taken.Contains(change.Number) ? "taken" : "new",
        nameOf(change.Author), Time(change.At), change.DecidedBy is { } by ? nameOf(by) : "", Time(change.DecidedAt),
        change.What.PutsBack?.ToString(CultureInfo.InvariantCulture) ?? "", change.What.Reason.ReplaceLineEndings(" ").Replace('\t', ' '),
    ];

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";
}
