using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Content.Search;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>"Did this help?": asked once beside the end of a page, never where it could tell on somebody, and never in the way of anything.</summary>
public class HelpfulnessTests
{
    private static readonly string[] ToHousing = ["[read]", "[de]", "[de/housing]"];

    [Theory]
    [InlineData("the end of a page", "de/housing", true)]
    [InlineData("a page about danger", "de/emergency", false)]
    [InlineData("a page that ends with traps at work", "de/work", false)]
    [InlineData("a door anybody may stand at", "programme/stranded", true)]
    [InlineData("a door whose name can endanger", "programme/counter-trafficking", false)]
    [InlineData("a door for children", "programme/child", false)]
    [InlineData("a way back", "programme/assisted-return", false)]
    public void Is_asked_beside_the_last_card(string what, string page, bool asked) => Assert.True(Read(page).Aside is not null == asked, what);

    /// <summary>The card ends with "do you think of ending your life?".</summary>
    [Fact]
    public void Is_not_asked_beside_a_card_that_speaks_of_danger_in_any_language()
    {
        foreach (var language in Locale.All)
            Assert.True(Reading("ly/health", language).Last.Replies[^1].Aside is null, language.Tag);
    }

    [Theory]
    [InlineData("a child", true, false, false)]
    [InlineData("somebody whose return is locked", false, true, false)]
    [InlineData("somebody to whom staff read aloud", false, false, true)]
    public void Is_not_asked_of(string whom, bool child, bool locked, bool spoken)
    {
        var state = Reading("de/housing").State with { Child = child, ReturnLocked = locked, Spoken = spoken ? new Spoken(SpokenWay.Present) : null, AskedHelped = [] };
        Assert.True(Talks.In(state).Does("[/back]", $"[card:{LastCard("de/housing")}]").Last.Replies[^1].Aside is null, whom);
    }

    [Fact]
    public void Is_not_asked_before_the_end_nor_in_the_list_of_cards()
    {
        Assert.Null(Talks.In("en", "de").Does(ToHousing).Last.Replies[^1].Aside);
        Assert.Null(Talks.In("en", "de").Does([.. ToHousing, "[card:0]"]).Last.Replies[^1].Aside);
    }

    [Fact]
    public void Is_asked_beside_what_a_search_answered()
    {
        var page = Page("de/housing");
        var question = page.Front.AlsoAskedAs.First(q => TestBook.Real.Search.Find(Locale.English, q, "de").Sureness == Sureness.Answer);
        Assert.NotNull(Talks.In("en", "de").Does(question).Last.Replies[^1].Aside);
    }

    [Fact]
    public void Is_asked_once_a_page_and_takes_no_number()
    {
        var talk = Reading("de/housing");
        Assert.DoesNotContain(Helpfulness.Yes, talk.State.Readings);
        Assert.Null(talk.Does("[/back]", $"[card:{LastCard("de/housing")}]").Last.Replies[^1].Aside);
        Assert.NotNull(talk.Does("[/menu]", "[read]", "[de]", "[de/language]", $"[card:{LastCard("de/language")}]").Last.Replies[^1].Aside);
    }

    [Fact]
    public void A_yes_is_thanked_in_one_line_and_the_page_stays_open()
    {
        var talk = Reading("de/housing");
        var offered = talk.Offered.ToList();
        talk.Does("[helped:yes]");
        Assert.Equal(new Effect.NoteHelped("de/housing", Locale.English, "de", Helped: true), Assert.Single(talk.Last.Effects));
        Assert.True(talk.Says("helped.thanks"));
        Assert.Single(Assert.Single(talk.Last.Replies).Blocks);
        Assert.Equal(offered, talk.Offered);
    }

    [Fact]
    public void A_no_is_offered_three_other_topics_and_a_person()
    {
        var talk = Reading("de/housing").Does("[helped:no]");
        Assert.Equal(new Effect.NoteHelped("de/housing", Locale.English, "de", Helped: false), Assert.Single(talk.Last.Effects));
        Assert.True(talk.Says("helped.sorry"));
        Assert.Equal(["/human"], talk.Last.Replies[0].Options.Select(o => o.Value));
        var topics = talk.Offered.Where(o => o.StartsWith("de/", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, topics.Count);
        Assert.DoesNotContain("de/housing", topics);
        Assert.True(talk.Does($"[{topics[0]}]").State.Mode is Mode.Reading { Page: var page } && page == topics[0]);
    }

    [Theory]
    [InlineData("pressed twice", "[helped:yes]", "[helped:no]")]
    [InlineData("pressed after going on", "[/menu]", "[helped:yes]")]
    [InlineData("a yes written to nobody", "hello", "yes")]
    [InlineData("its value written by hand", "hello", "helped:yes")]
    public void Counts_nothing_when(string what, string before, string then) =>
        Assert.True(Reading("de/housing").Does(before, then).Last.Effects.All(e => e is not Effect.NoteHelped), what);

    private static Reply Read(string page) => Reading(page).Last.Replies[^1];

    private static Talks Reading(string page, Locale? language = null)
    {
        var talk = Talks.In(ConversationState.New with { Language = language ?? Locale.English, Place = "de", Mode = new Mode.Reading(page, Shelf.Overview) });
        return LastCard(page) is >= 0 and var last ? talk.Does($"[card:{last}]") : talk;
    }

    private static int LastCard(string page) => Page(page).Cards.Length - 1;

    private static Page Page(string id) => TestBook.Real.Library.Find(new PageId(id[..id.IndexOf('/', StringComparison.Ordinal)], id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..]), Locale.English)!;
}
