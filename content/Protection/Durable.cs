using System.Runtime.InteropServices;

namespace Outreach.Content.Protection;

/// <summary>Makes new files and folders survive a power cut; the runtime has no call for it.</summary>
public static class Durable
{
    /// <summary>Makes a folder, and those above it, for its owner only; one that is there stays as it is.</summary>
    public static void MakeFolder(string folder)
    {
        if (System.IO.Directory.Exists(folder))
            return;
        var above = Path.GetDirectoryName(folder);
        if (above is not null)
            MakeFolder(above);
        if (OperatingSystem.IsWindows())
            System.IO.Directory.CreateDirectory(folder);
        else
            System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (above is not null)
            Folder(above);
    }

    /// <summary>Writes a file whole or not at all, under another name first: a power cut leaves what was there, or all of the new.</summary>
    /// <param name="file">The whole path.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="mode">Who may read it; null leaves that to the system.</param>
    /// <param name="overwrite">Take the place of a file that is there; otherwise that is an <see cref="IOException"/>.</param>
    public static void Write(string file, ReadOnlySpan<byte> bytes, UnixFileMode? mode, bool overwrite)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        try
        {
            using (var stream = new FileStream(draft, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            File.Move(draft, file, overwrite);
            Folder(Path.GetDirectoryName(file)!);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes the folder's list of names to the disk. Where the system has no such call, does nothing.</summary>
    public static void Folder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder + '\0');
        if (descriptor < 0)
            return;
        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    private static int Open(string path) => Open(System.Text.Encoding.UTF8.GetBytes(path), 0);

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
