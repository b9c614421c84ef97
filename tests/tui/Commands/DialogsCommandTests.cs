using Outreach.Localization;
using Outreach.Tests.Support;
using Outreach.Tui.Commands;

namespace Outreach.Tui.Tests.Commands;

/// <summary>outreach dialogs: check, play, draw.</summary>
public sealed class DialogsCommandTests : IDisposable
{
    private readonly Checkout _checkout = new();

    private string[] Book => ["--content", _checkout.At("content/book")];

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void Check_finds_no_error_in_the_real_dialogs()
    {
        var (exit, said, wrong) = _checkout.Run(["dialogs", "check", .. Book]);
        Assert.Equal((0, ""), (exit, wrong));
        Assert.Matches(@"(^|\n)\d+ dialogs: 0 errors, \d+ reports\.\n$", said);
    }

    [Fact]
    public void Coverage_names_what_no_conversation_reaches_with_file_and_line()
    {
        Directory.CreateDirectory(_checkout.At("talks"));
        File.WriteAllText(_checkout.At("talks/one.txt"), "# language: en   place: ly\n> [ask:disaster]\n> 1\n> 1\n> 30\n> [yes]\n> [flood]\n");
        var (exit, said, wrong) = _checkout.Run(["dialogs", "coverage", "disaster", "--conversations", _checkout.At("talks"), .. Book]);
        Assert.Equal((0, ""), (exit, wrong));
        Assert.Matches(@"^disaster: \d+ of \d+ branches \(\d+ %\)\n", said);
        Assert.Contains("  dialogs/disaster.yaml:24: hazard=earthquake\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hazard=flood", said, StringComparison.Ordinal);
        Assert.EndsWith(" %).\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_without_conversations_says_where_it_looked()
    {
        var (exit, _, wrong) = _checkout.Run(["dialogs", "coverage", "--conversations", _checkout.At("nowhere"), .. Book]);
        Assert.Equal(1, exit);
        Assert.Contains("There are no conversations in nowhere", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_fails_with_file_and_line_when_a_question_cannot_be_reached()
    {
        _checkout.Replace("content/book/dialogs/disaster.yaml", "name: hazard,", "name: hazard, relevant: \"${alone} = 'perhaps'\",");
        var (exit, said, _) = _checkout.Run(["dialogs", "check", .. Book]);
        Assert.Equal(1, exit);
        Assert.Contains("error dialogs/disaster.yaml:11: 2180: no answer leads to 'hazard'; ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_says_what_the_reader_says()
    {
        _checkout.Replace("content/book/dialogs/disaster.yaml", "select_one hazard", "select_one hazards");
        var (exit, _, wrong) = _checkout.Run(["dialogs", "check", .. Book]);
        Assert.Equal(1, exit);
        Assert.Contains("dialogs/disaster.yaml:10: 2103: ", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_has_a_row_for_each_dialog()
    {
        var (exit, said, _) = _checkout.Run(["dialogs", "check", "--table", .. Book]);
        Assert.Equal((0, TestBook.Real.Dialogs.Count + 2), (exit, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Theory]
    [InlineData("a dialog that is not there", "There is no dialog \"none\". Known are: assisted-return child ", "draw", "none")]
    [InlineData("a language we do not speak", "\"xx\" is none of the languages en fr es ar fa uk am sw.", "draw", "stranded", "--lang", "xx")]
    [InlineData("a country that is none", "There is no country \"zz\"; write its two letters, for example ly.", "play", "stranded", "--place", "zz")]
    [InlineData("a file that cannot be written", "cannot be written", "draw", "stranded", "--out", "/nowhere/at/all.svg")]
    public void Refuses(string what, string sentence, params string[] command)
    {
        var (exit, _, wrong) = _checkout.Run(["dialogs", .. command, .. Book]);
        Assert.True(exit == 1 && wrong.Contains(sentence, StringComparison.Ordinal), $"{what}: {wrong}");
    }

    [Fact]
    public void Draw_writes_the_picture_where_it_is_told_to()
    {
        var file = _checkout.At("a.svg");
        Assert.Equal((0, "a.svg: stranded in Arabic.\n", ""), _checkout.Run(["dialogs", "draw", "stranded", "--lang", "ar", "--out", file, .. Book]));
        Assert.StartsWith("<svg ", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Play_prints_what_would_be_sent_and_sends_nothing()
    {
        var said = Play("stranded", "1", "1", "3", "1", "1", "1", "1 3", "1", "6", "Tripoli", "1", "1");
        Assert.Contains("(2/11) Are you in danger now, or do you need a doctor today?\n  1. No\n", said, StringComparison.Ordinal);
        Assert.Contains("   would happen: send stranded to office, iom\n   would happen:   afraid = no\n   would happen:   age = 18_59\n", said, StringComparison.Ordinal);
        Assert.Contains("   would happen:   missing = food doctor\n", said, StringComparison.Ordinal);
        Assert.EndsWith("-- end; nothing was kept or sent\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Play_prints_an_alarm_that_would_be_raised() =>
        Assert.Contains("   would happen: alert duty staff: danger, ly, en\n", Play("stranded", "1", "2"), StringComparison.Ordinal);

    private static string Play(string dialog, params string[] lines)
    {
        using var said = new StringWriter { NewLine = "\n" };
        using var input = new StringReader(string.Join('\n', lines));
        Assert.Equal(0, DialogPlay.Run(TestBook.Real, TestBook.Real.Dialogs[dialog], Locale.English, "ly", input, new Streams(said, said)));
        return said.ToString();
    }
}
