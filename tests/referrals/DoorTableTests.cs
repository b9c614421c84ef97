using System.Globalization;
using System.Text;
using Outreach.Content.Checks;
using Outreach.Content.Programmes;
using Outreach.Localization;
using Outreach.Referrals.Tests.Triage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests;

/// <summary>All doors with what stands behind them: docs/doors.md is written from the book, the rules' cases and the conversations.</summary>
public class DoorTableTests
{
    private const int Languages = 3;

    [Fact]
    public void The_table_of_doors_is_as_things_are()
    {
        var path = Repository.At("docs", "doors.md");
        if (Repository.Update)
            File.WriteAllText(path, Table());
        Assert.Equal(File.ReadAllText(path), Table());
    }

    [Fact]
    public void Every_door_is_walked_through_in_three_languages() =>
        Assert.Empty(Samples.Book.Programmes.Where(p => Walked(p).Length < Languages).Select(p => $"{p.Id}: {string.Join(' ', Walked(p))}"));

    [Fact]
    public void Every_door_that_may_be_asked_for_is_triaged() =>
        Assert.Empty(Samples.Book.Programmes.Where(p => p.Dialog is not null && Rules(p).Length == 0).Select(p => p.Id));

    private static string Table()
    {
        var text = new StringBuilder();
        text.Append("# The doors\n\nWritten by a test (`OUTREACH_UPDATE=1`, tests/referrals). Questions and words of each dialog: [dialogs](dialogs.md#questions-and-words). Rules are those that fire in the [cases](../tests/testdata/triage-cases.tsv) of the dialog; conversations lie in [tests/testdata/transcripts](../tests/testdata/transcripts).\n\n");
        text.Append("| door | | openness | dialog | questions at most | rules seen to fire | conversations in |\n|---|---|---|---|--:|---|---|\n");
        foreach (var p in Samples.Book.Programmes)
            text.Append(CultureInfo.InvariantCulture, $"| {p.Id} | {Title(p)} | {Openness(p)} | {p.Dialog ?? "-"} | {Questions(p)} | {string.Join(", ", Rules(p))} | {string.Join(' ', Walked(p))} |\n");
        return text.ToString();
    }

    private static string Title(Programme programme) => Samples.Book.Library.Programme(programme.Id, Locale.English)?.Front.Title ?? "";

    private static string Openness(Programme programme) => programme.Openness.ToString() switch { "StaffIdentified" => "staff identify", "StateSelected" => "states select", var other => other.ToLowerInvariant() };

    private static string Questions(Programme programme) =>
        programme.Dialog is { } dialog ? SurveySize.Of(Samples.Book, Samples.Book.Dialogs[dialog]).Questions.ToString(CultureInfo.InvariantCulture) : "-";

    private static string[] Rules(Programme programme) =>
        programme.Dialog is null ? [] : [.. TriageCase.All.Where(c => c.Submission.Dialog == programme.Dialog).SelectMany(c => c.Rules).Where(r => r != TriageCase.Last).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The languages of the conversations in which somebody reads the door's page or begins its dialog, or that are named after it.</summary>
    private static string[] Walked(Programme programme)
    {
        string[] signs = programme.Dialog is { } dialog ? [$"> [ask:{dialog}]", $"! submit {dialog} ", $"programme/{programme.Id}"] : [$"programme/{programme.Id}", $"> [read:{programme.Id}"];
        return [.. Transcript.All.Where(t => t.Name.StartsWith(programme.Id + "-", StringComparison.Ordinal) || signs.Any(s => File.ReadAllText(Transcript.PathOf(t.Name)).Contains(s, StringComparison.Ordinal)))
            .Select(t => t.Setting("language") ?? "en").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
