using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Localization;

namespace Outreach.Bot.BotFramework;

/// <summary>
/// POST /api/messages. Answers in the same response when replies are expected. Nobody proves who they are here yet, so it is
/// closed outside Development.
/// </summary>
internal sealed class MessagesEndpoint(TurnRunner runner, Entrance entrance, AddressHash addresses, BotOptions options)
{
    private const string Message = "message";
    private const string ConversationUpdate = "conversationUpdate";
    private const string ExpectReplies = "expectReplies";
    private const int LongestId = 400;

    /// <summary>Arabic stays Arabic: two bytes a letter, not six.</summary>
    private static readonly ActivityJson Json = new(new JsonSerializerOptions(ActivityJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Maps it.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/messages", (RequestDelegate)Take);

    private async Task Take(HttpContext http)
    {
        if (!options.OpenMessages)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (await Read(http) is not { } activity)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var replies = activity.Type is Message or ConversationUpdate ? await Turn(activity) : [];
        if (activity.DeliveryMode == ExpectReplies)
            await Answer(http, activity, replies);
        else if (activity.Type == "invoke")
            http.Response.StatusCode = StatusCodes.Status501NotImplemented;
    }

    /// <summary>The activity; null when it is none.</summary>
    private static async Task<Activity?> Read(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, Json.Activity, http.RequestAborted) is { } activity && IsWhole(activity) ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWhole(Activity activity) =>
        !string.IsNullOrEmpty(activity.Type) && Fits(activity.ChannelId) && Fits(activity.Conversation?.Id) && Fits(activity.From?.Id)
        && (activity.Type != Message || Fits(activity.Id));

    private static bool Fits(string? id) => id is { Length: > 0 and <= LongestId };

    private async Task<ImmutableArray<Reply>> Turn(Activity activity)
    {
        var key = addresses.Of("botframework", $"{activity.ChannelId}\n{activity.Conversation!.Id}\n{activity.From!.Id}");
        var id = new InputId(activity.Id ?? "opened");
        if (!entrance.HasBegun(key))
        {
            var hint = new Hint(Locale.TryParse(activity.Locale, out var known) ? known : Locale.English);
            var knocks = activity.Type != Message || entrance.IsKnock(activity.Text);
            if (await entrance.Begin(key, hint, knocks ? id : null, CancellationToken.None) is { } opening)
                return opening;
        }
        return await runner.Run(key, id, activity.Type == Message ? new Input.Text(activity.Text ?? "") : new Input.Opened(), CancellationToken.None);
    }

    private static Task Answer(HttpContext http, Activity to, ImmutableArray<Reply> replies)
    {
        var activities = new List<Activity>(replies.Length);
        foreach (var reply in replies)
            activities.Add(Of(to, reply));
        http.Response.ContentType = "application/json; charset=utf-8";
        var body = JsonSerializer.SerializeToUtf8Bytes(new ExpectedReplies { Activities = activities }, Json.ExpectedReplies);
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, 0, body.Length);
    }

    private static Activity Of(Activity to, Reply reply) => new()
    {
        Type = Message,
        ChannelId = to.ChannelId,
        ServiceUrl = to.ServiceUrl,
        Conversation = to.Conversation,
        From = to.Recipient,
        Recipient = to.From,
        ReplyToId = to.Id,
        Locale = reply.Language.Tag,
        TextFormat = "plain",
        Text = ActivityText.Of(reply),
        InputHint = reply.Kind == ReplyKind.Ask ? "expectingInput" : "acceptingInput",
        SuggestedActions = reply.Options.IsEmpty ? null : new SuggestedActions { Actions = [.. reply.Options.Select((o, i) => ActionOf(reply, o, i + 1))] },
    };

    /// <summary>A choice; its number stands with it, and is what is sent, for people who answer by number.</summary>
    private static CardAction ActionOf(Reply reply, Option option, int number) => new()
    {
        Title = number <= reply.Numbered ? $"{number} {option.Label}" : option.Label,
        Value = option.Value.StartsWith('/') ? option.Value : number <= reply.Numbered ? $"{number}" : option.Label,
    };
}
