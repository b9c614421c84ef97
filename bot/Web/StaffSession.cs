using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.HttpResults;
using Outreach.Localization;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Staff;

namespace Outreach.Bot.Web;

/// <summary>
/// Lets only signed-in staff through: a bearer token in a header, never a cookie, so that no other page can ask in their name.
/// </summary>
internal sealed class StaffSession(Desk desk) : IEndpointFilter
{
    private const string Scheme = "Bearer ";
    private static readonly object CallerKey = new();

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (desk.Who(Token(http)) is not { } account)
            return StaffAnswers.Problem(Outreach.Referrals.ReferralProblems.NotSignedIn());
        http.Items[CallerKey] = new Caller(account, Locale.FromAcceptLanguage(http.Request.Headers.AcceptLanguage) ?? Locale.English);
        return await next(context);
    }

    /// <summary>The token of a request; empty when it carries none.</summary>
    public static string Token(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";

    /// <summary>Who asks.</summary>
    public static Caller Caller(HttpContext http) => (Caller)http.Items[CallerKey]!;
}

/// <summary>Reads requests and writes answers of the staff API.</summary>
internal static class StaffAnswers
{
    private const long MostBytes = 128 * 1024;         // a page in Ethiopic letters
    private const int NotCounselled = 3014;

    /// <summary>The body; null when it is none, too long or not of this shape.</summary>
    public static async Task<T?> Body<T>(HttpContext http, JsonTypeInfo<T> type) where T : class
    {
        if (!http.Request.HasJsonContentType() || http.Request.ContentLength > MostBytes)
            return null;
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return null;                                   // the problem says what the request needs; never what it held
        }
    }

    /// <summary>The value, or the problem with the status that fits it.</summary>
    public static Results<JsonHttpResult<T>, JsonHttpResult<ProblemDto>> Of<T>(Result<T> result, JsonTypeInfo<T> type) =>
        result.Ok ? TypedResults.Json(result.Value, type) : Problem(result.Problems[0]);

    /// <summary>A problem.</summary>
    public static JsonHttpResult<ProblemDto> Problem(Problem problem) =>
        TypedResults.Json(new ProblemDto(problem.Code, problem.Message, problem.Code is NotCounselled or EditingProblems.RefusedCode ? problem.Where : null), StaffJson.Plain.ProblemDto, statusCode: StatusOf(problem.Code));

    private static int StatusOf(int code) => code switch
    {
        3002 or 3023 or 3220 or 3227 => StatusCodes.Status404NotFound,
        3010 or 3011 or 3018 or 3022 or 3221 or 3225 or 3226 => StatusCodes.Status409Conflict,
        3012 or 3224 => StatusCodes.Status403Forbidden,
        3050 => StatusCodes.Status401Unauthorized,
        3051 => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };
}
