using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Outreach.Content.Storage;

/// <summary>One piece of work in the write queue.</summary>
internal abstract class WriteOp
{
    private readonly long _since = Stopwatch.GetTimestamp();

    public TimeSpan Age => Stopwatch.GetElapsedTime(_since);

    /// <summary>True when its completion waits until old pages are gone from the log.</summary>
    public abstract bool Shreds { get; }

    /// <summary>False when the caller no longer wants it.</summary>
    public abstract bool Begin();

    public abstract void Run(SqliteConnection connection);

    public abstract void Complete();

    public abstract void Fail(Exception why);
}

/// <summary>One piece of work and what it gives. Continuations never run on the writer's thread.</summary>
internal sealed class WriteOp<T>(Func<SqliteConnection, T> work, Predicate<T>? shred, CancellationToken cancel) : WriteOp
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override bool Shreds => !_done.Task.IsCompleted && shred is not null && shred(_result);

    public override bool Begin()
    {
        if (!cancel.IsCancellationRequested)
            return true;
        _done.TrySetCanceled(cancel);
        return false;
    }

    public override void Run(SqliteConnection connection) => _result = work(connection);

    public override void Complete() => _done.TrySetResult(_result);

    public override void Fail(Exception why) => _done.TrySetException(why);
}
