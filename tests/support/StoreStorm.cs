using Outreach.Content.Conversations;
using Outreach.Content.Protection;
using Outreach.Content.Storage;

namespace Outreach.Tests.Support;

/// <summary>What a process does that is there to be killed while it writes.</summary>
public static class StoreStorm
{
    private const int People = 8;

    /// <summary>A test that died must leave no process behind.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(30);

    public static string Database(string folder) => Path.Combine(folder, "data", "outreach.db");

    public static KeyRing Keys(string folder) => KeyRing.Open(Path.Combine(folder, "keys", "master.key"), Path.Combine(folder, "data")).Value!;

    /// <summary>"open" says the problem, "storm" writes turns until it is killed.</summary>
    public static async Task<int> Run(string mode, string folder)
    {
        using var late = new Timer(_ => Environment.Exit(3), null, LongestLife, Timeout.InfiniteTimeSpan);
        using var keys = Keys(folder);
        var opened = SqliteDatabase.Open(Database(folder), SqliteConversationStore.Migrations);
        Console.WriteLine(opened.Ok ? "open" : $"{opened.Problems[0].Code}");
        if (mode != "storm" || !opened.Ok)
            return 0;
        await using var database = opened.Value;
        var store = (await SqliteConversationStore.Open(database, keys, TimeProvider.System, default)).Value!;
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(() => Write(store, person))));
        return 0;
    }

    // Each line is said only after the turn was acknowledged. The first person forgets at every turn.
    private static async Task Write(SqliteConversationStore store, int person)
    {
        var key = StoredTurns.Address($"person {person}");
        while (true)
        {
            var before = (await store.Load(key, new InputId("next"), default)).Conversation;
            var turn = StoredTurns.Next(before, $"{person}/{before.Version + 1}", $"turn {before.Version + 1}", DateTimeOffset.UtcNow, before.Version == 0 ? key : null) with { Forget = person == 0 };
            if (await store.Save(turn, default) == WriteOutcome.Saved)
                Console.WriteLine($"{person} {turn.After.Version}");
        }
    }
}
