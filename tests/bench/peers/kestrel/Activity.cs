using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Bench.Kestrel;

/// <summary>A message of the Bot Framework protocol.</summary>
internal sealed class Activity
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public Account? From { get; set; }

    public Account? Recipient { get; set; }

    public Account? Conversation { get; set; }

    public string? Locale { get; set; }

    public string? Text { get; set; }

    public string? InputHint { get; set; }

    public string? ReplyToId { get; set; }

    public string? DeliveryMode { get; set; }

    public JsonElement? ChannelData { get; set; }

    public JsonElement? Value { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }

    /// <summary>A text in answer to this.</summary>
    public Activity Reply(string text) => new()
    {
        Type = "message",
        Text = text,
        InputHint = "expectingInput",
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        From = Recipient,
        Recipient = From,
        ReplyToId = Id,
    };
}

/// <summary>Somebody, or a conversation.</summary>
internal sealed class Account
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>The answer to a message that expects its replies at once.</summary>
internal sealed class ExpectedReplies
{
    public required List<Activity> Activities { get; set; }
}

/// <summary>Their JSON, compiled.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(InterviewState))]
internal sealed partial class PeerJson : JsonSerializerContext;
