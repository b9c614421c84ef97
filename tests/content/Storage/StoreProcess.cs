using System.Diagnostics;
using System.Runtime.CompilerServices;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Storage;

/// <summary>
/// This test assembly run once more as a process of its own, to be killed or turned away. What it then does stands in
/// another assembly: while the initializer of this one runs, other threads cannot use it.
/// </summary>
internal static class StoreProcess
{
    private const string Mode = "OUTREACH_TEST_CHILD";
    private const string Folder = "OUTREACH_TEST_FOLDER";

    /// <summary>Starts a process that opens the data in a folder: "open" says the problem, "storm" writes turns until it is killed.</summary>
    public static Process Start(string mode, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(StoreProcess).Assembly.Location]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment[Mode] = mode;
        start.Environment[Folder] = folder;
        return Process.Start(start)!;
    }

#pragma warning disable CA2255 // this assembly is a program here
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void RunAsChild()
    {
        if (Environment.GetEnvironmentVariable(Mode) is not { } mode)
            return;
        Environment.Exit(StoreStorm.Run(mode, Environment.GetEnvironmentVariable(Folder)!).GetAwaiter().GetResult());
    }
}
