using System.Text.Json;
using Outreach.Bench.Kestrel;

// Bare Kestrel and source-generated JSON, with its state in memory: the floor of what any .NET bot costs. usage: PORT
var builder = WebApplication.CreateSlimBuilder([]);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{args[0]}");
var app = builder.Build();
var interview = new Interview();
app.Run(async http =>
{
    if (http.Request.Method != "POST")
    {
        await http.Response.WriteAsync("ok");
        return;
    }
    if (await Read(http) is not { Type.Length: > 0, Conversation.Id: not null } activity)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return;
    }
    var replies = new ExpectedReplies { Activities = [activity.Reply(interview.Take($"{activity.ChannelId}/{activity.Conversation.Id}", activity.Text ?? ""))] };
    http.Response.ContentType = "application/json; charset=utf-8";
    JsonSerializer.Serialize(http.Response.BodyWriter.AsStream(), replies, PeerJson.Default.ExpectedReplies);
    await http.Response.BodyWriter.FlushAsync();
});
app.Run();

static async Task<Activity?> Read(HttpContext http)
{
    try
    {
        return await JsonSerializer.DeserializeAsync(http.Request.Body, PeerJson.Default.Activity, http.RequestAborted);
    }
    catch (JsonException)
    {
        return null;
    }
}
