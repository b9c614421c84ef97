using Outreach.Content.Conversations;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals.Storage;

namespace Outreach.Referrals.Tests.Storage;

/// <summary>The process that a test kills: takes in referrals and claims them, and says each reference once it is durable.</summary>
public static class KilledProcess
{
    /// <summary>The master key of this test; protects nothing.</summary>
    public static ReadOnlySpan<byte> Master => "a key for the kill test, 32 byte"u8;

    /// <summary>A test that died must leave no process behind.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(30);

    public static async Task Main(string[] arguments)
    {
        using var late = new Timer(_ => Environment.Exit(3), null, LongestLife, Timeout.InfiniteTimeSpan);
        using var database = SqliteDatabase.Open(arguments[0], ReferralMigrations.All).Value!;
        using var keys = KeyRing.Of(Master);
        var store = new SqliteReferralStore(database, keys, new AuditTable(new AuditChain(keys)));
        Console.WriteLine("ready");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Storm(store))));
    }

    private static async Task Storm(SqliteReferralStore store)
    {
        while (true)
        {
            var conversation = new ConversationId(Guid.NewGuid());
            var now = DateTimeOffset.UtcNow;
            var id = await store.Receive(Samples.New(conversation, now), default);
            await store.Act(id, new ReferralAct(new ReferralCommand.Claim(), new Actor.Staff(new StaffId(1), StaffRole.CaseWorker), now), default);
            Console.WriteLine(id.ToString());
        }
    }
}
