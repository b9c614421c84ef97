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

    private static readonly (Transcript Transcript, string Text)[] All = [.. Transcript.All.Select(t => (t, File.ReadAllText(Transcript.PathOf(t.Name))))];

    /// <summary>People, not happy paths.</summary>
    private static readonly (string What, string[] Conversations)[] Situations =
    [
        ("a phone that several people share", ["shared-phone-arabic", "shared-phone-french-no-code", "shared-phone-amharic-danger"]),
        ("a helper writes for somebody who is there", ["helper-arabic-sister", "helper-english-own-answers"]),
        ("a helper writes for somebody who is not there, or who does not agree", ["helper-french-alone", "helper-swahili-refuses"]),
        ("cannot read", ["easy-arabic-cannot-read", "easy-swahili-numbers", "easy-french-on-off"]),
        ("is being watched", ["watched", "trafficking-french", "word-exit"]),
        ("a child with parents", ["child-french-with-mother"]),
        ("a child without parents", ["child-persian-alone", "child-amharic", "relative-child-asks-persian", "helper-persian-child"]),
        ("a child who is not sure, or says no", ["child-unsure-looks-young", "child-ukrainian-says-no"]),
        ("a name without a surname", ["integration-spanish", "talk-spanish-no-name"]),
        ("does not know the day of birth", ["reintegration-amharic", "age-two-calendars", "child-unsure-looks-young"]),
        ("Ethiopian calendar and clock", ["return-amharic-yemen", "documents-ethiopian-date", "age-ethiopian-year", "hours-amharic"]),
        ("Persian calendar", ["documents-persian-date", "detention-persian-child", "documents-persian-no-year"]),
        ("changes their mind", ["change-after-summary", "delete-at-summary", "psychosocial-spanish", "displaced-ukrainian"]),
        ("changes the language midway", ["language-in-interview", "word-language"]),
        ("changes the story midway", ["story-changes-arabic", "word-change", "return-sent-then-fear", "stranded-goes-back-spanish"]),
        ("says nothing useful", ["talk-ukrainian-says-nothing", "nonsense", "protection-talk-swahili-skips"]),
        ("only wants a human", ["talk-swahili", "human-in-own-words", "message-like-a-command", "word-human"]),
        ("was cheated by an agency", ["safe-migration-amharic", "labour-swahili-agency", "trafficking-gulf-english"]),
        ("paid already", ["resettlement-swahili-sold-place", "labour-swahili-agency", "trafficking-gulf-english", "visa-sponsorship-spanish"]),
        ("thirty children, a day in the future: asked about once", ["displaced-swahili-thirty", "return-with-family", "family-spanish-future-date", "deadline-long-past"]),
        ("words where a choice is asked", ["stranded-swahili-food", "stranded-second-english"]),
    ];

    [Fact]
    public void The_table_of_doors_is_as_things_are()
    {
        var path = Repository.At("docs", "doors.md");
        if (Repository.Update)
            File.WriteAllText(path, Table());
        Assert.Equal(File.ReadAllText(path), Table());
    }

    [Fact]
    public void Every_door_is_opened_in_three_languages() =>
        Assert.Empty(Samples.Book.Programmes.Where(p => Opened(p).Length < Languages).Select(p => $"{p.Id}: {string.Join(' ', Opened(p))}"));

    [Fact]
    public void Every_door_that_may_be_asked_for_is_asked_for_in_three_languages() =>
        Assert.Empty(Samples.Book.Programmes.Where(p => p.Dialog is not null && Sent(p).Length < Languages).Select(p => $"{p.Id}: {string.Join(' ', Sent(p))}"));

    [Fact]
    public void From_every_door_nobody_can_ask_at_conversations_go_on_to_what_is_open() =>
        Assert.Empty(Samples.Book.Programmes.Where(p => p.Dialog is null && Instead(p).Length == 0).Select(p => p.Id));

    [Fact]
    public void Every_situation_has_its_conversations() =>
        Assert.Empty(Situations.SelectMany(s => s.Conversations.Where(c => !File.Exists(Transcript.PathOf(c))).Select(c => $"{s.What}: {c}")));

    [Fact]
    public void Every_door_that_may_be_asked_for_is_triaged() =>
        Assert.Empty(Samples.Book.Programmes.Where(p => p.Dialog is not null && Rules(p).Length == 0).Select(p => p.Id));

    private static string Table()
    {
        var text = new StringBuilder();
        text.Append("# The doors\n\nWritten by a test (`OUTREACH_UPDATE=1`, tests/referrals). Questions and words of each dialog: [dialogs](dialogs.md#questions-and-words). Rules are those that fire in the [cases](../tests/testdata/triage-cases.tsv) of the dialog; conversations lie in [tests/testdata/transcripts](../tests/testdata/transcripts). *Opened*: the page is read or the questions begun; *sent*: the request goes to staff; *instead*: what is asked for in the same conversations where one cannot ask.\n\n");
        text.Append("| door | | openness | dialog | questions at most | rules seen to fire | opened in | sent in, or instead |\n|---|---|---|---|--:|---|---|---|\n");
        foreach (var p in Samples.Book.Programmes)
            text.Append(CultureInfo.InvariantCulture, $"| {p.Id} | {Title(p)} | {Openness(p)} | {p.Dialog ?? "-"} | {Questions(p)} | {string.Join(", ", Rules(p))} | {string.Join(' ', Opened(p))} | {(p.Dialog is null ? $"instead: {string.Join(", ", Instead(p))}" : string.Join(' ', Sent(p)))} |\n");
        text.Append("\n## Situations\n\n| situation | conversations | languages |\n|---|---|---|\n");
        foreach (var (what, conversations) in Situations)
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {string.Join(", ", conversations.Select(c => $"[{c}](../tests/testdata/transcripts/{c}.txt)"))} | {string.Join(' ', Spoken(conversations.Select(c => Transcript.Read(Transcript.PathOf(c)))))} |\n");
        return text.ToString();
    }

    private static string Title(Programme programme) => Samples.Book.Library.Programme(programme.Id, Locale.English)?.Front.Title ?? "";

    private static string Openness(Programme programme) => programme.Openness.ToString() switch { "StaffIdentified" => "staff identify", "StateSelected" => "states select", var other => other.ToLowerInvariant() };

    private static string Questions(Programme programme) =>
        programme.Dialog is { } dialog ? SurveySize.Of(Samples.Book, Samples.Book.Dialogs[dialog]).Questions.ToString(CultureInfo.InvariantCulture) : "-";

    private static string[] Rules(Programme programme) =>
        programme.Dialog is null ? [] : [.. TriageCase.All.Where(c => c.Submission.Dialog == programme.Dialog).SelectMany(c => c.Rules).Where(r => r != TriageCase.Last).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The languages of the conversations in which somebody reads the door's page or begins its dialog, or that are named after it.</summary>
    private static string[] Opened(Programme programme)
    {
        string[] signs = programme.Dialog is { } dialog ? [$"> [ask:{dialog}]", $"! submit {dialog} ", $"programme/{programme.Id}"] : [$"programme/{programme.Id}", $"> [read:{programme.Id}"];
        return Spoken(All.Where(t => t.Transcript.Name.StartsWith(programme.Id + "-", StringComparison.Ordinal) || signs.Any(s => t.Text.Contains(s, StringComparison.Ordinal))).Select(t => t.Transcript));
    }

    /// <summary>The languages of the conversations that end with the door's request sent.</summary>
    private static string[] Sent(Programme programme) => Spoken(All.Where(t => t.Text.Contains($"\n! submit {programme.Dialog} ", StringComparison.Ordinal)).Select(t => t.Transcript));

    /// <summary>What is sent in conversations that open a door nobody can ask at, after they open it.</summary>
    private static string[] Instead(Programme programme) => [.. All
        .Where(t => t.Text.Contains($"> [programme/{programme.Id}]", StringComparison.Ordinal))
        .SelectMany(t => t.Text[t.Text.IndexOf($"> [programme/{programme.Id}]", StringComparison.Ordinal)..].Split('\n'))
        .Where(l => l.StartsWith("! submit ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>As the head says, or the name of the file where the conversation finds its language itself.</summary>
    private static string[] Spoken(IEnumerable<Transcript> transcripts) => [.. transcripts
        .Select(t => t.Setting("language") ?? Locale.All.FirstOrDefault(l => t.Name.Split('-').Contains(l.EnglishName.ToLowerInvariant()))?.Tag ?? "en")
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
