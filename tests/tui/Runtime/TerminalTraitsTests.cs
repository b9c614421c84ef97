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
}
