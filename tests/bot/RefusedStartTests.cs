using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Outreach.Tests.Support;

namespace Outreach.Bot.Tests;

/// <summary>The real program on data, keys and content it must not start with: one clear sentence with what to do, exit code 1, and every file as it was.</summary>
public sealed class RefusedStartTests : IAsyncLifetime
{
    private const UnixFileMode Nothing = UnixFileMode.None;
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string[] Passing = [".lock", ".cache", "-wal", "-shm"];

    private static readonly Start[] Table =
    [
        new("a store of a newer version", "these data were made by a newer version of Outreach (file format 99); install that version", Sql("PRAGMA user_version=99")),
        new("a store with newer tables", "these data were made by a newer version of Outreach (", Sql("UPDATE schema_component SET version=99")),
        new("a store that is cut short", "these data are damaged or cut short; they were left as they are; restore the last backup", Cut("data/outreach.db", 5_000)),
        new("a store without its last page", "these data are damaged or cut short", Cut("data/outreach.db", -4_096)),
        new("an empty store", "this file is no Outreach database; it was left as it is; move it away or set DataDir", Cut("data/outreach.db", 0)),
        new("a store with pages that are garbage", "these data are damaged or cut short", Garbage("data/outreach.db", from: 2 * 4_096, bytes: 3 * 4_096)),
        new("a store of another key", "the data were sealed with another key than the one in the key file; restore the right key", folder => File.WriteAllBytes(Path.Combine(folder, "master.key"), RandomNumberGenerator.GetBytes(32))),
        new("a store whose key is gone", "the key file is missing, but", folder => File.Delete(Path.Combine(folder, "master.key"))),
        new("a store that may not be opened", "the data cannot be opened (this account may not read and write it); check the folder, its owner", Closed: ("data/outreach.db", Nothing)),
        new("a store that may only be read", "the data cannot be opened (this account may not read and write it); check the folder, its owner", Closed: ("data/outreach.db", ReadOnly)),
        new("a key that may not be read", "the key file cannot be opened (this account may not read it); check the folder and its owner", Closed: ("master.key", Nothing)),
        new("a key in a folder that may not be entered", "the key file cannot be opened (this account may not read it); check the folder and its owner", MoveKey, Closed: ("keys", Nothing)),
        new("data in a folder that may not be entered", "/data cannot be written: ", folder => Directory.Move(Path.Combine(folder, "data"), Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "closed")).FullName, "data")), Closed: ("closed", Nothing)),
        new("a broken dialog", "book/dialogs/talk.yaml:", Swap("book/dialogs/talk.yaml", "survey:", "servey:")),
        new("a broken page", "book/library/de/housing.en.md:", Swap("book/library/de/housing.en.md", "title:", "titel:")),
        new("a broken catalog", "catalogs/app.fr.po:", Swap("catalogs/app.fr.po", "msgid \"", "msgid ")),
        new("a broken rule", "rules/needs.yaml:", Swap("rules/needs.yaml", "    priority:", "    priorty:")),
    ];

    private readonly string _whole = Directory.CreateTempSubdirectory("outreach-refused-").FullName;

    public async Task InitializeAsync()
    {
        await (await BotApp.StartIn(_whole)).DisposeAsync();
        Folders.Copy(Repository.At("content", "book"), Path.Combine(_whole, "book"));
        Folders.Copy(Repository.At("localization", "catalogs"), Path.Combine(_whole, "catalogs"));
        Folders.Copy(Repository.At("referrals", "rules"), Path.Combine(_whole, "rules"));
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_whole, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_it_cannot_start_with_is_a_sentence_and_stays_as_it_was()
    {
        var wrong = new List<string>();
        foreach (var start in Table)
            if (await WhatIsWrong(start) is { } why)
                wrong.Add($"{start.Why}: {why}");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    private async Task<string?> WhatIsWrong(Start start)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-refused-").FullName;
        try
        {
            Folders.Copy(_whole, folder);
            start.Break?.Invoke(folder);
            var before = Files(folder);
            if (start.Closed is var (path, mode))
                SetMode(Path.Combine(folder, path), mode);
            var (exit, said, trouble) = await Run(folder, start.Closed is not null);
            if (start.Closed is var (closed, _))
                SetMode(Path.Combine(folder, closed), Owner);
            var after = Files(folder);
            return exit != 1 ? $"exit code {exit}\n{said}{trouble}"
                : said.Length > 0 ? $"says {said}"
                : !trouble.Contains(start.Sentence, StringComparison.Ordinal) || trouble.Contains("Exception", StringComparison.Ordinal) ? trouble
                : before != after ? $"files changed\n{before}\n{after}"
                : null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs it; where a folder is closed, without the power of root to walk in all the same.</summary>
    private static async Task<(int Exit, string Said, string Trouble)> Run(string folder, bool powerless)
    {
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Outreach.Bot.dll")];
        if (powerless && Environment.UserName == "root")
            program = ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all", .. program];
        var data = Directory.Exists(Path.Combine(folder, "closed")) ? "closed/data" : "data";
        var key = Directory.Exists(Path.Combine(folder, "keys")) ? "keys/master.key" : "master.key";
        var start = new ProcessStartInfo(program[0],
            [.. program[1..], $"--Outreach:DataDir={folder}/{data}", $"--Outreach:KeyFile={folder}/{key}", $"--Outreach:ContentDir={folder}/book", $"--Outreach:CatalogsDir={folder}/catalogs", $"--Outreach:RulesDir={folder}/rules", "--Outreach:Urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var bot = Process.Start(start)!;
        var said = bot.StandardOutput.ReadToEndAsync();
        var trouble = bot.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await bot.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            bot.Kill();                                    // it has started
        }
        return (bot.HasExited ? bot.ExitCode : -1, await said, await trouble);
    }

    /// <summary>All files and what is in them; not the lock, the cache, and what SQLite lays beside a store while it looks at it.</summary>
    private static string Files(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => !Passing.Any(end => f.EndsWith(end, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal).Select(f => $"{Path.GetRelativePath(folder, f)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))}"));

    private static Action<string> Sql(string sql) => folder =>
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "outreach.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a constant of the table
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    };

    private static Action<string> Cut(string file, long to) => folder =>
    {
        using var stream = File.OpenWrite(Path.Combine(folder, file));
        stream.SetLength(to < 0 ? stream.Length + to : to);
    };

    private static Action<string> Garbage(string file, long from, int bytes) => folder =>
    {
        using var stream = File.OpenWrite(Path.Combine(folder, file));
        stream.Seek(from, SeekOrigin.Begin);
        stream.Write([.. Enumerable.Repeat((byte)0xFF, bytes)]);
    };

    private static Action<string> Swap(string file, string right, string wrong) => folder =>
    {
        var path = Path.Combine(folder, file);
        File.WriteAllText(path, File.ReadAllText(path, Encoding.UTF8).Replace(right, wrong, StringComparison.Ordinal));
    };

    private static void MoveKey(string folder) => File.Move(Path.Combine(folder, "master.key"), Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "keys")).FullName, "master.key"));

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    /// <summary>A start that is refused: what is wrong, what is said, how it is brought about, and what may not be opened.</summary>
    private sealed record Start(string Why, string Sentence, Action<string>? Break = null, (string Path, UnixFileMode Mode)? Closed = null);
}
