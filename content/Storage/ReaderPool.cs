using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Outreach.Content.Storage;

/// <summary>Four read-only connections. A read is short and sees one moment of the data.</summary>
internal sealed class ReaderPool : IDisposable
{
    public const int Size = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentBag<StoreConnection> _free = [];
    private readonly SemaphoreSlim _slots = new(Size, Size);
    private volatile bool _closed;

    public ReaderPool(Func<StoreConnection> open)
    {
        for (var i = 0; i < Size; i++)
            _free.Add(open());
    }

    public T Read<T>(Func<SqliteConnection, T> work)
    {
        _slots.Wait();
        StoreConnection? reader = null;
        try
        {
            if (_closed || !_free.TryTake(out reader))
                throw new StorageException(StorageProblems.Closed());
            reader.Run("BEGIN");
            try
            {
                return work(reader);
            }
            catch
            {
                reader.ResetAll();
                throw;
            }
            finally
            {
                reader.Run("COMMIT");
            }
        }
        finally
        {
            if (reader is not null)
                _free.Add(reader);
            _slots.Release();
        }
    }

    /// <summary>Runs something while no reader holds a transaction; false when they did not come to an end soon enough.</summary>
    public bool Without(Func<bool> work)
    {
        var held = 0;
        try
        {
            while (held < Size && _slots.Wait(Patience))
                held++;
            return held == Size && work();
        }
        finally
        {
            if (held > 0)
                _slots.Release(held);
        }
    }

    /// <summary>Waits for reads to end and closes all.</summary>
    public void Dispose()
    {
        _closed = true;
        for (var i = 0; i < Size; i++)
            _ = _slots.Wait(TimeSpan.FromSeconds(5));
        while (_free.TryTake(out var reader))
            reader.Dispose();
        _slots.Release(Size);                              // whoever waits is told that it is closed
    }
}
