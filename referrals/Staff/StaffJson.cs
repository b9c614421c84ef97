using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Referrals.Staff;

/// <summary>How the staff API writes JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(MeDto))]
[JsonSerializable(typeof(LanguageRequest))]
[JsonSerializable(typeof(QueueDto))]
[JsonSerializable(typeof(CountsDto))]
[JsonSerializable(typeof(ReferralDto))]
[JsonSerializable(typeof(AnswerDto))]
[JsonSerializable(typeof(OpenAnswerRequest))]
[JsonSerializable(typeof(NoteRequest))]
[JsonSerializable(typeof(StatusRequest))]
[JsonSerializable(typeof(PriorityRequest))]
[JsonSerializable(typeof(UnlockRequest))]
[JsonSerializable(typeof(CounselRequest))]
[JsonSerializable(typeof(ContactRequest))]
[JsonSerializable(typeof(ReplyRequest))]
[JsonSerializable(typeof(ReplyDto))]
[JsonSerializable(typeof(InterviewStart))]
[JsonSerializable(typeof(InterviewStep))]
[JsonSerializable(typeof(InterviewDto))]
[JsonSerializable(typeof(AlertsDto))]
[JsonSerializable(typeof(UnansweredDto))]
[JsonSerializable(typeof(ChecksDto))]
[JsonSerializable(typeof(ContentDto))]
[JsonSerializable(typeof(ContentItemDto))]
[JsonSerializable(typeof(ChangeRequest))]
[JsonSerializable(typeof(ChangeAct))]
[JsonSerializable(typeof(ChangesDto))]
[JsonSerializable(typeof(ProblemDto))]
public sealed partial class StaffJson : JsonSerializerContext
{
    /// <summary>The context to use: letters of every script as they are.</summary>
    public static StaffJson Plain => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
