using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Outreach.Content.Dialogs;
using Outreach.Content.Packages;
using Outreach.Content.Search;
using Outreach.Content.Urgent;

namespace Outreach.Tui.Commands;

/// <summary>outreach eval: how good the program is at what it must be good at, on messages of an author who did not know its lists.</summary>
internal static class EvalCommand
{
    private static readonly Argument<string> File = new("file") { Description = "table with tabs; the first line names the columns id, lang, text, kind, urgent (yes, no or ask); others are ignored" };
    private static readonly Argument<string> Questions = new("file") { Description = "table with tabs; the first line names the columns id, lang, text, topic, also, style; others are ignored" };
    private static readonly Option<string> Place = new("--place") { Description = "where the people are who ask: de, ly, …", DefaultValueFactory = _ => "de" };
    private static readonly Option<bool> OnlyFigures = new("--figures") { Description = "no messages, figures only: for a table that must stay unseen" };

    /// <summary>The command.</summary>
    public static Command Build()
    {
        var urgent = new Command("urgent", "says every message of a table to the bot; prints what was missed, and recall and precision") { File, OnlyFigures, Sources.ContentOption, Sources.CatalogsOption };
        urgent.SetAction(parsed => Urgent(Sources.Of(parsed), parsed.GetRequiredValue(File), parsed.GetValue(OnlyFigures), Streams.Of(parsed)));
        var questions = new Command("questions", "asks every question of a table of the search; prints what was missed, and how often the first card and one of three answers") { Questions, Place, OnlyFigures, Sources.ContentOption, Sources.CatalogsOption };
        questions.SetAction(parsed => Ask(Sources.Of(parsed), parsed.GetRequiredValue(Questions), parsed.GetValue(Place)!, parsed.GetValue(OnlyFigures), Streams.Of(parsed)));
        return new Command("eval", "measures the program on a table of messages") { urgent, questions };
    }

    private static int Ask(Sources sources, string file, string place, bool onlyFigures, Streams streams)
    {
        if (Text(file, out var why) is not { } text)
            return Output.Fail(streams.Error, $"{file} cannot be read: {why}");
        var rows = QuestionEvaluation.Read(text, file);
        if (!rows.Ok)
            return Output.Fail(streams.Error, "The table cannot be used:", rows.Problems);
        var book = BookReader.Read(sources.Content, sources.Catalogs, new Office());
        if (!book.Ok)
            return Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", book.Problems);
        if (!book.Value.Places.ContainsKey(place))
            return Output.Fail(streams.Error, $"There is no place '{place}' with pages; places are {string.Join(", ", book.Value.Places.Keys.Order(StringComparer.Ordinal))}.");
        var outcomes = QuestionEvaluation.Ask(book.Value.Search, rows.Value, place);
        if (!onlyFigures)
            QuestionReport.Misses(outcomes, streams.Say);
        QuestionReport.Figures(outcomes, streams.Say);
        return 0;
    }

    private static int Urgent(Sources sources, string file, bool onlyFigures, Streams streams)
    {
        if (Text(file, out var why) is not { } text)
            return Output.Fail(streams.Error, $"{file} cannot be read: {why}");
        var messages = UrgentEvaluation.Read(text, file);
        if (!messages.Ok)
            return Output.Fail(streams.Error, "The table cannot be used:", messages.Problems);
        var book = BookReader.Read(sources.Content, sources.Catalogs, new Office());
        if (!book.Ok)
            return Output.Fail(streams.Error, $"The content of {sources.Content} cannot be used:", book.Problems);
        var outcomes = UrgentEvaluation.Play(book.Value, messages.Value);
        if (!onlyFigures)
            SayWrong(outcomes, streams.Say);
        SayFigures(outcomes, streams.Say);
        return 0;
    }

    private static string? Text(string file, out string why)
    {
        why = "there is no such file; name a table with tabs between its columns";
        try
        {
            return System.IO.File.Exists(file) ? System.IO.File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true)) : null;
        }
        catch (DecoderFallbackException)
        {
            why = "it is not UTF-8; save it as UTF-8";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            why = e.Message;
        }
        return null;
    }

    private static void SayWrong(ImmutableArray<UrgentOutcome> outcomes, TextWriter say)
    {
        foreach (var o in outcomes.Where(o => o.IsWrong))
            say.WriteLine($"{(o.Shown ? "false alarm" : "missed")} {o.Message.Id} {o.Message.Language} {o.Message.Kind}: expected {o.Message.Expected.ToString().ToLowerInvariant()}, found {Found(o)} | {o.Message.Text}");
        if (outcomes.Any(o => o.IsWrong))
            say.WriteLine();
    }

    private static string Found(UrgentOutcome outcome) => outcome switch
    {
        { Hit: { } hit, Shown: true } => $"{hit.Kind.ToString().ToLowerInvariant()} {(hit.Sure ? "sure" : "unsure")}",
        { Hit: { } hit } => $"{hit.Kind.ToString().ToLowerInvariant()} {(hit.Sure ? "sure" : "unsure")}, but nothing shown",
        { Shown: true } => "the word for danger",
        _ => "nothing",
    };

    private static void SayFigures(ImmutableArray<UrgentOutcome> outcomes, TextWriter say)
    {
        say.WriteLine("             n   urgent  recall  precision");
        foreach (var language in outcomes.GroupBy(o => o.Message.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            say.WriteLine(Line(language.Key, UrgentFigures.Of([.. language])));
        say.WriteLine();
        foreach (var kind in outcomes.GroupBy(o => o.Message.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            say.WriteLine(Line(kind.Key, UrgentFigures.Of([.. kind])));
        var all = UrgentFigures.Of(outcomes);
        say.WriteLine();
        say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"direct alarms alone: precision {all.PrecisionOfAlarms:0.00} n {outcomes.Count(o => o.Alarmed)}"));
        say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"recall {all.Recall:0.00} precision {all.Precision:0.00} n {all.Rows}"));
    }

    private static string Line(string name, UrgentFigures f) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-10}{f.Rows,4}{f.Urgent,9}{(f.Urgent == 0 ? "-" : f.Recall.ToString("0.00", CultureInfo.InvariantCulture)),8}{f.Precision,11:0.00}");
}
