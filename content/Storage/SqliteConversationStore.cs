using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;
using Outreach.Content.Protection;
using Outreach.Localization;

namespace Outreach.Content.Storage;

/// <summary>
/// Conversations in the database, sealed under a key each. Sealing and opening happen on the caller's thread; the writer's
/// thread only moves bytes. A forgotten or erased conversation is confirmed when its key is gone from database and log.
/// </summary>
public sealed class SqliteConversationStore : IConversationStore
{
    private const int ErasedPerWrite = 100;

    private readonly SqliteDatabase _database;
    private readonly Sealer _sealer;
    private readonly AddressHash _hash;
    private readonly TimeProvider _clock;
    private readonly KeyCache _keys = new();
    private readonly ConversationCache? _cache;

    private SqliteConversationStore(SqliteDatabase database, KeyRing keys, TimeProvider clock, bool remember) =>
        (_database, _sealer, _hash, _clock, _cache) = (database, new Sealer(keys), new AddressHash(keys), clock, remember ? new ConversationCache() : null);

    /// <summary>The tables this store needs; give them to <see cref="SqliteDatabase.Open"/>.</summary>
    public static ImmutableArray<Migration> Migrations => ConversationSchema.Migrations;

    /// <summary>The store, unless the data were sealed with another key.</summary>
    /// <param name="database">Where the rows are.</param>
    /// <param name="keys">What they are sealed with.</param>
    /// <param name="clock">Decides at loading whether a conversation has expired.</param>
    /// <param name="cancel">Gives up opening.</param>
    /// <param name="remember">False reads every conversation from the file at every turn: for tests of what is stored.</param>
    public static async Task<Result<SqliteConversationStore>> Open(SqliteDatabase database, KeyRing keys, TimeProvider clock, CancellationToken cancel, bool remember = true) =>
        await KeyCheck.Verify(database, keys, cancel) is { } problem ? problem : new SqliteConversationStore(database, keys, clock, remember);

    /// <inheritdoc/>
    public ValueTask<Loaded> Load(ConversationKey key, InputId input, CancellationToken cancel)
    {
        var hash = _hash.OfInput(input);
        if (_cache?.Find(key, hash, _clock.GetUtcNow()) is { } cached)
            return ValueTask.FromResult(new Loaded(cached, null));
        var row = _database.Read(connection => ConversationReads.Find(connection, key, hash, _keys));
        return ValueTask.FromResult(Opened(row) ?? new Loaded(NewConversation.On(key.Channel), null));
    }

    /// <inheritdoc/>
    public ValueTask<Loaded?> Load(ConversationId id, InputId input, CancellationToken cancel)
    {
        var (bytes, hash) = (ConversationCodec.Bytes(id), _hash.OfInput(input));
        if (_cache?.Find(id, hash, _clock.GetUtcNow()) is { } cached)
            return ValueTask.FromResult<Loaded?>(new Loaded(cached, null));
        return ValueTask.FromResult(Opened(_database.Read(connection => ConversationReads.Find(connection, bytes, hash, _keys))));
    }

    /// <inheritdoc/>
    public async ValueTask<WriteOutcome> Save(TurnWrite write, CancellationToken cancel)
    {
        var id = ConversationCodec.Bytes(write.After.Id);
        var (key, wrapped) = write.Forget || write.After.Version == 1 ? NewKey(id, write.After.Version) : (KeyOf(write.After.Id, id), null);
        if (key is null)
            return WriteOutcome.Conflict;
        var turn = Seal(write, id, key, wrapped);
        var written = await _database.Write(connection => Save(connection, turn), w => w == Written.SavedAndErased, cancel);
        if (written == Written.Conflict)
            return WriteOutcome.Conflict;
        if (wrapped is not null)
            _keys.Put(write.After.Id, key);
        if (write.Move?.Abandon is { } abandoned)
            _keys.Remove(abandoned);
        return WriteOutcome.Saved;
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ImmutableArray<Reply>>> Recent(ConversationId id, int count, CancellationToken cancel)
    {
        var bytes = ConversationCodec.Bytes(id);
        var (row, said) = _database.Read(connection => (ConversationReads.Find(connection, bytes, [], _keys), ConversationReads.Recent(connection, bytes, count)));
        if (row is null || Expired(row))
            return ValueTask.FromResult<ImmutableArray<ImmutableArray<Reply>>>([]);
        var key = KeyOf(row);
        said.Reverse();
        return ValueTask.FromResult<ImmutableArray<ImmutableArray<Reply>>>([.. said.Select(s => ConversationCodec.OpenReplies(key, bytes, s.Input, s.Version, s.Replies))]);
    }

    /// <inheritdoc/>
    public async ValueTask KeepCode(string codeHash, ConversationId id, DateTimeOffset expires, CancellationToken cancel)
    {
        var bytes = ConversationCodec.Bytes(id);
        await _database.Write(connection => ConversationWrites.KeepCode(connection, codeHash, bytes, expires.ToUnixTimeMilliseconds()), cancel);
    }

    /// <inheritdoc/>
    public ValueTask<ConversationId?> FindCode(string codeHash, DateTimeOffset now, CancellationToken cancel) =>
        ValueTask.FromResult(_database.Read(connection => ConversationReads.Code(connection, codeHash, now.ToUnixTimeMilliseconds())));

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ConversationId>> WithPending(int atMost, DateTimeOffset before, CancellationToken cancel) =>
        ValueTask.FromResult<ImmutableArray<ConversationId>>([.. _database.Read(connection => ConversationReads.WithPending(connection, atMost, before.ToUnixTimeMilliseconds()))]);

    /// <inheritdoc/>
    public async ValueTask Erase(ConversationId id, CancellationToken cancel)
    {
        var bytes = ConversationCodec.Bytes(id);
        await _database.Write(connection => Erase(connection, id, bytes, null), _ => true, cancel);
        _keys.Remove(id);
    }

    /// <inheritdoc/>
    public async ValueTask<int> Sweep(DateTimeOffset now, CancellationToken cancel)
    {
        var at = now.ToUnixTimeMilliseconds();
        var expired = new List<ConversationId>();
        for (var (from, more) = (0L, true); more; from += ConversationReads.Range)
            more = _database.Read(connection => ConversationReads.Expired(connection, from, at, expired));
        var gone = 0;
        foreach (var some in expired.Chunk(ErasedPerWrite))
            gone += await _database.Write(connection => some.Count(id => Erase(connection, id, ConversationCodec.Bytes(id), at)), cancel);
        foreach (var id in expired)
            _keys.Remove(id);
        var before = (now - ConversationLimits.RepliesKept).ToUnixTimeMilliseconds();
        var said = 0;
        for (var some = 1; some > 0; said += some)
            some = await _database.Write(connection => ConversationWrites.SweepSaid(connection, before), cancel);
        await _database.Write(connection => gone + said + ConversationWrites.SweepCodes(connection, at), erased => erased > 0, cancel);
        return gone;
    }

    // On the writer's thread, so that the cache changes in the order of the rows.
    private Written Save(SqliteConnection connection, SealedTurn turn)
    {
        var written = ConversationWrites.Save(connection, turn);
        if (written == Written.Conflict)
            _cache?.Remove(turn.Write.After.Id);
        else
            _cache?.Saved(turn.Write, turn.Input);
        return written;
    }

    private bool Erase(SqliteConnection connection, ConversationId id, byte[] bytes, long? ifExpiredAt)
    {
        _cache?.Remove(id);
        return ConversationWrites.Erase(connection, bytes, ifExpiredAt);
    }

    private SealedTurn Seal(TurnWrite write, byte[] id, ConversationDataKey key, byte[]? wrapped)
    {
        var (after, input) = (write.After, _hash.OfInput(write.Input));
        return new SealedTurn
        {
            Write = write,
            Id = id,
            Input = input,
            KeySince = key.Since,
            NewKey = wrapped,
            State = ConversationCodec.Seal(key.Key, id, after.Version, after.State),
            Replies = ConversationCodec.Seal(key.Key, id, input, after.Version, write.Replies),
            Effects =
            [
                .. after.Pending.Where(p => write.Forget || p.Id.Version == after.Version)
                    .Select(p => new EffectRow(p.Id.Version, p.Id.Index, ConversationCodec.Seal(key.Key, id, p))),
            ],
        };
    }

    private Loaded? Opened(ConversationRow? row)
    {
        if (row is null || Expired(row))
            return null;
        var (id, key) = (ConversationCodec.Id(row.Id), KeyOf(row));
        var conversation = new Conversation
        {
            Id = id,
            Version = row.Version,
            Channel = row.Channel,
            State = ConversationCodec.OpenState(key, row.Id, row.Version, row.State),
            Pending = row.Pending is null ? [] : [.. row.Pending.Select(e => ConversationCodec.OpenEffect(key, id, row.Id, e))],
        };
        return new Loaded(conversation, row.Said switch
        {
            null => null,
            { Replies: [] } => ImmutableArray<Reply>.Empty,
            var said => ConversationCodec.OpenReplies(key, row.Id, said.Input, said.Version, said.Replies),
        });
    }

    private bool Expired(ConversationRow row) => row.ExpiresAt <= _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private (ConversationDataKey? Key, byte[]? Wrapped) NewKey(byte[] id, long since)
    {
        var (key, wrapped) = _sealer.NewKey(ConversationCodec.KeyPlace(id, since));
        return (new ConversationDataKey(since, key), wrapped);
    }

    private DataKey KeyOf(ConversationRow row) => (row.Key ?? Keep(ConversationCodec.Id(row.Id), row.Id, row.KeySince, row.Wrapped)).Key;

    /// <summary>The key in use; null when the conversation is gone. A key from before a forgetting ends as a conflict, never in a write.</summary>
    private ConversationDataKey? KeyOf(ConversationId id, byte[] bytes)
    {
        if (_keys.Find(id) is { } cached)
            return cached;
        return _database.Read(connection => ConversationReads.Key(connection, bytes)) is var (since, wrapped) ? Keep(id, bytes, since, wrapped) : null;
    }

    private ConversationDataKey Keep(ConversationId id, byte[] bytes, long since, byte[] wrapped)
    {
        var key = new ConversationDataKey(since, ConversationCodec.Body(_sealer.Unwrap(ConversationCodec.KeyPlace(bytes, since), wrapped)));
        _keys.Put(id, key);
        return key;
    }
}
