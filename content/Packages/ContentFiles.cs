using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Outreach.Localization;

namespace Outreach.Content.Packages;

/// <summary>A text file by its name, with '/' between folders: "library/de/housing.en.md".</summary>
public sealed record NamedText(string Name, string Text);

/// <summary>
/// All content and catalogs as they lie in their folders at one moment, ordered by name. Readers work on this, not on the disk,
/// so that what is read and what is hashed is the same.
/// </summary>
public sealed class ContentFiles
{
    /// <summary>No content of ours has more files.</summary>
    public const int MaxFiles = 20_000;

    /// <summary>Or is larger.</summary>
    public const long MaxBytes = 200_000_000;

    /// <summary>How the folder of catalogs is called in names.</summary>
    public const string CatalogFolder = "catalogs";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string? _content;
    private readonly string? _catalogs;

    private ContentFiles(IEnumerable<NamedText> files, string? content = null, string? catalogs = null)
    {
        All = [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
        Hash = HashOf(All.Select(f => (f.Name, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text))));
        (_content, _catalogs) = (content, catalogs);
    }

    /// <summary>Every file.</summary>
    public ImmutableArray<NamedText> All { get; }

    /// <summary>SHA-256 over names and texts, in small hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Reads both folders. A folder of catalogs that is not there holds no catalogs.</summary>
    public static Result<ContentFiles> Read(string contentFolder, string? catalogsFolder)
    {
        var texts = Each(contentFolder, catalogsFolder, Text);
        return texts.Ok ? new ContentFiles(texts.Value, contentFolder, catalogsFolder) : texts.Problems;
    }

    /// <summary>The <see cref="Hash"/> of the files in both folders without reading them as texts: the question that every start asks.</summary>
    public static Result<string> HashOf(string contentFolder, string? catalogsFolder)
    {
        var bytes = Each(contentFolder, catalogsFolder, Bytes);
        return bytes.Ok ? HashOf(bytes.Value) : bytes.Problems;
    }

    /// <summary>Files that are in memory already.</summary>
    public static ContentFiles Of(IEnumerable<NamedText> files) => new(files);

    /// <summary>The same files, some with other texts; names that are not among them are left out.</summary>
    public ContentFiles With(IEnumerable<NamedText> changed)
    {
        var texts = changed.ToDictionary(f => f.Name, StringComparer.Ordinal);
        return texts.Count == 0 ? this : new ContentFiles(All.Select(f => texts.GetValueOrDefault(f.Name, f)), _content, _catalogs);
    }

    /// <summary>The text of one file; null when there is none of this name.</summary>
    public string? TextOf(string name) => All.FirstOrDefault(f => f.Name == name)?.Text;

    /// <summary>The same with paths that can be opened from where the person stands, instead of names below a folder they may not know.</summary>
    public Result<T> Locate<T>(Result<T> result) => result.Ok ? result : result.Problems.Select(Locate).ToImmutableArray();

    /// <summary>The same for one problem.</summary>
    public Problem Locate(Problem problem) => problem.Where switch
    {
        "" => problem,
        var name when _catalogs is not null && name.StartsWith(CatalogFolder + "/", StringComparison.Ordinal) => problem with { Where = Shown(_catalogs, name[(CatalogFolder.Length + 1)..]) },
        var name => _content is null ? problem : problem with { Where = Shown(_content, name) },
    };

    /// <summary>The files below a folder, with their names from there on.</summary>
    public IEnumerable<NamedText> Under(string folder) =>
        All.Where(f => f.Name.StartsWith(folder + "/", StringComparison.Ordinal)).Select(f => f with { Name = f.Name[(folder.Length + 1)..] });

    /// <summary>The catalogs.</summary>
    public IEnumerable<NamedText> Catalogs => Under(CatalogFolder);

    /// <summary>From the current folder on where it lies below it; otherwise the whole path.</summary>
    private static string Shown(string folder, string name)
    {
        var full = Path.Combine(Path.GetFullPath(folder), name);
        var here = Environment.CurrentDirectory + Path.DirectorySeparatorChar;
        return full.StartsWith(here, StringComparison.Ordinal) ? full[here.Length..] : full;
    }

    // Folders too: one that is named as a file would otherwise be a file that is missing without a word.
    private static IEnumerable<(string Name, FileSystemInfo Entry)> Paths(string folder, string prefix, params string[] endings) =>
        !System.IO.Directory.Exists(folder) ? [] :
            from entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions
            {
                RecurseSubdirectories = true,
                MaxRecursionDepth = 5,
                AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
                IgnoreInaccessible = false,
            })
            where endings.Contains(entry.Extension)
            select (prefix + Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/'), entry);

    /// <summary>Every file of both folders, in the order of their names, read by all processors.</summary>
    private static Result<T[]> Each<T>(string contentFolder, string? catalogsFolder, Func<string, string, Result<T>> read)
    {
        if (!System.IO.Directory.Exists(contentFolder))
            return PackageProblems.NoContent(contentFolder);
        try
        {
            var paths = Paths(contentFolder, "", ".md", ".yaml", ".tsv").Concat(catalogsFolder is null ? [] : Paths(catalogsFolder, CatalogFolder + "/", ".po", ".pot"))
                .OrderBy(p => p.Name, StringComparer.Ordinal).Take(MaxFiles + 1).ToArray();
            if (paths.Length > MaxFiles || paths.Sum(p => p.Entry is FileInfo file ? file.Length : 0) > MaxBytes)
                return PackageProblems.TooLarge(contentFolder);
            var all = new Result<T>[paths.Length];
            Parallel.For(0, paths.Length, i => all[i] = paths[i].Entry is FileInfo file ? ReadOne(file, paths[i].Name, read) : PackageProblems.Folder(Shown(paths[i].Entry)));
            return all.SelectMany(t => t.Problems).ToImmutableArray() is { IsEmpty: false } failed ? failed : all.Select(t => t.Value!).ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PackageProblems.Unreadable(contentFolder, e.Message);
        }
    }

    private static Result<T> ReadOne<T>(FileInfo file, string name, Func<string, string, Result<T>> read)
    {
        try
        {
            return read(file.FullName, name);
        }
        catch (DecoderFallbackException)
        {
            return PackageProblems.NotUtf8(Shown(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PackageProblems.Unreadable(Shown(file), e.Message);
        }
    }

    private static Result<NamedText> Text(string path, string name) => new NamedText(name, Utf8.GetString(Bytes(path, name).Value.Bytes.Span));

    /// <summary>Editors on Windows begin a file with a mark of its encoding; it is no part of the text.</summary>
    private static Result<(string Name, ReadOnlyMemory<byte> Bytes)> Bytes(string path, string name)
    {
        ReadOnlyMemory<byte> bytes = File.ReadAllBytes(path);
        return (name, bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
    }

    private static string Shown(FileSystemInfo entry) => Shown(Path.GetDirectoryName(entry.FullName)!, entry.Name);

    private static string HashOf(IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{bytes.Length}\0"));
            hash.AppendData(bytes.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
