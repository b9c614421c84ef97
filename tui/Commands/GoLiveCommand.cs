using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Signing;
using Outreach.Referrals;

namespace Outreach.Tui.Commands;

/// <summary>outreach golive: what must be signed before an office works with people in earnest, and signing it.</summary>
internal static class GoLiveCommand
{
    private static readonly Option<string?> OfficeName = new("--office") { Description = "name of the office as people read it in the consent text; default: the setting OUTREACH__OFFICENAME", Recursive = true };
    private static readonly Argument<string> Id = new("text") { Description = "as 'golive check' names it, for example dialogs/child.yaml, urgent/fr, consent/ar" };
    private static readonly Option<string> Name = new("--name") { Description = "who has read the text and answers for it", Required = true };
    private static readonly Option<string> Role = new("--role") { Description = "protection-reviewer (dialogs, rules, urgent words) or data-protection-reviewer (consent)", Required = true };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var check = new Command("check", "says which texts nobody has signed, file by file; exit 1 while there are any: the program then runs as a trial only") { Sources.ContentOption, Sources.CatalogsOption, Sources.RulesOption };
        check.SetAction(parsed => With(parsed, work => Check(work)));
        var show = new Command("show", "prints a text exactly as it is signed") { Id, Sources.ContentOption, Sources.CatalogsOption, Sources.RulesOption };
        show.SetAction(parsed => With(parsed, work => Show(work, parsed.GetRequiredValue(Id))));
        var sign = new Command("sign", "signs a text as it is now, into signatures/signed.yaml of the content; a later edit unsigns it") { Id, Name, Role, Sources.ContentOption, Sources.CatalogsOption, Sources.RulesOption };
        sign.SetAction(parsed => With(parsed, work => Sign(work, parsed.GetRequiredValue(Id), parsed.GetRequiredValue(Name), parsed.GetRequiredValue(Role))));
        return new Command("golive", "what must be signed by name and date before an office works with people in earnest") { check, show, sign, OfficeName };
    }

    private static int Check(Work work)
    {
        var unsigned = SignatureCheck.Missing(work.Texts, work.Book.Signatures, ContentCommand.Today());
        if (unsigned.IsEmpty)
        {
            work.Streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ready: all {work.Texts.Length} texts are signed for \"{work.Book.Office.Name}\". Set OUTREACH__LIVE=true and start again."));
            return 0;
        }
        foreach (var file in unsigned.GroupBy(p => p.Where, StringComparer.Ordinal))
        {
            work.Streams.Say.WriteLine(file.Key);
            foreach (var problem in file)
                work.Streams.Say.WriteLine($"  {problem.Message}");
        }
        return Output.Fail(work.Streams.Error, string.Create(CultureInfo.InvariantCulture, $"Not ready for the public: {unsigned.Length} of {work.Texts.Length} texts are not signed for \"{work.Book.Office.Name}\". Until they are, the program says that it is a trial."));
    }

    private static int Show(Work work, string id)
    {
        if (work.Find(id) is not { } text)
            return work.NoSuchText(id);
        work.Streams.Say.WriteLine(text.Text?.TrimEnd());
        return 0;
    }

    private static int Sign(Work work, string id, string name, string roleWord)
    {
        if (work.Find(id) is not { } text)
            return work.NoSuchText(id);
        if (!SignatureReader.IsName(name))
            return Output.Fail(work.Streams.Error, "--name must be the name of a person, 2 to 80 characters. Nothing was signed.");
        if (SignatureReader.RoleOf(roleWord) != text.Role)
            return Output.Fail(work.Streams.Error, $"{id} is signed by a {SignatureReader.Word(text.Role)}, not by a \"{roleWord}\". Nothing was signed.");
        var folder = Path.Combine(work.Sources.Content, SignatureReader.Folder);
        try
        {
            Directory.CreateDirectory(folder);
            File.AppendAllText(Path.Combine(folder, SignatureReader.NewFile), SignatureReader.Lines(new Signature(id, name, text.Role, ContentCommand.Today(), text.Hash)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Output.Fail(work.Streams.Error, $"Nothing was signed: {folder} cannot be written: {e.Message}");
        }
        work.Streams.Say.WriteLine($"{id} is signed by {name.Trim()} as it is now. Commit {Path.Combine(folder, SignatureReader.NewFile)}.");
        return 0;
    }

    private static int With(ParseResult parsed, Func<Work, int> work)
    {
        var (sources, streams) = (Sources.Of(parsed), Streams.Of(parsed));
        var read = BookReader.Read(sources.Content, sources.Catalogs, new Office { Name = parsed.GetValue(OfficeName) ?? Settings.OfficeName });
        if (!read.Ok)
            return Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", read.Problems);
        return Directory.Exists(sources.Rules)
            ? work(new Work(sources, read.Value, GoLive.Texts(read.Value, sources.Rules), streams))
            : Output.Fail(streams.Error, $"There is no folder {sources.Rules}; name it with --rules.");
    }

    /// <summary>What all of them work on.</summary>
    private sealed record Work(Sources Sources, Book Book, ImmutableArray<Signable> Texts, Streams Streams)
    {
        public Signable? Find(string id) => Texts.FirstOrDefault(t => t.Id == id);

        public int NoSuchText(string id) => Output.Fail(Streams.Error, $"There is no text \"{id}\" to be signed. Known are: {string.Join(' ', Texts.Select(t => t.Id))}.");
    }
}
