using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Outreach.Localization;

namespace Outreach.Content.Protection;

/// <summary>The file of the master key: made once, for its owner only, never beside the data.</summary>
[SuppressMessage("Interoperability", "CA1416", Justification = "permissions are set and checked where the system has them")]
internal static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    public static Result<byte[]> Read(string keyFile, string dataDir)
    {
        try
        {
            var file = Path.GetFullPath(keyFile);
            if (IsInside(file, dataDir))
                return ProtectionProblems.KeyInData(file);
            using var there = Find(file);
            if (there is not null)
                return Check(file, there);
            if (System.IO.Directory.Exists(dataDir) && System.IO.Directory.EnumerateFiles(dataDir, "*.db").Any())
                return ProtectionProblems.KeyMissing(file, dataDir);
            Make(file);
            using var made = Opened(file);
            return Check(file, made);
        }
        catch (UnauthorizedAccessException)
        {
            return ProtectionProblems.KeyUnreachable(keyFile, "this account may not read it");
        }
        catch (IOException e)
        {
            return ProtectionProblems.KeyUnreachable(keyFile, e.GetType().Name);
        }
    }

    /// <summary>The file, or null when it is not there. Asked by opening it: a folder that may not be entered only looks as if it were empty.</summary>
    private static FileStream? Find(string file)
    {
        try
        {
            return Opened(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static FileStream Opened(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0);

    private static Result<byte[]> Check(string file, FileStream stream)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & Others) != UnixFileMode.None)
            return ProtectionProblems.KeyReadable(file);
        if (stream.Length != KeyRing.MasterLength)
            return ProtectionProblems.KeyLength(file, stream.Length);
        var master = new byte[KeyRing.MasterLength];
        stream.ReadExactly(master);
        if (master.AsSpan().ContainsAnyExcept((byte)0))
            return master;
        return ProtectionProblems.KeyEmpty(file);
    }

    private static void Make(string file)
    {
        Durable.MakeFolder(Path.GetDirectoryName(file)!);
        var master = RandomNumberGenerator.GetBytes(KeyRing.MasterLength);
        try
        {
            Durable.Write(file, master, OwnerOnly, overwrite: false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(master);
        }
    }

    private static bool IsInside(string file, string dataDir)
    {
        var data = Real(Path.GetFullPath(dataDir)).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return Real(file).StartsWith(data, StringComparison.Ordinal);
    }

    /// <summary>The path with every link on the way followed.</summary>
    private static string Real(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            var link = new FileInfo(next);                   // what is not there yet is no link
            real = link.LinkTarget is null ? next : link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
        }
        return real;
    }
}
