using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using Outreach.Content.Dialogs;
using Outreach.Content.Editing;
using Outreach.Content.Protection;
using Outreach.Localization;

namespace Outreach.Content.Packages;

/// <summary>Who signs a package, and when; of two packages kiosks take the later one.</summary>
/// <param name="Key">The private key.</param>
/// <param name="Made">When; stands in the package.</param>
public sealed record PackageSigning(ECDsa Key, DateTimeOffset Made);

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
    public static Result<string> Build(string contentFolder, string catalogsFolder, string outputFile, PackageSigning signing)
    {
        var files = ContentFiles.Read(contentFolder, catalogsFolder);
        return files.Ok ? Build(files.Value, outputFile, signing) : files.Problems;
    }

    /// <summary>The same from files that are in memory.</summary>
    public static Result<string> Build(ContentFiles files, string outputFile, PackageSigning signing)
    {
        var content = ContentReader.Read(files);
        var book = content.Ok ? BookReader.Assemble(content.Value, new Office()) : content.Problems;
        if (!book.Ok)
            return files.Locate(book).Problems;
        return Write(outputFile, PackageFile.Pack(content.Value!, Maker, CompressionLevel.SmallestSize, signing)) is { } problem ? problem : book.Value.Revision;
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
    /// <param name="contentFolder">The content.</param>
    /// <param name="catalogsFolder">The catalogs.</param>
    /// <param name="cacheFile">The cache.</param>
    /// <param name="office">Who speaks.</param>
    /// <param name="published">Changes that are laid over the files of the folders, once they are known; null for none. Nothing waits for them but the question whether the cache fits.</param>
    public static Result<Book> LoadOrBuild(string contentFolder, string catalogsFolder, string cacheFile, Office office, Task<ImmutableArray<PartChange>>? published = null)
    {
        ImmutableArray<PartChange> Changes() => published?.GetAwaiter().GetResult() ?? [];
        var hash = Task.Run(() => !Changes().IsEmpty && Laid() is { Ok: true } laid ? laid.Value.Hash : ContentFiles.HashOf(contentFolder, catalogsFolder));
        if (Cached(cacheFile, hash, office) is { } cached)
            return cached;
        var files = Laid();
        if (!files.Ok)
            return files.Problems;
        var content = ContentReader.Read(files.Value);
        var book = content.Ok ? BookReader.Assemble(content.Value, office) : content.Problems;
        if (book.Ok)
            Write(cacheFile, PackageFile.Pack(content.Value!, Maker, CompressionLevel.Fastest, signing: null));
        return files.Value.Locate(book);

        Result<ContentFiles> Laid()
        {
            var read = ContentFiles.Read(contentFolder, catalogsFolder);
            return read.Ok ? ContentOverlay.Lay(read.Value, Changes()).Files : read;
        }
    }

    /// <summary>The revision of the files a package was made from, for the question whether it is stale; null when it is no sound package.</summary>
    public static string? RevisionOf(string file) =>
        ReadBytes(file) is { Ok: true } bytes && PackageFile.Check(bytes.Value, file) is { Ok: true } header ? header.Value.Header.Revision : null;

    /// <summary>When a sound package was made; null for anything else and for a cache. Who signed it is for <see cref="Load"/> to say.</summary>
    public static DateTimeOffset? MadeOf(string file) =>
        ReadBytes(file) is { Ok: true } bytes && PackageFile.Check(bytes.Value, file) is { Ok: true } header ? header.Value.Header.Made : null;

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
            ? BookReader.Assemble(content, office) is { Ok: true } book ? book.Value with { PackagedAt = at.Header.Made } : PackageProblems.Torn(file)
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
