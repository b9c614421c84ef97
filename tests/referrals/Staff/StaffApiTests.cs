using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Outreach.Bot.Web;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Staff;

/// <summary>The staff API over a real socket, as the terminal program speaks with it.</summary>
public sealed class StaffApiTests : IAsyncLifetime
{
    private static readonly StaffJson Json = StaffJson.Plain;
    private readonly Workplace _office = new();
    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        await _office.Is("amira", StaffRole.CaseWorker, "ly");
        await _office.Is("ed", StaffRole.Editor);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_office.Desk);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0);
            k.ListenUnixSocket(_folder.File("desk.sock"));
        });
        _app = builder.Build();
        _app.MapStaff();
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First(u => u.Contains("127.0.0.1", StringComparison.Ordinal))) };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task From_signing_in_to_an_answer()
    {
        var id = await _office.Asks("hana", "stranded", "danger_now=no; age=18_59; afraid=no; health=pregnant; called=Hana");
        await SignIn("amira");

        var queue = await Get(StaffRoutes.Queue + "?view=unassigned&take=10", Json.QueueDto);
        Assert.Equal(id.ToString(), Assert.Single(queue.Rows).Reference);
        var claimed = await Post(Of(StaffRoutes.Claim, id), "", Json.ReferralDto);
        Assert.Equal((ReferralStatus.Claimed, "amira"), (claimed.Status, claimed.AssigneeName));
        await Post(Of(StaffRoutes.Note, id), """{"text":"سلام"}""", Json.ReferralDto);
        await Post(Of(StaffRoutes.Priority, id), """{"priority":"Critical","reason":"bleeding"}""", Json.ReferralDto);
        var told = await Post(Of(StaffRoutes.Reply, id), """{"id":"a","text":"We come now.","language":"en"}""", Json.ReplyDto);

        Assert.True(told.Delivered);
        Assert.Contains(told.Referral.Timeline, e => e is { Kind: "noted", Text: "سلام", Who: "amira" });
        Assert.StartsWith("Pregnant", (await Post(Of(StaffRoutes.OpenAnswer, id), """{"path":"health"}""", Json.AnswerDto)).Answer, StringComparison.Ordinal);
        Assert.Equal(1, (await Get(StaffRoutes.Counts, Json.CountsDto)).Critical);
        Assert.Equal("Hana", (await Get(Of(StaffRoutes.Referral, id), Json.ReferralDto)).Person!.Called);
    }

    [Fact]
    public async Task Counselling_is_recorded_step_by_step_and_a_refusal_names_what_is_missing()
    {
        var id = await _office.Asks("hana", "voluntary-return", "danger_now=no; age=18_59; afraid=no; pressure=no");
        await SignIn("amira");
        await Post(Of(StaffRoutes.Claim, id), "", Json.ReferralDto);

        await Post(Of(StaffRoutes.Counsel, id), """{"step":"Language","said":"ti","id":"c-1"}""", Json.ReferralDto);
        var recorded = await Post(Of(StaffRoutes.Counsel, id), """{"step":"Risk","said":"safe","id":"c-2"}""", Json.ReferralDto);
        Assert.Equal([CounsellingStep.Language, CounsellingStep.Risk], recorded.Counselling.Where(c => c.Done).Select(c => c.Step));
        Assert.Contains(recorded.Timeline, e => e is { Kind: "counselled", Step: CounsellingStep.Risk, Said: "safe", Who: "amira" });

        using var answer = await _client.PostAsync(Of(StaffRoutes.Status, id), new StringContent("""{"status":"ReferredOn","reason":"to the airline"}""", Encoding.UTF8, "application/json"));
        var refused = JsonSerializer.Deserialize(await answer.Content.ReadAsStringAsync(), Json.ProblemDto)!;
        Assert.Equal((HttpStatusCode.BadRequest, 3014, "Interpreter FirstAsked SecondAsked Alternatives Fitness Documents Decision"), (answer.StatusCode, refused.Code, refused.Where));
    }

    [Fact]
    public async Task An_interview_gives_the_replies_to_read_aloud()
    {
        await SignIn("amira");

        var begun = await Post(StaffRoutes.Interview, """{"language":"fr","place":"ly","programme":"talk","spoken":{"way":"Phone","interpreter":true}}""", Json.InterviewDto);
        var next = await Post(StaffRoutes.InterviewStep.Replace("{interview}", begun.Interview, StringComparison.Ordinal), """{"id":"1","choice":"yes"}""", Json.InterviewDto);

        Assert.All(begun.Replies, r => Assert.Equal(Locale.French, r.Language));
        Assert.Contains(next.Replies, r => r.Kind == ReplyKind.Ask);
    }

    [Theory]
    [InlineData("without a token", "GET", StaffRoutes.Queue, "", false, 401)]
    [InlineData("a role without queue", "GET", StaffRoutes.Queue, "ed", false, 403)]
    [InlineData("a referral that is not there", "GET", "/staff/referrals/R-0000-0000", "amira", false, 404)]
    [InlineData("a body that is no JSON", "POST", "/staff/referrals/R-0000-0000/note", "amira", false, 400)]
    [InlineData("a form, as another site could send one", "POST", "/staff/referrals/R-0000-0000/note", "amira", true, 400)]
    [InlineData("a language of the desk that is none", "POST", StaffRoutes.Language, "amira", false, 400)]
    [InlineData("no alert of this number", "POST", "/staff/alerts/99/acknowledge", "amira", false, 404)]
    public async Task Refuses_with_the_fitting_status(string why, string method, string path, string name, bool form, int status)
    {
        if (name.Length > 0)
            await SignIn(name);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
            request.Content = form ? new FormUrlEncodedContent([new("text", "x")]) : new StringContent("{", Encoding.UTF8, "application/json");

        using var answer = await _client.SendAsync(request);

        Assert.True((int)answer.StatusCode == status, $"{why}: {answer.StatusCode}");
        Assert.True(JsonSerializer.Deserialize(await answer.Content.ReadAsStringAsync(), Json.ProblemDto)!.Code >= 3000, why);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_language_somebody_chose_is_there_at_the_next_sign_in()
    {
        await SignIn("amira");
        Assert.Null((await Get(StaffRoutes.Me, Json.MeDto)).Language);

        Assert.Equal(Locale.Arabic, (await Post(StaffRoutes.Language, """{"language":"ar"}""", Json.MeDto)).Language);

        Assert.Equal(Locale.Arabic, (await Get(StaffRoutes.Me, Json.MeDto)).Language);
        var again = await Post(StaffRoutes.SignIn, $$"""{"name":"amira","password":"{{Workplace.Password}}"}""", Json.SignedIn);
        Assert.Equal(Locale.Arabic, again.Me.Language);
        Assert.Null(_office.Staff.List().Single(a => a.Name == "ed").Language);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_desk_knows_whether_it_works_in_a_trial(bool live, bool trial)
    {
        _office.Live = live;
        Assert.Equal(trial, (await Post(StaffRoutes.SignIn, $$"""{"name":"amira","password":"{{Workplace.Password}}"}""", Json.SignedIn)).Me.Trial);
    }

    [Fact]
    public async Task After_signing_out_the_token_is_dead()
    {
        await SignIn("amira");
        Assert.Equal("amira", (await Get(StaffRoutes.Me, Json.MeDto)).Name);

        using var left = await _client.PostAsync(StaffRoutes.SignOut, null);

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _client.GetAsync(StaffRoutes.Me)).StatusCode);
    }

    [Fact]
    public async Task The_same_over_the_Unix_socket()
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
                await socket.ConnectAsync(new System.Net.Sockets.UnixDomainSocketEndPoint(_folder.File("desk.sock")), cancel);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new Uri("http://desk") };

        using var answer = await client.PostAsync(StaffRoutes.SignIn, new StringContent($$"""{"name":"amira","password":"{{Workplace.Password}}"}""", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Of(string route, ReferralId id) => route.Replace("{reference}", id.ToString(), StringComparison.Ordinal);

    private async Task SignIn(string name)
    {
        var signedIn = await Post(StaffRoutes.SignIn, $$"""{"name":"{{name}}","password":"{{Workplace.Password}}"}""", Json.SignedIn);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.Token);
    }

    private async Task<T> Get<T>(string path, JsonTypeInfo<T> type)
    {
        using var answer = await _client.GetAsync(path);
        return await Read(answer, type);
    }

    private async Task<T> Post<T>(string path, string body, JsonTypeInfo<T> type)
    {
        using var answer = await _client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        return await Read(answer, type);
    }

    private static async Task<T> Read<T>(HttpResponseMessage answer, JsonTypeInfo<T> type)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize(text, type)!;
    }
}
