using System.Text.Json;
using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>Several people behind one address: who is there is asked before anything from before is shown.</summary>
public class SharingTests
{
    private static readonly DateTimeOffset Begins = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
    private static readonly ConversationState Reader = ConversationState.New with { Language = Locale.English, Place = "ly", Last = Begins };

    /// <summary>A message to staff is begun: agreed and written, not sent.</summary>
    private static ConversationState Begun { get; } = Play(Reader, Begins, new Input.Choice("ask:talk"), new Input.Choice("yes"), new Input.Text("please call me")).State;

    private static ConversationState Coded { get; } = Play(Begun, Begins, new Input.EffectDone(new EffectResult.CodeIssued("7K4M2QXD9TTA5M2C"))).State;

    [Theory]
    [InlineData("one sitting", 59, false)]
    [InlineData("an hour away", 60, true)]
    [InlineData("the next week", 60 * 24 * 7, true)]
    public void After_a_pause_it_is_asked_who_is_there(string why, int minutes, bool asked) =>
        Assert.True(IsAsked(Play(Begun, Begins.AddMinutes(minutes), new Input.Opened())) == asked, why);

    [Fact]
    public void It_is_asked_until_it_is_answered() =>
        Assert.True(IsAsked(Play(Begun, Begins.AddHours(2), new Input.Opened(), new Input.Choice("/menu"), new Input.Choice("/status"), new Input.Text("hello"))));

    public static TheoryData<string, bool, bool, bool> Kept => new()
    {
        { "a reader has nothing to hide", false, false, false },
        { "a kiosk forgets by itself", true, true, false },
        { "staff know whom they read to", true, false, true },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void It_is_not_asked_where_nothing_can_be_seen(string why, bool begun, bool atSite, bool spoken)
    {
        var state = (begun ? Begun : Reader) with { AtSite = atSite, Spoken = spoken ? new Spoken(SpokenWay.Present) : null };
        Assert.False(IsAsked(Play(state, Begins.AddHours(20), new Input.Opened())), why);
    }

    [Theory]
    [InlineData("/menu")]
    [InlineData("/back")]
    [InlineData("/change")]
    [InlineData("/status")]
    [InlineData("/delete")]
    [InlineData("/continue")]
    [InlineData("/skip")]
    [InlineData("send")]
    [InlineData("reveal")]
    [InlineData("same")]
    [InlineData("ask:talk")]
    [InlineData("here")]
    public void Whatever_a_stranger_tries_nothing_is_shown_and_nothing_changes(string tried)
    {
        var turn = Play(Coded, Begins.AddHours(2), new Input.Choice(tried));
        Assert.True(IsAsked(turn));
        Assert.Empty(turn.Effects);
        Assert.Equal(Json(Coded), Json(turn.State with { Unknown = false, Last = Coded.Last }));
        Assert.DoesNotContain("call me", Words(turn), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words of danger", "I am in danger")]
    [InlineData("the control", "/danger")]
    public void Danger_is_answered_before_anybody_says_who_they_are(string why, string said)
    {
        var turn = Play(Begun, Begins.AddHours(2), new Input.Text(said));
        Assert.True(turn.Replies is [{ Kind: ReplyKind.Danger }, { At: "who" }], why);
        Assert.IsType<Effect.Alert>(Assert.Single(turn.Effects));
    }

    [Fact]
    public void A_new_person_begins_with_nothing_and_chooses_a_language()
    {
        var locked = Begun with { ReturnLocked = true, Child = true, Sent = ["R-1"], Hidden = true };
        var turn = Play(locked, Begins.AddHours(2), new Input.Choice("new"));
        Assert.True(turn.Anew);
        Assert.Equal(Json(ConversationState.New with { Language = Locale.English, Last = Begins.AddHours(2), Mode = new Mode.Choosing(ChoosingWhat.Language, Mode.Home.Instance) }), Json(turn.State));
    }

    [Fact]
    public void With_a_code_only_the_code_goes_on()
    {
        var asked = Play(Coded, Begins.AddHours(2), new Input.Opened());
        Assert.DoesNotContain(asked.Replies[^1].Options, o => o.Value == "same");
        var written = Play(asked.State, Begins.AddHours(2), new Input.Text("7k4m 2qxd 9tta 5m2c"));
        Assert.Equal(new Effect.Resume("7K4M2QXD9TTA5M2C"), Assert.Single(written.Effects));
        Assert.True(IsAsked(Play(written.State, Begins.AddHours(2), new Input.EffectDone(new EffectResult.CodeUnknown(false)))));
        var resumed = Play(written.State, Begins.AddHours(2), new Input.EffectDone(new EffectResult.Resumed()));
        Assert.Equal((false, true), (resumed.State.Unknown, resumed.State.Hidden));
    }

    [Fact]
    public void A_code_nobody_can_use_any_more_shuts_nobody_out() =>
        Assert.Contains(Play(Coded with { Sent = ["R-1"], Since = null, Dialogs = Begun.Dialogs.Clear() }, Begins.AddDays(40), new Input.Opened()).Replies[^1].Options, o => o.Value == "same");

    [Fact]
    public void Without_a_code_whoever_goes_on_finds_their_request_by_choosing_it_again()
    {
        var back = Play(Begun with { Sent = ["R-1"] }, Begins.AddHours(2), new Input.Opened(), new Input.Choice("same"));
        Assert.IsType<Mode.Home>(back.State.Mode);
        Assert.DoesNotContain("R-1", Words(Play(back.State, Begins.AddHours(2), new Input.Choice("/status"))), StringComparison.Ordinal);
        Assert.Equal("contact_way", Play(back.State, Begins.AddHours(2), new Input.Choice("ask:talk")).Replies[^1].At);
    }

    [Theory]
    [InlineData("somebody has begun something", true, true)]
    [InlineData("nothing is there to hide", false, false)]
    public void The_menu_offers_to_be_somebody_else(string why, bool begun, bool offered) =>
        Assert.True(Play(begun ? Begun : Reader, Begins, new Input.Choice("/menu")).Replies[^1].Options.Any(o => o.Value == "/newperson") == offered, why);

    [Fact]
    public void The_question_is_whole_in_every_language()
    {
        foreach (var locale in Locale.All)
            foreach (var state in new[] { Begun, Coded })
                Assert.DoesNotContain("⟦", Words(Play(state with { Language = locale }, Begins.AddHours(2), new Input.Choice("/human"))), StringComparison.Ordinal);
    }

    private static bool IsAsked(Turn turn) => turn.Replies is [.., { At: "who" }];

    private static string Words(Turn turn) => string.Join('\n', turn.Replies.Select(ReplyLine.Of)) + string.Join('\n', turn.Replies.SelectMany(r => r.Blocks).Select(ReplyLine.Text));

    /// <summary>What is kept, without what the numbers of the list just shown mean.</summary>
    private static string Json(ConversationState state) => JsonSerializer.Serialize(state with { Readings = [] }, DialogJson.Plain.ConversationState);

    private static Turn Play(ConversationState state, DateTimeOffset at, params Input[] inputs)
    {
        var turn = new Turn(state, [], []);
        foreach (var input in inputs)
            turn = DialogEngine.Step(TestBook.Real, turn.State, input, new Moment(at, TimeSpan.Zero));
        return turn;
    }
}
