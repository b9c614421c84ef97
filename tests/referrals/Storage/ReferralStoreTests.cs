using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Referrals.Storage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Storage;

public sealed class InMemoryReferralStoreTests : ReferralStoreContract
{
    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IReferralStore> Open() => Task.FromResult<IReferralStore>(new InMemoryReferralStore());
}

public sealed class SqliteReferralStoreTests : ReferralStoreContract
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

    protected override Task<IReferralStore> Open()
    {
        _database = SqliteDatabase.Open(_folder.File("outreach.db"), ReferralMigrations.All).Value!;
        _audit = new AuditTable(new AuditChain(_keys));
        return Task.FromResult<IReferralStore>(new SqliteReferralStore(_database, _keys, _audit));
    }

    [Fact]
    public async Task After_a_restart_everything_is_there_and_badges_count_the_same()
    {
        var id = await Store.Receive(New(Priority.Critical, called: "Musa", place: "ly"), default);
        await Do(id, new ReferralCommand.Claim());
        var before = Store.Counts();
        await _database.DisposeAsync();

        var again = await Open();

        Assert.Equal("Musa", (await again.Load(id, default))!.Draft.Person.Called);
        Assert.Equal(before.AsEnumerable(), again.Counts());
    }

    [Fact]
    public async Task Erasing_leaves_no_byte_of_the_key_and_the_chain_still_verifies()
    {
        var id = await Store.Receive(New(Priority.High), default);
        await Do(id, new ReferralCommand.AddNote("x"));
        var wrapped = _database.Read(c =>
        {
            using var row = c.Prepare("SELECT wrapped FROM referral_key");
            row.Next();
            return row.Blob(0).ToArray();
        });
        var head = _database.Read(_audit.Head);

        await Store.Erase(id, Lena, Start, default);

        Assert.DoesNotContain(Planted.Files(_folder.Path), f => f.AsSpan().IndexOf(wrapped) >= 0);
        Assert.True(_database.Read(c => _audit.Verify(c, head)).Ok);
        Assert.Equal(1, Number("SELECT count(*) FROM referral_receipt"));
        Assert.Equal(0, Number("SELECT (SELECT count(*) FROM referral_event) + (SELECT count(*) FROM referral_body) + (SELECT count(*) FROM referral)"));
    }

    [Fact]
    public async Task Who_looked_and_what_happened_stands_in_the_chain()
    {
        var id = await Store.Receive(New(Priority.High), default);
        await Do(id, new ReferralCommand.Claim());
        await Store.Saw(id, Amira.Id, Start, default);
        await Store.SawAnswer(id, "health", Amira.Id, Start, default);

        Assert.Equal(["Received", "Prioritised", "Claimed", "opened", "opened-answer health"], Actions());
        Assert.Equal(5, _database.Read(c => _audit.Verify(c)).Value!.Seq);
    }

    [Fact]
    public async Task A_changed_entry_is_noticed()
    {
        await Store.Receive(New(Priority.High), default);

        await _database.Write(c => c.Prepare("UPDATE audit SET actor = 'staff/9' WHERE seq = 1").Run(), default);

        Assert.False(_database.Read(c => _audit.Verify(c)).Ok);
    }

    [Fact]
    public async Task Events_audit_and_outbox_are_written_together_or_not_at_all()
    {
        var id = await Store.Receive(New(Priority.High), default);
        await _database.Write(c => c.Prepare("CREATE TRIGGER broken BEFORE INSERT ON referral_outbox BEGIN SELECT RAISE(ABORT, 'broken'); END").Run(), default);

        await Assert.ThrowsAnyAsync<Exception>(async () => await Store.Act(id, Act(new ReferralCommand.TellPerson("x", Locale.Persian, false)), default));

        Assert.Equal(2, (await Find(id)).Version);
        Assert.Equal(["Received", "Prioritised"], Actions());
        Assert.Equal(1, Store.Counts().Sum(c => c.Unassigned));
    }

    [Theory]
    [InlineData("one region", "ly", false, "referral_region")]
    [InlineData("every region", null, false, "referral_all")]
    [InlineData("my own", null, true, "referral_mine")]
    public void The_queue_is_read_from_an_index_in_order(string why, string? region, bool mine, string index)
    {
        var view = new QueueView { Regions = region is null ? [] : [region], Assignee = mine ? Amira.Id : null };

        var plan = _database.Read(c => QueueQuery.Plan(c, view));

        Assert.True(plan.Contains(index, StringComparison.Ordinal) && !plan.Contains("TEMP B-TREE", StringComparison.Ordinal), $"{why}: {plan}");
    }

    [Fact]
    public void Closed_ones_are_read_from_an_index_in_order()
    {
        var plan = _database.Read(c => QueueQuery.Plan(c, new QueueView { ClosedSince = Start }));

        Assert.True(plan.Contains("referral_closed", StringComparison.Ordinal) && !plan.Contains("TEMP B-TREE", StringComparison.Ordinal), plan);
    }

    private string[] Actions() => _database.Read(c =>
    {
        using var rows = c.Prepare("SELECT action FROM audit ORDER BY seq");
        var all = new List<string>();
        while (rows.Next())
            all.Add(rows.Text(0));
        return all.ToArray();
    });

    private long Number(string sql) => _database.Read(c => ((StoreConnection)c).Number(sql));
}
