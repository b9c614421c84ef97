using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Tests.Support;

namespace Outreach.Content.Tests.Conversations;

[System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA1001", Justification = "disposed by DisposeAsync, which xunit calls")]
public class SqliteConversationStoreTests : ConversationStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeyRing _keys = KeyRing.Fresh();
    private SqliteDatabase _database = null!;

    protected virtual bool Remember => true;

    public override async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _keys.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        var amal = await Begin("amal", "سلام");
        await Saved(StoredTurns.Next(amal, "second", "two", StoredTurns.Start).Wanting(new Effect.IssueCode()));
        await _database.DisposeAsync();

        var again = await Open();

        var loaded = await again.Load(StoredTurns.Address("amal"), new InputId("first"), default);
        Assert.Equal((2L, 1), (loaded.Conversation.Version, loaded.Conversation.Pending.Length));
        Assert.Equal(StoredTurns.Json(StoredTurns.Replies("سلام")), StoredTurns.Json(loaded.Said));
    }

    [Fact]
    public async Task Data_sealed_with_another_key_are_refused_at_the_start()
    {
        await Begin("amal", "one");
        using var other = KeyRing.Fresh();

        var opened = await SqliteConversationStore.Open(_database, other, Clock, default);

        Assert.Equal(2506, Assert.Single(opened.Problems).Code);
    }

    [Fact]
    public async Task A_row_exchanged_for_one_of_another_conversation_does_not_open()
    {
        var amal = await Begin("amal", "one");
        await Begin("other", "two");
        await _database.Write(c => c.Prepare("UPDATE conversation SET state = (SELECT state FROM conversation WHERE no = 2) WHERE no = 1").Run(), default);
        await _database.DisposeAsync();
        var again = await Open();

        var refused = await Assert.ThrowsAsync<StorageException>(async () => await again.Load(amal.Id, new InputId("x"), default));

        Assert.Equal(2510, refused.Problem.Code);
    }

    protected override async Task<IConversationStore> Open()
    {
        var opened = SqliteDatabase.Open(_folder.File("outreach.db"), SqliteConversationStore.Migrations);
        Assert.Empty(opened.Problems);
        _database = opened.Value!;
        return (await SqliteConversationStore.Open(_database, _keys, Clock, default, Remember)).Value!;
    }
}

/// <summary>The same while every turn is read from the file.</summary>
public sealed class SqliteConversationStoreWithoutCacheTests : SqliteConversationStoreTests
{
    protected override bool Remember => false;
}
