using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Pages;

/// <summary>What grows old on a page: its mark, its time, and what is said then.</summary>
public class FactTests
{
    private static readonly Localizer Texts = TestBook.Real.Texts;

    [Theory]
    [InlineData("455 euros {sum}", FactKind.Sum, "2026-11-21", "2027-05-21")]
    [InlineData("63 euros {fee 2026-12-01}", FactKind.Fee, "2026-12-01", "2027-06-01")]
    [InlineData("Two **weeks**. {deadline}", FactKind.Deadline, "2026-11-21", "2027-05-21")]
    [InlineData("- 3 years {deadline}", FactKind.Deadline, "2026-11-21", "2027-05-21")]
    [InlineData("- 63 euros {fee 2026-12-01}\n- 3 years {deadline}\n- words", FactKind.Deadline, "2026-11-21", "2027-05-21")]
    [InlineData("> One week {deadline}", FactKind.Deadline, "2026-11-21", "2027-05-21")]
    [InlineData("Best within three days. {lasting}", FactKind.Lasting, "2026-11-21", "9999-12-31")]
    public void A_mark_says_what_grows_old_and_when(string text, FactKind kind, string day, string until)
    {
        var block = Assert.Single(Sample.Card(text));
        Assert.Equal((kind, day, until), (block.Fact!.Kind, $"{block.Fact.Checked:yyyy-MM-dd}", $"{block.Fact.Until:yyyy-MM-dd}"));
        Assert.DoesNotContain('{', PageText.Of(block));
    }

    [Theory]
    [InlineData("a word that is no mark", "63 euros {price}")]
    [InlineData("a day that is none", "63 euros {fee 2026-02-31}")]
    [InlineData("a mark inside a line", "63 euros {fee} a month")]
    [InlineData("a mark in bold", "**63 euros {fee}**")]
    public void Is_refused(string why, string text) =>
        Assert.True(Sample.Read($"Lead.\n\n## Card\n{text}\n").Problems.Any(p => p.Code == 2026), why);

    [Fact]
    public void A_page_is_looked_at_again_before_anything_on_it_has_grown_old()
    {
        var late = Sample.Read($"Lead.\n\n## Card\n63 euros {{fee}}\n", Sample.Front.Replace("review-by: 2027-05-21", "review-by: 2027-05-22"));
        Assert.Equal("library/de/housing.en.md:1: 2027: the fee checked on 2026-11-21 grows old on 2027-05-21, before 'review-by'; set 'review-by' to that day or earlier", Assert.Single(late.Problems).ToString());
    }

    [Fact]
    public void Until_its_day_it_is_said_as_it_is_and_from_then_on_behind_its_date_and_where_to_ask()
    {
        var blocks = Sample.Read("Lead.\n\n## Card\nWords.\n\n63 euros {fee}\n\n- 3 years {deadline}\n\n[](contact:de/112)\n").Value!.Cards[0].Blocks;
        Assert.Equal("Words.\n\n63 euros\n\n- 3 years", Said(blocks[..3], "2027-05-21"));
        Assert.Equal("Words.\n\n! This was true on 21 November 2026. It may have changed: before you rely on it, ask at: Ambulance.\n\n63 euros\n\n- 3 years", Said(blocks[..3], "2027-05-22"));
    }

    [Fact]
    public void Where_the_card_names_nobody_it_leads_to_a_person()
    {
        var blocks = Sample.Read("Lead.\n\n## Card\n63 euros {fee}\n").Value!.Cards[0].Blocks;
        Assert.Equal("! This was true on 21 November 2026. It may have changed: before you rely on it, ask an advice centre, or ask us for a person.\n\n63 euros", Said(blocks, "2027-12-22"));
    }

    [Fact]
    public void In_every_language_the_sentence_has_the_date_and_the_way()
    {
        foreach (var locale in Locale.All)
            foreach (var kind in Enum.GetValues<FactKind>().Where(k => k != FactKind.Lasting))
            {
                var ask = kind is FactKind.Emergency or FactKind.Address ? null : "ASK-HERE";
                var said = OldFacts.Said(new Fact(kind, new DateOnly(2026, 11, 21), ask), new DateOnly(2027, 12, 22), Texts, locale)!;
                Assert.Contains(DateRule.Show(Texts, locale, "2026-11-21"), said);
                Assert.Contains(ask ?? "", said);
                Assert.True(locale == Locale.English || said != OldFacts.Said(new Fact(kind, new DateOnly(2026, 11, 21), ask), new DateOnly(2027, 12, 22), Texts, Locale.English), $"{kind} {locale}");
            }
    }

    [Theory]
    [InlineData("before", "2027-01-02", true)]
    [InlineData("on its last day", "2027-01-03", true)]
    [InlineData("the day after", "2027-01-04", false)]
    [InlineData("when the number is old as well", "2029-01-04", false)]
    public void A_closure_is_said_until_its_last_day(string when, string today, bool said)
    {
        var call = ContactText.Call(Sample.Ambulance with { ClosedUntil = new DateOnly(2027, 1, 3) }, Texts, Locale.English);
        var shown = Said([call], today);
        Assert.True(shown.Contains("Closed now.", StringComparison.Ordinal) == said, $"{when}: {shown}");
        Assert.Contains("Open day and night.", shown, StringComparison.Ordinal);
    }

    private static string Said(IEnumerable<PageBlock> blocks, string today) =>
        PageText.Of(OldFacts.At([.. blocks], DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), Texts, Locale.English));
}
