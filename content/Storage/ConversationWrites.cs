using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Outreach.Content.Conversations;
using Outreach.Content.Protection;

namespace Outreach.Content.Storage;

/// <summary>One turn, sealed and ready to be written; nothing of it is in clear but channel, numbers and times.</summary>
internal sealed record SealedTurn
{
    public required TurnWrite Write { get; init; }

    public required byte[] Id { get; init; }

    public required byte[] Input { get; init; }

    /// <summary>The version at which the key in use was made.</summary>
    public required long KeySince { get; init; }

    /// <summary>A new key, wrapped; null when the one from before stays.</summary>
    public byte[]? NewKey { get; init; }

    public required byte[] State { get; init; }

    public required byte[] Replies { get; init; }

    /// <summary>Effects whose stored form changes: the new ones, after forgetting all.</summary>
    public required ImmutableArray<EffectRow> Effects { get; init; }
}

/// <summary>What a write did.</summary>
internal enum Written
{
    /// <summary>Somebody was first; nothing changed.</summary>
    Conflict,

    /// <summary>Done.</summary>
    Saved,

    /// <summary>Done, and something was erased whose old pages must go.</summary>
    SavedAndErased,
}

/// <summary>How conversations are written; runs on the writer's thread. Checks everything before it changes anything.</summary>
internal static class ConversationWrites
{
    public static Written Save(SqliteConnection connection, SealedTurn turn)
    {
        var (write, after) = (turn.Write, turn.Write.After);
        var (no, waits) = after.Version == 1 ? (0, false) : Current(connection, turn);
        if (no is null || (after.Version == 1 && Exists(connection, turn.Id)))
            return Written.Conflict;
        if (write.Move is { } move && !HoldsCode(connection, move.CodeHash, no.Value, write.At.ToUnixTimeMilliseconds()))
            return Written.Conflict;
        if (Holder(connection, write) is { } holder && holder.No != no)
        {
            if (holder.Alive)
                return Written.Conflict;
            Erase(connection, holder.No);
        }
        if (write.Move is { } moved)
            Move(connection, no.Value, moved);
        var number = after.Version == 1 ? Insert(connection, turn) : Update(connection, turn, no.Value);
        if (turn.NewKey is not null)
            KeepKey(connection, turn, number);
        if (write.Bind is { } key)
            connection.Prepare("INSERT INTO address(channel, hash, conversation) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET conversation = excluded.conversation")
                .Bind(1, key.Channel).Bind(2, key.Hash).Bind(3, number).Run();
        if (write.Leaves is { } leaves)
            connection.Prepare("INSERT OR IGNORE INTO said(conversation, input, version, at, replies) SELECT ?1, input, version, at, x'' FROM said WHERE conversation = (SELECT no FROM conversation WHERE id = ?2)")
                .Bind(1, number).Bind(2, ConversationCodec.Bytes(leaves)).Run();
        Say(connection, turn, number);
        if (waits || !after.Pending.IsEmpty)
            KeepEffects(connection, turn, number);
        return write.Forget || write.Move is not null ? Written.SavedAndErased : Written.Saved;
    }

    /// <summary>Erases a conversation and all that hangs on it; false when it is not there, or lives beyond <paramref name="ifExpiredAt"/>.</summary>
    public static bool Erase(SqliteConnection connection, byte[] id, long? ifExpiredAt)
    {
        using var row = connection.Prepare("SELECT no FROM conversation WHERE id = ?1 AND expires_at <= ?2");
        if (!row.Bind(1, id).Bind(2, ifExpiredAt ?? long.MaxValue).Next())
            return false;
        Erase(connection, row.Long(0));
        return true;
    }

    public static bool KeepCode(SqliteConnection connection, string hash, byte[] id, long expires)
    {
        using var row = connection.Prepare("SELECT no FROM conversation WHERE id = ?1");
        if (!row.Bind(1, id).Next())
            return false;
        connection.Prepare("DELETE FROM continue_code WHERE conversation = ?1 OR hash = ?2").Bind(1, row.Long(0)).Bind(2, hash).Run();
        connection.Prepare("INSERT INTO continue_code(hash, conversation, expires_at) VALUES(?1, ?2, ?3)").Bind(1, hash).Bind(2, row.Long(0)).Bind(3, expires).Run();
        return true;
    }

    /// <summary>Erases some replies said before <paramref name="before"/>; rows are in the order of time, so the first ones are the oldest.</summary>
    public static int SweepSaid(SqliteConnection connection, long before) =>
        connection.Prepare("DELETE FROM said WHERE no < (SELECT MIN(no) FROM said) + 500 AND at < ?1").Bind(1, before).Run();

    public static int SweepCodes(SqliteConnection connection, long now) =>
        connection.Prepare("DELETE FROM continue_code WHERE expires_at <= ?1").Bind(1, now).Run();

    private static void Erase(SqliteConnection connection, long no) =>
        connection.Prepare("DELETE FROM conversation WHERE no = ?1").Bind(1, no).Run();

    private static bool Exists(SqliteConnection connection, byte[] id)
    {
        using var row = connection.Prepare("SELECT 1 FROM conversation WHERE id = ?1");
        return row.Bind(1, id).Next();
    }

    /// <summary>The number of the conversation at the version, and with the key, this turn was made for; and whether effects of it wait.</summary>
    private static (long? No, bool Waits) Current(SqliteConnection connection, SealedTurn turn)
    {
        using var row = connection.Prepare("SELECT no, pending FROM conversation WHERE id = ?1 AND version = ?2 AND (?3 IS NULL OR key_since = ?3)");
        row.Bind(1, turn.Id).Bind(2, turn.Write.After.Version - 1).Bind(3, turn.NewKey is null ? turn.KeySince : null);
        return row.Next() ? (row.Long(0), row.Long(1) > 0) : (null, false);
    }

    private static bool HoldsCode(SqliteConnection connection, string hash, long no, long now)
    {
        using var row = connection.Prepare("SELECT 1 FROM continue_code WHERE hash = ?1 AND conversation = ?2 AND expires_at > ?3");
        return row.Bind(1, hash).Bind(2, no).Bind(3, now).Next();
    }

    /// <summary>Another conversation that has the address to be bound, unless it is the one that is given up or leaves.</summary>
    private static (long No, bool Alive)? Holder(SqliteConnection connection, TurnWrite write)
    {
        if (write.Bind is not { } key)
            return null;
        using var row = connection.Prepare("SELECT c.no, c.expires_at, c.id FROM address a JOIN conversation c ON c.no = a.conversation WHERE a.channel = ?1 AND a.hash = ?2");
        if (!row.Bind(1, key.Channel).Bind(2, key.Hash).Next() || ConversationCodec.Id(row.Blob(2)) is var id && (id == write.Move?.Abandon || id == write.Leaves))
            return null;
        return (row.Long(0), row.Long(1) > write.At.ToUnixTimeMilliseconds());
    }

    private static void Move(SqliteConnection connection, long no, Move move)
    {
        connection.Prepare("DELETE FROM continue_code WHERE conversation = ?1").Bind(1, no).Run();
        connection.Prepare("DELETE FROM address WHERE conversation = ?1").Bind(1, no).Run();
        if (move.Abandon is not { } given)
            return;
        var abandoned = ConversationCodec.Bytes(given);
        connection.Prepare("UPDATE OR IGNORE said SET conversation = ?1, replies = x'' WHERE conversation = (SELECT no FROM conversation WHERE id = ?2)").Bind(1, no).Bind(2, abandoned).Run();
        connection.Prepare("DELETE FROM conversation WHERE id = ?1").Bind(1, abandoned).Run();
    }

    private static long Insert(SqliteConnection connection, SealedTurn turn)
    {
        using var row = connection.Prepare("""
            INSERT INTO conversation(id, channel, version, key_since, pending, updated_at, expires_at, state) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING no
            """);
        row.Bind(1, turn.Id);
        return Fill(row, turn).Next() ? row.Long(0) : throw new InvalidOperationException("an insert gave no number");
    }

    private static long Update(SqliteConnection connection, SealedTurn turn, long no)
    {
        using var row = connection.Prepare("""
            UPDATE conversation SET channel = ?2, version = ?3, key_since = ?4, pending = ?5, updated_at = ?6, expires_at = ?7, state = ?8 WHERE no = ?1
            """);
        row.Bind(1, no);
        Fill(row, turn).Run();
        return no;
    }

    private static Statement Fill(Statement row, SealedTurn turn)
    {
        var (write, after) = (turn.Write, turn.Write.After);
        return row.Bind(2, after.Channel).Bind(3, after.Version).Bind(4, turn.KeySince).Bind(5, after.Pending.Length)
            .Bind(6, write.At.ToUnixTimeMilliseconds()).Bind(7, write.Expires.ToUnixTimeMilliseconds()).Bind(8, turn.State);
    }

    /// <summary>The wrapped key from before is overwritten, and with it everything sealed under it is gone. Of replies only the hash of their input stays.</summary>
    private static void KeepKey(SqliteConnection connection, SealedTurn turn, long no)
    {
        connection.Prepare("DELETE FROM conversation_key WHERE conversation = ?1").Bind(1, no).Run();
        connection.Prepare("INSERT INTO conversation_key(conversation, kid, wrapped) VALUES(?1, ?2, ?3)").Bind(1, no).Bind(2, KeyRing.CurrentKek).Bind(3, turn.NewKey).Run();
        connection.Prepare("UPDATE said SET replies = x'' WHERE conversation = ?1").Bind(1, no).Run();
    }

    private static void Say(SqliteConnection connection, SealedTurn turn, long no) =>
        connection.Prepare("""
            INSERT INTO said(conversation, input, version, at, replies) VALUES(?1, ?2, ?3, ?4, ?5)
            ON CONFLICT(conversation, input) DO UPDATE SET version = excluded.version, replies = excluded.replies
            """)
            .Bind(1, no).Bind(2, turn.Input).Bind(3, turn.Write.After.Version).Bind(4, turn.Write.At.ToUnixTimeMilliseconds()).Bind(5, turn.Replies).Run();

    private static void KeepEffects(SqliteConnection connection, SealedTurn turn, long no)
    {
        var pending = turn.Write.After.Pending;
        if (pending.IsEmpty)
        {
            connection.Prepare("DELETE FROM effect WHERE conversation = ?1").Bind(1, no).Run();
            return;
        }
        foreach (var (version, place) in Kept(connection, no))
            if (!pending.Any(p => p.Id.Version == version && p.Id.Index == place))
                connection.Prepare("DELETE FROM effect WHERE conversation = ?1 AND version = ?2 AND place = ?3").Bind(1, no).Bind(2, version).Bind(3, place).Run();
        foreach (var effect in turn.Effects)
            connection.Prepare("""
                INSERT INTO effect(conversation, version, place, at, body) VALUES(?1, ?2, ?3, ?4, ?5)
                ON CONFLICT(conversation, version, place) DO UPDATE SET body = excluded.body
                """)
                .Bind(1, no).Bind(2, effect.Version).Bind(3, effect.Index).Bind(4, turn.Write.At.ToUnixTimeMilliseconds()).Bind(5, effect.Body).Run();
    }

    private static List<(long Version, int Place)> Kept(SqliteConnection connection, long no)
    {
        var kept = new List<(long, int)>();
        using var rows = connection.Prepare("SELECT version, place FROM effect WHERE conversation = ?1");
        rows.Bind(1, no);
        while (rows.Next())
            kept.Add((rows.Long(0), (int)rows.Long(1)));
        return kept;
    }
}
