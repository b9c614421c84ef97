using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Referrals.Storage;
using Outreach.Tests.Support;

namespace Outreach.Referrals.Tests.Storage;

public sealed class InMemoryNoticeStoreTests : NoticeStoreContract
{
    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<INoticeStore> Open() => Task.FromResult<INoticeStore>(new InMemoryNoticeStore());
}

public sealed class SqliteNoticeStoreTests : NoticeStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeyRing _keys = KeyRing.Fresh();
    private SqliteDatabase _database = null!;

    public override async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _keys.Dispose();
        _folder.Dispose();
    }

    protected override Task<INoticeStore> Open()
    {
        _database = SqliteDatabase.Open(_folder.File("outreach.db"), ReferralMigrations.All).Value!;
        return Task.FromResult<INoticeStore>(new SqliteNoticeStore(_database, _keys, new AuditTable(new AuditChain(_keys))));
    }
}
