using System.Text.Json;
using Outreach.Content.Dialogs;

namespace Outreach.Referrals.Tests;

public class SubmissionJsonTests
{
    [Fact]
    public void A_submission_of_an_adult_whose_place_is_unknown_survives_JSON()
    {
        var effect = (Effect)new Effect.Submit(Samples.Submission("stranded") with { Place = null });

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(effect, DialogJson.Plain.Effect), DialogJson.Plain.Effect);

        Assert.Equal("stranded", Assert.IsType<Effect.Submit>(read).Submission.Dialog);
    }
}
