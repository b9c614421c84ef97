using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Outreach.Content.Protection;
using Outreach.Localization;
using SQLitePCL;

namespace Outreach.Content.Storage;

/// <summary>Everything between a file name and an open database. Checks first, and writes nothing until all of them passed.</summary>
[SuppressMessage("Interoperability", "CA1416", Justification = "permissions are set where the system has them")]
internal static class DatabaseOpening
{
    private const long ApplicationId = 0x4F757472;         // "Outr"
    private const int FileFormat = 1;

    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    static DatabaseOpening() => Batteries_V2.Init();

    public static Result<SqliteDatabase> Open(string file, IReadOnlyList<Migration> migrations)
    {
        CheckOrder(migrations);
        FileStream? held = null;
        try
        {
            Durable.MakeFolder(Path.GetDirectoryName(file)!);
            var locked = Lock($"{file}.lock");
            if (!locked.Ok)
                return locked.Problems;
            held = locked.Value;
            var opened = OpenLocked(file, migrations, held);
            if (opened.Ok)
                held = null;
            return opened;
        }
        catch (Exception e) when (StorageProblems.Of(file, e) is not null)
        {
            return StorageProblems.Of(file, e)!;
        }
        finally
        {
            held?.Dispose();
        }
    }

    private static Result<SqliteDatabase> OpenLocked(string file, IReadOnlyList<Migration> migrations, FileStream held)
    {
        if (!File.Exists(file))
            Make(file);
        else if (!LooksLikeOurs(file))
            return StorageProblems.NotOurs(file);
        var writer = Connect(file, SqliteOpenMode.ReadWrite);
        try
        {
            if (Prepare(writer, file, migrations) is { } problem)
            {
                LeaveAsItIs(writer);
                return problem;
            }
            var database = new SqliteDatabase(file, held, writer, () => Reader(file));
            writer = null;
            return database;
        }
        catch (SqliteException)
        {
            LeaveAsItIs(writer!);
            throw;
        }
        finally
        {
            writer?.Dispose();
        }
    }

    private static Problem? Prepare(StoreConnection writer, string file, IReadOnlyList<Migration> migrations)
    {
        if (writer.Number("PRAGMA application_id") != ApplicationId)
            return StorageProblems.NotOurs(file);
        if (writer.Number("PRAGMA user_version") is > FileFormat and var format)
            return StorageProblems.Newer(file, $"file format {format}");
        var stored = Stored(writer);
        foreach (var (component, version) in stored)
            if (version > migrations.Where(m => m.Component == component).Select(m => m.Version).DefaultIfEmpty().Max())
                return StorageProblems.Newer(file, $"{component} {version}");
        SetUp(writer);
        using (var mode = writer.Prepare("PRAGMA journal_mode=WAL"))
            if (!mode.Next() || mode.Text(0) != "wal")
                return StorageProblems.NoLocks(file);
        return Migrate(writer, file, migrations.Where(m => m.Version > stored.GetValueOrDefault(m.Component)));
    }

    private static Problem? Migrate(StoreConnection writer, string file, IEnumerable<Migration> steps)
    {
        writer.Run("BEGIN IMMEDIATE");
        var at = "the beginning";
        try
        {
            foreach (var step in steps)
            {
                at = $"{step.Component} {step.Version}";
                using var command = writer.CreateCommand();
#pragma warning disable CA2100 // migrations are constants of the program
                command.CommandText = step.Sql;
#pragma warning restore CA2100
                command.ExecuteNonQuery();
                writer.Prepare("INSERT INTO schema_component(component, version) VALUES(?1, ?2) ON CONFLICT(component) DO UPDATE SET version=excluded.version")
                    .Bind(1, step.Component).Bind(2, step.Version).Run();
            }
            writer.Run("COMMIT");
            return null;
        }
        catch (SqliteException e)
        {
            writer.ResetAll();
            if (raw.sqlite3_get_autocommit(writer.Handle) == 0)
                writer.Run("ROLLBACK");
            return StorageProblems.MigrationFailed(file, at, $"SQLite {e.SqliteExtendedErrorCode}");
        }
    }

    private static Dictionary<string, int> Stored(StoreConnection writer)
    {
        var stored = new Dictionary<string, int>(StringComparer.Ordinal);
        using var rows = writer.Prepare("SELECT component, version FROM schema_component");
        while (rows.Next())
            stored[rows.Text(0)] = (int)rows.Long(1);
        return stored;
    }

    private static void SetUp(StoreConnection writer)
    {
        _ = raw.sqlite3_busy_timeout(writer.Handle, SqliteDatabase.BusyTimeout);
        foreach (var pragma in (ReadOnlySpan<string>)["synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "temp_store=MEMORY", "journal_size_limit=67108864", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"])
            writer.Run("PRAGMA " + pragma);
    }

    private static StoreConnection Reader(string file)
    {
        var reader = Connect(file, SqliteOpenMode.ReadOnly);
        _ = raw.sqlite3_busy_timeout(reader.Handle, SqliteDatabase.BusyTimeout);
        foreach (var pragma in (ReadOnlySpan<string>)["query_only=1", "cache_size=-16384", "mmap_size=0", "temp_store=MEMORY", "trusted_schema=OFF"])
            reader.Run("PRAGMA " + pragma);
        return reader;
    }

    // Pooling off: a pooled read-write connection somewhere would be a second writer (storage.md, section 0).
    private static StoreConnection Connect(string file, SqliteOpenMode mode)
    {
        var connection = new StoreConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Made whole under another name first: an empty or half-made file under the real name is then always damage.
    private static void Make(string file)
    {
        var draft = $"{file}.new";
        foreach (var left in (ReadOnlySpan<string>)[draft, draft + "-journal", file + "-wal", file + "-shm"])
            File.Delete(left);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(draft, options).Dispose();
        using (var connection = Connect(draft, SqliteOpenMode.ReadWrite))
        {
            foreach (var sql in (ReadOnlySpan<string>)["PRAGMA page_size=4096", "PRAGMA synchronous=FULL", $"PRAGMA application_id={ApplicationId}", $"PRAGMA user_version={FileFormat}"])
                connection.Run(sql);
            connection.Run("CREATE TABLE schema_component(component TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID");
        }
        File.Move(draft, file, overwrite: false);
        Durable.Folder(Path.GetDirectoryName(file)!);
    }

    private static bool LooksLikeOurs(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        var header = new byte[100];
        return stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && header.AsSpan().StartsWith(Magic);
    }

    private static Result<FileStream> Lock(string file)
    {
        FileStream held;
        try
        {
            held = Take(file);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return StorageProblems.InUse(file);
        }
        try
        {
            Take(file).Dispose();                          // a lock that can be taken twice is none
        }
        catch (IOException)
        {
            return held;
        }
        held.Dispose();
        return StorageProblems.NoLocks(file);
    }

    private static FileStream Take(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

    private static void LeaveAsItIs(StoreConnection writer) =>
        _ = raw.sqlite3_db_config(writer.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);

    private static void CheckOrder(IReadOnlyList<Migration> migrations)
    {
        foreach (var component in migrations.GroupBy(m => m.Component, StringComparer.Ordinal))
            if (!component.Select(m => m.Version).SequenceEqual(Enumerable.Range(1, component.Count())))
                throw new ArgumentException($"the migrations of '{component.Key}' must be numbered 1, 2, 3, … in order", nameof(migrations));
    }
}
