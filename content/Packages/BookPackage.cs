using System.IO.Compression;
using System.Security.Cryptography;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Localization;

namespace Outreach.Content.Packages;

/// <summary>
/// The compiled package: one file with all content, ready to load without parsing a page. Signed, it travels to kiosks; unsigned,
/// it is the cache beside a host's data.
/// </summary>
public static class BookPackage
{
    /// <summary>The form of the file; raised when it changes.</summary>
    public const int Format = 6;

    private static string Maker => typeof(BookPackage).Module.ModuleVersionId.ToString("N") + typeof(Localizer).Module.ModuleVersionId.ToString("N");

    /// <summary>Reads and checks the folders and writes a signed package; the revision it has. The whole file is written or nothing.</summary>
    public static Result<string> Build(string contentFolder, string catalogsFolder, string outputFile, ECDsa key)
    {
        var files = ContentFiles.Read(contentFolder, catalogsFolder);
        var content = files.Ok ? ContentReader.Read(files.Value) : files.Problems;
        var book = content.Ok ? BookReader.Assemble(content.Value, new Office()) : content.Problems;
        if (!book.Ok)
            return files.Ok ? files.Value.Locate(book).Problems : book.Problems;
        return Write(outputFile, PackageFile.Pack(content.Value!, Maker, CompressionLevel.SmallestSize, key)) is { } problem ? problem : book.Value.Revision;
    }

    /// <summary>Loads a package that was signed with the key; anything torn, foreign or changed is refused.</summary>
    public static Result<Book> Load(string file, ECDsa publicKey, Office office)
    {
        var bytes = ReadBytes(file);
        if (!bytes.Ok)
            return bytes.Problems;
        var header = PackageFile.Check(bytes.Value, file);
        if (!header.Ok)
            return header.Problems;
        return PackageFile.IsSigned(bytes.Value, header.Value.Header, header.Value.Start, publicKey) switch
        {
            null => PackageProblems.Unsigned(file),
            false => PackageProblems.BadSignature(file),
            true => Open(bytes.Value, header.Value, file, office),
        };
    }

    /// <summary>
    /// The book of the folders: from the cache when it was made from exactly these files by this build of the program, else read
    /// anew, and the cache written. A cache that cannot be written costs time only.
    /// </summary>
    public static Result<Book> LoadOrBuild(string contentFolder, string catalogsFolder, string cacheFile, Office office)
    {
        var hash = Task.Run(() => ContentFiles.HashOf(contentFolder, catalogsFolder));
        if (Cached(cacheFile, hash, office) is { } cached)
            return cached;
        var files = ContentFiles.Read(contentFolder, catalogsFolder);
        if (!files.Ok)
            return files.Problems;
        var content = ContentReader.Read(files.Value);
        var book = content.Ok ? BookReader.Assemble(content.Value, office) : content.Problems;
        if (book.Ok)
            Write(cacheFile, PackageFile.Pack(content.Value!, Maker, CompressionLevel.Fastest, key: null));
        return files.Value.Locate(book);
    }

    /// <summary>The revision of the files a package was made from, for the question whether it is stale; null when it is no sound package.</summary>
    public static string? RevisionOf(string file) =>
        ReadBytes(file) is { Ok: true } bytes && PackageFile.Check(bytes.Value, file) is { Ok: true } header ? header.Value.Header.Revision : null;

    /// <summary>The book of a cache that was made from the files with this hash; unpacked while the hash is still being taken, because it nearly always fits.</summary>
    private static Book? Cached(string file, Task<Result<string>> hash, Office office) =>
        ReadBytes(file) is { Ok: true } bytes
        && PackageFile.Check(bytes.Value, file) is { Ok: true } header && header.Value.Header.Maker == Maker
        && PackageFile.Unpack(bytes.Value.AsMemory(header.Value.Start), header.Value.Header) is { } content
        && hash.GetAwaiter().GetResult() is { Ok: true } now && content.Hash == now.Value
            ? BookReader.Assemble(content, office).Value
            : null;

    private static Result<Book> Open(byte[] bytes, (PackageHeader Header, int Start) at, string file, Office office) =>
        PackageFile.Unpack(bytes.AsMemory(at.Start), at.Header) is { } content && content.Hash == at.Header.Revision
            ? BookReader.Assemble(content, office)
            : PackageProblems.Torn(file);

    private static Result<byte[]> ReadBytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return PackageProblems.NoPackage(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PackageProblems.Unreadable(file, e.Message);
        }
    }

    private static Problem? Write(string file, byte[] bytes)
    {
        try
        {
            var whole = Path.GetFullPath(file);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
            Durable.Write(whole, bytes, mode: null, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PackageProblems.Unwritable(file, e.Message);
        }
    }
}
