using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using Outreach.Content.Editing;
using Outreach.Localization;
using Outreach.Referrals;
using Outreach.Referrals.Staff;

namespace Outreach.Bot.Web;

/// <summary>The desk over HTTP (<see cref="StaffRoutes"/>), on TCP and on the Unix socket alike. Endpoints only translate; <see cref="Desk"/> decides.</summary>
public static class StaffApi
{
    private static readonly StaffJson Json = StaffJson.Plain;

    /// <summary>Maps the staff API; the host has registered <see cref="Desk"/>.</summary>
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(StaffRoutes.SignIn, SignIn);
        var staff = routes.MapGroup("").AddEndpointFilter<StaffSession>();
        staff.MapPost(StaffRoutes.SignOut, SignOut);
        staff.MapGet(StaffRoutes.Me, (HttpContext http, Desk desk) => TypedResults.Json(desk.Me(StaffSession.Caller(http)), Json.MeDto));
        staff.MapPost(StaffRoutes.Language, (HttpContext http, Desk desk) => With(http, Json.LanguageRequest, Json.MeDto, "language", r => desk.SetLanguage(StaffSession.Caller(http), r, http.RequestAborted)));
        staff.MapGet(StaffRoutes.Queue, Queue);
        staff.MapGet(StaffRoutes.Counts, async (HttpContext http, Desk desk) => StaffAnswers.Of(await desk.Counts(StaffSession.Caller(http), http.RequestAborted), Json.CountsDto));
        MapReferral(staff);
        MapInterview(staff);
        MapNotices(staff);
        MapContent(staff);
    }

    private static void MapContent(RouteGroupBuilder staff)
    {
        staff.MapGet(StaffRoutes.Content, async (HttpContext http, Desk desk, string? find) => StaffAnswers.Of(await desk.Content(StaffSession.Caller(http), find, http.RequestAborted), Json.ContentDto));
        staff.MapGet(StaffRoutes.ContentItem, async (HttpContext http, Desk desk, string? file, string? contact) =>
            StaffAnswers.Of(await desk.ContentItem(StaffSession.Caller(http), new TextPart(file ?? "", contact), http.RequestAborted), Json.ContentItemDto));
        staff.MapPost(StaffRoutes.ContentItem, (HttpContext http, Desk desk) => With(http, Json.ChangeRequest, Json.ChangesDto, "id, file, seen, reason", r => desk.ProposeChange(StaffSession.Caller(http), r, http.RequestAborted)));
        staff.MapGet(StaffRoutes.Changes, async (HttpContext http, Desk desk) => StaffAnswers.Of(await desk.Changes(StaffSession.Caller(http), http.RequestAborted), Json.ChangesDto));
        staff.MapPost(StaffRoutes.Change, (HttpContext http, Desk desk, long number) => With(http, Json.ChangeAct, Json.ChangesDto, "decision, id", r => desk.DecideChange(StaffSession.Caller(http), number, r, http.RequestAborted)));
    }

    private static void MapReferral(RouteGroupBuilder staff)
    {
        staff.MapGet(StaffRoutes.Referral, async (HttpContext http, Desk desk, string reference) =>
            StaffAnswers.Of(await desk.Open(StaffSession.Caller(http), reference, http.RequestAborted), Json.ReferralDto));
        staff.MapPost(StaffRoutes.OpenAnswer, (HttpContext http, Desk desk, string reference) => With(http, Json.OpenAnswerRequest, Json.AnswerDto, "path", r => desk.OpenAnswer(StaffSession.Caller(http), reference, r, http.RequestAborted)));
        staff.MapPost(StaffRoutes.Claim, async (HttpContext http, Desk desk, string reference) =>
            StaffAnswers.Of(await desk.Claim(StaffSession.Caller(http), reference, http.RequestAborted), Json.ReferralDto));
        staff.MapPost(StaffRoutes.Release, async (HttpContext http, Desk desk, string reference) =>
            StaffAnswers.Of(await desk.Release(StaffSession.Caller(http), reference, http.RequestAborted), Json.ReferralDto));
        staff.MapPost(StaffRoutes.Note, (HttpContext http, Desk desk, string reference) => With(http, Json.NoteRequest, Json.ReferralDto, "text", r => desk.Note(StaffSession.Caller(http), reference, r, http.RequestAborted)));
        staff.MapPost(StaffRoutes.Status, (HttpContext http, Desk desk, string reference) => With(http, Json.StatusRequest, Json.ReferralDto, "status", r => desk.SetStatus(StaffSession.Caller(http), reference, r, http.RequestAborted)));
        staff.MapPost(StaffRoutes.Priority, (HttpContext http, Desk desk, string reference) => With(http, Json.PriorityRequest, Json.ReferralDto, "priority, reason", r => desk.SetPriority(StaffSession.Caller(http), reference, r, http.RequestAborted)));
        staff.MapPost(StaffRoutes.Unlock, (HttpContext http, Desk desk, string reference) => With(http, Json.UnlockRequest, Json.ReferralDto, "reason", r => desk.OpenReturnLock(StaffSession.Caller(http), reference, r, http.RequestAborted)));
        staff.MapPost(StaffRoutes.Counsel, (HttpContext http, Desk desk, string reference) => With(http, Json.CounselRequest, Json.ReferralDto, "step, said", r => desk.Counsel(StaffSession.Caller(http), reference, r, http.RequestAborted)));
        staff.MapPost(StaffRoutes.Contact, (HttpContext http, Desk desk, string reference) => With(http, Json.ContactRequest, Json.ReferralDto, "way, reached", r => desk.RecordContact(StaffSession.Caller(http), reference, r, http.RequestAborted)));
        staff.MapPost(StaffRoutes.Reply, (HttpContext http, Desk desk, string reference) => With(http, Json.ReplyRequest, Json.ReplyDto, "id, text, language", r => desk.Reply(StaffSession.Caller(http), reference, r, http.RequestAborted)));
        staff.MapPost(StaffRoutes.Erase, Erase);
    }

    private static void MapInterview(RouteGroupBuilder staff)
    {
        staff.MapPost(StaffRoutes.Interview, (HttpContext http, Desk desk) => With(http, Json.InterviewStart, Json.InterviewDto, "language", r => desk.StartInterview(StaffSession.Caller(http), r, http.RequestAborted)));
        staff.MapPost(StaffRoutes.InterviewStep, (HttpContext http, Desk desk, string interview) => With(http, Json.InterviewStep, Json.InterviewDto, "id", r => desk.StepInterview(StaffSession.Caller(http), interview, r, http.RequestAborted)));
    }

    private static void MapNotices(RouteGroupBuilder staff)
    {
        staff.MapGet(StaffRoutes.Alerts, async (HttpContext http, Desk desk) => StaffAnswers.Of(await desk.Alerts(StaffSession.Caller(http), http.RequestAborted), Json.AlertsDto));
        staff.MapPost(StaffRoutes.Acknowledge, async (HttpContext http, Desk desk, long number) =>
            StaffAnswers.Of(await desk.Acknowledge(StaffSession.Caller(http), number, http.RequestAborted), Json.AlertsDto));
        staff.MapPost(StaffRoutes.AnswerAlert, (HttpContext http, Desk desk, long number) => With(http, Json.ReplyRequest, Json.AlertsDto, "id, text, language", r => desk.AnswerAlert(StaffSession.Caller(http), number, r, http.RequestAborted)));
        staff.MapGet(StaffRoutes.Checks, async (HttpContext http, Desk desk) => StaffAnswers.Of(await desk.Checks(StaffSession.Caller(http), http.RequestAborted), Json.ChecksDto));
        staff.MapGet(StaffRoutes.Unanswered, async (HttpContext http, Desk desk) => StaffAnswers.Of(await desk.Unanswered(StaffSession.Caller(http), http.RequestAborted), Json.UnansweredDto));
    }

    private static async Task<Results<JsonHttpResult<SignedIn>, JsonHttpResult<ProblemDto>>> SignIn(HttpContext http, Desk desk)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await With(http, Json.SignInRequest, Json.SignedIn, "name, password", r => desk.SignIn(r, http.Connection.RemoteIpAddress?.ToString() ?? "local", http.RequestAborted));
    }

    private static async Task<NoContent> SignOut(HttpContext http, Desk desk)
    {
        await desk.SignOut(StaffSession.Caller(http), StaffSession.Token(http), http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static async Task<Results<JsonHttpResult<QueueDto>, JsonHttpResult<ProblemDto>>> Queue(HttpContext http, Desk desk, string? view, string? region, string? programme, string? status, string? after, int? take)
    {
        ReferralStatus? wanted = Enum.TryParse<ReferralStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        var request = new QueueRequest(view ?? "open", region, programme, wanted, after, take ?? 50);
        return StaffAnswers.Of(await desk.Queue(StaffSession.Caller(http), request, http.RequestAborted), Json.QueueDto);
    }

    private static async Task<Results<NoContent, JsonHttpResult<ProblemDto>>> Erase(HttpContext http, Desk desk, string reference)
    {
        var erased = await desk.Erase(StaffSession.Caller(http), reference, http.RequestAborted);
        return erased.Ok ? TypedResults.NoContent() : StaffAnswers.Problem(erased.Problems[0]);
    }

    private static async Task<Results<JsonHttpResult<T>, JsonHttpResult<ProblemDto>>> With<TRequest, T>(
        HttpContext http, JsonTypeInfo<TRequest> request, JsonTypeInfo<T> answer, string needs, Func<TRequest, Task<Result<T>>> act) where TRequest : class =>
        await StaffAnswers.Body(http, request) is { } body ? StaffAnswers.Of(await act(body), answer) : StaffAnswers.Problem(ReferralProblems.BadRequest(needs));
}
