using Outreach.Localization;

namespace Outreach.Tui.Commands;

/// <summary>What commands say, on standard output and error.</summary>
internal static class Output
{
    /// <summary>A line.</summary>
    public static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>Why a command cannot go on; the exit code to return.</summary>
    public static int Fail(string why, IEnumerable<Problem>? problems = null) => Fail(Console.Error, why, problems);

    /// <summary>Writes files that belong together, over what is there: all drafts first, then each in its place. False when that cannot be, and said why.</summary>
    public static bool Save(TextWriter error, params IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        try
        {
            foreach (var (path, bytes) in files)
                File.WriteAllBytes(path + ".new", bytes);
            foreach (var (path, _) in files)
                File.Move(path + ".new", path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var (path, _) in files.Where(f => File.Exists(f.Path + ".new")))
                File.Delete(path + ".new");
            Fail(error, $"{files[0].Path} cannot be written: {e.Message} Name another place, or make it one you may write to.");
            return false;
        }
    }

    /// <summary>The same to a writer.</summary>
    public static int Fail(TextWriter error, string why, IEnumerable<Problem>? problems = null)
    {
        error.WriteLine(why);
        foreach (var problem in problems ?? [])
            error.WriteLine($"  {problem}");
        return 1;
    }
}
