using System.Net;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Bot.Tests;

/// <summary>What strange input gets: a clear sentence and the current question again; nothing stored, nothing lost, never a 5xx.</summary>
public sealed class BadInputTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private BotApp App => shared.App;

    [Theory]
    [InlineData("no field at all", "")]
    [InlineData("not ours", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("too short", "AAAA")]
    [InlineData("no alphabet of ours", "????????????????????????????????????")]
    public async Task A_forged_form_changes_nothing(string why, string token)
    {
        using var browser = await Way.To(App, "danger");
        var before = await App.ConversationOf(browser);
        await browser.Post([("t", token), ("c", "no")]);
        Assert.True((await App.ConversationOf(browser)).Version == before.Version, why);
        Assert.Contains(Say("web.not_ours"), browser.Words);
        Assert.Contains("Are you in danger now, or do you need a doctor today?", browser.Words);
    }

    [Theory]
    [InlineData("stale", "en", "he will kill me")]
    [InlineData("stale", "ar", "سيقتلونني الآن ساعدوني")]
    [InlineData("not ours", "ar", "سيقتلونني الآن ساعدوني")]
    [InlineData("not ours", "fr", "il va me tuer")]
    [InlineData("too long", "ar", "سيقتلونني الآن ساعدوني")]
    [InlineData("too long at its end", "en", "he will kill me")]
    [InlineData("used", "en", "he will kill me")]
    [InlineData("no cookie", "ar", "سيقتلونني الآن ساعدوني")]
    public async Task A_cry_for_help_is_heard_whatever_is_wrong_with_the_page(string wrong, string language, string words)
    {
        using var browser = await Way.To(App, "question");
        var old = browser.Form();
        await browser.Post(browser.Form(("c", "yes")));
        var token = wrong switch { "not ours" => "AAAA", "stale" or "used" => old[0].Item2, _ => browser.Form()[0].Item2 };
        var text = wrong switch { "too long" => words + new string('x', 3_000), "too long at its end" => string.Concat(Enumerable.Repeat("far ", 900)) + words, _ => words };
        using var tab = wrong == "no cookie" ? new Browser(App) : browser;
        await tab.Post([("t", token), ("w", text)]);
        Assert.True(tab.Words.Contains(Say("danger.heard"), StringComparison.Ordinal), $"{wrong} {language}: {tab.Words}");
        Assert.DoesNotContain("kill me", tab.Page.Split("<textarea")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_answer_from_a_page_already_used_is_not_lost_in_silence()
    {
        using var browser = await Way.To(App, "question");
        var form = browser.Form(("c", "yes"));
        await browser.Post(form);
        var after = (await App.ConversationOf(browser)).Version;
        await browser.Post([form[0], ("c", "no")]);
        Assert.Contains(Say("wrong.stale"), browser.Words);
        Assert.Equal(after, (await App.ConversationOf(browser)).Version);
    }

    [Fact]
    public async Task A_form_of_another_session_is_worth_nothing()
    {
        using var mine = await Way.To(App, "danger");
        using var other = await Way.To(App, "danger");
        await mine.Post([("t", other.Form()[0].Item2), ("c", "no")]);
        Assert.Contains(Say("web.not_ours"), mine.Words);
    }

    [Fact]
    public async Task The_same_form_sent_again_counts_once()
    {
        using var browser = await Way.To(App, "question");
        var form = browser.Form(("c", "yes"));
        await browser.Post(form);
        var after = await App.ConversationOf(browser);
        await browser.Post(form);
        await browser.Post([.. browser.Form().Take(0), form[0], ("c", "no")]);
        Assert.Equal(after.Version, (await App.ConversationOf(browser)).Version);
        Assert.Contains("Are you in danger now, or do you need a doctor today?", browser.Words);
    }

    [Fact]
    public async Task The_same_form_sent_at_the_same_time_counts_once()
    {
        using var browser = await Way.To(App, "question");
        var before = (await App.ConversationOf(browser)).Version;
        var form = browser.Form(("c", "yes"));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var tab = new Browser(App) { Session = browser.Session, Scripted = true };
            await tab.Post(form);
            Assert.Equal(HttpStatusCode.OK, tab.Response.StatusCode);
        }));
        Assert.Equal(before + 1, (await App.ConversationOf(browser)).Version);
    }

    [Fact]
    public async Task Two_tabs_at_once_lose_no_answer_and_store_no_stale_one()
    {
        using var one = await Way.To(App, "missing");
        using var two = new Browser(App) { Session = one.Session };
        await two.Get("/");
        await one.Tick("food");
        await two.Write("my brother is ill");
        Assert.Contains(Say("wrong.stale"), two.Words);
        Assert.Contains(">my brother is ill</textarea>", two.Page);
        Assert.Contains("Who is with you?", two.Words);
        Assert.DoesNotContain("brother", (await App.ConversationOf(one)).State.Dialogs["stranded"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_page_with_an_old_question_is_shown_the_open_one()
    {
        using var browser = await Way.To(App, "question");
        var old = browser.Form(("c", "yes"));
        await browser.Press("yes");
        using var stale = new Browser(App) { Session = browser.Session };
        await stale.Get("/");
        var fresh = stale.Form()[0];
        await browser.Press("no");
        await stale.Post([fresh, ("c", "no")]);
        Assert.Contains(Say("wrong.stale"), stale.Words);
        Assert.Contains("How old", browser.Words, StringComparison.OrdinalIgnoreCase);
        _ = old;
    }

    [Fact]
    public async Task Controls_work_from_a_stale_page_too()
    {
        using var browser = await Way.To(App, "question");
        using var stale = new Browser(App) { Session = browser.Session };
        await stale.Get("/");
        await browser.Press("yes");
        await stale.Press("/danger");
        Assert.Contains("class=d", stale.Page);
    }

    [Fact]
    public async Task Of_too_long_a_message_as_much_as_is_allowed_stays_in_the_field_and_nothing_is_stored()
    {
        using var browser = await Way.To(App, "home");
        var before = (await App.ConversationOf(browser)).Version;
        var words = string.Concat(Enumerable.Repeat("too long ", 300));
        await browser.Write(words);
        Assert.Contains(Say("wrong.too_long"), browser.Words);
        Assert.Contains($">{words[..Limits.CharactersPerMessage].TrimEnd()}</textarea>", browser.Page);
        Assert.Equal(before, (await App.ConversationOf(browser)).Version);
    }

    [Theory]
    [InlineData("no letter", "w=help%00me", "application/x-www-form-urlencoded")]
    [InlineData("bytes that are no letters", "w=\u00e3\u00ff\u00fe", "application/x-www-form-urlencoded")]
    [InlineData("no form", "{\"w\":\"help\"}", "application/json")]
    [InlineData("half a form", "--x", "multipart/form-data; boundary=x")]
    public async Task What_cannot_be_read_is_said_in_the_language_of_the_conversation_and_the_question_asked_again(string why, string body, string type)
    {
        using var browser = await Way.To(App, "place", "ar");
        var before = (await App.ConversationOf(browser)).Version;
        var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = content });
        Assert.True(browser.Response.StatusCode == HttpStatusCode.OK && browser.Words.Contains(App.Book.Texts.Text(Locale.Arabic, "web.retype"), StringComparison.Ordinal), $"{why}: {browser.Response.StatusCode} {browser.Words}");
        Assert.Contains(App.Book.Texts.Text(Locale.Arabic, "choose.place"), browser.Words);
        Assert.Contains("></textarea>", browser.Page);
        Assert.Equal(before, (await App.ConversationOf(browser)).Version);
    }

    [Fact]
    public async Task An_enormous_form_gets_a_sentence()
    {
        using var browser = await Way.To(App, "home");
        await browser.Write(new string('a', 900_000));
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        Assert.Contains(Say("wrong.too_long"), browser.Words);
    }

    [Fact]
    public async Task Nothing_written_is_said_plainly()
    {
        using var browser = await Way.To(App, "home");
        await browser.Write("  ");
        Assert.Contains(Say("wrong.empty"), browser.Words);
    }

    [Fact]
    public async Task Control_characters_and_markup_do_no_harm()
    {
        using var browser = await Way.To(App, "home");
        await browser.Write("\u0000\u202e<script>alert(1)</script>\u0007\ud800");
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        Assert.DoesNotContain("<script>alert", browser.Page);
    }

    [Fact]
    public async Task Without_a_cookie_the_beginning_is_shown_and_why()
    {
        using var browser = await Way.To(App, "home");
        browser.Session = null;
        await browser.Press("ask");
        Assert.Contains(Say("web.no_cookie"), browser.Words);
    }

    [Fact]
    public async Task A_strange_cookie_is_no_session()
    {
        using var browser = new Browser(App) { Session = "../../etc/passwd" };
        await browser.Get("/");
        Assert.Equal(22, browser.Session!.Length);
    }

    [Fact]
    public async Task A_failing_store_is_a_sentence_and_leaving_still_works()
    {
        await using var app = await BotApp.Start(s => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<Content.Conversations.IConversationStore, BrokenStore>(s));
        using var browser = await new Browser(app).Get("/de/housing");
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        browser.Session = new string('A', 22) + ".ar";
        await browser.Get("/");
        Assert.Contains(app.Book.Texts.Text(Locale.Arabic, "web.trouble"), browser.Words);      // as the conversation did, not the browser
        browser.Session = new string('A', 22);
        await browser.Get("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, browser.Response.StatusCode);
        Assert.Contains(Say("web.trouble"), browser.Words);
        Assert.DoesNotContain("Exception", browser.Page);
        await browser.Post([("l", "en")], "/leave");
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        Assert.Null(browser.Session);
    }

    [Fact]
    public async Task Random_forms_never_break_anything()
    {
        var random = new Random(20261121);
        var points = new[] { "language", "place", "home", "question", "consent", "missing" };
        foreach (var point in points)
        {
            using var browser = await Way.To(App, point);
            for (var i = 0; i < 60; i++)
            {
                if (random.Next(6) == 0)
                    browser.Scripted = !browser.Scripted;
                var form = random.Next(4) == 0 ? [] : browser.Form();
                await browser.Post([.. form, .. Noise(random)], random.Next(12) == 0 ? "/leave" : "/chat");
                Assert.True((int)browser.Response.StatusCode < 500, $"{point} {i}: {browser.Response.StatusCode}");
                Assert.DoesNotContain("   at Outreach.", browser.Page);
                await browser.Get("/");
                Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
            }
        }
    }

    [Theory]
    [InlineData("GET", "/chat")]
    [InlineData("PUT", "/chat")]
    [InlineData("POST", "/")]
    [InlineData("GET", "/leave")]
    [InlineData("GET", "/news?v=x")]
    [InlineData("GET", "/%00%ff/x")]
    [InlineData("GET", "/de/housing/more")]
    public async Task Other_ways_in_are_no_errors_of_ours(string method, string path)
    {
        using var browser = new Browser(App);
        await browser.Send(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.True((int)browser.Response.StatusCode < 500);
    }

    private static IEnumerable<(string, string)> Noise(Random random)
    {
        for (var i = random.Next(4); i >= 0; i--)
            yield return (Pick(random, "c", "w", "m", "t", "h", "l", "x"), Pick(random, "", "yes", "no", "/back", "/delete", "/exit", "//many", "ask:stranded", "card:9999999999", "card:", "card", "go-on", "new-code", "send", "1", "١", "de", "ar!de/housing", "!!", "programme/", "programme/x#9", new string('x', random.Next(3000)), RandomText(random)));
    }

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];

    private static string RandomText(Random random) => new([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(0xffff))]);

    private string Say(string key) => App.Book.Texts.Text(Locale.English, key);
}
