using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.BotFramework;
using Outreach.Bot.Web;
using Outreach.Content.Dialogs;
using Outreach.Content.Directory;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;
using Outreach.Tui;

namespace Outreach.Bot.Tests;

/// <summary>
/// The clock stands 13 months ahead and nobody has looked at anything. Every page and contact goes through every renderer, in every language:
/// no fee, sum, deadline or number may stand there without its date and the next best way.
/// </summary>
public sealed partial class ClockTests
{
    private static readonly DateTimeOffset Later = new(2027, 12, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2027, 12, 22);
    private static readonly Book Book = TestBook.Real;

    private static readonly Dictionary<string, Func<Reply, string>> Renderers = new()
    {
        ["the web chat"] = r => Plain(Html(r)),
        ["messengers"] = ActivityText.Of,
        ["the kiosk"] = r => string.Join('\n', PageLines.Of(r).Select(b => b.Text)),
        ["plain text"] = r => PageText.Of(r.Blocks),
        ["a short message"] = r => PageText.Within(r.Blocks, 600),
        ["a very short message"] = r => PageText.Within(r.Blocks, 300),
    };

    private static readonly Dictionary<string, Func<Reply, string>> Careless = new()
    {
        ["a channel without warnings"] = r => PageText.Of([.. r.Blocks.Where(b => b is not PageBlock.Warning)]),
        ["a channel that names numbers only"] = r => string.Join('\n', r.Blocks.Select(b => b is PageBlock.Call call ? call.Number ?? call.Link : PageText.Of(b))),
        ["a channel that puts warnings last"] = r => PageText.Of([.. r.Blocks.OrderBy(b => b is PageBlock.Warning)]),
    };

    public static TheoryData<string> Channels => [.. Renderers.Keys];

    public static TheoryData<string> CarelessChannels => [.. Careless.Keys];

    [Theory]
    [MemberData(nameof(Channels))]
    public void Thirteen_months_later_nothing_old_is_said_without_its_date_and_a_way(string channel)
    {
        var shown = Pages().Concat(Contacts()).ToList();
        Assert.InRange(shown.Count, 4000, int.MaxValue);
        Assert.Empty(shown.SelectMany(s => Naked(Renderers[channel](s.Reply), s)).Take(5));
    }

    [Theory]
    [MemberData(nameof(CarelessChannels))]
    public void A_careless_channel_is_found_out(string channel) =>
        Assert.NotEmpty(Pages().Concat(Contacts()).SelectMany(s => Naked(Careless[channel](s.Reply), s)).Take(1));

    [Fact]
    public void Blocks_that_went_around_the_core_are_found_out()
    {
        var page = Book.Library.Find(new PageId("de", "money"), Locale.English)!;
        var reply = new Reply { Kind = ReplyKind.Card, Language = Locale.English, Blocks = page.Cards[0].Blocks };
        Assert.NotEmpty(Naked(PageText.Of(reply.Blocks), new Shown("de/money#c1", Locale.English, Locale.English, reply.Blocks, reply)));
    }

    [Fact]
    public async Task Nor_on_any_page_of_the_web_in_any_language()
    {
        await using var app = await BotApp.Start(s => s.AddSingleton<TimeProvider>(new TestClock(Later)));
        using var browser = new Browser(app);
        foreach (var locale in Locale.All)
        {
            foreach (var id in Book.Library.All.Select(p => p.Id).Distinct())
            {
                var page = Book.Library.Find(id, locale)!;
                await browser.Get($"/{id.Value}?lang={locale.Tag}");
                var parts = browser.Page.Split("<section");
                Assert.Empty(Naked(Plain(parts[0][parts[0].IndexOf("<article", StringComparison.Ordinal)..]), new Shown(id.Value, page.Locale, page.Locale, page.Lead, null!)));
                foreach (var (card, html) in page.Cards.Zip(parts.Skip(1)))
                    Assert.Empty(Naked(Plain("<section" + html), new Shown($"{id.Value}#{card.Anchor}", page.Locale, page.Locale, card.Blocks, null!)));
                if (FirstContact.At(id.Shelf, Book.Contacts, Book.Texts, locale, Today) is { } first)
                    Assert.Contains(first.Old!, WebUtility.HtmlDecode(parts[0][..parts[0].IndexOf("</header>", StringComparison.Ordinal)]));
            }
            foreach (var shelf in Book.Places.Keys.Append(Library.ProgrammeShelf))
            {
                await browser.Get($"/{shelf}?lang={locale.Tag}");
                var list = WebUtility.HtmlDecode(browser.Page);
                foreach (var page in Book.Library.All.Where(p => p.Id.Shelf == shelf && list.Contains($"> {p.Front.Summary}<", StringComparison.Ordinal)))
                    Assert.Null(OldFacts.Said(page.Front.SummaryFact, Today, Book.Texts, page.Locale));
            }
        }
    }

    /// <summary>What is shown, and what it says before anybody asks how old it is.</summary>
    private sealed record Shown(string What, Locale Page, Locale Reader, ImmutableArray<PageBlock> Raw, Reply Reply);

    /// <summary>Every page and card as the core shows it to a reader of each language.</summary>
    private static IEnumerable<Shown> Pages() =>
        from locale in Locale.All
        from id in Book.Library.All.Select(p => p.Id).Distinct()
        let page = Book.Library.Find(id, locale)!
        from card in Enumerable.Range(-1, page.Cards.Length + 1)
        let state = ConversationState.New with { Language = locale, Mode = new Mode.Reading(id.Value, card) }
        let raw = card < 0 ? [PageBlock.Paragraph.Of(page.Front.Summary) with { Fact = page.Front.SummaryFact }, .. page.Lead] : page.Cards[card].Blocks
        from reply in DialogEngine.Step(Book, state, new Input.Command(GlobalWord.More), new Moment(Later, TimeSpan.Zero)).Replies.TakeLast(1)
        select new Shown($"{id.Value}#{card}", page.Locale, locale, raw, reply);

    /// <summary>Whom to call in danger, in every country and language.</summary>
    private static IEnumerable<Shown> Contacts() =>
        from locale in Locale.All
        from place in Book.Contacts.All.Select(c => c.Place).Where(p => p.Length == 2).Distinct()
        let state = ConversationState.New with { Language = locale, Place = place }
        from reply in DialogEngine.Step(Book, state, new Input.Command(GlobalWord.Danger), new Moment(Later, TimeSpan.Zero)).Replies
        select new Shown($"danger in {place}", locale, locale, [.. Book.Contacts.For(place, "emergency", "police", "ambulance", "protection").Select(c => ContactText.Call(c, Book.Texts, locale))], reply);

    /// <summary>What of the old blocks stands in a text without the whole sentence that has its date and the way.</summary>
    private static IEnumerable<string> Naked(string text, Shown shown)
    {
        foreach (var block in shown.Raw.Where(b => b.Fact is { } fact && fact.Until < Today))
        {
            var sentences = new[] { shown.Page, shown.Reader }.Select(l => OldFacts.Said(block.Fact, Today, Book.Texts, l)!).ToList();
            if (block is PageBlock.Call call)
            {
                foreach (var line in text.Split('\n').Where(l => Says(l, call.Number ?? call.Link!) && l.Contains(call.Who, StringComparison.Ordinal) || l == (call.Number ?? call.Link)))
                    if (!sentences.Any(s => line.Contains(s, StringComparison.Ordinal)))
                        yield return $"{shown.What} {shown.Reader}: {line}";
            }
            else if (Start(block) is var start && text.IndexOf(start, StringComparison.Ordinal) is >= 0 and var at && !sentences.Any(s => text[..at].Contains(s, StringComparison.Ordinal)))
                yield return $"{shown.What} {shown.Reader}: {start}";
        }
    }

    /// <summary>A title may begin with the words of its text.</summary>
    private const int LongerThanATitle = 28;

    /// <summary>The beginning of a block's words, without what stands in front of an entry of a list.</summary>
    private static string Start(PageBlock block)
    {
        var first = block switch { PageBlock.Bullets(_, var items) => items[0], PageBlock.Paragraph(var runs) => runs, PageBlock.Warning(var runs) => runs, _ => [] };
        var words = PageText.Of(first, PageTextLinks.Hidden);
        return words[..Math.Min(words.Length, LongerThanATitle)];
    }

    /// <summary>The number as a number of its own, not a part of a year; or the name of the site.</summary>
    private static bool Says(string line, string number) => Uri.TryCreate(number, UriKind.Absolute, out var uri)
        ? line.Contains(uri.IdnHost, StringComparison.Ordinal)
        : Regex.IsMatch(line, $"(?<![0-9]){Regex.Escape(number)}(?![0-9])");

    private static string Html(Reply reply)
    {
        var html = new HtmlWriter();
        BlockHtml.Write(html, reply.Blocks, reply.Language, "h2");
        return System.Text.Encoding.UTF8.GetString(html.Written.Span);
    }

    /// <summary>HTML as lines: one a block.</summary>
    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(Block().Replace(html, "\n"), ""));

    [GeneratedRegex("</?(p|div|li|ul|ol|h[1-6]|section|article)\\b[^>]*>")]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
