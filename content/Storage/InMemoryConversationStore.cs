using System.Collections.Immutable;
using Outreach.Content.Conversations;
using Outreach.Content.Dialogs;

namespace Outreach.Content.Storage;

/// <summary>
/// Keeps conversations in memory only: the kiosk's, which must leave nothing on a disk, and those of tests.
/// </summary>
/// <param name="clock">Decides at loading whether a conversation has expired; without one only <see cref="Sweep"/> does.</param>
public sealed class InMemoryConversationStore(TimeProvider? clock = null) : IConversationStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationId, Kept> _kept = [];
    private readonly Dictionary<ConversationKey, ConversationId> _addresses = [];
    private readonly Dictionary<string, (ConversationId Id, DateTimeOffset Expires)> _codes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<Loaded> Load(ConversationKey key, InputId input, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_addresses.TryGetValue(key, out var id) && Alive(id) is { } kept)
                return ValueTask.FromResult(kept.Loaded(input));
            return ValueTask.FromResult(new Loaded(NewConversation.On(key.Channel), null));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Loaded?> Load(ConversationId id, InputId input, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult(Alive(id)?.Loaded(input));
    }

    /// <inheritdoc/>
    public ValueTask<WriteOutcome> Save(TurnWrite write, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult(Write(write) ? WriteOutcome.Saved : WriteOutcome.Conflict);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ImmutableArray<Reply>>> Recent(ConversationId id, int count, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult<ImmutableArray<ImmutableArray<Reply>>>(Alive(id) is { } kept ? [.. kept.Said.Where(s => !s.Forgotten).TakeLast(count).Select(s => s.Replies)] : []);
    }

    /// <inheritdoc/>
    public ValueTask KeepCode(string codeHash, ConversationId id, DateTimeOffset expires, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_kept.ContainsKey(id))
            {
                DropCodes(id);
                _codes[codeHash] = (id, expires);
            }
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<ConversationId?> FindCode(string codeHash, DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult<ConversationId?>(_codes.TryGetValue(codeHash, out var code) && code.Expires > now ? code.Id : null);
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ConversationId>> WithPending(int atMost, DateTimeOffset before, CancellationToken cancel)
    {
        lock (_gate)
            return ValueTask.FromResult<ImmutableArray<ConversationId>>(
            [
                .. _kept.Values.Where(k => k.OldestPending < before).OrderBy(k => k.OldestPending).Take(atMost).Select(k => k.Now.Id),
            ]);
    }

    /// <inheritdoc/>
    public ValueTask Erase(ConversationId id, CancellationToken cancel)
    {
        lock (_gate)
            Remove(id);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> Sweep(DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate)
        {
            ConversationId[] expired = [.. _kept.Values.Where(k => k.Expires <= now).Select(k => k.Now.Id)];
            foreach (var id in expired)
                Remove(id);
            foreach (var kept in _kept.Values)
                kept.Said.RemoveAll(s => s.At < now - ConversationLimits.RepliesKept);
            foreach (var hash in _codes.Where(c => c.Value.Expires <= now).Select(c => c.Key).ToArray())
                _codes.Remove(hash);
            return ValueTask.FromResult(expired.Length);
        }
    }

    private Kept? Alive(ConversationId id) =>
        _kept.TryGetValue(id, out var kept) && (clock is null || kept.Expires > clock.GetUtcNow()) ? kept : null;

    private bool Write(TurnWrite write)
    {
        var after = write.After;
        var before = _kept.GetValueOrDefault(after.Id);
        if ((before?.Now.Version ?? 0) != after.Version - 1)
            return false;
        if (write.Move is { } move && !(_codes.TryGetValue(move.CodeHash, out var code) && code.Id == after.Id && code.Expires > write.At))
            return false;
        if (write.Bind is { } bind && !MayBind(bind, write))
            return false;
        if (write.Move is { } moved)
        {
            DropCodes(after.Id);
            if (moved.Abandon is { } given && _kept.GetValueOrDefault(given) is { } abandoned)
            {
                before!.Know(abandoned);
                Remove(given);
            }
            Unbind(after.Id);
        }
        if (write.Bind is { } key)
            _addresses[key] = after.Id;
        var kept = before ?? new Kept();
        if (write.Leaves is { } leaves && _kept.GetValueOrDefault(leaves) is { } left)
            kept.Know(left);
        _kept[after.Id] = kept;
        kept.Take(write);
        return true;
    }

    /// <summary>An address of another living conversation is not taken over.</summary>
    private bool MayBind(ConversationKey key, TurnWrite write)
    {
        if (!_addresses.TryGetValue(key, out var other) || other == write.After.Id || other == write.Move?.Abandon || other == write.Leaves)
            return true;
        if (_kept[other].Expires > write.At)
            return false;
        Remove(other);
        return true;
    }

    private void Remove(ConversationId id)
    {
        _kept.Remove(id);
        Unbind(id);
        DropCodes(id);
    }

    private void Unbind(ConversationId id)
    {
        foreach (var key in _addresses.Where(a => a.Value == id).Select(a => a.Key).ToArray())
            _addresses.Remove(key);
    }

    private void DropCodes(ConversationId id)
    {
        foreach (var hash in _codes.Where(c => c.Value.Id == id).Select(c => c.Key).ToArray())
            _codes.Remove(hash);
    }

    /// <summary>An input and what was replied; forgotten, only that it was heard.</summary>
    private sealed record Heard(InputId Input, ImmutableArray<Reply> Replies, DateTimeOffset At, bool Forgotten = false)
    {
        public Heard Forget() => this with { Replies = [], Forgotten = true };
    }

    private sealed class Kept
    {
        private readonly Dictionary<EffectId, DateTimeOffset> _pendingSince = [];

        public Conversation Now { get; private set; } = null!;

        public DateTimeOffset Expires { get; private set; }

        public List<Heard> Said { get; private set; } = [];

        public DateTimeOffset? OldestPending => _pendingSince.Count == 0 ? null : _pendingSince.Values.Min();

        public Loaded Loaded(InputId input)
        {
            var at = Said.FindIndex(s => s.Input == input);
            return new Loaded(Now, at < 0 ? null : Said[at].Replies);
        }

        /// <summary>The inputs of a conversation that is given up for this one stay known.</summary>
        public void Know(Kept abandoned) => Said.AddRange(abandoned.Said.Where(a => Said.TrueForAll(s => s.Input != a.Input)).Select(a => a.Forget()));

        public void Take(TurnWrite write)
        {
            (Now, Expires) = (write.After, write.Expires);
            if (write.Forget)
                Said = [.. Said.Select(s => s.Forget())];
            var at = Said.FindIndex(s => s.Input == write.Input);
            if (at >= 0)
                Said[at] = Said[at] with { Replies = write.Replies, Forgotten = false };
            else
                Said.Add(new Heard(write.Input, write.Replies, write.At));
            foreach (var done in _pendingSince.Keys.Where(id => Now.Pending.All(p => p.Id != id)).ToArray())
                _pendingSince.Remove(done);
            foreach (var pending in Now.Pending)
                _pendingSince.TryAdd(pending.Id, write.At);
        }
    }
}
