using Microsoft.Data.Sqlite;
using Outreach.Localization;
using SQLitePCL;

namespace Outreach.Content.Storage;

/// <summary>What can be wrong with the stored data (2550 to 2599).</summary>
public static class StorageProblems
{
    /// <summary>Too much is waiting to be written.</summary>
    public static Problem Busy() => new(2550, "too much is waiting to be written; try again in a moment");

    /// <summary>The queue stopped after a failed commit.</summary>
    public static Problem Stopped(string why) => new(2551, $"writing has stopped because the disk did not take a write ({why}); nothing acknowledged is lost; check space and disk, then start again");

    /// <summary>The data are being closed.</summary>
    public static Problem Closed() => new(2552, "the data are closed; this process is stopping");

    /// <summary>Another process has the data.</summary>
    public static Problem InUse(string file) => new(2553, "another process has these data open; only one may: stop it, or use its desk", file);

    /// <summary>The disk cannot lock.</summary>
    public static Problem NoLocks(string file) => new(2554, "files cannot be locked here (a network share?); put the data on a disk of this machine", file);

    /// <summary>Made by a newer version.</summary>
    public static Problem Newer(string file, string part) => new(2555, $"these data were made by a newer version of Outreach ({part}); install that version, this one leaves them as they are", file);

    /// <summary>Not a database of ours.</summary>
    public static Problem NotOurs(string file) => new(2556, "this file is no Outreach database; it was left as it is; move it away or set DataDir to another folder", file);

    /// <summary>The file is damaged.</summary>
    public static Problem Damaged(string file) => new(2557, "these data are damaged or cut short; they were left as they are; restore the last backup", file);

    /// <summary>The file cannot be reached.</summary>
    public static Problem Unreachable(string file, string why) => new(2558, $"the data cannot be opened ({why}); check the folder, its owner and the space on the disk", file);

    /// <summary>What an exception of the store or the file system means for the file; null for one that is a mistake of ours.</summary>
    public static Problem? Of(string file, Exception e) => e switch
    {
        StorageException { InnerException: { } inner } => Of(file, inner),
        StorageException stopped => stopped.Problem,
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => Damaged(file),
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY } or UnauthorizedAccessException => Unreachable(file, "this account may not read and write it"),
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => Unreachable(file, "the disk is full"),
        SqliteException other => Unreachable(file, $"SQLite {other.SqliteExtendedErrorCode}"),
        IOException => Unreachable(file, e.GetType().Name),
        _ => null,
    };

    /// <summary>A change of the schema failed.</summary>
    public static Problem MigrationFailed(string file, string step, string why) => new(2559, $"bringing the data to this version failed at {step} ({why}); nothing was changed", file);

    /// <summary>The old pages of an erasure could not be cut off in time.</summary>
    public static Problem NotScrubbed() => new(2560, "what was erased cannot be opened any more, but its old pages are still in the log because something keeps reading; the erasure will be finished by itself");

    /// <summary>Somebody outside holds the database.</summary>
    public static Problem Locked(string why) => new(2561, $"the data are locked by another program ({why}); close it");
}
