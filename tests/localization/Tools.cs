using System.Diagnostics;

namespace Outreach.Localization.Tests;

/// <summary>Where the repository is, and how to run the programs we compare ourselves with.</summary>
internal static class Tools
{
    public static string Root { get; } = FindRoot();

    public static string Catalogs => Path.Combine(Root, "localization", "catalogs");

    public static string Oracle => Path.Combine(Root, "tests", "localization", "oracle");

    /// <summary>Runs a program to its end; a missing program is a failed test that says what to install.</summary>
    public static (int ExitCode, string Output, string Errors) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail($"{program} is not installed; ./test.sh installs what the tests need");
            throw;
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Outreach.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("the tests run inside the repository");
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("outreach-localization-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
