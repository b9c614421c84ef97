using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Outreach.Content.Protection;
using Outreach.Localization;

namespace Outreach.Content.Packages;

/// <summary>The key that packages are signed with (ECDSA P-256, PEM), and its public half, which kiosks trust.</summary>
[SuppressMessage("Interoperability", "CA1416", Justification = "permissions are set and checked where the system has them")]
public static class PackageKey
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Where the public half of a key lies.</summary>
    public static string PublicFile(string keyFile) => keyFile + ".pub";

    /// <summary>The private key of a file; when there is none yet, both halves are made.</summary>
    public static Result<ECDsa> OpenOrMake(string keyFile)
    {
        try
        {
            if (!File.Exists(keyFile))
                Make(keyFile);
            return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(keyFile) & Others) != UnixFileMode.None
                ? PackageProblems.KeyReadable(keyFile)
                : Read(keyFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PackageProblems.Unreadable(keyFile, e.Message);
        }
    }

    /// <summary>The public key of a file.</summary>
    public static Result<ECDsa> OpenPublic(string file)
    {
        try
        {
            return Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PackageProblems.Unreadable(file, e.Message);
        }
    }

    private static Result<ECDsa> Read(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256)
                return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            // Not a key: said below.
        }
        key.Dispose();
        return PackageProblems.NoKey(file);
    }

    private static void Make(string keyFile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Durable.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(keyFile))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(keyFile, options))
            writer.WriteLine(key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PublicFile(keyFile), key.ExportSubjectPublicKeyInfoPem() + "\n");
    }
}
