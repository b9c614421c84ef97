using Microsoft.Data.Sqlite;
using Outreach.Content.Storage;
using Outreach.Tests.Support;
using SQLitePCL;

namespace Outreach.Content.Tests.Storage;

public sealed class WriteQueueTests : IDisposable
{
    private static readonly Migration[] Notes = [new("notes", 1, "CREATE TABLE note(no INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE) STRICT")];

    private readonly TemporaryFolder _folder = new();
    private SqliteDatabase _database;

    public WriteQueueTests() => _database = SqliteDatabase.Open(_folder.File("outreach.db"), Notes).Value!;

    private long WalLength => new FileInfo(_folder.File("outreach.db-wal")).Length;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_queues_up_is_committed_together()
    {
        var release = Hold();
        var before = _database.Queue.Commits;
        var notes = Enumerable.Range(0, 600).Select(i => Note($"note {i}")).ToArray();
        release.Set();
        await Task.WhenAll(notes);

        Assert.Equal(600, Count());
        Assert.InRange(_database.Queue.Commits - before, 3, 4);   // the holder, then 256 + 256 + 88
    }

    [Fact]
    public async Task A_failed_piece_of_work_is_undone_alone()
    {
        var release = Hold();
        var first = Note("one");
        var half = _database.Write<int>(c =>
        {
            c.Prepare("INSERT INTO note(words) VALUES('half')").Run();
            throw new InvalidOperationException("on purpose");
        }, default);
        var twice = Note("one");
        var last = Note("two");
        release.Set();

        await first;
        await Assert.ThrowsAsync<InvalidOperationException>(() => half);
        Assert.Equal(raw.SQLITE_CONSTRAINT, (await Assert.ThrowsAsync<SqliteException>(() => twice)).SqliteErrorCode);
        await last;
        Assert.Equal(["one", "two"], Words());
    }

    [Fact]
    public async Task A_full_queue_says_that_it_is_busy()
    {
        var release = Hold();
        var notes = Enumerable.Range(0, WriteQueue.Capacity).Select(i => Note($"note {i}")).ToArray();

        Assert.Equal(2550, (await Refused(Note("one too many"))).Code);

        release.Set();
        await Task.WhenAll(notes);
        await Note("again");
    }

    [Fact]
    public async Task Work_that_nobody_waits_for_any_more_is_not_done()
    {
        var release = Hold();
        using var cancel = new CancellationTokenSource();
        var note = _database.Write(c => c.Prepare("INSERT INTO note(words) VALUES('late')").Run(), cancel.Token);
        await cancel.CancelAsync();
        release.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => note);
        await Note("other");
        Assert.Equal(["other"], Words());
    }

    [Fact]
    public async Task Nobody_continues_on_the_thread_of_the_writer()
    {
        var release = Hold();
        var note = Note("one").ContinueWith(_ => _database.Queue.IsWriter, default, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        release.Set();

        Assert.False(await note);
    }

    [Fact]
    public async Task Closing_writes_what_is_queued_and_then_takes_nothing()
    {
        var notes = Enumerable.Range(0, 1_000).Select(i => Note($"note {i}")).ToArray();
        await _database.DisposeAsync();
        await Task.WhenAll(notes);

        Assert.Equal(2552, (await Refused(Note("late"))).Code);
        Assert.Equal(2552, Assert.Throws<StorageException>(() => Count()).Problem.Code);
        Assert.False(File.Exists(_folder.File("outreach.db-wal")));
        _database = SqliteDatabase.Open(_folder.File("outreach.db"), Notes).Value!;
        Assert.Equal(1_000, Count());
    }

    [Fact]
    public async Task A_failed_commit_fails_its_whole_batch_and_writing_stops()
    {
        await Note("acknowledged");
        var release = Hold();
        _database.Queue.Fault = () => throw new IOException("no space left on device");
        var first = Note("one");
        var second = Note("two");
        release.Set();

        Assert.Equal(2551, (await Refused(first)).Code);
        Assert.Equal(2551, (await Refused(second)).Code);
        _database.Queue.Fault = null;
        Assert.Equal(2551, (await Refused(Note("three"))).Code);
        Assert.Equal(2551, _database.Refused!.Code);
        Assert.Equal(["acknowledged"], Words());
        await _database.DisposeAsync();
        _database = SqliteDatabase.Open(_folder.File("outreach.db"), Notes).Value!;
        Assert.Equal(["acknowledged"], Words());
        await Note("on again");
    }

    [Fact]
    public async Task A_full_disk_stops_writing_and_loses_nothing_acknowledged()
    {
        await _database.Write(c => c.Prepare("PRAGMA max_page_count=40").Run(), default);
        var acknowledged = 0;
        var refused = await Assert.ThrowsAsync<StorageException>(async () =>
        {
            for (; ; acknowledged++)
                await Note($"{acknowledged} {new string('x', 3_000)}");
        });

        Assert.Equal(2551, refused.Problem.Code);
        Assert.Equal(2551, (await Refused(Note("small"))).Code);
        Assert.InRange(acknowledged, 5, 40);
        Assert.Equal(acknowledged, Count());
        await _database.DisposeAsync();
        _database = SqliteDatabase.Open(_folder.File("outreach.db"), Notes).Value!;
        Assert.Equal(acknowledged, Count());
    }

    [Fact]
    public async Task The_log_is_truncated_when_nothing_happens()
    {
        await Note("one");
        for (var i = 0; i < 100 && WalLength > 0; i++)
            await Task.Delay(50);

        Assert.Equal(0, WalLength);
    }

    [Fact]
    public async Task An_erasure_is_complete_when_the_log_is_empty()
    {
        for (var i = 0; i < 20; i++)
        {
            await Note($"note {i}");
            await Erase();
            Assert.Equal(0, WalLength);
        }
    }

    [Fact]
    public async Task An_erasure_waits_for_readers_and_writing_goes_on_meanwhile()
    {
        await Note("one");
        using var reading = new ManualResetEventSlim();
        using var enough = new ManualResetEventSlim();
        var reader = Task.Run(() => _database.Read(c =>
        {
            using var row = c.Prepare("SELECT words FROM note");
            row.Next();
            reading.Set();
            enough.Wait();
            return row.Text(0);
        }));
        reading.Wait();
        var erased = Erase();
        await Note("two");

        Assert.False(erased.IsCompleted);
        enough.Set();
        Assert.Equal("one", await reader);
        await erased;
        Assert.Equal(0, WalLength);
    }

    [Fact]
    public async Task Erasures_are_confirmed_under_constant_reading()
    {
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                Count();
        })).ToArray();
        for (var i = 0; i < 30; i++)
        {
            await Note($"note {i}");
            await Erase();
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    private ManualResetEventSlim Hold()
    {
        var release = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        _ = _database.Write(_ =>
        {
            begun.Set();
            release.Wait();
            return 0;
        }, default);
        begun.Wait();
        return release;
    }

    private Task<int> Note(string words) => _database.Write(c => c.Prepare("INSERT INTO note(words) VALUES(?1)").Bind(1, words).Run(), default);

    private Task<int> Erase() => _database.Write(c => c.Prepare("DELETE FROM note").Run(), _ => true, default);

    private long Count() => _database.Read(c => ((StoreConnection)c).Number("SELECT COUNT(*) FROM note"));

    private List<string> Words() => _database.Read(c =>
    {
        var words = new List<string>();
        using var rows = c.Prepare("SELECT words FROM note ORDER BY no");
        while (rows.Next())
            words.Add(rows.Text(0));
        return words;
    });

    private static async Task<Localization.Problem> Refused(Task write) => (await Assert.ThrowsAsync<StorageException>(() => write)).Problem;
}
