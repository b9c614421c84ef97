using Outreach.Content.Dialogs;

namespace Outreach.Bot;

/// <summary>Whether the host is well: for machines that watch it. Says nothing about anybody.</summary>
internal static class Health
{
    /// <summary>Maps /health.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/health", (RequestDelegate)(async http =>
    {
        var store = http.RequestServices.GetRequiredService<Content.Conversations.IConversationStore>();
        var book = http.RequestServices.GetRequiredService<Func<Book>>();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/plain";
        try
        {
            await store.WithPending(1, DateTimeOffset.MinValue, http.RequestAborted);
            await http.Response.WriteAsync($"ok {book().Revision}\n");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await http.Response.WriteAsync("store does not answer\n");
        }
    }));
}
