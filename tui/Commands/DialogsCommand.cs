using System.CommandLine;
using System.Globalization;
using System.Text;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Localization;
using Outreach.Referrals.Triage;

namespace Outreach.Tui.Commands;

/// <summary>outreach dialogs: for those who write dialogs.</summary>
internal static class DialogsCommand
{
    private static readonly Argument<string> Name = new("name") { Description = "the id of a dialog, for example stranded" };
    private static readonly Argument<string?> Only = new("name") { Description = "one dialog; without it all", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Conversations = new("--conversations") { Description = "folder of written conversations (*.txt); default: tests/testdata/transcripts of the checkout of the content" };
    private static readonly Option<string> Lang = new("--lang") { Description = "language: en fr es ar fa uk am sw", DefaultValueFactory = _ => "en" };
    private static readonly Option<string?> Place = new("--place") { Description = "where the person is, for example ly; without it the bot asks" };
    private static readonly Option<string?> Out = new("--out") { Description = "the file to write; default: NAME.svg" };
    private static readonly Option<bool> Table = new("--table") { Description = "only the table of questions and words, as docs/dialogs.md holds it" };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var check = new Command("check", "looks for ways that lead nowhere, questions nobody needs and screens nobody reads: file, line, what to do; exit 1 on an error") { Table, Sources.ContentOption, Sources.CatalogsOption, Sources.RulesOption };
        check.SetAction(parsed => With(parsed, (book, sources, streams) => parsed.GetValue(Table) ? SayTable(book, streams) : Check(book, sources, streams)));
        var play = new Command("play", "plays a dialog line by line with the real core; nothing is kept or sent, what would be sent is printed") { Name, Lang, Place, Sources.ContentOption, Sources.CatalogsOption };
        play.SetAction(parsed => WithDialog(parsed, (book, dialog, language, streams) => DialogPlay.Run(book, dialog, language, parsed.GetValue(Place), Console.In, streams)));
        var draw = new Command("draw", "draws a dialog as a picture (SVG)") { Name, Lang, Out, Sources.ContentOption, Sources.CatalogsOption };
        draw.SetAction(parsed => WithDialog(parsed, (book, dialog, language, streams) => Draw(book, dialog, language, parsed.GetValue(Out) ?? $"{dialog.Id}.svg", streams)));
        var coverage = new Command("coverage", "plays written conversations and says which questions and choices none of them reaches, with file and line") { Only, Conversations, Sources.ContentOption, Sources.CatalogsOption };
        coverage.SetAction(parsed => With(parsed, (book, sources, streams) => DialogCoverage.Say(book, parsed.GetValue(Conversations) ?? DialogCoverage.Conversations(sources), parsed.GetValue(Only), streams)));
        var all = new Command("dialogs", "checks, plays and draws dialogs; takes them to and from spreadsheets") { check, play, draw, coverage };
        foreach (var form in DialogsForms.Build())
            all.Add(form);
        return all;
    }

    private static int SayTable(Book book, Streams streams)
    {
        streams.Say.Write(SurveySize.Table(book));
        return 0;
    }

    private static int Check(Book book, Sources sources, Streams streams)
    {
        var rules = RulesReader.Read(sources.Rules, book.Dialogs.Values);
        if (!rules.Ok)
            return Output.Fail(streams.Error, $"The rules of {sources.Rules} cannot be used:", rules.Problems);
        var remarks = SurveyChecks.Inspect(book, rules.Value.Rules.SelectMany(r => r.When.Names).ToHashSet(StringComparer.Ordinal));
        foreach (var remark in remarks.OrderByDescending(r => r.Severity))
            streams.Say.WriteLine($"{(remark.Severity == Severity.Error ? "error" : "report")} {remark.Problem}");
        var errors = remarks.Count(r => r.Severity == Severity.Error);
        streams.Say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{book.Dialogs.Count} dialogs: {errors} errors, {remarks.Length - errors} reports."));
        return errors > 0 ? 1 : 0;
    }

    private static int Draw(Book book, DialogDefinition dialog, Locale language, string file, Streams streams)
    {
        if (!Output.Save(streams.Error, (file, Encoding.UTF8.GetBytes(SurveyDrawing.Of(book, dialog, language)))))
            return 1;
        streams.Say.WriteLine($"{file}: {dialog.Id} in {language.EnglishName}.");
        return 0;
    }

    private static int WithDialog(ParseResult parsed, Func<Book, DialogDefinition, Locale, Streams, int> work) => With(parsed, (book, _, streams) =>
        !Locale.TryParse(parsed.GetRequiredValue(Lang), out var language)
            ? Output.Fail(streams.Error, $"\"{parsed.GetRequiredValue(Lang)}\" is none of the languages {string.Join(' ', Locale.All.Select(l => l.Tag))}.")
            : book.Dialogs.GetValueOrDefault(parsed.GetRequiredValue(Name)) is { } dialog
                ? work(book, dialog, language, streams)
                : Output.Fail(streams.Error, $"There is no dialog \"{parsed.GetRequiredValue(Name)}\". Known are: {string.Join(' ', book.Dialogs.Keys.Order(StringComparer.Ordinal))}."));

    private static int With(ParseResult parsed, Func<Book, Sources, Streams, int> work)
    {
        var (sources, streams) = (Sources.Of(parsed), Streams.Of(parsed));
        var book = BookReader.Read(sources.Content, sources.Catalogs, new Office { Name = Settings.OfficeName });
        return book.Ok ? work(book.Value, sources, streams) : Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", book.Problems);
    }
}
