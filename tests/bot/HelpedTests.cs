using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Bot.Tests;

/// <summary>"Did this help?" in the browser: two small buttons in the form that is there anyway, with and without scripts.</summary>
public sealed class HelpedTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const int ScriptedTurn = 1536;
    private static readonly string[] Calm = ["language", "housing", "documents", "education", "daily-life"];

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Stands_below_the_last_card_and_an_answer_is_thanked(string tag)
    {
        var language = Locale.All.Single(l => l.Tag == tag);
        foreach (var scripted in (bool[])[false, true])
        {
            using var browser = await AtTheEnd(tag, scripted);
            Assert.Contains($"<fieldset class=q><legend>{Say(language, "helped.question")}</legend><button name=c value=\"helped:yes\">{Say(language, "helped.yes")}</button>", browser.Page, StringComparison.Ordinal);

            await browser.Press("helped:yes");
            Assert.Contains(Say(language, "helped.thanks"), browser.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("helped:", browser.Page, StringComparison.Ordinal);
            Assert.True(!scripted || browser.Bytes <= ScriptedTurn, $"the thanks: {browser.Bytes}");
        }
    }

    [Fact]
    public async Task A_no_leads_on_to_other_pages_and_to_a_person()
    {
        using var browser = await AtTheEnd("en", scripted: false);
        await browser.Press("helped:no");
        Assert.Contains("value=\"/human\"", browser.Page, StringComparison.Ordinal);
        Assert.Equal(3, browser.Page.Split("value=\"de/").Length - 1);
    }

    [Fact]
    public async Task A_button_of_an_older_page_counts_nothing_again()
    {
        using var browser = await AtTheEnd("en", scripted: false);
        var old = browser.Form(("c", "helped:no"));
        await browser.Press("helped:yes");
        await browser.Post(old);
        Assert.DoesNotContain(Say(Locale.English, "helped.sorry"), browser.Words, StringComparison.Ordinal);
    }

    /// <summary>At the end of a page that tells of no danger in that language; one page or another may.</summary>
    private async Task<Browser> AtTheEnd(string tag, bool scripted)
    {
        foreach (var topic in Calm)
        {
            var browser = await new Browser(shared.App, tag).Get($"/?lang={tag}&topic=de/{topic}");
            browser.Scripted = scripted;
            await browser.Press("card:0");
            await browser.Press("/back");
            var last = shared.App.Book.Library.Find(new PageId("de", topic), Locale.All.Single(l => l.Tag == tag))!.Cards.Length - 1;
            if ((await browser.Press($"card:{last}")).Page.Contains("helped:", StringComparison.Ordinal))
                return browser;
            browser.Dispose();
        }
        throw new InvalidOperationException($"nothing is asked in {tag}");
    }

    private string Say(Locale language, string key) => shared.App.Book.Texts.Text(language, key);
}
