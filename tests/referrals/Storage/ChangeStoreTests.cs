using Outreach.Content.Editing;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals.Editing;
using Outreach.Referrals.Storage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Storage;

public sealed class InMemoryChangeStoreTests : ChangeStoreContract
{
    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IChangeStore> Open() => Task.FromResult<IChangeStore>(new InMemoryChangeStore());
}

public sealed class SqliteChangeStoreTests : ChangeStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeyRing _keys = KeyRing.Fresh();
    private AuditTable _audit = null!;
    private SqliteDatabase _database = null!;

    public override async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _keys.Dispose();
        _folder.Dispose();
    }

    protected override Task<IChangeStore> Open()
    {
        _audit = new AuditTable(new AuditChain(_keys));
        _database = SqliteDatabase.Open(_folder.File("outreach.db"), ReferralMigrations.All).Value!;
        return Task.FromResult<IChangeStore>(new SqliteChangeStore(_database, _audit));
    }

    [Fact]
    public async Task Every_step_stands_in_the_audit_chain_with_the_text_bound_to_it()
    {
        var change = await Store.Propose(new Proposal(new TextPart("library/de/housing.en.md", null), "a", "b", "why"), new StaffId(3), "1", DateTimeOffset.UnixEpoch, default);
        await Store.Decide(change.Number, ChangeState.Published, new StaffId(4), DateTimeOffset.UnixEpoch, default);
        await Store.Decide(change.Number, ChangeState.Withdrawn, new StaffId(4), DateTimeOffset.UnixEpoch, default);

        Assert.Equal(["staff/3 change-proposed change/1", "staff/4 change-published change/1"], _database.Read(c =>
        {
            using var rows = c.Prepare("SELECT actor || ' ' || action || ' ' || subject, detail FROM audit ORDER BY seq");
            var all = new List<string>();
            while (rows.Next())
                all.Add(rows.Text(0));
            return all;
        }));
        Assert.True(_database.Read(c => _audit.Verify(c)).Ok);
    }

    [Fact]
    public async Task A_change_is_there_after_a_restart()
    {
        var change = await Store.Propose(new Proposal(new TextPart("directory/de.yaml", "de/112"), "a", "b", "why"), new StaffId(3), "1", DateTimeOffset.UnixEpoch, default);
        await Store.Decide(change.Number, ChangeState.Published, new StaffId(4), DateTimeOffset.UnixEpoch, default);
        await _database.DisposeAsync();

        var again = Assert.Single(await (await Open()).Published(default));
        Assert.Equal(change.What, again.What);
    }
}
