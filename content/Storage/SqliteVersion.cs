using SQLitePCL;

namespace Outreach.Content.Storage;

/// <summary>
/// Which SQLite is built in. Versions 3.7.0 to 3.51.2 (but for backports) can damage a file when two connections write or
/// checkpoint at the same instant; that is why one thread does both here (sqlite.org/wal.html#walresetbug).
/// </summary>
public static class SqliteVersion
{
    static SqliteVersion() => Batteries_V2.Init();

    /// <summary>As SQLite says it.</summary>
    public static Version Current => Version.Parse(raw.sqlite3_libversion().utf8_to_string());

    /// <summary>True when two writers would be dangerous.</summary>
    public static bool HasWalResetBug => IsAffected(Current);

    internal static bool IsAffected(Version version) => version switch
    {
        { Major: 3, Minor: 44, Build: >= 6 } => false,
        { Major: 3, Minor: 50, Build: >= 7 } => false,
        _ => version >= new Version(3, 7, 0) && version < new Version(3, 51, 3),
    };
}
