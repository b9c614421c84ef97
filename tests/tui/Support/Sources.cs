using System.Runtime.CompilerServices;

namespace Outreach.Tui.Tests.Support;

/// <summary>Our own source files.</summary>
internal static class Sources
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Outreach.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("no Outreach.sln above the tests");
    }
}
