using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Outreach.Content.Storage;
using Outreach.Tests.Support;
using SQLitePCL;

namespace Outreach.Content.Tests.Storage;

[SuppressMessage("Interoperability", "CA1416", Justification = "the tests run on Linux")]
public sealed partial class SqliteDatabaseTests : IDisposable
{
    private static readonly Migration[] One = [new("notes", 1, "CREATE TABLE note(no INTEGER PRIMARY KEY, words TEXT) STRICT")];
    private static readonly Migration[] Two = [.. One, new("notes", 2, "ALTER TABLE note ADD COLUMN at INTEGER; CREATE INDEX note_at ON note(at);")];

    private readonly TemporaryFolder _folder = new();

    private string DatabaseFile => _folder.File("data/outreach.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_written_is_read_also_after_a_restart()
    {
        await using (var database = Open(One))
        {
            await Note(database, "سلام");
            Assert.Equal(1, Count(database));
        }
        Assert.Equal(["outreach.db", "outreach.db.lock"], Names());

        await using var again = Open(One);
        Assert.Equal(1, Count(again));
    }

    [Fact]
    public async Task Files_are_for_their_owner_only()
    {
        await using var database = Open(One);
        await Note(database, "one");

        foreach (var file in System.IO.Directory.GetFiles(_folder.File("data")))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("data")));
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("secure_delete", "1")]
    [InlineData("foreign_keys", "1")]
    [InlineData("temp_store", "2")]
    [InlineData("page_size", "4096")]
    [InlineData("mmap_size", "0")]
    public async Task The_writer_is_set_up_to_keep_and_to_forget(string pragma, string value)
    {
        await using var database = Open(One);

        Assert.Equal(value, await database.Write(c => Pragma(c, pragma), default));
    }

    [Fact]
    public async Task Only_the_writer_can_write()
    {
        await using var database = Open(One);
        await Note(database, "one");

        var reader = Assert.Throws<SqliteException>(() => database.Read(c => c.Prepare("INSERT INTO note(words) VALUES('two')").Run()));

        Assert.Equal(raw.SQLITE_READONLY, reader.SqliteErrorCode);
        Assert.Equal(1, database.Read(c => raw.sqlite3_db_readonly(c.Handle, "main")));
        Assert.Equal(1, OpenForWriting(DatabaseFile));
    }

    [Fact]
    public void Nothing_but_the_opening_makes_connections()
    {
        var found = from folder in (string[])["content", "referrals", "bot", "tui"]
                    from file in System.IO.Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
                    where !file.Contains("/obj/", StringComparison.Ordinal) && MakesConnection().IsMatch(File.ReadAllText(file))
                    select Path.GetFileName(file);

        Assert.Equal(["DatabaseOpening.cs"], found);
    }

    [Fact]
    public void The_built_in_SQLite_is_one_that_bears_only_one_writer()
    {
        // When this fails, read sqlite.org/wal.html#walresetbug again: the rule of one writer may then be kept for speed only.
        Assert.Equal(new Version(3, 50, 4), SqliteVersion.Current);
        Assert.True(SqliteVersion.HasWalResetBug);
    }

    [Theory]
    [InlineData("3.6.23", false)]
    [InlineData("3.7.0", true)]
    [InlineData("3.44.5", true)]
    [InlineData("3.44.6", false)]
    [InlineData("3.50.6", true)]
    [InlineData("3.50.7", false)]
    [InlineData("3.51.2", true)]
    [InlineData("3.51.3", false)]
    [InlineData("3.53.0", false)]
    public void Versions_with_the_reset_bug_are_known(string version, bool affected) => Assert.Equal(affected, SqliteVersion.IsAffected(Version.Parse(version)));

    [Fact]
    public async Task A_second_process_is_turned_away_with_a_sentence()
    {
        StoreStorm.Keys(_folder.Path).Dispose();
        await using var database = Open(SqliteConversationStore.Migrations);

        Assert.Equal("2553", await Child());
        Assert.Equal(2553, Problem(SqliteConversationStore.Migrations));
        await database.DisposeAsync();
        Assert.Equal("open", await Child());
    }

    [Fact]
    public async Task Migrations_go_forward_step_by_step_and_keep_the_data()
    {
        await using (var database = Open(One))
            await Note(database, "kept");
        await using (var database = Open(Two))
            Assert.Equal(1, await database.Write(c => c.Prepare("UPDATE note SET at = 5").Run(), default));
        await using var again = Open([.. Two, new("other", 1, "CREATE TABLE other(no INTEGER PRIMARY KEY) STRICT")]);
        Assert.Equal(1, Count(again));
    }

    [Fact]
    public void A_failed_migration_changes_nothing()
    {
        Open(One).Dispose();

        Assert.Equal(2559, Problem([.. One, new("notes", 2, "CREATE TABLE half(no INTEGER); CREATE TABLE note(no INTEGER)")]));

        using var database = Open(One);
        Assert.Equal(0, database.Read(c => c.Prepare("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'half'").Next() ? raw.sqlite3_changes(c.Handle) : 0));
        Assert.Equal(0, Scalar(database, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'half'"));
    }

    [Fact]
    public void Migrations_out_of_order_are_a_bug() => Assert.Throws<ArgumentException>(() => SqliteDatabase.Open(DatabaseFile, [Two[1], Two[0]]));

    [Theory]
    [InlineData("a later version of a component")]
    [InlineData("a component we do not know")]
    [InlineData("a later form of the file")]
    public void Data_of_a_newer_version_are_left_as_they_are(string what)
    {
        Open(what == "a later version of a component" ? Two : [.. One, .. what == "a component we do not know" ? (Migration[])[new("other", 1, "SELECT 1")] : []]).Dispose();
        if (what == "a later form of the file")
            Raw("PRAGMA user_version=2");
        var before = File.ReadAllBytes(DatabaseFile);

        Assert.Equal(2555, Problem(One));

        Assert.Equal(before, File.ReadAllBytes(DatabaseFile));
    }

    [Theory]
    [InlineData("empty", 2556)]
    [InlineData("text", 2556)]
    [InlineData("random bytes", 2556)]
    [InlineData("a database of somebody else", 2556)]
    [InlineData("cut in half", 2557)]
    [InlineData("cut to its first page", 2557)]
    [InlineData("random after the header", 2557)]
    public void A_file_that_is_not_ours_or_damaged_is_left_as_it_is(string what, int problem)
    {
        Damage(what);
        var before = File.ReadAllBytes(DatabaseFile);

        Assert.Equal(problem, Problem(One));

        Assert.Equal(before, File.ReadAllBytes(DatabaseFile));
    }

    [Fact]
    public async Task A_half_made_first_file_is_made_again()
    {
        System.IO.Directory.CreateDirectory(_folder.File("data"));
        await File.WriteAllTextAsync(DatabaseFile + ".new", "cut off by a power cut");

        await using var database = Open(One);
        await Note(database, "one");

        Assert.False(File.Exists(DatabaseFile + ".new"));
    }

    private void Damage(string what)
    {
        using (var database = Open(One))
            for (var i = 0; i < 50; i++)
                Note(database, new string('x', 2_000)).GetAwaiter().GetResult();
        var bytes = File.ReadAllBytes(DatabaseFile);
        if (what == "a database of somebody else")
            Raw("PRAGMA application_id=77");
        else
            File.WriteAllBytes(DatabaseFile, what switch
            {
                "empty" => [],
                "text" => "not a database, but long enough to have a header that could be looked at, if anybody wanted to do so here"u8.ToArray(),
                "random bytes" => RandomNumberGenerator.GetBytes(20_000),
                "cut in half" => bytes[..(bytes.Length / 2)],
                "cut to its first page" => bytes[..4096],
                _ => [.. bytes[..100], .. RandomNumberGenerator.GetBytes(bytes.Length - 100)],
            });
    }

    private void Raw(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this test
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteDatabase Open(IReadOnlyList<Migration> migrations)
    {
        var opened = SqliteDatabase.Open(DatabaseFile, migrations);
        Assert.Empty(opened.Problems);
        return opened.Value!;
    }

    private int Problem(IReadOnlyList<Migration> migrations) => Assert.Single(SqliteDatabase.Open(DatabaseFile, migrations).Problems).Code;

    private async Task<string?> Child()
    {
        using var process = StoreProcess.Start("open", _folder.Path);
        var said = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        return said;
    }

    private IEnumerable<string?> Names() => System.IO.Directory.GetFiles(_folder.File("data")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static Task<int> Note(SqliteDatabase database, string words) =>
        database.Write(c => c.Prepare("INSERT INTO note(words) VALUES(?1)").Bind(1, words).Run(), default);

    private static long Count(SqliteDatabase database) => Scalar(database, "SELECT COUNT(*) FROM note");

    private static long Scalar(SqliteDatabase database, string sql) => database.Read(c => ((StoreConnection)c).Number(sql));

    private static string Pragma(SqliteConnection connection, string name)
    {
        using var row = connection.Prepare("PRAGMA " + name);
        return row.Next() ? row.Text(0) : "";
    }

    /// <summary>How many descriptors of this process may write a file. Those of other tests come and go meanwhile.</summary>
    private static int OpenForWriting(string file) => System.IO.Directory.GetFiles("/proc/self/fd").Count(fd =>
    {
        try
        {
            if (new FileInfo(fd).LinkTarget != file)
                return false;
            var flags = File.ReadLines(fd.Replace("/fd/", "/fdinfo/", StringComparison.Ordinal)).First(l => l.StartsWith("flags:", StringComparison.Ordinal));
            return (flags[^1] - '0' & 3) != 0;             // octal; the last two bits say read, write or both
        }
        catch (IOException)
        {
            return false;
        }
    });

    [GeneratedRegex(@"new (SqliteConnection|StoreConnection)\(|SqliteOpenMode\.ReadWrite", RegexOptions.ExplicitCapture)]
    private static partial Regex MakesConnection();
}
