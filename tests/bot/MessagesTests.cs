using System.Net;
using System.Text;
using System.Text.Json;

namespace Outreach.Bot.Tests;

/// <summary>POST /api/messages, as the Bot Framework protocol describes it.</summary>
public sealed class MessagesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static int _next;

    [Theory]
    [InlineData("no JSON", "hello")]
    [InlineData("nothing", "")]
    [InlineData("no type", "{}")]
    [InlineData("an array", "[]")]
    [InlineData("a wrong type of field", "{\"type\":1}")]
    [InlineData("no conversation", "{\"type\":\"message\",\"id\":\"1\",\"channelId\":\"test\",\"from\":{\"id\":\"u\"}}")]
    public async Task What_is_no_activity_is_refused(string why, string body)
    {
        var (status, _) = await Post(shared.App, body);
        Assert.True(status == HttpStatusCode.BadRequest, why);
    }

    [Fact]
    public async Task Replies_come_back_in_the_same_answer()
    {
        var (status, json) = await Post(shared.App, Message("hi", "c1", "a1"));
        Assert.Equal(HttpStatusCode.OK, status);
        var first = JsonDocument.Parse(json).RootElement.GetProperty("activities")[0];
        Assert.Equal("message", first.GetProperty("type").GetString());
        Assert.Equal("a1", first.GetProperty("replyToId").GetString());
        Assert.Equal("bot", first.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("tel", first.GetProperty("recipient").GetProperty("phone").GetString());
        Assert.Equal(17, first.GetProperty("suggestedActions").GetProperty("actions").GetArrayLength());       // ours, those we greet in, and "1 · 2 · 3"
        Assert.DoesNotContain("\\u06", json);
        Assert.Contains("العربية", json);
    }

    [Fact]
    public async Task The_same_activity_again_gets_the_same_replies_and_counts_once()
    {
        await Post(shared.App, Message("hi", "c2", "b1"));
        var (_, first) = await Post(shared.App, Message("English", "c2", "b2"));
        var (_, again) = await Post(shared.App, Message("English", "c2", "b2"));
        Assert.Equal(first, again);
        Assert.Contains("In which country are you now?", first);
        var (_, knock) = await Post(shared.App, Message("hi", "c2", "b1"));
        Assert.Contains("choose your language", knock);
    }

    [Fact]
    public async Task Danger_is_heard_in_the_very_first_message()
    {
        Assert.NotNull(shared.App.Book.Urgent.Find("he will kill me"));
        var (_, json) = await Post(shared.App, Message("he will kill me", "c3", "d1"));
        var first = JsonDocument.Parse(json).RootElement.GetProperty("activities")[0].GetProperty("text").GetString()!;
        Assert.Contains(shared.App.Book.Texts.Text(Localization.Locale.English, "danger.heard"), first);
    }

    [Fact]
    public async Task Outside_Development_nobody_gets_in()
    {
        await using var app = await BotApp.Start(null, "--environment=Production");
        var (status, _) = await Post(app, Message("hi", "c", "1"));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task Other_methods_are_not_for_it()
    {
        using var http = new HttpClient { BaseAddress = shared.App.Address };
        using var answer = await http.GetAsync(new Uri("/api/messages", UriKind.Relative));
        Assert.True(answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound);
    }

    private static string Message(string text, string conversation, string id) => JsonSerializer.Serialize(new
    {
        type = "message",
        id,
        channelId = "test",
        from = new { id = $"u{Interlocked.Increment(ref _next) * 0}", phone = "tel" },
        recipient = new { id = "bot", name = "Bot" },
        conversation = new { id = conversation },
        locale = "en-US",
        text,
        deliveryMode = "expectReplies",
        unheardOf = new { deep = new[] { 1, 2, 3 } },
    });

    private static async Task<(HttpStatusCode Status, string Json)> Post(BotApp app, string body)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
