using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Outreach.Content.Storage;

/// <summary>
/// A prepared statement kept with its connection. Take it with <see cref="StoreConnection.Prepare"/> and a <c>using</c>:
/// leaving it open would hold a read transaction, and that stops checkpoints.
/// </summary>
public sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    internal Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Rows changed by the last finished run.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    /// <summary>Binds a number to parameter 1, 2, ….</summary>
    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    /// <summary>Binds bytes.</summary>
    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, index, 0) : raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    /// <summary>Binds a text or null.</summary>
    public Statement Bind(int index, string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, index) : raw.sqlite3_bind_text(_statement, index, value));
        return this;
    }

    /// <summary>Binds a number or null.</summary>
    public Statement Bind(int index, long? value) => value is { } number ? Bind(index, number) : Null(index);

    /// <summary>Binds null.</summary>
    public Statement Null(int index)
    {
        Check(raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Next()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            throw Failure();
        return false;
    }

    /// <summary>Runs to the end; rows changed.</summary>
    public int Run()
    {
        while (Next())
        {
            // rows of a RETURNING or PRAGMA nobody asked for
        }
        var changes = Changes;
        Dispose();
        return changes;
    }

    /// <summary>True when the column is null.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A number.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A number or null.</summary>
    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>A text.</summary>
    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string() ?? "";

    /// <summary>A text or null.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Bytes; valid until the next step only.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Makes the statement ready for its next use and lets go of what was bound.</summary>
    public void Dispose()
    {
        _ = raw.sqlite3_reset(_statement);                 // repeats the error of the step, which was thrown already
        _ = raw.sqlite3_clear_bindings(_statement);
    }

    internal void Free() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw Failure();
    }

    private SqliteException Failure() =>
        new(raw.sqlite3_errmsg(_database).utf8_to_string(), raw.sqlite3_errcode(_database), raw.sqlite3_extended_errcode(_database));
}
