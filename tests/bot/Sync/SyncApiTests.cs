using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Outreach.Referrals.Sync;

namespace Outreach.Bot.Tests.Sync;

/// <summary>The door for kiosks, seen by strangers: closed unless it was opened on purpose, and nothing behind it falls over.</summary>
public sealed class SyncApiTests : IAsyncLifetime
{
    private BotApp _app = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _app = await BotApp.Start(null, $"--Outreach:KioskToken={KioskRig.Token}");
        _http = new HttpClient { BaseAddress = _app.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_token_set_there_is_no_such_address()
    {
        await using var closed = await BotApp.Start();
        using var http = new HttpClient { BaseAddress = closed.Address };
        using var answer = await http.PostAsync(SyncRoutes.Spool, new ByteArrayContent([]));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Who_brings_no_token_or_a_wrong_one_is_told_the_same_and_slowed_down()
    {
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var token in (string?[])[null, "", "wrong", KioskRig.Token[..^1], KioskRig.Token + "x"])
            answers.Add(await Post([], token));
        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.Unauthorized, answers[0].Item1);
        for (var i = 0; i < 6; i++)
            answers.Add(await Post([], "guess"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].Item1);
        Assert.Equal(HttpStatusCode.OK, (await Post([], KioskRig.Token)).Status);      // who knows it is not kept out by who does not
    }

    [Fact]
    public async Task Too_many_posts_are_slowed_down()
    {
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 61; i++)
            (last, _) = await Post([], KioskRig.Token);
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Theory]
    [InlineData(3206, "words", "hello")]
    [InlineData(3206, "an id of no letters", "\u0000\u0000\u0000\u0000\u0001x")]
    [InlineData(3206, "an id that is a path", "\u0005../..\u0000\u0000\u0000\u0001x")]
    [InlineData(3206, "cut off in the length", "\u0003a-1\u0000\u0000")]
    [InlineData(3206, "cut off in the item", "\u0003a-1\u0000\u0000\u0000\u0009xx")]
    [InlineData(3206, "a length below zero", "\u0003a-1\u007f\u007f\u007f\u007fxx")]
    public async Task What_is_not_framed_as_agreed_ends_the_post_with_a_number(int problem, string why, string body)
    {
        var (status, answer) = await Post(Encoding.Latin1.GetBytes(body), KioskRig.Token);
        Assert.True(status == HttpStatusCode.OK && Read(answer).Problem == problem, why);
    }

    [Fact]
    public async Task Noise_never_makes_a_fault()
    {
        var random = new Random(5);
        for (var i = 0; i < 40; i++)
        {
            using var body = new MemoryStream();
            for (var items = random.Next(4); items >= 0; items--)
            {
                var noise = new byte[random.Next(400)];
                random.NextBytes(noise);
                if (noise.Length > 0 && random.Next(2) == 0)
                    noise[0] = 2;
                SpoolFrames.Write(body, "1-a", noise);
            }
            var (status, answer) = await Post(body.ToArray(), KioskRig.Token);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.All(Read(answer).Items, item => Assert.Equal(SpoolOutcome.Refused, item.Outcome));
        }
        Assert.Empty(await KioskRig.Queue(_app));
    }

    [Fact]
    public async Task More_than_fifty_items_and_a_body_above_the_limit_stop_with_a_number()
    {
        using var many = new MemoryStream();
        for (var i = 0; i < 60; i++)
            SpoolFrames.Write(many, "1-a", "x"u8);
        var answer = Read((await Post(many.ToArray(), KioskRig.Token)).Body);
        Assert.Equal((50, 3207), (answer.Items.Length, answer.Problem));

        using var large = new MemoryStream();
        for (var i = 0; i < 6; i++)
            SpoolFrames.Write(large, "1-a", new byte[SyncLimits.MostItemBytes]);
        try
        {
            var (status, _) = await Post(large.ToArray(), KioskRig.Token);
            Assert.True((int)status < 500);
        }
        catch (HttpRequestException hungUp)            // the server may answer and hang up while the client still writes
        {
            Assert.IsAssignableFrom<IOException>(hungUp.InnerException);
        }
    }

    [Fact]
    public async Task A_token_too_short_stops_the_start_and_is_not_repeated()
    {
        var why = await Assert.ThrowsAsync<CannotStartException>(() => BotApp.Start(null, "--Outreach:KioskToken=short-secret"));
        Assert.Contains("24 to 200", why.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("short-secret", why.Message, StringComparison.Ordinal);
    }

    private static SpoolAnswers Read(string answer) => JsonSerializer.Deserialize(answer, SpoolJson.Plain.SpoolAnswers)!;

    private async Task<(HttpStatusCode Status, string Body)> Post(byte[] body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, SyncRoutes.Spool) { Content = new ByteArrayContent(body) };
        if (token is { Length: > 0 })
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
