using Microsoft.Data.Sqlite;
using Outreach.Localization;
using SQLitePCL;

namespace Outreach.Content.Storage;

/// <summary>
/// Every write and every checkpoint of one database, on one thread, through one connection. Whatever queued up while the
/// disk was busy is committed together; a write is complete when it survives a power cut.
/// </summary>
internal sealed class WriteQueue
{
    public const int Capacity = 8192;
    public const int MostPerCommit = 256;

    private static readonly TimeSpan IdleBeforeTruncate = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan MostScrubbing = TimeSpan.FromSeconds(10);

    private readonly StoreConnection _writer;
    private readonly Func<Func<bool>, bool> _withoutReaders;
    private readonly Action _beforeClose;
    private readonly Thread _thread;
    private readonly Queue<WriteOp> _waiting = new();
    private readonly List<WriteOp> _batch = new(MostPerCommit);
    private readonly List<WriteOp> _unscrubbed = [];
    private Problem? _refused;
    private bool _logged;
    private bool _stopped;
    private bool _closing;

    /// <param name="writer">The only connection that may write; owned from here on.</param>
    /// <param name="withoutReaders">Runs something while no reader holds a transaction; false when that could not be had.</param>
    /// <param name="beforeClose">Closes all readers; the writer closes last.</param>
    public WriteQueue(StoreConnection writer, Func<Func<bool>, bool> withoutReaders, Action beforeClose)
    {
        (_writer, _withoutReaders, _beforeClose) = (writer, withoutReaders, beforeClose);
        _thread = new Thread(Work) { IsBackground = true, Name = "outreach-writer" };
        _thread.Start();
    }

    /// <summary>Tests put a failing disk here; runs just before a commit.</summary>
    internal Action? Fault { get; set; }

    /// <summary>Commits so far; tests and measurements compare it with the number of writes.</summary>
    internal long Commits { get; private set; }

    /// <summary>True on the writer's own thread, where waiting for a write would wait for ever.</summary>
    public bool IsWriter => Environment.CurrentManagedThreadId == _thread.ManagedThreadId;

    /// <summary>Why writes are refused; null while they are taken.</summary>
    public Problem? Refused
    {
        get
        {
            lock (_waiting)
                return _refused;
        }
    }

    /// <summary>Puts a piece of work into the queue.</summary>
    /// <param name="work">Runs in its own savepoint; an exception undoes it alone.</param>
    /// <param name="shred">True when completion also means that old pages are gone from the log.</param>
    /// <param name="cancel">Effective until the work begins.</param>
    public Task<T> Add<T>(Func<SqliteConnection, T> work, Predicate<T>? shred, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
            return Task.FromCanceled<T>(cancel);
        var op = new WriteOp<T>(work, shred, cancel);
        lock (_waiting)
        {
            var problem = _refused ?? (_waiting.Count >= Capacity ? StorageProblems.Busy() : null);
            if (problem is not null)
                return Task.FromException<T>(new StorageException(problem));
            _waiting.Enqueue(op);
            if (_waiting.Count == 1)
                Monitor.Pulse(_waiting);
        }
        return op.Done;
    }

    /// <summary>Takes no more, writes what is queued, truncates the log, closes. Waits for it.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            _closing = true;
            _refused ??= StorageProblems.Closed();
            Monitor.Pulse(_waiting);
        }
        if (!IsWriter)
            _thread.Join();
    }

    private void Work()
    {
        try
        {
            while (!_stopped && Take())
                if (_batch.Count == 0 || Commit())
                    Scrub();
        }
        catch (Exception e)                                // a bug must not leave callers waiting for ever
        {
            FailAll(new StorageException(StorageProblems.Stopped(e.GetType().Name), e));
        }
        finally
        {
            AwaitClose();
            Finish();
        }
    }

    // After a failure reading goes on, and the writer closes last.
    private void AwaitClose()
    {
        lock (_waiting)
            while (!_closing)
                Monitor.Wait(_waiting);
    }

    /// <summary>Fills the batch; false when closed and empty. An empty batch means: idle, time for the log.</summary>
    private bool Take()
    {
        _batch.Clear();
        lock (_waiting)
        {
            if (_waiting.Count == 0 && _refused is null)
                Monitor.Wait(_waiting, _unscrubbed.Count > 0 ? BetweenTries : _logged ? IdleBeforeTruncate : Timeout.InfiniteTimeSpan);
            while (_batch.Count < MostPerCommit && _waiting.TryDequeue(out var op))
                _batch.Add(op);
            return _batch.Count > 0 || _refused is null;
        }
    }

    private bool Commit()
    {
        try
        {
            _writer.Run("BEGIN IMMEDIATE");
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_BUSY)
        {
            foreach (var op in _batch)
                op.Fail(new StorageException(StorageProblems.Locked(Name(e)), e));
            return true;
        }
        catch (SqliteException e)
        {
            return Stop(e);
        }
        try
        {
            foreach (var op in _batch)
                Run(op);
            Fault?.Invoke();
            _writer.Run("COMMIT");
        }
        catch (Exception e)
        {
            return Stop(e);
        }
        Commits++;
        _logged = true;
        foreach (var op in _batch)
            if (op.Shreds)
                _unscrubbed.Add(op);
            else
                op.Complete();
        return true;
    }

    private void Run(WriteOp op)
    {
        if (!op.Begin())
            return;
        _writer.Run("SAVEPOINT op");
        try
        {
            op.Run(_writer);
        }
        catch (Exception e) when (!IsFatal(e))
        {
            _writer.ResetAll();
            _writer.Run("ROLLBACK TO op");
            op.Fail(e);
        }
        _writer.Run("RELEASE op");
    }

    // After these, SQLite may have ended the whole transaction, or the disk can no longer be trusted.
    private bool IsFatal(Exception e) =>
        raw.sqlite3_get_autocommit(_writer.Handle) != 0
        || (e is SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_NOMEM or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN });

    /// <summary>Nothing of this batch happened, and nothing more is taken: a failed fsync must never be tried again.</summary>
    private bool Stop(Exception why)
    {
        var failure = new StorageException(StorageProblems.Stopped(Name(why)), why);
        _writer.ResetAll();
        try
        {
            if (raw.sqlite3_get_autocommit(_writer.Handle) == 0)
                _writer.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // closing undoes it
        }
        // What is in the log is good; the next start reads it after checking the disk.
        _ = raw.sqlite3_db_config(_writer.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        FailAll(failure);
        return false;
    }

    private void FailAll(StorageException failure)
    {
        _stopped = true;
        lock (_waiting)
        {
            _refused = failure.Problem;
            while (_waiting.TryDequeue(out var op))
                op.Fail(failure);
        }
        foreach (var op in _batch)
            op.Fail(failure);
        foreach (var op in _unscrubbed)
            op.Fail(new StorageException(StorageProblems.NotScrubbed()));
        _unscrubbed.Clear();
    }

    /// <summary>Truncates the log: at once after an erasure, else when idle. What is erased is confirmed only after it.</summary>
    private void Scrub()
    {
        if (_unscrubbed.Count == 0 && (_batch.Count > 0 || !_logged))
            return;
        if (Truncate() || (_unscrubbed.Count > 0 && _withoutReaders(Truncate)))
        {
            Confirm();
            return;
        }
        for (var i = _unscrubbed.Count - 1; i >= 0; i--)
        {
            if (_unscrubbed[i].Age < MostScrubbing)
                continue;
            _unscrubbed[i].Fail(new StorageException(StorageProblems.NotScrubbed()));
            _unscrubbed.RemoveAt(i);
        }
    }

    private bool Truncate()
    {
        _ = raw.sqlite3_busy_timeout(_writer.Handle, 0);
        try
        {
            using var checkpoint = _writer.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
            return checkpoint.Next() && checkpoint.Long(0) == 0;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return false;
        }
        finally
        {
            _ = raw.sqlite3_busy_timeout(_writer.Handle, SqliteDatabase.BusyTimeout);
        }
    }

    private void Finish()
    {
        try
        {
            _beforeClose();
            if (!_stopped && Truncate())
                Confirm();
        }
        catch (SqliteException)
        {
            // the next start reads the log
        }
        finally
        {
            foreach (var op in _unscrubbed)
                op.Fail(new StorageException(StorageProblems.NotScrubbed()));
            _writer.Dispose();
        }
    }

    private void Confirm()
    {
        _logged = false;
        foreach (var op in _unscrubbed)
            op.Complete();
        _unscrubbed.Clear();
    }

    private static string Name(Exception e) => e is SqliteException s ? $"SQLite {s.SqliteExtendedErrorCode}" : e.GetType().Name;
}
