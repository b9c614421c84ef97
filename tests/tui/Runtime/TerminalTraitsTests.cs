using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.Runtime;

public class TerminalTraitsTests
{
    [Theory]
    [InlineData("xterm", BidiSupport.None, ">41;379;0c")]
    [InlineData("tmux", BidiSupport.None, ">84;0;0c", "P>|tmux 3.3a")]
    [InlineData("Alacritty", BidiSupport.None, ">0;1700;1c")]
    [InlineData("VTE can be told to stop", BidiSupport.None, "8;1$y", ">65;7006;1c")]
    [InlineData("PuTTY", BidiSupport.Rows, ">0;136;0c")]
    [InlineData("Konsole by its device", BidiSupport.Rows, ">1;115;0c")]
    [InlineData("Konsole by its name", BidiSupport.Rows, "P>|Konsole 22.12.3")]
    [InlineData("mlterm", BidiSupport.Rows, ">24;279;0c")]
    [InlineData("kitty", BidiSupport.Words, ">1;4000;26c", "P>|kitty(0.26.5)")]
    [InlineData("a terminal that says nothing", BidiSupport.None)]
    public void Knows(string terminal, BidiSupport expected, params string[] replies)
    {
        var traits = replies.Aggregate(new TerminalTraits(), (now, reply) => now.Learn(new InputEvent.Reply(reply)));
        Assert.True(traits.Choose(setting: null) == expected, terminal);
        Assert.Equal(BidiSupport.Words, traits.Choose("kitty"));
        Assert.Equal(BidiSupport.None, traits.Choose("visual"));
        Assert.Equal(BidiSupport.Rows, traits.Choose("logical"));
    }

    [Theory]
    [InlineData("the usual", true, "LANG=en_US.UTF-8", "TERM=xterm-256color")]
    [InlineData("the short spelling", true, "LC_ALL=C.utf8", "LANG=C", "TERM=tmux")]
    [InlineData("LC_ALL comes first", false, "LC_ALL=C", "LANG=en_US.UTF-8", "TERM=xterm")]
    [InlineData("another encoding", false, "LANG=ar_EG.ISO-8859-6", "TERM=xterm")]
    [InlineData("a dumb terminal", false, "LANG=C.UTF-8", "TERM=dumb")]
    [InlineData("nothing set", false)]
    public void Screens_need_UTF_8_and_a_cursor(string why, bool expected, params string[] environment)
    {
        var values = environment.Select(each => each.Split('=')).ToDictionary(each => each[0], each => each[1], StringComparer.Ordinal);
        Assert.True(TerminalTraits.CanShowScreens(values.GetValueOrDefault) == expected, why);
    }
}
