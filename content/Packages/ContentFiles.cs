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

    private const string CatalogFolder = "catalogs";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ContentFiles(ImmutableArray<NamedText> all, string hash) => (All, Hash) = (all, hash);

    /// <summary>Every file.</summary>
    public ImmutableArray<NamedText> All { get; }

    /// <summary>SHA-256 over names and texts, in small hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Reads both folders. A folder of catalogs that is not there holds no catalogs.</summary>
    public static Result<ContentFiles> Read(string contentFolder, string? catalogsFolder)
    {
        if (!System.IO.Directory.Exists(contentFolder))
            return PackageProblems.NoContent(contentFolder);
        var paths = Paths(contentFolder, "", ".md", ".yaml").Concat(catalogsFolder is null ? [] : Paths(catalogsFolder, CatalogFolder + "/", ".po", ".pot"))
            .OrderBy(p => p.Name, StringComparer.Ordinal).Take(MaxFiles + 1).ToArray();
        if (paths.Length > MaxFiles || paths.Sum(p => p.File.Length) > MaxBytes)
            return PackageProblems.TooLarge(contentFolder);
        var texts = new NamedText[paths.Length];
        var problems = new Problem?[paths.Length];
        Parallel.For(0, paths.Length, i =>
        {
            var text = Text(paths[i].File, paths[i].Name);
            (texts[i], problems[i]) = (text.Value!, text.Problems.FirstOrDefault());
        });
        return problems.OfType<Problem>().ToImmutableArray() is { IsEmpty: false } failed ? failed : Of(texts);
    }

    /// <summary>Files that are in memory already.</summary>
    public static ContentFiles Of(IEnumerable<NamedText> files)
    {
        ImmutableArray<NamedText> all = [.. files.OrderBy(f => f.Name, StringComparer.Ordinal)];
        return new ContentFiles(all, HashOf(all));
    }

    /// <summary>The files below a folder, with their names from there on.</summary>
    public IEnumerable<NamedText> Under(string folder) =>
        All.Where(f => f.Name.StartsWith(folder + "/", StringComparison.Ordinal)).Select(f => f with { Name = f.Name[(folder.Length + 1)..] });

    /// <summary>The catalogs.</summary>
    public IEnumerable<NamedText> Catalogs => Under(CatalogFolder);

    private static IEnumerable<(string Name, FileInfo File)> Paths(string folder, string prefix, params string[] endings) =>
        !System.IO.Directory.Exists(folder) ? [] :
            from file in new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 5, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden })
            where endings.Contains(file.Extension)
            select (prefix + Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file);

    private static Result<NamedText> Text(FileInfo file, string name)
    {
        try
        {
            return new NamedText(name, Utf8.GetString(File.ReadAllBytes(file.FullName)));
        }
        catch (DecoderFallbackException)
        {
            return PackageProblems.Unreadable(name, "the file is not UTF-8; save it as UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PackageProblems.Unreadable(name, e.Message);
        }
    }

    private static string HashOf(ImmutableArray<NamedText> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in files)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{bytes.Length}\0"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
