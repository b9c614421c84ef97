using Outreach.Content.Dialogs;
using Outreach.Content.Pages;
using Outreach.Localization;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Core;

/// <summary>For people who hardly read: few words, numbers, a person beside every question.</summary>
public class EasyTests
{
    private static readonly Moment Now = new(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero), TimeSpan.Zero);
    private static readonly ConversationState Reader = ConversationState.New with { Language = Locale.English, Place = "ly", Last = Now.Utc };

    [Theory]
    [InlineData("the rest after no", "No, I am not afraid to go back", "No")]
    [InlineData("the rest after yes", "Yes, I can answer safely", "Yes")]
    [InlineData("hours", "Morning, 8:00 to 12:00", "Morning")]
    [InlineData("a second sentence", "Do not contact me. I will come back here.", "Do not contact me.")]
    [InlineData("brackets", "Help when you or a relative are locked up (detention)", "Help when you or a relative are locked up")]
    [InlineData("half of a thought would be another thought", "Pregnant, or a baby younger than 3 months", "Pregnant, or a baby younger than 3 months")]
    [InlineData("ages", "15, 16 or 17", "15, 16 or 17")]
    public void Leaves_out_of_a_choice_what_only_explains_it(string why, string label, string shown) =>
        Assert.True(Easy.Short(new Scene(TestBook.Real, Reader, Now), label) == shown, why);

    [Theory]
    [InlineData("/easy")]
    [InlineData("easy")]
    [InlineData("I cannot read")]
    public void Is_one_word_away_and_stays(string said)
    {
        var on = Play(Reader, new Input.Text(said));
        Assert.True(on.State.Easy);
        Assert.True(Play(on.State, new Input.Choice("ask:stranded"), new Input.Choice("yes")).State.Easy);
        Assert.False(Play(on.State, new Input.Text(said)).State.Easy);
    }

    [Fact]
    public void Stands_in_the_menu_and_beside_the_languages()
    {
        Assert.Contains(Play(Reader, new Input.Choice("/menu")).Replies[^1].Options, o => o.Value == "/easy");
        Assert.Contains(Play(ConversationState.New, new Input.Opened()).Replies[^1].Options, o => o is { Value: "/easy", Label: "1 · 2 · 3" });
    }

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_question_is_numbered_says_one_sentence_and_offers_a_person(string tag)
    {
        var turn = Play(Reader with { Language = Locale.All.Single(l => l.Tag == tag), Easy = true }, new Input.Choice("ask:stranded"));
        for (var i = 0; i < 30 && turn.State.Mode is Mode.Asking; i++)
        {
            var asked = turn.Replies[^1];
            Assert.True(asked.Numbered);
            Assert.Contains(asked.Options, o => o.Value == "/human");
            Assert.Equal(asked.Options.Length, asked.Options.Select(o => o.Label).Distinct(StringComparer.Ordinal).Count());
            Assert.True(asked.Whole || asked.Many || asked.Blocks.All(b => b is not PageBlock.Fine));
            turn = Play(turn.State, asked.At == "consent" ? new Input.Text("1") : new Input.Choice("/skip"));
        }
        Assert.IsType<Mode.Confirming>(turn.State.Mode);
    }

    [Fact]
    public void Every_number_shown_does_what_stands_beside_it()
    {
        var asked = Play(Reader with { Easy = true }, new Input.Choice("ask:stranded"));
        var options = asked.Replies[^1].Options;
        foreach (var (i, option) in options.Index())
            Assert.Equal(Lines(Play(asked.State, new Input.Choice(option.Value))), Lines(Play(asked.State, new Input.Text($"{i + 1}"))));
        Assert.Equal(["yes", "no", "/skip", "/helper", "/more", "/human"], options.Select(o => o.Value));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("٩")]
    public void An_age_is_never_taken_for_a_control(string age)
    {
        var asked = Play(Reader with { Easy = true }, new Input.Choice("ask:stranded"), new Input.Choice("yes"), new Input.Choice("no"));
        Assert.Equal("age", asked.Replies[^1].At);
        Assert.True(Play(asked.State, new Input.Text(age)).State.Child);
    }

    [Theory]
    [InlineData("danger", "/danger", ReplyKind.Danger)]
    [InlineData("the consent", "ask:talk", ReplyKind.Ask)]
    public void What_must_be_read_whole_stays_whole(string why, string said, ReplyKind kind)
    {
        var easy = Play(Reader with { Easy = true }, new Input.Choice(said)).Replies.First(r => r.Kind == kind);
        var plain = Play(Reader, new Input.Choice(said)).Replies.First(r => r.Kind == kind);
        Assert.True(easy.Blocks.Select(ReplyLine.Text).SequenceEqual(plain.Blocks.Select(ReplyLine.Text)), why);
    }

    [Fact]
    public void More_shows_the_question_in_all_its_words()
    {
        var plain = Play(Reader, new Input.Choice("ask:stranded"));
        var more = Play(Play(Reader with { Easy = true }, new Input.Choice("ask:stranded")).State, new Input.Text("more"));
        Assert.Equal(plain.Replies[^1].Blocks.Select(ReplyLine.Text), more.Replies[^1].Blocks.Select(ReplyLine.Text));
        Assert.DoesNotContain(more.Replies[^1].Options, o => o.Value == "/more");
    }

    private static IEnumerable<string> Lines(Turn turn) => turn.Replies.Select(ReplyLine.Of);

    private static Turn Play(ConversationState state, params Input[] inputs)
    {
        var turn = new Turn(state, [], []);
        foreach (var input in inputs)
            turn = DialogEngine.Step(TestBook.Real, turn.State, input, Now);
        return turn;
    }
}
