using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Content.Storage;
using Outreach.Localization;
using Outreach.Tests.Support;
using static Outreach.Tests.Support.StoredTurns;

namespace Outreach.Content.Tests.Storage;

public sealed class LeakTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeyRing _keys = KeyRing.Fresh();
    private readonly Random _random = new(7);

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nothing_planted_is_found_in_any_file_and_no_erased_key_either()
    {
        await using var database = SqliteDatabase.Open(_folder.File("outreach.db"), SqliteConversationStore.Migrations).Value!;
        var store = (await SqliteConversationStore.Open(database, _keys, TimeProvider.System, default)).Value!;
        var hash = new AddressHash(_keys);

        var conversations = await Task.WhenAll(Planted.Values.Select((value, i) => Plant(store, hash, value, i)));
        Assert.Empty(Planted.FoundIn(_folder.Path));
        var keys = WrappedKeys(database);
        Assert.Equal(200, keys.Count);
        Assert.Equal(200, Found(keys).Count);              // the scan does see what is there

        for (var i = 0; i < 100; i++)
            await store.Save(Next(conversations[i] with { State = ConversationState.New, Pending = [] }, "forget", "gone", DateTimeOffset.UtcNow) with { Forget = true }, default);
        foreach (var gone in conversations[100..])
            await store.Erase(gone.Id, default);

        Assert.Empty(Planted.FoundIn(_folder.Path));
        Assert.Empty(Found(keys));
        Assert.Equal(100, WrappedKeys(database).Count);
        await database.DisposeAsync();
        Assert.Empty(Found(keys));
    }

    [Fact]
    public async Task Keys_that_went_in_random_order_leave_no_copy_behind_in_a_page()
    {
        await using var database = SqliteDatabase.Open(_folder.File("outreach.db"), SqliteConversationStore.Migrations).Value!;
        var store = (await SqliteConversationStore.Open(database, _keys, TimeProvider.System, default)).Value!;
        var (erased, living) = (new List<byte[]>(), new List<Conversation>());
        for (var round = 0; round < 10; round++)
        {
            living.AddRange(await Task.WhenAll(Enumerable.Range(0, 150).Select(async i =>
            {
                var write = Next(new Conversation { Id = new ConversationId(Guid.NewGuid()), Version = 0, Channel = "web", State = ConversationState.New }, "first", "words", DateTimeOffset.UtcNow);
                await store.Save(write, default);
                return write.After;
            })));
            var before = WrappedKeys(database);
            var gone = living.OrderBy(_ => _random.Next()).Take(living.Count / 2).ToArray();
            await Task.WhenAll(gone.Select(c => store.Erase(c.Id, default).AsTask()));
            living = [.. living.Except(gone)];
            erased.AddRange(before.ExceptBy(WrappedKeys(database).Select(Convert.ToHexString), Convert.ToHexString));
            Assert.Empty(Found(erased));
        }
        Assert.InRange(erased.Count, 1_300, 1_500);
    }

    [Fact]
    public async Task Failures_name_no_value()
    {
        const string Secret = "Amal +4915112345678";
        await using var database = SqliteDatabase.Open(_folder.File("outreach.db"), SqliteConversationStore.Migrations).Value!;
        var store = (await SqliteConversationStore.Open(database, _keys, TimeProvider.System, default)).Value!;
        var write = Next((await store.Load(Address(Secret), new InputId(Secret), default)).Conversation, Secret, Secret, DateTimeOffset.UtcNow, Address(Secret));
        await store.Save(write, default);
        await database.Write(c => c.Prepare("UPDATE conversation SET version = 5").Run(), default);

        var unreadable = await Assert.ThrowsAsync<StorageException>(async () => await store.Load(Address(Secret), new InputId(Secret), default));
        database.Queue.Fault = () => throw new IOException("no space left on device");
        var unwritable = await Assert.ThrowsAsync<StorageException>(async () => await store.Save(Next(write.After, "second", Secret, DateTimeOffset.UtcNow), default));

        Assert.DoesNotContain("Amal", unreadable.ToString() + unwritable, StringComparison.Ordinal);
    }

    private async Task<Conversation> Plant(SqliteConversationStore store, AddressHash hash, string value, int number)
    {
        var at = DateTimeOffset.UtcNow;
        var key = hash.Of("whatsapp", value);
        var before = (await store.Load(key, new InputId(value), default)).Conversation;
        var first = Next(before, value, value, at, key).Wanting(new Effect.TellStaff("AB12", value, Locale.Persian), new Effect.Resume(value));
        Assert.Equal(WriteOutcome.Saved, await store.Save(first, default));
        await store.KeepCode(hash.OfCode(value), before.Id, at.AddDays(30), default);
        var second = Next(first.After, $"{value} again", string.Concat(Enumerable.Repeat(value + " ", 40)), at);
        Assert.Equal(WriteOutcome.Saved, await store.Save(second, default));
        var loaded = (await store.Load(key, new InputId(value), default))!;
        Assert.Equal(Json(Replies(value)), Json(loaded.Said));
        Assert.Equal(2, loaded.Conversation.Pending.Length);
        return number % 2 == 0 ? second.After : loaded.Conversation;
    }

    private static List<byte[]> WrappedKeys(SqliteDatabase database) => database.Read(c =>
    {
        var keys = new List<byte[]>();
        using var rows = c.Prepare("SELECT wrapped FROM conversation_key");
        while (rows.Next())
            keys.Add(rows.Blob(0).ToArray());
        return keys;
    });

    private List<byte[]> Found(IEnumerable<byte[]> values)
    {
        var files = Planted.Files(_folder.Path);
        return [.. values.Where(value => files.Exists(file => file.AsSpan().IndexOf(value) >= 0))];
    }
}
