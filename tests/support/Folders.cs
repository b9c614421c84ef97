namespace Outreach.Tests.Support;

/// <summary>What the framework leaves out about folders.</summary>
public static class Folders
{
    /// <summary>Copies all files of a folder and of the folders in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
