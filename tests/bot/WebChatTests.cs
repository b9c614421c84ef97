using System.Net;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Bot.Tests;

public sealed class WebChatTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private BotApp App => shared.App;

    [Fact]
    public async Task Looking_stores_nothing_and_the_first_answer_does()
    {
        using var browser = await new Browser(App).Get("/");
        Assert.Equal(0, (await App.ConversationOf(browser)).Version);
        await browser.Press("en");
        Assert.True((await App.ConversationOf(browser)).Version > 0);
        Assert.Contains("In which country are you now?", browser.Words);
    }

    [Fact]
    public async Task A_form_is_answered_by_a_redirect_so_that_reloading_sends_nothing_again()
    {
        using var browser = await new Browser(App).Get("/");
        await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = new FormUrlEncodedContent(browser.Form(("c", "en")).Select(f => KeyValuePair.Create(f.Item1, f.Item2))) });
        Assert.Equal(HttpStatusCode.SeeOther, browser.Response.StatusCode);
        Assert.Equal("/#now", browser.Response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_greeting_speaks_the_language_of_the_browser_and_the_page_is_marked_so()
    {
        using var browser = await new Browser(App, "ar-LY").Get("/");
        Assert.Contains("<html lang=ar dir=rtl>", browser.Page);
        await browser.Press("fa");
        Assert.Contains("<html lang=fa dir=rtl>", browser.Page);
    }

    [Theory]
    [InlineData("ti", "ltr", "ትግርኛ", "ልምዓት እደሊ ኣለኹ")]
    [InlineData("so", "ltr", "Soomaali", "Waxaan u baahanahay caawimaad")]
    [InlineData("ps", "rtl", "پښتو", "زه مرستې ته اړتیا لرم")]
    [InlineData("ckb", "rtl", "کوردی (سۆرانی)", "من پێویستم بە یارمەتییە")]
    [InlineData("ha", "ltr", "Hausa", "Ina bukatar taimako")]
    [InlineData("bn", "ltr", "বাংলা", "আমার সাহায্য দরকার")]
    [InlineData("ur", "rtl", "اردو", "مجھے مدد چاہیے")]
    [InlineData("tr", "ltr", "Türkçe", "Yardıma ihtiyacım var")]
    public async Task A_language_we_only_greet_in_is_marked_as_itself_on_its_button_and_in_its_greeting(string tag, string direction, string name, string words)
    {
        using var browser = await new Browser(App).Get("/");
        Assert.Contains($"<button name=c value=\"{tag}\"><span lang={tag} dir={direction}>{name}</span></button>", browser.Page, StringComparison.Ordinal);
        await browser.Write(words);
        Assert.Contains($"<p class=note><span lang=\"{tag}\" dir=auto>", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_leads_into_the_chat_with_its_language_and_topic()
    {
        using var browser = await new Browser(App).Get("/?lang=ar&topic=de/housing");
        Assert.Contains(App.Book.Library.Exactly(new("de", "housing"), Locale.Arabic)!.Front.Title, browser.Words);
        await browser.Press("card:1");
        Assert.Contains(App.Book.Library.Exactly(new("de", "housing"), Locale.Arabic)!.Cards[1].Title, browser.Words);
    }

    [Theory]
    [InlineData("the first", "/?lang=ar&lang=fr", "ar")]
    [InlineData("the first that we speak", "/?lang=xx&lang=fr&lang=ar", "fr")]
    [InlineData("on a page too", "/de/housing?lang=ar&lang=fr", "ar")]
    [InlineData("where nothing is, too", "/nothing?lang=uk&lang=fr", "uk")]
    public async Task Of_several_languages_in_an_address_one_counts(string why, string address, string tag)
    {
        using var browser = await new Browser(App).Get(address);
        Assert.True(browser.Page.Contains($"<html lang={tag} ", StringComparison.Ordinal), why);
    }

    [Fact]
    public async Task What_is_said_beside_the_conversation_speaks_its_language()
    {
        using var browser = await Way.To(App, "place", "ar");
        await browser.Get("/nothing");
        Assert.Contains("<html lang=ar dir=rtl>", browser.Page);
        await browser.Get("/said");
        Assert.Contains("<html lang=ar dir=rtl>", browser.Page);
    }

    [Theory]
    [InlineData("no language", "/?lang=xx")]
    [InlineData("a very long one", "/?lang=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("markup", "/?lang=%22%3E%3Cscript%3E&topic=%3Cscript%3E")]
    [InlineData("a topic that is not there", "/?lang=en&topic=de/nothing")]
    public async Task Strange_addresses_show_the_greeting(string why, string address)
    {
        using var browser = await new Browser(App).Get(address);
        Assert.True(browser.Response.StatusCode == HttpStatusCode.OK, why);
        Assert.DoesNotContain("<script>", browser.Page);
    }

    [Fact]
    public async Task The_bar_shows_the_number_of_the_place_where_the_person_is()
    {
        using var browser = await At("home");
        Assert.Contains("href=\"tel:112\"", browser.Page);
        await browser.Press("/danger");
        Assert.Contains("class=call", browser.Page);
        Assert.Contains("class=d", browser.Page);
    }

    [Fact]
    public async Task Boxes_can_be_ticked_together()
    {
        using var browser = await At("missing");
        Assert.Contains("type=checkbox name=m value=\"food\"", browser.Page);
        await browser.Tick();
        Assert.Contains(App.Book.Texts.Text(Locale.English, "wrong.empty"), browser.Words);
        await browser.Tick("food", "bed");
        var conversation = await App.ConversationOf(browser);
        Assert.Equal(new Answer.Given("food bed"), conversation.State.Dialogs["stranded"].At(new AnswerPath("missing")));
    }

    [Fact]
    public async Task Progress_is_said_in_words()
    {
        using var browser = await At("question");
        Assert.Contains("Question 1 of", browser.Words);
        Assert.Contains("<progress aria-hidden=true value=1", browser.Page);
    }

    [Fact]
    public async Task The_script_gets_only_what_is_new()
    {
        using var browser = await At("question");
        browser.Scripted = true;
        var token = browser.Form()[0].Item2;
        await browser.Press("yes");
        Assert.DoesNotContain("<html", browser.Page);
        var head = browser.Page.Split('\n')[0].Split(' ');
        Assert.NotEqual(token, head[0]);
        Assert.Equal((await App.ConversationOf(browser)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture), head[1]);
        Assert.StartsWith("en.de", head[2], StringComparison.Ordinal);
        Assert.Contains("<li class=a", browser.Page);
    }

    [Fact]
    public async Task What_staff_write_reaches_the_open_page_and_the_frame()
    {
        using var browser = await At("home");
        var conversation = await App.ConversationOf(browser);
        await browser.Get($"/news?v={conversation.Version}");
        Assert.Equal(HttpStatusCode.NoContent, browser.Response.StatusCode);
        await App.Runner.Run(conversation.Id, new("staff-1"), new Input.StaffSaid("نراك غدًا <b>", Locale.Arabic, Untranslated: false), CancellationToken.None);
        await browser.Get($"/news?v={conversation.Version}");
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        Assert.Contains("<li class=s lang=ar dir=rtl>", browser.Page);
        Assert.Contains("نراك غدًا &lt;b&gt;", browser.Page);
        await browser.Get("/said");
        Assert.Contains("نراك غدًا", browser.Page);
        Assert.Equal("20", browser.Response.Headers.GetValues("Refresh").Single());
        Assert.Contains("frame-ancestors 'self'", browser.Response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Leaving_drops_cookie_and_conversation_and_moves_outward()
    {
        using var browser = await At("question");
        var before = await App.ConversationOf(browser);
        await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/leave") { Content = new FormUrlEncodedContent([KeyValuePair.Create("l", "en")]) });
        Assert.Equal(HttpStatusCode.SeeOther, browser.Response.StatusCode);
        Assert.Contains("max-age=0", browser.Response.Headers.GetValues("Set-Cookie").Single());
        Assert.Null(browser.Session);
        Assert.Null(await App.Store.Load(before.Id, new("look"), CancellationToken.None));
        await browser.Get(browser.Response.Headers.Location!.OriginalString);
        Assert.StartsWith("1;url=https://", browser.Response.Headers.GetValues("Refresh").Single(), StringComparison.Ordinal);
        Assert.True(browser.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(App.Book.Office.Name, browser.Page);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writing_that_one_wants_to_leave_is_leaving(bool scripted)
    {
        using var browser = await At("home");
        browser.Scripted = scripted;
        await browser.Write("/exit");
        Assert.Null(browser.Session);
        Assert.Contains(scripted ? "bye" : App.Book.Texts.Text(Locale.English, "web.bye.title"), browser.Page);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_page_after_leaving_speaks_the_language_of_the_person_with_scripts_and_without(bool scripted)
    {
        using var browser = await At("home");
        browser.Scripted = scripted;
        await browser.Write("/language");
        await browser.Press("fr");
        await browser.Write("quitter");
        await browser.Get(scripted ? $"/bye?lang={browser.Page.Trim().Split(' ')[1]}" : "/bye?lang=fr");
        Assert.Contains(App.Book.Texts.Text(Locale.French, "web.bye.title"), browser.Page);
    }

    [Fact]
    public async Task Leaving_works_without_anything_to_leave()
    {
        using var browser = new Browser(App);
        await browser.Post([("l", "../../x")], "/leave");
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
    }

    [Fact]
    public async Task Every_page_forbids_what_it_does_not_need()
    {
        using var browser = new Browser(App);
        foreach (var path in (string[])["/", "/de", "/de/housing", "/programme/stranded", "/nothing", "/bye"])
        {
            await browser.Get(path);
            var headers = browser.Response.Headers;
            Assert.StartsWith("default-src 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
            Assert.False(headers.Contains("Server"));
            Assert.DoesNotContain(" style=", browser.Page);
            Assert.DoesNotContain(" onclick=", browser.Page);
        }
    }

    [Fact]
    public async Task Over_https_the_cookie_is_bound_to_the_host_and_leaving_clears_the_site()
    {
        await using var app = await BotApp.Start(null, "--Outreach:PublicUrl=https://help.example.org");
        using var browser = await new Browser(app).Get("/");
        var cookie = browser.Response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-o=", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly; samesite=lax; secure", cookie);
        await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/leave"));
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", browser.Response.Headers.GetValues("Clear-Site-Data").Single());
    }

    /// <summary>A browser that has come as far as a point of the way to help for the stranded.</summary>
    private Task<Browser> At(string point) => Way.To(App, point);
}
