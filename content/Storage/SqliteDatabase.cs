using Microsoft.Data.Sqlite;
using Outreach.Localization;

namespace Outreach.Content.Storage;

/// <summary>
/// One database file of this process: one writer thread, four readers, a lock that keeps other processes out. Work given to
/// <see cref="Write"/> and <see cref="Read"/> uses the connection it is handed, on the thread it is called on, and nothing else.
/// </summary>
public sealed class SqliteDatabase : IDisposable, IAsyncDisposable
{
    internal const int BusyTimeout = 5000;

    private readonly FileStream _lock;
    private readonly ReaderPool _readers;
    private bool _disposed;

    internal SqliteDatabase(string file, FileStream held, StoreConnection writer, Func<StoreConnection> reader)
    {
        File = file;
        _lock = held;
        _readers = new ReaderPool(reader);
        Queue = new WriteQueue(writer, _readers.Without, _readers.Dispose);
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Why writes are refused (the disk failed, or it is closing); null while they are taken.</summary>
    public Problem? Refused => Queue.Refused;

    internal WriteQueue Queue { get; }

    /// <summary>Opens a database, makes it when it is not there, brings it to this version. Whatever it refuses it leaves as it was.</summary>
    /// <param name="file">The file; lock and log lie beside it.</param>
    /// <param name="migrations">The steps of all components, those of a component in order from 1.</param>
    public static Result<SqliteDatabase> Open(string file, IReadOnlyList<Migration> migrations) => DatabaseOpening.Open(Path.GetFullPath(file), migrations);

    /// <summary>
    /// Runs work in the next commit; complete when durable. An exception undoes this work alone. Throws
    /// <see cref="StorageException"/> when the queue is full, the disk failed or the data are closed.
    /// </summary>
    public Task<T> Write<T>(Func<SqliteConnection, T> work, CancellationToken cancel) => Queue.Add(work, null, cancel);

    /// <summary>As <see cref="Write"/>; where <paramref name="shred"/> says so, complete only when old pages are gone from the log too.</summary>
    public Task<T> Write<T>(Func<SqliteConnection, T> work, Predicate<T> shred, CancellationToken cancel) => Queue.Add(work, shred, cancel);

    /// <summary>Reads at one moment of the data. Keep it short: a long read stops checkpoints.</summary>
    public T Read<T>(Func<SqliteConnection, T> work) => _readers.Read(work);

    /// <summary>Writes what is queued, truncates the log, closes; the writer last.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Queue.Close();
        _lock.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Task.Run(Dispose);
}
