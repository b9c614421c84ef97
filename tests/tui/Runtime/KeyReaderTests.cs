using System.Text;
using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.Runtime;

public class KeyReaderTests
{
    [Theory]
    [InlineData("a letter", "a", "a")]
    [InlineData("letters of two, three and four bytes", "éሰ👍", "é ሰ 👍")]
    [InlineData("an arrow", "\x1b[A", "Up")]
    [InlineData("an arrow in application mode", "\x1bOB", "Down")]
    [InlineData("an arrow with Ctrl", "\x1b[1;5C", "Ctrl-Right")]
    [InlineData("keys of the editing block", "\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~", "Home Insert Delete End PgUp PgDn")]
    [InlineData("function keys of xterm", "\x1bOP\x1b[15~\x1b[24~", "F1 F5 F12")]
    [InlineData("function keys of the Linux console", "\x1b[[A\x1b[[E", "F1 F5")]
    [InlineData("a function key with Shift", "\x1b[1;2P", "Shift-F1")]
    [InlineData("Enter, Tab, Backspace and their relatives", "\r\t\x7f\x1b[Z\n", "Enter Tab Backspace Shift-Tab Ctrl-Enter")]
    [InlineData("Ctrl with a letter and with space", "\x03\0", "Ctrl-C Ctrl-Space")]
    [InlineData("Alt with a letter, a letter of two bytes and Enter", "\x1bx\x1bé\x1b\r", "Alt-x Alt-é Alt-Enter")]
    [InlineData("keys of the kitty protocol", "\x1b[97;5u\x1b[27u\x1b[65;2u", "Ctrl-A Esc A")]
    [InlineData("keys of modifyOtherKeys", "\x1b[27;5;13~", "Ctrl-Enter")]
    [InlineData("the keypad in application mode", "\x1bOq\x1bOM", "1 Enter")]
    [InlineData("Escape before another sequence", "\x1b\x1b[A", "Esc Up")]
    [InlineData("mouse: press, release, wheel", "\x1b[<0;12;3M\x1b[<0;12;3m\x1b[<65;1;1M", "Press(11,2) Release(11,2) WheelDown(0,0)")]
    [InlineData("focus", "\x1b[I\x1b[O", "focus+ focus-")]
    [InlineData("replies of the terminal", "\x1b[0n\x1b[>41;379;0c\x1b[8;1$y\x1b[?62;1c", "{0n} {>41;379;0c} {8;1$y} {?62;1c}")]
    [InlineData("strings of the terminal, both ends", "\x1bP>|xterm(379)\x1b\\\x1b]11;rgb:0/0/0\a", "{P>|xterm(379)} {]11;rgb:0/0/0}")]
    [InlineData("a cursor report", "\x1b[24;80R", "{24;80R}")]
    [InlineData("a paste, with what would be keys in it", "\x1b[200~hi\x1b[31m\r\nyou\tthere\x1b[201~x", "'hi[31m/you there' x")]
    [InlineData("a paste with a false end", "\x1b[200~a\x1b[201x\x1b[201~", "'a[201x'")]
    [InlineData("bytes that are no UTF-8", "a\u0080b", "a b")]
    [InlineData("sequences that say nothing to us", "\x1b[99~\x1b[38;5;1m\x1bO5a", "a")]
    public void Reads(string why, string input, string expected)
    {
        var reader = new KeyReader();
        Assert.True(Describe(Feed(reader, Encoding.UTF8.GetBytes(input))) == expected, $"{why}: {Describe(Feed(new KeyReader(), Encoding.UTF8.GetBytes(input)))}");
        Assert.False(reader.Pending);
    }

    [Fact]
    public void Gives_the_same_events_however_its_bytes_are_cut()
    {
        var random = new Random(3);
        string[] pieces =
        [
            "a", "é", "ሰ", "👍", "\x1b[A", "\x1bOB", "\x1b[1;5C", "\x1b[3~", "\r", "\x7f", "\x1b[<0;12;3M", "\x1b[I", "\x1b[0n", "\x1b[[B",
            "\x1bP>|kitty(0.26)\x1b\\", "\x1b]11;rgb:0/0/0\a", "\x1b[200~سلام\x1b[1mx\n\x1b[201~", "\x1bx", "\x1b[97;5u", "\x1b[8;1$y", "\x03",
        ];
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)])));
            var whole = Describe(Feed(new KeyReader(), bytes));
            var reader = new KeyReader();
            var cut = new List<InputEvent>();
            for (var start = 0; start < bytes.Length;)
            {
                var length = random.Next(1, bytes.Length - start + 1);
                reader.Feed(bytes.AsSpan(start, length), cut);
                start += length;
            }

            Assert.Equal(whole, Describe(cut));
        }
    }

    [Fact]
    public void Any_bytes_at_all_are_survived()
    {
        var random = new Random(4);
        var likely = "\x1b[O]P<>?;:0129~MmABuRnc\\\a\r"u8.ToArray();
        for (var round = 0; round < 5_000; round++)
        {
            var reader = new KeyReader();
            var events = new List<InputEvent>();
            for (var i = 0; i < 40; i++) reader.Feed([random.Next(3) == 0 ? (byte)random.Next(256) : likely[random.Next(likely.Length)]], events);
            for (var i = 0; i < 10; i++) reader.Flush(events);
            Assert.False(reader.Pending);
            Assert.DoesNotContain(events, each => each is InputEvent.Typed typed && Rune.IsControl(typed.Rune));
        }
    }

    [Theory]
    [InlineData("\x1b", "Esc")]
    [InlineData("\x1b[", "Alt-[")]
    [InlineData("\x1bO", "Alt-O")]
    public void A_beginning_without_an_end_is_a_key_after_the_delay(string input, string expected)
    {
        var reader = new KeyReader();
        var events = Feed(reader, Encoding.UTF8.GetBytes(input));
        Assert.Empty(events);
        Assert.True(reader.Pending);
        reader.Flush(events);
        Assert.Equal(expected, Describe(events));
        Assert.False(reader.Pending);
    }

    [Fact]
    public void A_slow_reply_is_waited_for_a_little_longer()
    {
        var reader = new KeyReader();
        var events = Feed(reader, "\x1bP>|xte"u8.ToArray());
        reader.Flush(events);
        reader.Feed("rm(379)\x1b\\"u8, events);
        Assert.Equal("{P>|xterm(379)}", Describe(events));
    }

    [Fact]
    public void A_paste_is_kept_up_to_its_limit()
    {
        var reader = new KeyReader();
        var events = Feed(reader, Encoding.ASCII.GetBytes("\x1b[200~" + new string('x', KeyReader.MaxPaste + 5_000) + "\x1b[201~y"));
        Assert.Equal(KeyReader.MaxPaste, Assert.IsType<InputEvent.Pasted>(events[0]).Text.Length);
        Assert.IsType<InputEvent.Typed>(events[1]);
    }

    [Fact]
    public void A_string_without_an_end_does_not_eat_memory()
    {
        var reader = new KeyReader();
        var events = Feed(reader, "\x1b]0;"u8.ToArray());
        for (var i = 0; i < 100; i++) reader.Feed(new byte[1_000], events);
        Assert.True(events.Count > 0 || !reader.Pending);
    }

    private static List<InputEvent> Feed(KeyReader reader, byte[] bytes)
    {
        var events = new List<InputEvent>();
        reader.Feed(bytes, events);
        return events;
    }

    private static string Describe(IEnumerable<InputEvent> events) => string.Join(' ', events.Select(each => each switch
    {
        InputEvent.Pasted pasted => $"'{pasted.Text.Replace('\n', '/')}'",
        InputEvent.Mouse mouse => $"{mouse.Action}({mouse.X},{mouse.Y})",
        InputEvent.Reply reply => $"{{{reply.Text}}}",
        InputEvent.Focused focused => focused.Has ? "focus+" : "focus-",
        _ => each.Key?.Label ?? each.ToString(),
    }));
}
