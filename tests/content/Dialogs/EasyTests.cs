using System.Collections.Immutable;
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
    [InlineData("the rest after yes and no", "Yes, I can answer safely|No, not now", "Yes|No")]
    [InlineData("the rest after yes and no, beside a third that is neither", "No, it is my own wish|Yes|I am not sure", "No|Yes|I am not sure")]
    [InlineData("where more can be answered yes is not enough", "Yes, it is open|It was refused|No|I do not know", "Yes, it is open|It was refused|No|I do not know")]
    [InlineData("two that would look alike", "Yes, and it is valid|Yes, but it is out of date|No", "Yes, and it is valid|Yes, but it is out of date|No")]
    [InlineData("hours", "Morning, 8:00 to 12:00|At any time", "Morning|At any time")]
    [InlineData("what is agreed to stands in the second sentence", "I have no phone. Look for me at this place.", "I have no phone. Look for me at this place.")]
    [InlineData("brackets may hold the word that is known", "Identity card (tazkira)", "Identity card (tazkira)")]
    [InlineData("half of a thought would be another thought", "Pregnant, or a baby younger than 3 months", "Pregnant, or a baby younger than 3 months")]
    [InlineData("ages", "15, 16 or 17", "15, 16 or 17")]
    public void Leaves_out_of_choices_what_only_explains_them(string why, string labels, string shown) =>
        Assert.True(string.Join('|', Easy.Short(new Scene(TestBook.Real, Reader, Now), [.. labels.Split('|').Select(l => new Option(l, l))], []).Select(o => o.Label)) == shown, why);

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
            Assert.InRange(asked.Numbered, 1, asked.Options.Length);
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
        Assert.Equal(["yes", "no", "/skip", "/helper", "/human", "/more"], options.Select(o => o.Value));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("٩")]
    public void An_age_is_never_taken_for_a_control(string age)
    {
        var asked = Play(Reader with { Easy = true }, new Input.Choice("ask:stranded"), new Input.Choice("yes"), new Input.Choice("no"));
        Assert.Equal("age", asked.Replies[^1].At);
        Assert.True(Play(asked.State, new Input.Text(age)).State.Child);
        Assert.All(asked.Replies[^1].Options.Skip(asked.Replies[^1].Numbered), o => Assert.NotNull(GlobalWords.Control(o.Value)));
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

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_choice_looks_like_another_and_one_that_means_something_for_safety_keeps_all_its_words(string tag)
    {
        var scene = new Scene(TestBook.Real, Reader with { Language = Locale.All.Single(l => l.Tag == tag) }, Now);
        foreach (var question in TestBook.Real.Dialogs.Values.SelectMany(d => DialogChecks.Flatten(d.Items)).OfType<DialogItem.Question>())
        {
            var choices = Choices(question.Type);
            var shown = Easy.Short(scene, [.. choices.Select(c => new Option(c.Name, scene.Say(c.Label)))], choices);
            Assert.Equal(shown.Length, shown.Select(o => o.Label).Distinct(StringComparer.Ordinal).Count());
            Assert.All(choices.Zip(shown), c => Assert.True(c.First.Signal is null || c.Second.Label == scene.Say(c.First.Label), c.Second.Label));
        }
    }

    [Fact]
    public void What_is_said_only_once_is_said_in_all_its_words()
    {
        var easy = Sent(Reader with { Easy = true }).Replies[0];
        Assert.Equal(Sent(Reader).Replies[0].Blocks.Select(ReplyLine.Text), easy.Blocks.Select(ReplyLine.Text));
        Assert.DoesNotContain(easy.Options, o => o.Value == "/more");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_number_means_what_stands_beside_it_in_a_list_that_is_shown_only_once(bool easy)
    {
        var sent = Sent(Reader with { Easy = easy });
        foreach (var (i, option) in sent.Replies[^1].Options.Index())
            Assert.Equal(Lines(Play(sent.State, new Input.Choice(option.Value))), Lines(Play(sent.State, new Input.Text($"{i + 1}"))));
    }

    [Fact]
    public void The_number_of_a_control_is_understood_with_all_words_too()
    {
        var asked = Play(Reader, new Input.Choice("ask:stranded"));
        Assert.Equal("/skip", asked.Replies[^1].Options[2].Value);
        Assert.Equal(Lines(Play(asked.State, new Input.Choice("/skip"))), Lines(Play(asked.State, new Input.Text("3"))));
    }

    [Fact]
    public void A_number_written_to_staff_is_a_message()
    {
        var writing = Play(Sent(Reader with { Easy = true }).State, new Input.Command(GlobalWord.Human));
        Assert.Equal("1", Assert.Single(Play(writing.State, new Input.Text("1")).Effects.OfType<Effect.TellStaff>()).Text);
        var answering = Play(Sent(Reader with { Easy = true }).State, new Input.StaffSaid("How many are you?", Locale.English, false), new Input.Text("1"));
        Assert.Equal("1", Assert.Single(answering.Effects.OfType<Effect.TellStaff>()).Text);
    }

    [Fact]
    public void More_shows_the_question_in_all_its_words()
    {
        var plain = Play(Reader, new Input.Choice("ask:stranded"));
        var more = Play(Play(Reader with { Easy = true }, new Input.Choice("ask:stranded")).State, new Input.Text("more"));
        Assert.Equal(plain.Replies[^1].Blocks.Select(ReplyLine.Text), more.Replies[^1].Blocks.Select(ReplyLine.Text));
        Assert.DoesNotContain(more.Replies[^1].Options, o => o.Value == "/more");
    }

    private static ImmutableArray<Choice> Choices(AnswerType type) => type switch
    {
        AnswerType.SelectOne(var list, _) => list.Choices,
        AnswerType.SelectMultiple(var list, _) => list.Choices,
        AnswerType.AgeBand(var list) => list.Choices,
        _ => [],
    };

    private static Turn Sent(ConversationState state) => Play(state,
        new Input.Choice("ask:talk"), new Input.Text("1"), new Input.Choice("/skip"), new Input.Choice("here"), new Input.Choice("send"), new Input.EffectDone(new EffectResult.Submitted("R-1", false, null)));

    private static IEnumerable<string> Lines(Turn turn) => turn.Replies.Select(ReplyLine.Of);

    private static Turn Play(ConversationState state, params Input[] inputs)
    {
        var turn = new Turn(state, [], []);
        foreach (var input in inputs)
            turn = DialogEngine.Step(TestBook.Real, turn.State, input, Now);
        return turn;
    }
}
