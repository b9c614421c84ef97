using Outreach.Bot.Web;

namespace Outreach.Bot;

/// <summary>The last net: whatever fails becomes a plain sentence in the person's language, with "leave now" and a way to try again.</summary>
internal sealed class Trouble(RequestDelegate next, Chrome chrome, PageLanguage languages, ILogger<Trouble> log)
{
    private static readonly PathString Machines = "/api";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;       // nobody is listening any more
        }
        catch (BadHttpRequestException e)
        {
            await Say(http, e.StatusCode, "web.unreadable");
        }
        catch (Exception e)
        {
            Log.RequestFailed(log, http.GetEndpoint()?.DisplayName ?? "unknown", e.GetType().Name);
            await Say(http, StatusCodes.Status503ServiceUnavailable, "web.trouble");
        }
    }

    private async Task Say(HttpContext http, int status, string key)
    {
        if (http.Response.HasStarted)
            return;
        http.Response.Clear();
        if (http.Request.Path.StartsWithSegments(Machines))
        {
            http.Response.StatusCode = status;
            return;
        }
        var language = languages.OfPerson(http.Request);
        await WebAnswer.Page(http, chrome.Message(language, chrome.Say(language, key)), status);
    }
}
