using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Referrals;

/// <summary>How entries and row summaries are written before they are sealed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReferralEntry))]
[JsonSerializable(typeof(RowSummary))]
[JsonSerializable(typeof(AlertDetail))]
public sealed partial class ReferralJson : JsonSerializerContext
{
    /// <summary>The context to use: letters of every script as they are.</summary>
    public static ReferralJson Plain => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
