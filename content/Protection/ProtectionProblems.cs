using Outreach.Localization;

namespace Outreach.Content.Protection;

/// <summary>What can be wrong with keys, sealed bodies and the audit chain (2500 to 2549). No message holds a key or a body.</summary>
public static class ProtectionProblems
{
    /// <summary>Others can read the key file.</summary>
    public static Problem KeyReadable(string file) => new(2500, "other accounts can read or write the key file; run 'chmod 600' on it, and make a new key if somebody may have copied it", file);

    /// <summary>Not 32 bytes.</summary>
    public static Problem KeyLength(string file, long length) => new(2501, $"the key file has {length} bytes and must have exactly {KeyRing.MasterLength}; restore it from its safe copy", file);

    /// <summary>The key would lie beside what it protects.</summary>
    public static Problem KeyInData(string file) => new(2502, "the key file must not be inside the data folder: whoever copies the data would have the key; set KeyFile to another folder", file);

    /// <summary>The file cannot be read or made.</summary>
    public static Problem KeyUnreachable(string file, string why) => new(2503, $"the key file cannot be opened ({why}); check the folder and its owner", file);

    /// <summary>Nothing but zeros, as a power cut can leave it.</summary>
    public static Problem KeyEmpty(string file) => new(2504, "the key file holds only zeros; restore it from its safe copy", file);

    /// <summary>Data are here, their key is not: a new key would make them unreadable for ever.</summary>
    public static Problem KeyMissing(string file, string data) => new(2505, $"the key file is missing, but {data} already holds data sealed with it; restore the key from its safe copy", file);

    /// <summary>The key belongs to other data.</summary>
    public static Problem KeyOfOtherData(string where) => new(2506, "the data were sealed with another key than the one in the key file; restore the right key", where);

    /// <summary>A blob was changed, moved to another row, or sealed with another key.</summary>
    public static Problem NotOpened(string where) => new(2510, "a sealed body does not open: it was changed, moved, or sealed with another key", where);

    /// <summary>A blob of a form we do not know.</summary>
    public static Problem UnknownForm(string where) => new(2511, "a sealed body has a form this version does not know; it may have been made by a newer version", where);

    /// <summary>The key was destroyed.</summary>
    public static Problem KeyDestroyed(string where) => new(2512, "the key of this record was destroyed; its content is gone", where);

    /// <summary>Not a number as telephones have it.</summary>
    public static Problem NotE164() => new(2513, "a telephone number to be hashed must be E.164: '+' and 4 to 15 ASCII digits");

    /// <summary>An entry of the audit chain does not follow from the one before.</summary>
    public static Problem AuditChanged(string chain, long seq) => new(2520, $"audit entry {seq} does not match the one before it: it, or its detail, was changed", chain);

    /// <summary>Entries are missing or in another order.</summary>
    public static Problem AuditGap(string chain, long expected, long found) => new(2521, $"audit entry {expected} is missing: entry {found} stands in its place", chain);

    /// <summary>The end was cut off.</summary>
    public static Problem AuditCut(string chain, long published, long last) => new(2522, $"the audit chain ends at entry {last}, but entry {published} was published as its head: the end was cut off", chain);

    /// <summary>A published head and the chain disagree.</summary>
    public static Problem AuditForked(string chain, long seq) => new(2523, $"audit entry {seq} is not the one that was published as head: the chain was written anew", chain);
}
