using Outreach.Tui.Example;
using Outreach.Tui.Runtime;
using Outreach.Tui.Tests.Support;

namespace Outreach.Tui.Tests;

public class ExampleTests
{
    [Fact]
    public void The_readme_holds_the_example_that_compiles()
    {
        var readme = Sources.Read("tui/README.md");
        var example = Sources.Read("tests/tui/Example/TopicsScreen.cs");
        var begin = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        Assert.Equal(example, readme[begin..readme.IndexOf("```", begin, StringComparison.Ordinal)]);
    }

    [Fact]
    public void The_example_works()
    {
        var terminal = new FakeTerminal(new Size(40, 13)).UntilWoken().Press("2").Check(Shows).Pass(TimeSpan.FromSeconds(61)).Press("q");
        var last = Loop.Run(new TopicsApp(rightToLeft: false), new TopicsEffects(), terminal, terminal.Options);
        Assert.Equal("", last.Note);
        Assert.True(last.Over);

        static void Shows(FakeTerminal terminal)
        {
            Assert.Equal("    1  I want to return", terminal.Shown.Row(3));
            Assert.StartsWith("  > 2  ", terminal.Shown.Row(5), StringComparison.Ordinal);
            Assert.Equal("  You chose 2.", terminal.Shown.Row(10));
            Assert.Equal("  q leave", terminal.Shown.Row(12));
        }
    }
}
