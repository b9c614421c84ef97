using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Content.Dialogs;

/// <summary>How state, replies, effects and submissions are written as JSON: short, with letters of every script as they are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(ImmutableArray<Reply>))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(EffectResult))]
[JsonSerializable(typeof(Submission))]
public sealed partial class DialogJson : JsonSerializerContext
{
    /// <summary>The context to use: Arabic and Ethiopic letters are not escaped to six bytes each.</summary>
    public static DialogJson Plain => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
