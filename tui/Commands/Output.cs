using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>What commands say, on standard output and error.</summary>
internal static class Output
{
    /// <summary>A line.</summary>
    public static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>Why a command cannot go on; the exit code to return.</summary>
    public static int Fail(string why, IEnumerable<Problem>? problems = null) => Fail(Console.Error, why, problems);

    /// <summary>The same to a writer.</summary>
    public static int Fail(TextWriter error, string why, IEnumerable<Problem>? problems = null)
    {
        error.WriteLine(why);
        foreach (var problem in problems ?? [])
            error.WriteLine($"  {problem}");
        return 1;
    }
}
