using System.Buffers.Binary;
using Outreach.Content.Conversations;

namespace Outreach.Content.Storage;

/// <summary>
/// The conversations begun since the start and used last, as they were saved: a turn need not read and unseal what this process
/// wrote a moment ago. Filled on the writer's thread only, so that nothing erased comes back; a stale entry costs a conflict, never
/// a wrong write. Two generations: when the young one is full it becomes the old one.
/// </summary>
internal sealed class ConversationCache(int size = 256)
{
    private const int MostInputs = 256;

    private readonly Lock _gate = new();
    private Dictionary<ConversationId, Entry> _young = [];
    private Dictionary<ConversationId, Entry> _old = [];
    private Dictionary<ConversationKey, ConversationId> _youngKeys = [];
    private Dictionary<ConversationKey, ConversationId> _oldKeys = [];

    /// <summary>The conversation of an address, when it is here, has not expired, and never saw this input.</summary>
    public Conversation? Find(ConversationKey key, ReadOnlySpan<byte> input, DateTimeOffset now)
    {
        lock (_gate)
            return _youngKeys.TryGetValue(key, out var id) || _oldKeys.TryGetValue(key, out id) ? Known(id, input, now) : null;
    }

    /// <summary>The conversation by id, as <see cref="Find(ConversationKey, ReadOnlySpan{byte}, DateTimeOffset)"/>.</summary>
    public Conversation? Find(ConversationId id, ReadOnlySpan<byte> input, DateTimeOffset now)
    {
        lock (_gate)
            return Known(id, input, now);
    }

    /// <summary>Takes what a turn wrote. Who moves, or shares an address, is read from the database again.</summary>
    public void Saved(TurnWrite write, ReadOnlySpan<byte> input)
    {
        lock (_gate)
        {
            if (write.Move is not null || write.Leaves is not null)
            {
                Clear();
                return;
            }
            var entry = Entered(write.After.Id);
            if (write.After.Version == 1 && write.Bind is { } key)
                entry = Begin(key, write.After.Id);
            if (entry is null)
                return;
            (entry.Conversation, entry.Expires) = (write.After, write.Expires);
            entry.Inputs.Add(Short(input));
            if (entry.Inputs.Count > MostInputs)
                Drop(write.After.Id);
        }
    }

    /// <summary>Forgets a conversation.</summary>
    public void Remove(ConversationId id)
    {
        lock (_gate)
            Drop(id);
    }

    private Conversation? Known(ConversationId id, ReadOnlySpan<byte> input, DateTimeOffset now) =>
        Entered(id) is { } entry && entry.Expires > now && !entry.Inputs.Contains(Short(input)) ? entry.Conversation : null;

    private Entry? Entered(ConversationId id)
    {
        if (_young.TryGetValue(id, out var entry) || !_old.Remove(id, out entry))
            return entry;
        Add(id, entry);
        return entry;
    }

    private Entry Begin(ConversationKey key, ConversationId id)
    {
        var entry = new Entry { Key = key };
        Add(id, entry);
        return entry;
    }

    private void Add(ConversationId id, Entry entry)
    {
        if (_young.Count >= size)
            (_old, _oldKeys, _young, _youngKeys) = (_young, _youngKeys, [], []);
        _young[id] = entry;
        _youngKeys[entry.Key] = id;
    }

    private void Drop(ConversationId id)
    {
        _young.Remove(id);
        _old.Remove(id);
    }

    private void Clear() => (_old, _oldKeys, _young, _youngKeys) = ([], [], [], []);

    // 128 bits of a keyed hash
    private static UInt128 Short(ReadOnlySpan<byte> input) => BinaryPrimitives.ReadUInt128BigEndian(input);

    private sealed class Entry
    {
        public required ConversationKey Key { get; init; }

        public Conversation? Conversation { get; set; }

        public DateTimeOffset Expires { get; set; }

        /// <summary>Every input it ever saw: one of them again is answered from the database.</summary>
        public HashSet<UInt128> Inputs { get; } = [];
    }
}
