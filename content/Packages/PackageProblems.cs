using Outreach.Localization;

namespace Outreach.Content.Packages;

/// <summary>What can be wrong with content folders and compiled packages (2400 to 2449). Every message says what to do.</summary>
public static class PackageProblems
{
    /// <summary>No folder of content.</summary>
    public static Problem NoContent(string folder) => new(2400, "there is no such folder; set ContentDir to the folder that holds library/, dialogs/ and directory/", folder);

    /// <summary>A file that cannot be read.</summary>
    public static Problem Unreadable(string file, string why) => new(2401, $"cannot be read: {why.TrimEnd('.')}; check that it is there and that this account may read it", file);

    /// <summary>No text.</summary>
    public static Problem NotUtf8(string file) => new(2401, "cannot be read: the file is not UTF-8 text; save it as UTF-8, or put its content back", file);

    /// <summary>A folder that is named as a file.</summary>
    public static Problem Folder(string file) => new(2401, "cannot be read: this is a folder, and a file must be here; rename or remove the folder", file);

    /// <summary>Content beyond reason.</summary>
    public static Problem TooLarge(string folder) =>
        new(2402, $"holds more than {ContentFiles.MaxFiles} files or {ContentFiles.MaxBytes / 1_000_000} MB; is this the folder of the content?", folder);

    /// <summary>No package.</summary>
    public static Problem NoPackage(string file) => new(2403, "there is no package; build it with 'outreach content build'", file);

    /// <summary>Not a package of ours.</summary>
    public static Problem Foreign(string file) => new(2404, "this is no content package; build it anew with 'outreach content build'", file);

    /// <summary>A package of another version of the program.</summary>
    public static Problem OtherFormat(string file, int format) =>
        new(2405, $"the package has format {format}, this program reads {BookPackage.Format}; build it anew with this version of the program", file);

    /// <summary>Torn or changed.</summary>
    public static Problem Torn(string file) => new(2406, "the package is incomplete or damaged; fetch or build it again", file);

    /// <summary>Not signed by us.</summary>
    public static Problem BadSignature(string file) =>
        new(2407, "the package is not signed with the key this program trusts; do not use it, fetch it again from your own server or set the right public key", file);

    /// <summary>It cannot be written.</summary>
    public static Problem Unwritable(string file, string why) => new(2408, $"cannot be written: {why.TrimEnd('.')}; check the folder, its owner and the space on the disk", file);

    /// <summary>No signature.</summary>
    public static Problem Unsigned(string file) => new(2409, "the package carries no signature; sign it when building it, or use it only as a cache", file);

    /// <summary>Others can read the key packages are signed with.</summary>
    public static Problem KeyReadable(string file) => new(2411, "other accounts can read or write the key packages are signed with; run 'chmod 600' on it, and make a new key if somebody may have copied it", file);

    /// <summary>Not a key.</summary>
    public static Problem NoKey(string file) => new(2412, "this is no ECDSA P-256 key in PEM; name the right file, or a file that is not there yet to have a key made", file);

    /// <summary>Nothing to hold the signature against.</summary>
    public static Problem NoTrust(string file) => new(2413, "name the public key it must be signed with: --package-key FILE", file);

    /// <summary>Made before the one that is shown.</summary>
    public static Problem Older(string file, DateTimeOffset made, DateTimeOffset shown) =>
        new(2414, FormattableString.Invariant($"older revision is refused: it was made on {made:yyyy-MM-dd HH:mm}, what is shown on {shown:yyyy-MM-dd HH:mm}; bring the later one"), file);

    /// <summary>The list of urgent words is missing.</summary>
    public static Problem NoUrgentWords(string file) => new(2410, "there is no list of urgent words; without it calls for help would go unheard. Put the file back", file);
}
