using System.Text.RegularExpressions;
using Outreach.Tui.Tests.Support;

namespace Outreach.Tui.Tests;

/// <summary>House rules of the terminal runtime.</summary>
public partial class SourceTests
{
    private static readonly string[] Folders = ["tui/Runtime", "tui/Text", "tui/Widgets"];

    [Fact]
    public void The_console_of_the_framework_is_never_used()
    {
        Assert.All(Files(), file => Assert.DoesNotMatch(ConsoleUse(), File.ReadAllText(file)));
        Assert.Matches(ConsoleUse(), "System.Console.WriteLine()");
        Assert.Matches(ConsoleUse(), "Console.ReadKey()");
        Assert.Matches(ConsoleUse(), "using static System.Console;");
    }

    [Fact]
    public void Files_stay_short() =>
        Assert.All(Files().Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal)), file =>
            Assert.True(File.ReadLines(file).Count() <= 300, file));

    private static IEnumerable<string> Files() =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Sources.Root, folder), "*.cs", SearchOption.AllDirectories));

    /// <summary>Code, not prose: comments may name what they warn of.</summary>
    [GeneratedRegex(@"^(?!\s*//).*\bConsole\s*[.;]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex ConsoleUse();
}
