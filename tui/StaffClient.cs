using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Outreach.Localization;
using Outreach.Referrals.Staff;
using Outreach.Tui.Desk;

namespace Outreach.Tui;

/// <summary>Which rows of the queue are asked for.</summary>
/// <param name="View">A view the API knows.</param>
/// <param name="Region">One region; null for all I reach.</param>
/// <param name="Status">One status; null for all open ones.</param>
/// <param name="After">Where the page before ended.</param>
/// <param name="Take">How many rows: on a slow link no more than are shown.</param>
public sealed record QueueAsk(string View, string? Region, string? Status, string? After, int Take);

/// <summary>The desk's view of the staff API, over the socket of a bot on this machine or to a server far away. Failures are problems, never exceptions.</summary>
public sealed class StaffClient : IDisposable
{
    private const int LongestAnswer = 4 * 1024 * 1024;
    private static readonly StaffJson Json = StaffJson.Plain;

    private readonly HttpClient _http;
    private readonly Problem _unreachable;
    private readonly SemaphoreSlim _keepsLanguage = new(1);
    private volatile string? _token;
    private Locale? _keptLanguage;

    private StaffClient(HttpMessageHandler handler, Uri address, Locale language, Problem unreachable)
    {
        _http = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60), MaxResponseContentBufferSize = LongestAnswer };
        Language = language;
        _unreachable = unreachable;
    }

    /// <summary>The language questions, answers and reasons come in.</summary>
    public Locale Language { get; set; }

    /// <summary>To the bot of this machine, over its Unix socket.</summary>
    public static StaffClient OnSocket(string socket, Locale language) => new(ServerLink.OnSocket(socket), ServerLink.SocketAddress, language, DeskProblems.NoBot());

    /// <summary>To a server; passwords go over https only, on this machine plain http too.</summary>
    public static Result<StaffClient> OnServer(string address, Locale language) => ServerLink.Address(address) is { } server
        ? new StaffClient(ServerLink.OnServer(), server, language, DeskProblems.ServerUnreachable())
        : DeskProblems.NotAServer();

    /// <summary>Signs in; later calls go out in this name.</summary>
    public async Task<Result<SignedIn>> SignIn(SignInRequest request, CancellationToken cancel)
    {
        _token = null;
        var signed = await Post(StaffRoutes.SignIn, request, Json.SignInRequest, Json.SignedIn, cancel);
        _keptLanguage = signed.Value?.Me.Language;
        _token = signed.Value?.Token;
        return signed;
    }

    /// <summary>
    /// Keeps <see cref="Language"/> with the account that is signed in. One request at a time and each with the language of its
    /// moment, so that of many quick changes the last one stays; where it cannot be kept the desk goes on in it all the same.
    /// </summary>
    public async Task KeepLanguage(CancellationToken cancel)
    {
        await _keepsLanguage.WaitAsync(cancel);
        try
        {
            if (_token is not null && Language is var chosen && chosen != _keptLanguage
                && (await Post(StaffRoutes.Language, new LanguageRequest(chosen), Json.LanguageRequest, Json.MeDto, cancel)).Ok)
                _keptLanguage = chosen;
        }
        finally
        {
            _keepsLanguage.Release();
        }
    }

    /// <summary>Ends the session; what the server says does not matter any more.</summary>
    public async Task SignOut(CancellationToken cancel)
    {
        if (_token is not null)
            await Send(HttpMethod.Post, StaffRoutes.SignOut, content: null, static _ => Task.FromResult<Result<bool>>(true), cancel);
        _token = null;
    }

    /// <summary>A page of the queue.</summary>
    public Task<Result<QueueDto>> Queue(QueueAsk ask, CancellationToken cancel)
    {
        var query = new (string Name, string? Value)[]
        {
            ("view", ask.View), ("region", ask.Region), ("status", ask.Status), ("after", ask.After), ("take", ask.Take.ToString(CultureInfo.InvariantCulture)),
        };
        return Get($"{StaffRoutes.Queue}?{string.Join('&', query.Where(q => q.Value is not null).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"))}", Json.QueueDto, cancel);
    }

    /// <summary>Badges; asking once a minute also says that somebody is on duty.</summary>
    public Task<Result<CountsDto>> Counts(CancellationToken cancel) => Get(StaffRoutes.Counts, Json.CountsDto, cancel);

    /// <summary>A referral; the server writes down who looked.</summary>
    public Task<Result<ReferralDto>> Open(string reference, CancellationToken cancel) => Get(At(StaffRoutes.Referral, reference), Json.ReferralDto, cancel);

    /// <summary>One sensitive answer; the server writes down who opened which.</summary>
    public Task<Result<AnswerDto>> OpenAnswer(string reference, string path, CancellationToken cancel) =>
        Post(At(StaffRoutes.OpenAnswer, reference), new OpenAnswerRequest(path), Json.OpenAnswerRequest, Json.AnswerDto, cancel);

    /// <summary>Something done to a referral, and how it is afterwards.</summary>
    public async Task<Result<ReferralDto>> Act(string reference, DeskAct act, CancellationToken cancel) => act switch
    {
        DeskAct.Claim => await Post(At(StaffRoutes.Claim, reference), Json.ReferralDto, cancel),
        DeskAct.Release => await Post(At(StaffRoutes.Release, reference), Json.ReferralDto, cancel),
        DeskAct.Note(var request) => await Post(At(StaffRoutes.Note, reference), request, Json.NoteRequest, Json.ReferralDto, cancel),
        DeskAct.Status(var request) => await Post(At(StaffRoutes.Status, reference), request, Json.StatusRequest, Json.ReferralDto, cancel),
        DeskAct.Priority(var request) => await Post(At(StaffRoutes.Priority, reference), request, Json.PriorityRequest, Json.ReferralDto, cancel),
        DeskAct.Unlock(var request) => await Post(At(StaffRoutes.Unlock, reference), request, Json.UnlockRequest, Json.ReferralDto, cancel),
        DeskAct.Contact(var request) => await Post(At(StaffRoutes.Contact, reference), request, Json.ContactRequest, Json.ReferralDto, cancel),
        DeskAct.Counsel(var request) => await Post(At(StaffRoutes.Counsel, reference), request, Json.CounselRequest, Json.ReferralDto, cancel),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>An answer to the person.</summary>
    public Task<Result<ReplyDto>> Reply(string reference, ReplyRequest request, CancellationToken cancel) =>
        Post(At(StaffRoutes.Reply, reference), request, Json.ReplyRequest, Json.ReplyDto, cancel);

    /// <summary>Begins an interview.</summary>
    public Task<Result<InterviewDto>> Begin(InterviewStart start, CancellationToken cancel) =>
        Post(StaffRoutes.Interview, start, Json.InterviewStart, Json.InterviewDto, cancel);

    /// <summary>One step of an interview.</summary>
    public Task<Result<InterviewDto>> Step(string interview, InterviewStep step, CancellationToken cancel) =>
        Post(StaffRoutes.InterviewStep.Replace("{interview}", Uri.EscapeDataString(interview), StringComparison.Ordinal), step, Json.InterviewStep, Json.InterviewDto, cancel);

    /// <summary>Alerts, newest first.</summary>
    public Task<Result<AlertsDto>> Alerts(CancellationToken cancel) => Get(StaffRoutes.Alerts, Json.AlertsDto, cancel);

    /// <summary>What the checks of the content say.</summary>
    public Task<Result<ChecksDto>> Checks(CancellationToken cancel) => Get(StaffRoutes.Checks, Json.ChecksDto, cancel);

    /// <summary>I have seen an alert.</summary>
    public Task<Result<AlertsDto>> Acknowledge(long number, CancellationToken cancel) => Post(At(StaffRoutes.Acknowledge, number), Json.AlertsDto, cancel);

    /// <summary>An answer in the conversation an alert came from.</summary>
    public Task<Result<AlertsDto>> AnswerAlert(long number, ReplyRequest request, CancellationToken cancel) =>
        Post(At(StaffRoutes.AnswerAlert, number), request, Json.ReplyRequest, Json.AlertsDto, cancel);

    /// <summary>Pages and contacts that have these words.</summary>
    public Task<Result<ContentDto>> Content(string words, CancellationToken cancel) => Get($"{StaffRoutes.Content}?find={Uri.EscapeDataString(words)}", Json.ContentDto, cancel);

    /// <summary>One of them as it reads now.</summary>
    public Task<Result<ContentItemDto>> ContentItem(string file, string? contact, CancellationToken cancel) =>
        Get($"{StaffRoutes.ContentItem}?file={Uri.EscapeDataString(file)}{(contact is null ? "" : $"&contact={Uri.EscapeDataString(contact)}")}", Json.ContentItemDto, cancel);

    /// <summary>Another text for it.</summary>
    public Task<Result<ChangesDto>> Propose(ChangeRequest request, CancellationToken cancel) => Post(StaffRoutes.ContentItem, request, Json.ChangeRequest, Json.ChangesDto, cancel);

    /// <summary>Changes, those that wait first.</summary>
    public Task<Result<ChangesDto>> Changes(CancellationToken cancel) => Get(StaffRoutes.Changes, Json.ChangesDto, cancel);

    /// <summary>Questions nobody could answer.</summary>
    public Task<Result<UnansweredDto>> Unanswered(CancellationToken cancel) => Get(StaffRoutes.Unanswered, Json.UnansweredDto, cancel);

    /// <summary>A decision about one.</summary>
    public Task<Result<ChangesDto>> Decide(long change, ChangeAct act, CancellationToken cancel) => Post(At(StaffRoutes.Change, change), act, Json.ChangeAct, Json.ChangesDto, cancel);

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _keepsLanguage.Dispose();
    }

    private static string At(string route, string reference) => route.Replace("{reference}", Uri.EscapeDataString(reference), StringComparison.Ordinal);

    private static string At(string route, long number) => route.Replace("{number}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private Task<Result<T>> Get<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel) =>
        Send(HttpMethod.Get, path, content: null, answer => Read(answer, type, cancel), cancel);

    private Task<Result<T>> Post<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel) =>
        Send(HttpMethod.Post, path, content: null, answer => Read(answer, type, cancel), cancel);

    private Task<Result<T>> Post<TBody, T>(string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancel) =>
        Send(HttpMethod.Post, path, JsonContent.Create(body, bodyType), answer => Read(answer, type, cancel), cancel);

    private async Task<Result<T>> Send<T>(HttpMethod method, string path, HttpContent? content, Func<HttpResponseMessage, Task<Result<T>>> read, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.AcceptLanguage.ParseAdd(Language.Tag);
        var signedIn = _token is not null;
        if (_token is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var answer = await _http.SendAsync(request, cancel);
            if (answer.IsSuccessStatusCode)
                return await read(answer);
            return answer.StatusCode == HttpStatusCode.Unauthorized && signedIn ? DeskProblems.SessionOver() : await Why(answer, cancel);
        }
        catch (HttpRequestException)
        {
            return _unreachable;                           // nothing listens, or the link broke
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return DeskProblems.TooSlow();
        }
        catch (JsonException)
        {
            return DeskProblems.StrangeAnswer();
        }
    }

    private static async Task<Result<T>> Read<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancel) =>
        await answer.Content.ReadFromJsonAsync(type, cancel) is { } value ? value : DeskProblems.StrangeAnswer();

    private static async Task<Problem> Why(HttpResponseMessage answer, CancellationToken cancel) =>
        answer.Content.Headers.ContentType?.MediaType == "application/json" && await answer.Content.ReadFromJsonAsync(Json.ProblemDto, cancel) is { } problem
            ? new Problem(problem.Code, problem.Message, problem.Where ?? "")
            : DeskProblems.StrangeAnswer();
}
