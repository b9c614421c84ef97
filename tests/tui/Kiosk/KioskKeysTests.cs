using Outreach.Content.Dialogs;
using Outreach.Localization;
using Outreach.Tests.Support;
using Outreach.Tui.Kiosk;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.KioskScreens;

/// <summary>What a key does is what the screen says it does, at every step.</summary>
public class KioskKeysTests
{
    private const string Down = "\x1b[B";
    private const string F2 = "\x1bOQ";
    private static readonly Size Wide = new(80, 24);

    [Theory]
    [InlineData("words", "message", "1")]
    [InlineData("a number", "contact_number", "4")]
    [InlineData("a telephone number", "contact_number", "0912345678")]
    public async Task While_a_line_is_open_digits_are_written_and_no_choice_promises_to_be_reached_by_them(string what, string question, string typed)
    {
        var kiosk = await At(question);
        Assert.Contains("Tab  Skip this question", kiosk.Draw().LogicalText(), StringComparison.Ordinal);
        Assert.Contains("F2 more   Tab: choices   Enter: done", kiosk.Draw().LogicalText(), StringComparison.Ordinal);
        await kiosk.Press(typed);
        Assert.True(Talk(kiosk).Writing!.Text == typed, what);

        await kiosk.Press("\t");
        Assert.Contains("> 1  Skip this question", kiosk.Draw().LogicalText(), StringComparison.Ordinal);
        Assert.Contains("1-9 choose", kiosk.Draw().LogicalText(), StringComparison.Ordinal);
        await kiosk.Press("\t");
        Assert.True(Talk(kiosk) is { Types: true, Writing.Text: var kept } && kept == typed, "what was written stays");
        await kiosk.Press("\t1");
        Assert.NotEqual(question, Talk(kiosk).Asking!.At?.Split('/')[^1]);
    }

    [Fact]
    public async Task An_empty_line_is_not_sent_and_skips_nothing()
    {
        var kiosk = await At("message");
        await kiosk.Press("\r");
        Assert.Equal("message", Talk(kiosk).Asking!.At);
    }

    [Fact]
    public async Task A_line_opened_by_hand_closes_by_backspace_and_leaves_the_step_as_it_was()
    {
        var kiosk = await At("alone");
        await kiosk.Press("/");
        Assert.True(Talk(kiosk).Types);
        await kiosk.Press("\x7f");
        Assert.Equal("alone", Talk(kiosk).Asking!.At);
        Assert.Null(Talk(kiosk).Writing);
    }

    [Fact]
    public async Task What_was_ticked_stays_ticked_when_the_answer_is_refused_and_when_help_is_asked_for()
    {
        var kiosk = await At("health");
        await kiosk.Press("1");                                        // pregnant
        await kiosk.Press("6");                                        // none of these
        await kiosk.Press("8");                                        // done
        Assert.Contains(Talk(kiosk).Replies, r => r.Kind == ReplyKind.Problem);
        Assert.Equal([0, 5], Talk(kiosk).Marked);
        await kiosk.Press("\x1bOP");                                   // F1
        Assert.Equal([0, 5], Talk(kiosk).Marked);

        await kiosk.Press("68");
        Assert.NotEqual("health", Talk(kiosk).Asking!.At);
        Assert.Empty(Talk(kiosk).Marked);
    }

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Controls_of_every_step_are_offered_in_the_persons_language_behind_one_key_that_always_shows(string tag)
    {
        var language = Locale.All.Single(l => l.Tag == tag);
        var kiosk = new Hands(new Size(40, 20));
        await kiosk.Press($"{Locale.All.IndexOf(language) + 1}");
        foreach (var key in (string[])["kiosk.key.danger", "kiosk.key.leave", "kiosk.key.more"])
            Assert.Contains(TestBook.Real.Texts.Text(language, key), kiosk.Draw().LogicalText(), StringComparison.Ordinal);
        await kiosk.Press(F2);
        foreach (var word in KioskUpdate.Everywhere)
            Assert.Contains(TestBook.Real.Texts.Text(language, GlobalWords.LabelKey(word)), kiosk.Draw().LogicalText(), StringComparison.Ordinal);
        await kiosk.Press(F2);
        Assert.Null(Talk(kiosk).More);
    }

    [Theory]
    [InlineData(GlobalWord.Change, "Which answer would you like to change?")]
    [InlineData(GlobalWord.Stop, "What would you like to do?")]
    [InlineData(GlobalWord.Delete, "Everything about you has been deleted")]
    [InlineData(GlobalWord.Human, "leave a message for a person")]
    public async Task A_control_works_from_a_question_whose_line_is_open(GlobalWord word, string said)
    {
        var kiosk = await At("contact_number");
        await kiosk.Press($"{F2}{KioskUpdate.Everywhere.IndexOf(word) + 1}");
        Assert.Contains(Talk(kiosk).Text.Blocks, b => b.Text.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_of_controls_closes_by_its_last_line_and_the_step_is_as_it_was()
    {
        var kiosk = await At("message");
        await kiosk.Press($"12{F2}9");
        Assert.True(Talk(kiosk) is { More: null, Writing.Text: "12" });
    }

    /// <summary>Somebody at a question of a request, English, in Libya.</summary>
    private static async Task<Hands> At(string question)
    {
        var kiosk = new Hands(Wide);
        await kiosk.Press("1");
        await kiosk.Choose(question == "message" ? "/human" : "ask");
        if (question != "message")
        {
            await kiosk.Choose("list");
            await kiosk.Choose("group:help");
            await kiosk.Choose("programme/stranded");
            await kiosk.Choose("ask:stranded");
        }
        while (Talk(kiosk).Asking!.At is { } at && at.Split('/')[^1] != question)
            await kiosk.Choose(at.Split('/')[^1] switch { "alone" or "consent" => "yes", "danger_now" or "held" or "afraid" => "no", "age" => "18_59", "contact_way" => "call", _ => "/skip" });
        return kiosk;
    }

    private static KioskScreen.Talk Talk(Hands kiosk) => Assert.IsType<KioskScreen.Talk>(kiosk.Model.Screen);
}
