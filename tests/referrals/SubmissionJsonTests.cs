using System.Collections.Immutable;
using System.Text.Json;
using Outreach.Content.Dialogs;
using Outreach.Localization;

namespace Outreach.Referrals.Tests;

/// <summary>What waits in a conversation while a crash is mended must come back whole, or the request of a person is lost.</summary>
public class SubmissionJsonTests
{
    [Fact]
    public void A_submission_of_an_adult_whose_place_is_unknown_survives_JSON()
    {
        var effect = (Effect)new Effect.Submit(Samples.Submission("stranded") with { Place = null, SaysAdult = true });

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(effect, DialogJson.Plain.Effect), DialogJson.Plain.Effect);

        Assert.Equal(("stranded", true), (Assert.IsType<Effect.Submit>(read).Submission.Dialog, ((Effect.Submit)read).Submission.SaysAdult));
    }

    [Fact]
    public void So_does_a_plain_reply()
    {
        ImmutableArray<Reply> said = [new Reply { Kind = ReplyKind.Say, Language = Locale.English, Blocks = [] }];

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(said, DialogJson.Plain.ImmutableArrayReply), DialogJson.Plain.ImmutableArrayReply);

        Assert.Equal(ReplyKind.Say, Assert.Single(read).Kind);
    }
}
