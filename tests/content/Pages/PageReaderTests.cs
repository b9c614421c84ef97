using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Tests.Pages;

/// <summary>What pages may be written with, and what each becomes.</summary>
public class PageReaderTests
{
    [Theory]
    [InlineData("Plain words\non two lines.", "p:Plain words on two lines.")]
    [InlineData("Go **now**, ask for the *Jobcenter*.", "p:Go |strong:now|, ask for the |host de:Jobcenter|.")]
    [InlineData("Read [UNHCR](https://help.unhcr.org).", "p:Read |UNHCR→https://help.unhcr.org|.")]
    [InlineData("**[Read this](page:de/asylum)** and [that](programme:stranded)", "p:strong:Read this→page:de/asylum| and |that→programme:stranded")]
    [InlineData("- one\n- **two**", "l:one ; strong:two")]
    [InlineData("1. one\n2. two", "n:one ; two")]
    [InlineData("> Do not sign.", "w:Do not sign.")]
    [InlineData("> First.\n>\n> Second.", "w:First. / w:Second.")]
    [InlineData("[](contact:de/112)", "c:112")]
    [InlineData("[](contact:de/112)\n[](contact:de/112)", "c:112 / c:112")]
    [InlineData("Costs 5 \\* 3 & more < 20 %", "p:Costs 5 * 3 & more < 20 %")]
    public void Reads(string text, string expected) =>
        Assert.Equal(expected, string.Join(" / ", Sample.Card(text).Select(Show)));

    [Theory]
    [InlineData("HTML", "<b>bold</b>", 2010)]
    [InlineData("an HTML block", "<script>alert(1)</script>", 2010)]
    [InlineData("an HTML comment", "<!-- later -->", 2010)]
    [InlineData("an HTML code", "a &lt; b", 2010)]
    [InlineData("an image", "![x](https://example.org/x.png)", 2010)]
    [InlineData("code", "`code`", 2010)]
    [InlineData("fenced code", "```\ncode\n```", 2010)]
    [InlineData("indented code", "Words.\n\n    code", 2010)]
    [InlineData("a table", "|a|b|\n|-|-|\n|1|2|", 2010)]
    [InlineData("a large heading", "# Title", 2010)]
    [InlineData("a small heading", "### Small", 2010)]
    [InlineData("a heading with a line below", "Words\n---", 2010)]
    [InlineData("a line across", "Words.\n\n---", 2010)]
    [InlineData("a list in a list", "- one\n  - two", 2010)]
    [InlineData("two paragraphs in an entry", "- one\n\n  two", 2010)]
    [InlineData("other list signs", "* one", 2010)]
    [InlineData("other numbers", "3. three", 2010)]
    [InlineData("a list in a warning", "> - one", 2010)]
    [InlineData("underscores", "_word_", 2010)]
    [InlineData("emphasis in emphasis", "***word***", 2010)]
    [InlineData("a bare address", "<https://example.org>", 2010)]
    [InlineData("a reference", "[a][b]\n\n[b]: https://example.org", 2010)]
    [InlineData("a title", "[a](https://example.org \"t\")", 2010)]
    [InlineData("a line break", "one  \ntwo", 2010)]
    [InlineData("http", "[a](http://example.org)", 2011)]
    [InlineData("javascript", "[a](javascript:alert)", 2011)]
    [InlineData("a user in the address", "[a](https://bank.org@evil.org)", 2011)]
    [InlineData("a relative address", "[a](../x)", 2011)]
    [InlineData("a telephone link", "[a](tel:112)", 2011)]
    [InlineData("no words", "[](https://example.org)", 2012)]
    [InlineData("a contact with words", "[call](contact:de/112)", 2013)]
    [InlineData("a contact in a text", "Call [](contact:de/112) now", 2013)]
    [InlineData("a contact in a list", "- [](contact:de/112)", 2010)]
    [InlineData("a contact that is not there", "[](contact:de/999)", 2014)]
    [InlineData("text that turns the direction", "abc\u202Edef", 2098)]
    public void Refuses(string what, string text, int code)
    {
        var page = Sample.Read($"Lead.\n\n## Card\n{text}\n");
        Assert.True(page.Problems.Any(p => p.Code == code), $"{what}: {string.Join('\n', page.Problems)}");
        Assert.All(page.Problems, p => Assert.StartsWith("library/de/housing.en.md", p.Where, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_file_and_line()
    {
        var lines = Sample.Text("Lead.\n\n## Card\nFine.\n\n<b>\n").Split('\n');
        var expected = $"library/de/housing.en.md:{Array.IndexOf(lines, "<b>") + 1}";
        Assert.Equal(expected, Assert.Single(Sample.Read("Lead.\n\n## Card\nFine.\n\n<b>\n").Problems).Where);
    }

    [Theory]
    [InlineData("## Who {#who}\nx", "who", "Who")]
    [InlineData("## No anchor\nx", "c1", "No anchor")]
    [InlineData("## Braces {no} here\nx", "c1", "Braces {no} here")]
    public void Takes_anchors(string card, string anchor, string title)
    {
        var read = Sample.Read($"Lead.\n\n{card}\n").Value!.Cards[0];
        Assert.Equal((anchor, title), (read.Anchor, read.Title));
    }

    [Theory]
    [InlineData("no lead", "## Card\nx", 2017)]
    [InlineData("no card", "Lead.", 2018)]
    [InlineData("an empty card", "Lead.\n\n## Card\n\n## Other\nx", 2016)]
    [InlineData("one anchor twice", "Lead.\n\n## A {#a}\nx\n\n## B {#a}\nx", 2019)]
    [InlineData("markup in a heading", "Lead.\n\n## A **bold** one\nx", 2010)]
    [InlineData("a heading without words", "Lead.\n\n##\nx", 2090)]
    [InlineData("nothing", "", 2017)]
    public void Refuses_pages_with(string what, string body, int code) =>
        Assert.True(Sample.Read(body).Problems.Any(p => p.Code == code), what);

    [Fact]
    public void A_card_holds_900_characters_whatever_contacts_it_has()
    {
        string Card(int length) => $"Lead.\n\n## Card\n{new string('a', length)}\n\n[](contact:de/112)\n";
        Assert.True(Sample.Read(Card(900)).Ok);
        Assert.Equal(2015, Assert.Single(Sample.Read(Card(901)).Problems).Code);
    }

    [Fact]
    public void Terms_on_a_page_without_place_have_no_language()
    {
        var page = PageReader.Read(Sample.Text("Lead.\n\n## A\n*Term*"), Sample.File with { HostLanguage = null }, Sample.Contact).Value!;
        Assert.Equal(new Run("Term", Emphasis.HostTerm), Assert.IsType<PageBlock.Paragraph>(page.Cards[0].Blocks[0]).Runs[0]);
    }

    [Theory]
    [InlineData("a hundred thousand brackets", "[")]
    [InlineData("a hundred thousand quotes", ">")]
    [InlineData("a hundred thousand stars", "*")]
    [InlineData("lists in lists", "- ")]
    [InlineData("brackets and stars", "*[")]
    public async Task Survives(string what, string part)
    {
        var body = "Lead.\n\n## A\n" + string.Concat(Enumerable.Repeat(part, 50_000 / part.Length)) + "x\n";
        var read = Task.Run(() => Sample.Read(body));
        Assert.True(await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(20))) == read, what);
        await read;
    }

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read() => Assert.Equal(2002, Assert.Single(Sample.Read(new string('a', PageLimits.File)).Problems).Code);

    private static string Show(PageBlock block) => block switch
    {
        PageBlock.Paragraph(var runs) => "p:" + Show(runs),
        PageBlock.Warning(var runs) => "w:" + Show(runs),
        PageBlock.Bullets(var numbered, var items) => (numbered ? "n:" : "l:") + string.Join(" ; ", items.Select(i => Show(i))),
        PageBlock.Call call => "c:" + call.Number,
        _ => block.ToString(),
    };

    private static string Show(IEnumerable<Run> runs) => string.Join('|', runs.Select(r =>
        (r.Emphasis == Emphasis.Strong ? "strong:" : r.Emphasis == Emphasis.HostTerm ? $"host {r.Language}:" : "") + r.Text + (r.Link is null ? "" : "→" + r.Link)));
}
