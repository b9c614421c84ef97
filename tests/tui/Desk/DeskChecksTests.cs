using Outreach.Content.Checks;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;
using Outreach.Tui.Desk;

namespace Outreach.Tui.Tests.Desk;

/// <summary>What the checks of the content say, at the desk of who can mend it.</summary>
public class DeskChecksTests
{
    private static readonly ChecksDto Found = new(
        [new(CheckKind.Freshness, 0, 2), new(CheckKind.Contacts, 1, 0)],
        [
            new(CheckKind.Contacts, true, 2070, "directory/de.yaml:12", "'30 18151111' cannot be dialled there: a digit too few or too many, or the prefix is wrong; compare it with its source"),
            new(CheckKind.Freshness, false, 2040, "library/de/housing.en.md:5", "to be reviewed by 2026-11-20; compare it with its sources"),
            new(CheckKind.Freshness, false, 2040, "library/de/work.en.md:5", "to be reviewed by 2026-11-20; compare it with its sources"),
        ]);

    [Theory]
    [InlineData(StaffRole.Coordinator, true)]
    [InlineData(StaffRole.CaseWorker, false)]
    public void A_key_asks_for_them_where_the_role_may(StaffRole role, bool may)
    {
        var model = SignedIn(role);
        var message = Sample.App().Translate(model, Support.Keys.Of("k").Single());
        var effects = Sample.App().Update(model, message!).Effects;
        Assert.Equal(may, effects is [DeskEffect.LoadChecks]);
    }

    [Fact]
    public void Counts_come_first_then_each_with_file_and_line()
    {
        var lines = DeskScreenTests.Draw(Shown(Locale.English), Locale.English).LogicalText().Split('\n').Select(l => l.Trim()).ToList();
        Assert.Contains("> Old dates: 0 errors, 2 reports", lines);
        Assert.Contains("Numbers to call: 1 errors, 0 reports", lines);
        Assert.Contains(lines, l => l.StartsWith("! directory/de.yaml:12: '30 18151111' cannot be", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("library/de/work.en.md:5: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_words_around_them_are_in_every_language() => Assert.All(Locale.All, language =>
        Assert.DoesNotContain("⟦", DeskScreenTests.Draw(Shown(language), language).LogicalText(), StringComparison.Ordinal));

    [Fact]
    public void Escape_leads_back() => Assert.IsType<DeskScreen.Queue>(Sample.App().Update(Shown(Locale.English), new DeskMsg.Do(DeskCommand.Back)).Model.Screen);

    [Fact]
    public void Nothing_found_is_said() =>
        Assert.Contains("The checks find nothing.", DeskScreenTests.Draw(SignedIn(StaffRole.Coordinator) with { Screen = new DeskScreen.Checks(new ChecksDto([], []), new DeskScreen.Queue()) }, Locale.English).LogicalText(), StringComparison.Ordinal);

    private static DeskModel Shown(Locale language)
    {
        var asked = SignedIn(StaffRole.Coordinator) with { Language = language, Number = 1, Awaited = 1, Waiting = Waiting.Loading };
        return Sample.App(language).Update(asked, new DeskMsg.ChecksLoaded(1, Found)).Model;
    }

    private static DeskModel SignedIn(StaffRole role) => Sample.SignedIn(Sample.Usual) with { Me = Sample.Amira with { Role = role, May = AccessPolicy.Of(role).Actions } };
}
