using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Bot.BotFramework;

/// <summary>A message or event of the Bot Framework protocol, as far as we look at it. Fields we do not know are accepted and left alone.</summary>
internal sealed class Activity
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Timestamp { get; set; }

    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public ChannelAccount? Conversation { get; set; }

    public string? Locale { get; set; }

    public string? Text { get; set; }

    public string? TextFormat { get; set; }

    public string? InputHint { get; set; }

    public string? ReplyToId { get; set; }

    public string? DeliveryMode { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public JsonElement? Value { get; set; }
}

/// <summary>Somebody, or a conversation.</summary>
internal sealed class ChannelAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    /// <summary>What else a channel says of them; goes back as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Quick replies.</summary>
internal sealed class SuggestedActions
{
    public required List<CardAction> Actions { get; set; }
}

/// <summary>One quick reply: its title is shown, its value comes back as text.</summary>
internal sealed class CardAction
{
    public string Type { get; set; } = "imBack";

    public required string Title { get; set; }

    public required string Value { get; set; }
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
internal sealed partial class ActivityJson : JsonSerializerContext;
