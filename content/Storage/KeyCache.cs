using Outreach.Content.Conversations;
using Outreach.Content.Protection;

namespace Outreach.Content.Storage;

/// <summary>A key of a conversation and the version it was made at; after forgetting there is a new one.</summary>
internal sealed record ConversationDataKey(long Since, DataKey Key);

/// <summary>Unwrapped keys of the conversations used last. Two generations: when the young one is full it becomes the old one.</summary>
internal sealed class KeyCache(int size = 2048)
{
    private readonly Lock _gate = new();
    private Dictionary<ConversationId, ConversationDataKey> _young = [];
    private Dictionary<ConversationId, ConversationDataKey> _old = [];

    public ConversationDataKey? Find(ConversationId id)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(id, out var found))
                return found;
            if (_old.TryGetValue(id, out found))
                Add(id, found);
            return found;
        }
    }

    public void Put(ConversationId id, ConversationDataKey key)
    {
        lock (_gate)
            Add(id, key);
    }

    public void Remove(ConversationId id)
    {
        lock (_gate)
        {
            _young.Remove(id);
            _old.Remove(id);
        }
    }

    private void Add(ConversationId id, ConversationDataKey key)
    {
        if (_young.Count >= size)
            (_old, _young) = (_young, []);
        _young[id] = key;
    }
}
