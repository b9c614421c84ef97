using System.Net;
using System.Text;
using System.Text.Json;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Tests.Support;
using Outreach.Tui.Desk;

namespace Outreach.Tui.Tests.Desk;

/// <summary>The client against a server in this process that plays the routes.</summary>
public sealed class StaffClientTests : IDisposable
{
    private readonly HttpListener _server = new();
    private readonly List<string> _seen = [];
    private readonly StaffClient _client;
    private Func<string, (int Status, string Body)> _answer = _ => (404, "");

    public StaffClientTests()
    {
        var port = Random.Shared.Next(20_000, 60_000);
        _server.Prefixes.Add($"http://localhost:{port}/");
        _server.Start();
        _ = Serve();
        _client = StaffClient.OnServer($"http://localhost:{port}/", Locale.Arabic).Value!;
    }

    [Fact]
    public async Task Signs_in_and_carries_the_token()
    {
        _answer = path => path.StartsWith("POST /staff/sign-in", StringComparison.Ordinal)
            ? (200, JsonSerializer.Serialize(new SignedIn("t0ken", Sample.Now, Sample.Amira), StaffJson.Plain.SignedIn))
            : (200, JsonSerializer.Serialize(new QueueDto(Sample.Rows, "4.1.R", Sample.Counts), StaffJson.Plain.QueueDto));
        Assert.Equal(Sample.Amira.Name, (await _client.SignIn(new SignInRequest("amira", "secret", "123456"), default)).Value!.Me.Name);
        var queue = await _client.Queue(new QueueAsk("mine", "ly", null, "4.1/R", 18), default);
        Assert.Equal(Sample.Rows.Length, queue.Value!.Rows.Length);
        Assert.Equal(Locale.Amharic, queue.Value.Rows[0].Language);
        Assert.Equal("""POST /staff/sign-in ar - {"name":"amira","password":"secret","code":"123456"}""", _seen[0]);
        Assert.Equal("GET /staff/queue?view=mine&region=ly&after=4.1%2FR&take=18 ar Bearer t0ken ", _seen[1]);
    }

    [Fact]
    public async Task Does_each_thing_at_its_route()
    {
        var referral = JsonSerializer.Serialize(Sample.Referral, StaffJson.Plain.ReferralDto);
        _answer = path => path.Contains("/reply", StringComparison.Ordinal) ? (200, $$"""{"delivered":true,"referral":{{referral}}}""") : (200, referral);
        Assert.Equal(Sample.Referral.Answers.ToArray(), (await _client.Open("R-5M2C-8F1K", default)).Value!.Answers.ToArray());
        await _client.Act("R-5M2C-8F1K", new DeskAct.Claim(), default);
        await _client.Act("R-5M2C-8F1K", new DeskAct.Note(new NoteRequest("نعم", "d-1")), default);
        await _client.Act("R-5M2C-8F1K", new DeskAct.Status(new StatusRequest(Referrals.ReferralStatus.Closed, "done", "d-2")), default);
        await _client.Act("R-5M2C-8F1K", new DeskAct.Priority(new PriorityRequest(Referrals.Priority.Critical, "worse", "d-3")), default);
        await _client.Act("R-5M2C-8F1K", new DeskAct.Unlock(new UnlockRequest("free will", "d-4")), default);
        await _client.Act("R-5M2C-8F1K", new DeskAct.Counsel(new CounselRequest(Referrals.CounsellingStep.FirstAsked, "own-wish", "d-5")), default);
        Assert.True((await _client.Reply("R-5M2C-8F1K", new ReplyRequest("d-1", "hi", Locale.English, true), default)).Value!.Delivered);
        Assert.Equal(
            [
                "GET /staff/referrals/R-5M2C-8F1K ar - ",
                "POST /staff/referrals/R-5M2C-8F1K/claim ar - ",
                """POST /staff/referrals/R-5M2C-8F1K/note ar - {"text":"نعم","id":"d-1"}""",
                """POST /staff/referrals/R-5M2C-8F1K/status ar - {"status":"Closed","reason":"done","id":"d-2"}""",
                """POST /staff/referrals/R-5M2C-8F1K/priority ar - {"priority":"Critical","reason":"worse","id":"d-3"}""",
                """POST /staff/referrals/R-5M2C-8F1K/unlock ar - {"reason":"free will","id":"d-4"}""",
                """POST /staff/referrals/R-5M2C-8F1K/counsel ar - {"step":"FirstAsked","said":"own-wish","id":"d-5"}""",
                """POST /staff/referrals/R-5M2C-8F1K/reply ar - {"id":"d-1","text":"hi","language":"en","untranslated":true}""",
            ],
            _seen);
    }

    [Fact]
    public async Task Keeps_a_language_with_the_account_only_where_it_is_new()
    {
        var me = Sample.Amira with { Language = Locale.Arabic };
        _answer = path => path.Contains("sign-in", StringComparison.Ordinal)
            ? (200, JsonSerializer.Serialize(new SignedIn("t", Sample.Now, me), StaffJson.Plain.SignedIn))
            : (200, JsonSerializer.Serialize(me, StaffJson.Plain.MeDto));
        await _client.KeepLanguage(default);                                   // nobody is signed in
        await _client.SignIn(new SignInRequest("amira", "secret"), default);
        await _client.KeepLanguage(default);                                   // the account knows Arabic
        _client.Language = Locale.Swahili;
        await _client.KeepLanguage(default);
        await _client.KeepLanguage(default);
        Assert.Equal(["""POST /staff/me/language sw Bearer t {"language":"sw"}"""], _seen[1..]);
    }

    [Theory]
    [InlineData("a refusal is the server's own", 409, """{"code":3011,"message":"a colleague has taken it"}""", 3011)]
    [InlineData("a wrong password too", 401, """{"code":3050,"message":"wrong"}""", 3050)]
    [InlineData("a page of something else is not understood", 502, "<html>", 4204)]
    [InlineData("nor is an answer cut off", 200, """{"reference":"R-""", 4204)]
    [InlineData("nor one without its fields", 200, "{}", 4204)]
    public async Task Failures_are_problems(string why, int status, string body, int code)
    {
        _answer = _ => (status, body);
        var opened = await _client.Open("R-5M2C-8F1K", default);
        Assert.True(opened.Problems[0].Code == code, $"{why}: {opened.Problems[0]}");
    }

    [Fact]
    public async Task What_is_missing_comes_with_the_problem()
    {
        _answer = _ => (400, """{"code":3014,"message":"no","where":"Risk Decision"}""");
        var refused = await _client.Act("R-5M2C-8F1K", new DeskAct.Status(new StatusRequest(Referrals.ReferralStatus.ReferredOn, "x")), default);
        Assert.Equal("Before this goes on, counselling must record: Risk after return assessed, Decision of the person.", new DeskWords(Sample.Texts, Locale.English).Problem(refused.Problems[0]));
    }

    [Fact]
    public async Task A_token_that_died_is_a_session_that_is_over()
    {
        _answer = path => path.Contains("sign-in", StringComparison.Ordinal)
            ? (200, JsonSerializer.Serialize(new SignedIn("t", Sample.Now, Sample.Amira), StaffJson.Plain.SignedIn))
            : (401, """{"code":3050,"message":"wrong"}""");
        await _client.SignIn(new SignInRequest("amira", "secret"), default);
        Assert.Equal(DeskProblems.SessionOverCode, (await _client.Counts(default)).Problems[0].Code);
    }

    [Fact]
    public async Task Without_a_bot_it_says_how_to_start_one()
    {
        using var folder = new TemporaryFolder();
        using var client = StaffClient.OnSocket(folder.File("outreach.sock"), Locale.English);
        Assert.Contains("dotnet run --project bot", (await client.Counts(default)).Problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://help.example.org")]
    [InlineData("help.example.org")]
    [InlineData("file:///etc")]
    public void Passwords_never_go_in_clear(string address) => Assert.False(StaffClient.OnServer(address, Locale.English).Ok);

    public void Dispose()
    {
        _client.Dispose();
        _server.Close();
    }

    private async Task Serve()
    {
        while (_server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _server.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;                                    // the test is over
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var line = $"{context.Request.HttpMethod} {context.Request.RawUrl}";
            _seen.Add($"{line} {context.Request.Headers["Accept-Language"]} {context.Request.Headers["Authorization"] ?? "-"} {await reader.ReadToEndAsync()}");
            var (status, body) = _answer(line);
            context.Response.StatusCode = status;
            context.Response.ContentType = body.StartsWith('{') ? "application/json" : "text/html";
            context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
        }
    }
}
