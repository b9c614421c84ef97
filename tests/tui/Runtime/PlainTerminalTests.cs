using Outreach.Tui.Runtime;

namespace Outreach.Tui.Tests.Runtime;

public class PlainTerminalTests
{
    [Fact]
    public void Prints_and_reads_lines()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var terminal = new PlainTerminal(new StringReader(" 2 \nسلام\n"), output);
        terminal.Say("Does anyone press you to go back?");
        terminal.List(["No, it is my own wish", "Yes"]);
        Assert.Equal("2", terminal.Ask());
        Assert.Equal("سلام", terminal.Ask("name:"));
        Assert.Null(terminal.Ask());
        Assert.Equal("Does anyone press you to go back?\n1. No, it is my own wish\n2. Yes\n> name: > ", output.ToString());
    }

    [Fact]
    public void Prints_nothing_that_moves_the_cursor()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var terminal = new PlainTerminal(TextReader.Null, output);
        terminal.Say("a\x1b[2Jb\u202Ec\nd");
        terminal.List(["x\ny"]);
        Assert.Equal("a[2Jbc\nd\n1. x y\n", output.ToString());
    }
}
