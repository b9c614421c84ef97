using System.Diagnostics;
using Outreach.Content.Conversations;
using Outreach.Content.Storage;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Storage;

public class KillTests
{
    private const int Rounds = 20;

    [Fact]
    public async Task Killed_twenty_times_in_a_storm_of_writes_a_store_loses_no_acknowledged_turn()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(2026);
        for (var round = 0; round < Rounds; round++)
        {
            var acknowledged = await Storm(folder.Path, TimeSpan.FromMilliseconds(random.Next(20, 400)));
            Assert.True(acknowledged.Count > 0, "nothing was written before the kill");
            await Check(folder.Path, acknowledged);
        }
    }

    private static async Task<List<(int Person, long Version)>> Storm(string folder, TimeSpan time)
    {
        var acknowledged = new List<(int, long)>();
        using var process = StoreProcess.Start("storm", folder);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var kill = limit.Token.Register(process.Kill);
        Assert.Equal("open", await process.StandardOutput.ReadLineAsync(limit.Token));
        var watch = Stopwatch.StartNew();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ');
            if (parts.Length == 2 && int.TryParse(parts[0], out var person) && long.TryParse(parts[1], out var version))
                acknowledged.Add((person, version));
            if (watch.Elapsed > time)
                process.Kill();
        }
        await process.WaitForExitAsync();
        Assert.Equal(137, process.ExitCode);
        return acknowledged;
    }

    private static async Task Check(string folder, List<(int Person, long Version)> acknowledged)
    {
        using var keys = StoreStorm.Keys(folder);
        await using var database = SqliteDatabase.Open(StoreStorm.Database(folder), SqliteConversationStore.Migrations).Value!;
        Assert.Equal("ok", database.Read(c =>
        {
            using var check = c.Prepare("PRAGMA integrity_check");
            return check.Next() ? check.Text(0) : "";
        }));
        var store = (await SqliteConversationStore.Open(database, keys, TimeProvider.System, default)).Value!;
        foreach (var (person, version) in acknowledged)
        {
            var loaded = await store.Load(StoredTurns.Address($"person {person}"), new InputId($"{person}/{version}"), default);
            // The last line may be cut by the kill, which makes its number smaller and never larger.
            Assert.True(loaded.Conversation.Version >= version, $"person {person} is at {loaded.Conversation.Version}, but {version} was acknowledged");
            if (person != 0)
                Assert.Equal(StoredTurns.Json(StoredTurns.Replies($"turn {version}")), StoredTurns.Json(loaded.Said));
        }
    }
}
