using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>How the public half is called among the data: what a kiosk of this machine trusts.</summary>
    public const string KioskFile = "package.pub";

    /// <summary>How the private half is called beside the master key.</summary>
    public const string PrivateFile = "content.key";

    /// <summary>Where the public half of a key lies.</summary>
    public static string PublicFile(string keyFile) => keyFile + ".pub";

    /// <summary>
    /// The private key of a file; when there is none yet, it is made. Its public half is written whenever it is not there or of another
    /// key: so a stop between the two files is made good the next time.
    /// </summary>
    public static Result<ECDsa> OpenOrMake(string keyFile)
    {
        try
        {
            if (!File.Exists(keyFile))
                Make(Path.GetFullPath(keyFile));
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(keyFile) & Others) != UnixFileMode.None)
                return PackageProblems.KeyReadable(keyFile);
            var key = Read(keyFile);
            if (key.Ok)
                Publish(key.Value, Path.GetFullPath(PublicFile(keyFile)));
            return key;
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
        Durable.MakeFolder(Path.GetDirectoryName(keyFile)!);
        Durable.Write(keyFile, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"), OwnerOnly, overwrite: false);
    }

    private static void Publish(ECDsa key, string file)
    {
        var text = key.ExportSubjectPublicKeyInfoPem() + "\n";
        if (!File.Exists(file) || File.ReadAllText(file) != text)
            Durable.Write(file, Encoding.ASCII.GetBytes(text), mode: null, overwrite: true);
    }
}
