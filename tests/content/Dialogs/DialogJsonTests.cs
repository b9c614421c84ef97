using System.Collections.Immutable;
using System.Text.Json;
using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;

namespace Outreach.Content.Tests.Core;

/// <summary>What is stored comes back: values that are left out because they are the default must not be missed.</summary>
public class DialogJsonTests
{
    public static TheoryData<ReplyKind> Kinds => [.. Enum.GetValues<ReplyKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Replies_of_every_kind_survive(ReplyKind kind)
    {
        ImmutableArray<Reply> replies = [new Reply { Kind = kind, Language = Locale.Arabic, Blocks = [PageBlock.Paragraph.Of("مرحبا"), new PageBlock.Bullets(false, [[new Run("x")]]), new PageBlock.Call("a", null, null, [])] }];
        var json = JsonSerializer.Serialize(replies, DialogJson.Plain.ImmutableArrayReply);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, DialogJson.Plain.ImmutableArrayReply), DialogJson.Plain.ImmutableArrayReply));
        Assert.Contains("مرحبا", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_submission_of_an_adult_without_place_survives()
    {
        Effect effect = new Effect.Submit(new Submission
        {
            Dialog = "talk",
            Revision = "1",
            Programme = "talk",
            Language = Locale.English,
            Answers = ImmutableSortedDictionary<string, string>.Empty,
            Consent = new ConsentRecord("a", "b", Locale.English, [], [], DateTimeOffset.UnixEpoch),
        });
        var json = JsonSerializer.Serialize(effect, DialogJson.Plain.Effect);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, DialogJson.Plain.Effect), DialogJson.Plain.Effect));
    }

    [Fact]
    public void Every_effect_and_result_with_default_values_survives()
    {
        Effect[] effects = [new Effect.Alert(UrgentKind.Danger, null, Locale.English, null), new Effect.IssueCode(), new Effect.LookUp("R"), new Effect.Withdraw([]), new Effect.TellStaff("R", "x", Locale.French)];
        EffectResult[] results = [new EffectResult.Submitted("R", false, null), new EffectResult.Alerted(false), new EffectResult.CodeUnknown(false), new EffectResult.Status("R", NeutralStatus.Received), new EffectResult.Withdrawn(0), new EffectResult.Failed(0)];
        Assert.All(effects, e => Assert.IsType(e.GetType(), JsonSerializer.Deserialize(JsonSerializer.Serialize(e, DialogJson.Plain.Effect), DialogJson.Plain.Effect)));
        Assert.All(results, r => Assert.Equal(r, JsonSerializer.Deserialize(JsonSerializer.Serialize(r, DialogJson.Plain.EffectResult), DialogJson.Plain.EffectResult)));
    }
}
