namespace Outreach.Tests.Support;

/// <summary>Where the repository's own files are, whatever folder a test runs in.</summary>
public static class Repository
{
    /// <summary>The folder that holds Outreach.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below the root.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>True when expected files are to be rewritten instead of compared.</summary>
    public static bool Update => Environment.GetEnvironmentVariable("OUTREACH_UPDATE") == "1";

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Outreach.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests must run inside the repository");
    }
}
