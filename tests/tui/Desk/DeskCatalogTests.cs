using System.Globalization;
using System.Text.RegularExpressions;
using Outreach.Content.Checks;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Tests.Support;
using Outreach.Tui.Desk;

namespace Outreach.Tui.Tests.Desk;

/// <summary>What the desk can say and what translators are given is the same list: no key without an entry, no entry nobody reads.</summary>
public partial class DeskCatalogTests
{
    private static readonly string Code = string.Concat(Directory.GetFiles(Repository.At("tui", "Desk"), "*.cs").Select(File.ReadAllText));

    /// <summary>Keys whose end is only known at run time, by their beginning.</summary>
    private static readonly Dictionary<string, IEnumerable<string>> Families = new(StringComparer.Ordinal)
    {
        ["desk."] = Names<Waiting>().Where(n => n != "nothing"),
        ["desk.key."] = KeyWord().Matches(Code).Select(m => m.Groups[1].Value),
        ["desk.view."] = Names<QueueTab>(),
        ["desk.priority."] = Names<Priority>(),
        ["desk.pri."] = Names<Priority>(),
        ["desk.status."] = Names<ReferralStatus>(),
        ["desk.programme."] = TestBook.Real.Dialogs.Values.Select(d => d.Programme).Append("complaint"),
        ["desk.channel."] = ["web", "kiosk", "staff"],
        ["desk.language."] = Locale.All.Select(l => l.Tag),
        ["desk.hours."] = Names<DayPart>(),
        ["desk.others."] = Names<OthersAnswer>(),
        ["desk.way."] = Names<ContactWay>(),
        ["desk.helped."] = Names<HelperRole>(),
        ["desk.helper."] = ["man", "woman"],
        ["desk.entry."] = ["received", "claimed", "released", "lock-opened", "locked", "withdrawn", "other-slip"],
        ["desk.who."] = ["person", "machine"],
        ["desk.alert."] = Names<UrgentKind>(),
        ["desk.check."] = Names<CheckKind>(),
        ["desk.counsel."] = Names<CounsellingStep>(),
        ["desk.said."] = CounsellingRules.All.Where(r => r.Step != CounsellingStep.Language).SelectMany(r => r.Answers).Distinct(),
        ["desk.write."] = Names<ComposeKind>(),
        ["desk.done."] = typeof(DeskAct).GetNestedTypes().Select(t => t.Name.ToLowerInvariant()),
        ["desk.ready."] = DeskWords.ReadyAnswers,
        ["desk.problem."] = ProblemNumbers("tui/Desk/DeskProblems.cs").Concat(ProblemNumbers("referrals/ReferralProblems.cs").Except(NeverAtTheDesk)).Concat(ProblemNumbers("referrals/Editing/EditingProblems.cs")).Append(Text(DeskProblems.SessionOverCode)),
    };

    /// <summary>Problems of a submission, of the command line and of the rules files: no desk is told of them.</summary>
    private static IEnumerable<string> NeverAtTheDesk =>
        ((int[])[3001, 3003, 3004, 3005, 3006, 3007, 3021, 3052, 3053, 3054, 3055, 3102, 3103, 3104, 3106, 3107]).Select(Text);

    [Fact]
    public void Every_key_the_desk_uses_has_an_entry_and_no_entry_is_unused()
    {
        var used = Literal().Matches(Code).Select(m => m.Groups[1].Value).Concat(Families.SelectMany(f => f.Value.Select(end => f.Key + end))).ToHashSet(StringComparer.Ordinal);
        var entries = Template().Entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(used.Except(entries).Order());
        Assert.Empty(entries.Except(used).Order());
    }

    [Fact]
    public void Every_beginning_of_a_key_is_a_family_known_here() =>
        Assert.Equal(Families.Keys.Order(StringComparer.Ordinal), Beginning().Matches(Code).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Texts_with_holes_are_marked_so_that_msgfmt_checks_them() =>
        Assert.All(Template().Entries, e => Assert.True(e.English.Contains('{', StringComparison.Ordinal) == e.Flags.Contains(PoEntry.HolesFlag), e.Key));

    [Fact]
    public void A_column_heading_fits_its_column() => Assert.All(
        new (string Key, int Room)[] { ("desk.column.priority", 4), ("desk.column.due", 9), ("desk.column.closed", 9), ("desk.column.who", 7), ("desk.column.programme", 12), ("desk.column.language", 4), ("desk.column.region", 6), ("desk.column.ref", 6) },
        column => Assert.InRange(Template().Entries.Single(e => e.Key == column.Key).English.Length, 1, column.Room));

    private static PoFile Template() => PoReader.ReadFile(Repository.At("localization", "catalogs", "desk.pot")).Value!;

    private static IEnumerable<string> Names<T>() where T : struct, Enum => Enum.GetNames<T>().Select(n => n.ToLowerInvariant());

    private static IEnumerable<string> ProblemNumbers(string file) =>
        Number().Matches(File.ReadAllText(Repository.At(file.Split('/')))).Select(m => m.Groups[1].Value);

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<!\\$)\"(desk\\.[a-z0-9.-]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\$\"(desk\\.[a-z.]*)\\{")]
    private static partial Regex Beginning();

    [GeneratedRegex("\"([a-z]+)\", DeskCommand\\.")]
    private static partial Regex KeyWord();

    [GeneratedRegex("=> new\\((\\d{4}),")]
    private static partial Regex Number();
}
